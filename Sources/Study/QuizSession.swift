public import Courseware
public import Localization

/// One attempt at a quiz, from its first question to its result.
///
///     ask current ─ answer ─▶ feedback ─ next ─▶ ask current … ─▶ isFinished
///
/// A question answered once is settled: a second answer changes nothing and gets the same feedback. The session is
/// a value: it knows neither time nor chance, and the same quiz, seed, subset and lessons give the same session.
public struct QuizSession: Equatable, Sendable {
    /// The quiz it asks; without questions for a session over those of several.
    public let quiz: Quiz
    /// What every drawn value and every shuffle comes from.
    public let seed: UInt64
    /// What is asked, in the author's order; in practice what has been asked so far.
    public private(set) var questions: [PosedQuestion]
    /// For every question which one of which quiz it is.
    public private(set) var cards: [CardID]
    /// Whether the whole quiz is asked and not only some of it; only such an attempt has a score to compare.
    public internal(set) var isWhole: Bool
    /// Why questions of several quizzes are asked together; `nil` for a quiz.
    public internal(set) var practice: Practice?
    /// The place of the current question, 0-based; the number of questions when all have been asked.
    public private(set) var position = 0
    /// For every question its feedback, once it is settled.
    public private(set) var feedback: [Feedback?]
    /// For every question how many of its hints have been shown.
    public private(set) var hintsTaken: [Int]
    /// For every question when it was first shown, in milliseconds on the caller's clock.
    private var shown: [Int64?]
    /// For every question the seed that it was drawn from.
    private(set) var seeds: [UInt64]
    /// For every question what is kept of the answer, once it is kept.
    public internal(set) var records: [ReviewRecord?]
    /// The lessons that the questions are about, and in practice their quizzes.
    public let course: Catalog

    /// An attempt at `quiz`, or at those of its questions whose ids are in `subset`.
    ///
    /// What a question draws and how it is shuffled depends on the seed and its id, not on the subset. A session
    /// without questions is finished at once. A question about a lesson that is not in `course` is left out.
    public init(_ quiz: Quiz, seed: UInt64, only subset: Set<String>? = nil, in course: Catalog = Catalog()) {
        let asked = quiz.questions.filter { subset?.contains($0.id) ?? true }
        self.quiz = quiz
        self.seed = seed
        self.course = course
        isWhole = asked.count == quiz.questions.count
        questions = asked.compactMap { PosedQuestion($0, seed: seed, in: course) }
        cards = questions.map { CardID(quiz: quiz.id, question: $0.id) }
        seeds = questions.map { _ in seed }
        records = questions.map { _ in nil }
        feedback = questions.map { _ in nil }
        hintsTaken = questions.map { _ in 0 }
        shown = questions.map { _ in nil }
    }

    /// The question to answer, or just answered; `nil` when finished.
    public var current: PosedQuestion? { isFinished ? nil : questions[position] }

    /// What was said about the current question; `nil` until it is settled.
    public var currentFeedback: Feedback? { isFinished ? nil : feedback[position] }

    /// Whether the learner has gone past the last question.
    public var isFinished: Bool { position >= questions.count }

    /// How many of the questions are answered right so far, of all that are asked.
    public var score: Score {
        Score(right: feedback.count { $0?.isRight ?? false }, of: questions.count)
    }

    /// The ids of the questions settled with a wrong answer, in order.
    public var wrongQuestionIDs: [String] {
        zip(questions, feedback).filter { $1.map { !$0.isRight } ?? false }.map(\.0.id)
    }

    /// Notes that the current question is shown; only the first time counts.
    ///
    /// - Parameter instant: Milliseconds on a clock of the caller's.
    public mutating func show(at instant: Int64) {
        guard !isFinished, shown[position] == nil else { return }
        shown[position] = instant
    }

    /// The hints of the current question that have been shown so far.
    public var hints: [LocalizedText] { current.map { Array($0.hints.prefix(hintsTaken[position])) } ?? [] }

    /// How many more hints there are for the current question.
    public var hintsLeft: Int {
        guard let current, currentFeedback == nil else { return 0 }
        return current.hints.count - hintsTaken[position]
    }

    /// Shows the next hint of the current question, which counts for the grade.
    ///
    /// - Returns: The hint; `nil` when there is none left, or the question is settled.
    @discardableResult
    public mutating func takeHint() -> LocalizedText? {
        guard hintsLeft > 0, let current else { return nil }
        hintsTaken[position] += 1
        return current.hints[hintsTaken[position] - 1]
    }

    /// Settles the current question with `answer`, or with giving up when it is `nil`.
    ///
    /// - Parameters:
    ///   - answer: What the learner answers.
    ///   - instant: Milliseconds on the clock of ``show(at:)``; without them no time is measured.
    /// - Returns: What there is to say; `nil` only when the session is finished.
    @discardableResult
    public mutating func answer(_ answer: Answer?, at instant: Int64? = nil) -> Feedback? {
        guard let current else { return nil }
        if let settled = feedback[position] { return settled }
        var settled = current.grade(answer)
        settled.hintsTaken = hintsTaken[position]
        if let instant, let start = shown[position] {
            let (elapsed, isTooLong) = instant.subtractingReportingOverflow(start)
            settled.milliseconds = isTooLong ? nil : max(elapsed, 0)
        }
        feedback[position] = settled
        return settled
    }

    /// Goes on to the next question; stays where it is as long as the current one is not settled.
    ///
    /// - Returns: Whether it went on.
    @discardableResult
    public mutating func next() -> Bool {
        guard currentFeedback != nil else { return false }
        position += 1
        if position == questions.count { askNext() }
        return true
    }

    /// Ends it here: what has not been asked will not be.
    ///
    /// - Parameter isTimeUp: Of an interview, whether that is because its time is up.
    public mutating func end(isTimeUp: Bool = false) {
        position = questions.count
        guard case .interview(var interview) = practice else { return }
        interview.isTimeUp = isTimeUp
        practice = .interview(interview)
    }

    /// Adds a question at the end.
    mutating func append(_ question: PosedQuestion, card: CardID, seed: UInt64) {
        questions.append(question)
        cards.append(card)
        seeds.append(seed)
        feedback.append(nil)
        hintsTaken.append(0)
        shown.append(nil)
        records.append(nil)
    }

    /// Goes back to a question and opens it again; those after it have not been asked.
    mutating func reopen(at place: Int) {
        guard questions.indices.contains(place) else { return }
        let later = questions.count - place - 1
        questions.removeLast(later)
        cards.removeLast(later)
        seeds.removeLast(later)
        feedback.removeLast(later)
        hintsTaken.removeLast(later)
        shown.removeLast(later)
        records.removeLast(later)
        (feedback[place], records[place], shown[place], position) = (nil, nil, nil, place)
    }

    /// The same questions, none of them answered yet.
    public var begunAnew: QuizSession {
        QuizSession(quiz, seed: seed, only: Set(questions.map(\.id)), in: course)
    }

    /// The questions answered wrong once more, drawn and shuffled afresh; `nil` when there are none.
    public func retryingWrong(seed: UInt64) -> QuizSession? {
        let wrong = Set(wrongQuestionIDs)
        return wrong.isEmpty ? nil : QuizSession(quiz, seed: seed, only: wrong, in: course)
    }
}
