extension Progress {
    /// Who works out when a question is asked again; the same for every copy of the program.
    public static let scheduler = Scheduler()

    /// What the memories in a file were worked out by; those of another scheduler are not believed.
    static let schedulerName = "FSRS-6, 90 %"

    /// A question was answered.
    ///
    /// An answer in the same second as another to the same question counts a second later, so that it comes after it.
    ///
    /// - Returns: The answer as it is kept: what ``withdraw(_:of:)`` takes back.
    @discardableResult
    public mutating func record(_ review: ReviewRecord, of card: CardID) -> ReviewRecord {
        var kept = review.kept
        guard let card = CardID(card.text) else { return kept }
        if let last = cards[card]?.history.last, last.at == kept.at, last != kept { kept.at += 1000 }
        cards[card, default: CardProgress()].history.insert(kept)
        remember(card)
        return kept.kept
    }

    /// An answer is taken back, also in every copy that this progress is merged with.
    ///
    /// - Returns: Whether it was there and counted.
    @discardableResult
    public mutating func withdraw(_ review: ReviewRecord, of card: CardID) -> Bool {
        guard cards[card]?.history.withdraw(review) == true else { return false }
        remember(card)
        return true
    }

    /// The answers to a question that count, oldest first.
    public func history(of card: CardID) -> [ReviewRecord] { cards[card]?.history.records ?? [] }

    /// The latest answer to a question that counts.
    public func lastAnswer(to card: CardID) -> ReviewRecord? { cards[card]?.history.last }

    /// How well a question is remembered; `nil` when it was never answered.
    public func memory(of card: CardID) -> Memory? {
        cards[card].flatMap { $0.memory ?? Self.scheduler.replay($0.history.records, of: card) }
    }

    /// How many answers count, to all questions together.
    public var answerCount: Int { cards.values.reduce(0) { $0 + $1.history.count } }

    /// The latest answer of all that counts, and to which question it was: what an undo takes back.
    public var latestAnswer: (card: CardID, record: ReviewRecord)? {
        let latest = cards.compactMap { card, progress in progress.history.last.map { (card: card, record: $0) } }
        return latest.max { ($0.record, $0.card) < ($1.record, $1.card) }
    }

    /// Works out every memory that is not known yet, so that it can be written down.
    public mutating func rememberAll() {
        for card in cards.filter({ $0.value.memory == nil }).keys { remember(card) }
    }

    private mutating func remember(_ card: CardID) {
        guard let history = cards[card]?.history else { return }
        cards[card]?.memory = Self.scheduler.replay(history.records, of: card)
    }

    /// Something was learnt on this day, by the learner's own clock.
    public mutating func practised(on day: StudyDay) {
        if Self.days.contains(day) { days.insert(day) }
    }

    /// The days of the years 0 to 9999.
    static let days = StudyDay(number: -719_528)...StudyDay(number: 2_932_896)
}
