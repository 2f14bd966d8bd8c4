public import Courseware

/// What waits for a learner at an instant: the review to offer, and how it falls upon the lessons.
public struct ReviewOutlook: Equatable, Sendable {
    /// What is asked now.
    public let queue: ReviewQueue
    /// For each lesson with questions in the queue, by id, how many.
    public let dueOfLesson: [String: Int]
    /// How many questions there are in the queue.
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
        queue = progress.reviewQueue(of: catalog, track: track, at: instant, offset: offset)
        dueOfLesson = Dictionary(queue.cards.compactMap { $0.lesson.map { ($0, 1) } }, uniquingKeysWith: +)
    }
}
