public import Courseware

/// One attempt at a quiz, from its first question to its result.
///
///     ask current ─ answer ─▶ feedback ─ next ─▶ ask current … ─▶ isFinished
///
/// A question answered once is settled: a second answer changes nothing and gets the same feedback. The session is
/// a value: it knows neither time nor chance, and the same quiz, seed and subset give the same session.
public struct QuizSession: Equatable, Sendable {
    /// The quiz it asks.
    public let quiz: Quiz
    /// What every drawn value and every shuffle comes from.
    public let seed: UInt64
    /// What is asked, in the author's order.
    public let questions: [PosedQuestion]
    /// Whether the whole quiz is asked and not only some of it; only such an attempt has a score to compare.
    public let isWhole: Bool
    /// The place of the current question, 0-based; the number of questions when all have been asked.
    public private(set) var position = 0
    /// For every question its feedback, once it is settled.
    public private(set) var feedback: [Feedback?]

    /// An attempt at `quiz`, or at those of its questions whose ids are in `subset`.
    ///
    /// What a question draws and how it is shuffled depends on the seed and its id, not on the subset. A session
    /// without questions is finished at once.
    public init(_ quiz: Quiz, seed: UInt64, only subset: Set<String>? = nil) {
        let asked = quiz.questions.filter { subset?.contains($0.id) ?? true }
        self.quiz = quiz
        self.seed = seed
        isWhole = asked.count == quiz.questions.count
        questions = asked.compactMap { PosedQuestion($0, seed: seed) }
        feedback = questions.map { _ in nil }
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

    /// Settles the current question with `answer`, or with giving up when it is `nil`.
    ///
    /// - Returns: What there is to say; `nil` only when the session is finished.
    @discardableResult
    public mutating func answer(_ answer: Answer?) -> Feedback? {
        guard let current else { return nil }
        let settled = feedback[position] ?? current.grade(answer)
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
        return true
    }

    /// The questions answered wrong once more, drawn and shuffled afresh; `nil` when there are none.
    public func retryingWrong(seed: UInt64) -> QuizSession? {
        let wrong = Set(wrongQuestionIDs)
        return wrong.isEmpty ? nil : QuizSession(quiz, seed: seed, only: wrong)
    }
}
