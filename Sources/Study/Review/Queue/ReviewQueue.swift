/// What to ask now, in doses that have an end.
///
/// Who was away for a month finds as many questions as after a day: those most forgotten, and, once these are done, whether there is
/// more. How much more is not told; it would only keep people away.
public struct ReviewQueue: Equatable, Sendable {
    /// How much is asked at once.
    public struct Doses: Hashable, Sendable {
        /// How many questions that were answered before, at once.
        public var known: Int
        /// How many that were never answered, in a day.
        public var new: Int

        /// Twenty and ten take about ten minutes; negative numbers count as none.
        public init(known: Int = 20, new: Int = 10) {
            self.known = max(known, 0)
            self.new = max(new, 0)
        }
    }

    /// What is asked, in this order: due cards with the new ones spread among them, and no two of the same lesson one after
    /// the other as long as there are others.
    public let cards: [ReviewCard]
    /// Whether more due cards wait than are asked now.
    public let hasMore: Bool
    /// Whether as many cards as make a dose were reviewed today, so that what is still there can wait.
    public let isEnoughForToday: Bool
    /// When the next of the cards that are not asked yet becomes due or, for a new one that is too many for today, a day begins; in
    /// milliseconds since 1970 UTC; `nil` if there is none.
    public let next: Int64?

    /// What to ask of `cards` at `instant`.
    ///
    /// Of the due cards those come first that are most likely forgotten. New ones are offered in the order of `cards`, and only of
    /// lessons that were completed: nothing is asked that was never told.
    ///
    /// - Parameters:
    ///   - cards: All that there are, in the order of the course.
    ///   - completed: The ids of the lessons that were seen to their end.
    ///   - introduced: How many new cards were asked today already; see ``introduced(in:on:offset:)``.
    ///   - reviewed: How many cards were reviewed today; see ``reviewed(in:on:offset:)``.
    ///   - instant: Milliseconds since 1970 UTC.
    ///   - offset: How far the learner's clock is ahead of UTC, in milliseconds.
    ///   - scheduler: What tells how well a card is remembered.
    ///   - doses: How much is asked at once.
    public init(
        _ cards: [ReviewCard], completed: Set<String>, introduced: Int = 0, reviewed: Int = 0, at instant: Int64,
        offset: Int64,
        scheduler: Scheduler = Scheduler(), doses: Doses = Doses()
    ) {
        let dates = cards.map { $0.dueDate(offset: offset) }
        let due = zip(cards, dates).filter { $1.map { $0 <= instant } ?? false }.map { card, _ in
            let left = card.memory.map { scheduler.retrievability(of: $0, at: instant) } ?? 0
            return (card: card, key: (left, card.memory?.due ?? 0, card.id))
        }
        let known = due.sorted { $0.key < $1.key }.prefix(doses.known).map(\.card)
        let isTaught = { (card: ReviewCard) in card.memory == nil && card.lesson.map(completed.contains) ?? false }
        let taught = cards.filter(isTaught)
        let new = taught.prefix(max(doses.new.subtractingClamped(max(introduced, 0)), 0))
        self.cards = Self.apart(Self.spread(Array(new), among: known))
        hasMore = due.count > known.count
        isEnoughForToday = reviewed >= doses.known
        let tomorrow = StudyDay(of: instant, offset: offset).advanced(by: 1).start(offset: offset)
        let later = dates.filter { $0.map { $0 > instant } ?? false }.compactMap(\.self)
        next = (later + (taught.count > new.count && doses.new > 0 ? [tomorrow] : [])).min()
    }

    /// How many cards were asked for the first time in a review on `day`.
    ///
    /// What a learner first met in a quiz or a lesson does not use up the day's new questions. Of cards that were not answered
    /// on `day` the histories need not be told.
    ///
    /// - Parameters:
    ///   - histories: Of each card all its reviews, oldest first.
    ///   - day: The day to count for.
    ///   - offset: How far the learner's clock is ahead of UTC, in milliseconds.
    /// - Returns: The number of cards.
    public static func introduced(
        in histories: some Sequence<[ReviewRecord]>, on day: StudyDay, offset: Int64
    ) -> Int {
        histories.lazy.compactMap(\.first).count {
            $0.setting == .review && StudyDay(of: $0.at, offset: offset) == day
        }
    }

    /// How many cards were asked in a review on `day`; see ``introduced(in:on:offset:)`` for the parameters.
    public static func reviewed(
        in histories: some Sequence<[ReviewRecord]>, on day: StudyDay, offset: Int64
    ) -> Int {
        histories.lazy.count { history in
            history.contains { $0.setting == .review && StudyDay(of: $0.at, offset: offset) == day }
        }
    }
}
