/// One sitting: every card of a queue until it is remembered, and then an end.
///
///     current ─ answer(record) ─▶ current … ─▶ isFinished
///        ▲                          │
///        └────────── undo() ────────┘
///
/// A card that was not remembered comes again a few cards later, ``attempts`` times at most; after that it has a night's rest.
/// The session is a value and knows no time; what it is told goes into the progress as well.
public struct ReviewSession: Equatable, Sendable {
    /// One answer of the session.
    public struct Answered: Equatable, Sendable {
        /// The card, as it was before.
        public var card: ReviewCard
        /// What was answered.
        public var record: ReviewRecord
        /// What is known of it since.
        public var memory: Memory
    }

    /// How often a card is asked in one session.
    public static let attempts = 3
    /// How many other cards come before one that was not remembered, if there are so many.
    static let distance = 3

    /// The answers so far, oldest first.
    public private(set) var answers: [Answered] = []
    /// What is asked, and what is asked after it.
    private var waiting: [ReviewCard]
    /// ``waiting`` as it was before each of ``answers``.
    private var earlier: [[ReviewCard]] = []
    private let scheduler: Scheduler

    /// A session that asks the cards of `queue`.
    public init(_ queue: ReviewQueue, scheduler: Scheduler = Scheduler()) {
        waiting = queue.cards
        self.scheduler = scheduler
    }

    /// The card to ask; `nil` at the end.
    public var current: ReviewCard? { waiting.first }

    /// Whether a card is still to be asked, or asked again.
    public func isWaiting(for card: CardID) -> Bool { waiting.contains { $0.id == card } }

    /// Whether all is asked.
    public var isFinished: Bool { waiting.isEmpty }

    /// How many cards are still to be asked, the current one among them.
    public var remaining: Int { waiting.count }

    /// How many of the cards asked were remembered when they were asked first.
    public var score: Score {
        Score(right: firstAnswers.count { $0.record.grade != .again }, of: firstAnswers.count)
    }

    /// The cards that were not remembered when they were asked first, in that order.
    public var forgotten: [ReviewCard] {
        firstAnswers.filter { $0.record.grade == .again }.map(\.card)
    }

    /// The current card was answered; goes on to the next.
    ///
    /// `record` is best the one that ``Progress/record(_:of:)`` returns: to the second, as it is kept, and as it can be taken back.
    ///
    /// - Returns: What is known of the card now; `nil` at the end, when there is nothing to answer.
    @discardableResult
    public mutating func answer(_ record: ReviewRecord) -> Memory? {
        guard let card = waiting.first else { return nil }
        let memory = scheduler.review(card.memory, grade: record.grade, at: record.at, of: card.id)
        earlier.append(waiting)
        answers.append(Answered(card: card, record: record, memory: memory))
        waiting.removeFirst()
        if record.grade == .again, answers.count(where: { $0.card.id == card.id }) < Self.attempts {
            var again = card
            again.memory = memory
            waiting.insert(again, at: placeForAgain(again))
        }
        return memory
    }

    /// Takes the last answer back: its card is the current one again, and nothing is known of the answer.
    ///
    /// As often as there are answers. The progress withdraws the same record.
    ///
    /// - Returns: The answer taken back; `nil` when there is none.
    @discardableResult
    public mutating func undo() -> Answered? {
        guard let answered = answers.popLast(), let before = earlier.popLast() else { return nil }
        waiting = before
        return answered
    }

    private var firstAnswers: [Answered] {
        var seen: Set<CardID> = []
        return answers.filter { seen.insert($0.card.id).inserted }
    }

    /// The first place far enough away where no sibling stands beside it; the end, if there is none.
    private func placeForAgain(_ card: ReviewCard) -> Int {
        let places = min(Self.distance, waiting.count)...waiting.count
        return places.first { place in
            let before = place > 0 ? waiting[place - 1].family : nil
            let after = place < waiting.count ? waiting[place].family : nil
            return before != card.family && after != card.family
        } ?? waiting.count
    }
}
