public import Courseware

extension Progress {
    /// A card for every question of `catalog`, in the order of the course, with what is known of it.
    ///
    /// What was answered today rests for a night, see ``Memory/rested(offset:)``. `offset` is how far the learner's clock is
    /// ahead of UTC, in milliseconds.
    public func reviewCards(of catalog: Catalog, offset: Int64) -> [ReviewCard] {
        ReviewCard.all(of: catalog) { memory(of: $0)?.rested(offset: offset) }
    }

    /// What to ask of `catalog` now.
    ///
    /// - Parameters:
    ///   - catalog: The course, with its quizzes.
    ///   - track: The id of the only track to ask about; `nil` for all.
    ///   - instant: Milliseconds since 1970 UTC.
    ///   - offset: How far the learner's clock is ahead of UTC, in milliseconds.
    ///   - doses: How much is asked at once.
    /// - Returns: The queue, from which a ``ReviewSession`` is made.
    public func reviewQueue(
        of catalog: Catalog, track: String? = nil, at instant: Int64, offset: Int64, doses: ReviewQueue.Doses = .init()
    ) -> ReviewQueue {
        let today = StudyDay(of: instant, offset: offset)
        let isOfToday = { (card: CardID) in
            self.lastAnswer(to: card).map { StudyDay(of: $0.at, offset: offset) == today } ?? false
        }
        // To know which cards are new today, only the few that were answered today need be read.
        let histories = cards.keys.filter(isOfToday).map(history)
        let cards = reviewCards(of: catalog, offset: offset).filter { track == nil || $0.track == track }
        return ReviewQueue(
            cards, completed: Set(catalog.heads.filter { status(of: $0) == .done }.map(\.id)),
            introduced: ReviewQueue.introduced(in: histories, on: today, offset: offset),
            reviewed: ReviewQueue.reviewed(in: histories, on: today, offset: offset), at: instant, offset: offset,
            scheduler: Self.scheduler, doses: doses)
    }
}
