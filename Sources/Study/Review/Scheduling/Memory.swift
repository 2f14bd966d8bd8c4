/// What is known of how well one question is remembered.
///
/// Derived from the question's history by ``Scheduler/replay(_:of:)``; wherever it is stored, it is a cache.
public struct Memory: Equatable, Sendable {
    /// Where in its life a card is.
    public enum Stage: Hashable, Sendable {
        /// New: asked again within minutes, at this step (0-based) of the learning steps.
        case learning(step: Int)
        /// Known: asked again after days.
        case review
        /// Known once and forgotten: asked again within minutes, at this step (0-based) of the relearning steps.
        case relearning(step: Int)
    }

    /// Where in its life the card is.
    public var stage: Stage
    /// The days after which it is remembered with a probability of 90 %; positive.
    public var stability: Double
    /// How hard it is to make it more stable, `1...10`.
    public var difficulty: Double
    /// When to ask again, in milliseconds since 1970 UTC.
    public var due: Int64
    /// When it was last answered, in milliseconds since 1970 UTC.
    public var lastReview: Int64
    /// How many reviews it comes from; at least 1.
    public var reviews: Int

    /// Creates a memory; see the properties.
    public init(
        stage: Stage, stability: Double, difficulty: Double, due: Int64, lastReview: Int64, reviews: Int
    ) {
        self.stage = stage
        self.stability = stability
        self.difficulty = difficulty
        self.due = due
        self.lastReview = lastReview
        self.reviews = reviews
    }
}

extension Memory {
    /// The whole days from the last review to `instant`, rounded down; negative when that lies before it.
    func days(until instant: Int64) -> Int64 {
        instant.subtractingClamped(lastReview).flooredQuotient(by: StudyDay.length)
    }
}
