public import Courseware

/// What waits for a learner at an instant: the review to offer, how it falls upon the lessons, and what comes after it.
public struct ReviewOutlook: Equatable, Sendable {
    /// What is asked now.
    public let queue: ReviewQueue
    /// For each lesson with questions in the queue, by id, how many.
    public let dueOfLesson: [String: Int]
    /// How many questions of today's doses there are.
    public var count: Int { queue.cards.count }

    /// Nothing waits.
    public init() {
        self.init(catalog: Catalog(), progress: Progress(), at: 0, offset: 0)
    }

    /// What waits in `catalog`, or in one of its tracks.
    ///
    /// - Parameters:
    ///   - catalog: The course.
    ///   - progress: What the learner has done.
    ///   - track: The id of the only track to ask about.
    ///   - instant: Milliseconds since 1970 UTC.
    ///   - offset: How far the learner's clock is ahead of UTC, in milliseconds.
    public init(catalog: Catalog, progress: Progress, track: String? = nil, at instant: Int64, offset: Int64) {
        let cards = ReviewCard.all(of: catalog, memories: progress.memories(offset: offset)).filter {
            track == nil || $0.track == track
        }
        let completed = catalog.heads.filter { progress.status(of: $0) == .done }.map(\.id)
        let queue = ReviewQueue(
            cards, completed: Set(completed), introduced: progress.introduced(at: instant, offset: offset), at: instant,
            offset: offset, scheduler: Progress.scheduler)
        self.queue = queue
        dueOfLesson = Dictionary(queue.cards.compactMap { $0.lesson.map { ($0, 1) } }, uniquingKeysWith: +)
    }
}

extension Memory {
    /// The same, but due on the next day at the earliest: what was asked today rests for a night.
    ///
    /// A session repeats what was not known by itself. Were questions due again minutes after it, it would have no end.
    ///
    /// - Parameter offset: How far the learner's clock is ahead of UTC, in milliseconds.
    /// - Returns: The memory, with the later of the two dates.
    public func rested(offset: Int64) -> Memory {
        var rested = self
        rested.due = max(due, StudyDay(of: lastReview, offset: offset).end(offset: offset))
        return rested
    }
}

extension Progress {
    /// How well every question that was ever answered is remembered, each at rest for a night; see ``Memory/rested(offset:)``.
    ///
    /// `offset` is how far the learner's clock is ahead of UTC, in milliseconds.
    public func memories(offset: Int64) -> [CardID: Memory] {
        var memories: [CardID: Memory] = [:]
        for card in cards.keys { memories[card] = memory(of: card)?.rested(offset: offset) }
        return memories
    }

    /// How many questions were asked for the first time in a review of the day of `instant`.
    func introduced(at instant: Int64, offset: Int64) -> Int {
        let today = StudyDay(of: instant, offset: offset)
        // Only histories that end today can have begun today; the others need not be read.
        let recent = cards.filter { _, card in
            card.history.last.map { StudyDay(of: $0.at, offset: offset) == today } ?? false
        }
        return ReviewQueue.introduced(in: recent.values.map(\.history.records), on: today, offset: offset)
    }
}
