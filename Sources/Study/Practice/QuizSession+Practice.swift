public import Courseware
public import Localization

extension QuizSession {
    /// A session over questions of several quizzes; they are put one by one, as the answers want it.
    ///
    /// Every question draws from a seed of its own, so that one asked twice does not ask the same twice.
    public init(_ practice: Practice, seed: UInt64, in course: Catalog) {
        self.init(Quiz(id: "", title: practice.title, questions: []), seed: seed, in: course)
        self.practice = practice
        isWhole = false
        askNext()
    }

    /// A review of what `queue` holds.
    public static func review(_ queue: ReviewQueue, seed: UInt64, in course: Catalog) -> QuizSession {
        QuizSession(.review(ReviewSession(queue, scheduler: Progress.scheduler)), seed: seed, in: course)
    }

    /// How many questions there will have been at the end, as far as that can be told now.
    public var length: Int {
        practice?.length(after: records.count { $0 != nil }) ?? questions.count
    }

    /// Which question of which quiz is current; `nil` when finished.
    public var currentCard: CardID? { isFinished ? nil : cards[position] }

    /// Puts the question that the practice wants next, if it wants one.
    mutating func askNext() {
        while let practice, let card = practice.next(after: questions.count) {
            let seed = seed &+ UInt64(questions.count) &* 0x9E37_79B9_7F4A_7C15
            if let question = course.quiz(card.quiz)?.question(card.question),
                var posed = PosedQuestion(question, seed: seed, in: course)
            {
                if !practice.helps { posed.hints = [] }
                return append(posed, card: card, seed: seed)
            }
            guard self.practice?.skip() == true else { return }
        }
    }

    /// Keeps how the current question was answered, and tells the practice.
    ///
    /// - Parameters:
    ///   - isSeen: Whether the question had been answered before this session asked it.
    ///   - language: In which the question was read, which takes its time.
    ///   - instant: Milliseconds since 1970 UTC.
    /// - Returns: What is to be kept and of which question; `nil` before it is settled, or when it is kept already.
    public mutating func keep(
        isSeen: Bool, in language: Language, at instant: Int64
    ) -> (card: CardID, record: ReviewRecord)? {
        guard let current, let feedback = currentFeedback, records[position] == nil else { return nil }
        let record = ReviewRecord(
            feedback, to: current, seed: seeds[position], setting: practice?.setting ?? .quiz, isSeen: isSeen,
            in: language, at: instant
        ).kept
        records[position] = record
        practice?.note(record)
        return (cards[position], record)
    }

    /// Takes the last answer of a review back; its question is open again.
    ///
    /// - Returns: What is to be forgotten and of which question; `nil` when there is nothing to take back.
    public mutating func takeBack() -> (card: CardID, record: ReviewRecord)? {
        guard case .review = practice, let place = records.lastIndex(where: { $0 != nil }), let record = records[place]
        else { return nil }
        practice?.takeBack()
        reopen(at: place)
        return (cards[place], record)
    }
}

extension Quiz {
    func question(_ id: String) -> Question? { questions.first { $0.id == id } }
}

extension Progress {
    /// The current question of `session` was answered; does nothing before it is settled, nor a second time.
    ///
    /// - Parameters:
    ///   - session: The session, which notes that the answer is kept.
    ///   - language: In which the question was read.
    ///   - instant: Milliseconds since 1970 UTC.
    ///   - offset: How far the learner's clock is ahead of UTC, in milliseconds.
    public mutating func recordCurrentAnswer(
        of session: inout QuizSession, in language: Language, at instant: Int64, offset: Int64 = 0
    ) {
        let isSeen = session.currentCard.map { lastAnswer(to: $0) != nil } ?? false
        guard let (card, record) = session.keep(isSeen: isSeen, in: language, at: instant) else { return }
        self.record(record, of: card)
        practised(on: StudyDay(of: instant, offset: offset))
    }

    /// Takes the last answer of a review back.
    ///
    /// - Returns: Whether there was one.
    public mutating func takeBackLastAnswer(of session: inout QuizSession) -> Bool {
        guard let (card, record) = session.takeBack() else { return false }
        withdraw(record, of: card)
        return true
    }
}
