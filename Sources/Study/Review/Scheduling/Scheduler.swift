/// Decides when a question is asked again: FSRS-6, as py-fsrs 6.3.2 does it.
///
///     learning ──── good at the last step, or easy ────▶ review ◀──┐ hard, good, easy
///                                                       │   ▲ └────┘
///                                                 again ▼   │ good at the last step, or easy
///                                                      relearning
///
/// A new card is asked again after each of the learning steps, a forgotten one after each of the relearning steps;
/// "again" goes back to the first step, "hard" stays. Between reviews lie whole days, as many as let the probability of
/// remembering fall to ``desiredRetention``.
///
/// Source: <https://github.com/open-spaced-repetition/py-fsrs>, version 6.3.2.
public struct Scheduler: Equatable, Sendable {
    /// The probability of remembering at which a question is asked again, `0.01...0.99`.
    public let desiredRetention: Double
    /// The waits of a new card, in milliseconds; without any, the first answer makes it known.
    public let learningSteps: [Int64]
    /// The waits of a forgotten card, in milliseconds; without any, it stays in review.
    public let relearningSteps: [Int64]
    /// The longest wait in days; at least 1.
    public let maximumInterval: Int
    /// Whether intervals are varied a little, so that what was learnt together is not asked together for ever.
    public let isFuzzed: Bool
    let model: FSRSModel

    /// A scheduler with the settings that py-fsrs ships, except where told otherwise.
    ///
    /// What is out of range is taken as the nearest that is in range: a retention, a step (milliseconds,
    /// `0...` one year), an interval (days, `1...36500`).
    public init(
        weights: FSRSWeights = .usual, desiredRetention: Double = 0.9, learningSteps: [Int64] = [60_000, 600_000],
        relearningSteps: [Int64] = [600_000], maximumInterval: Int = 36_500, isFuzzed: Bool = true
    ) {
        let steps = 0...365 * StudyDay.length
        self.desiredRetention = desiredRetention.isNaN ? 0.9 : min(max(desiredRetention, 0.01), 0.99)
        self.learningSteps = learningSteps.map { min(max($0, steps.lowerBound), steps.upperBound) }
        self.relearningSteps = relearningSteps.map { min(max($0, steps.lowerBound), steps.upperBound) }
        self.maximumInterval = min(max(maximumInterval, 1), 36_500)
        self.isFuzzed = isFuzzed
        model = FSRSModel(weights)
    }

    /// What is known after `card` was answered.
    ///
    /// - Parameters:
    ///   - memory: What was known before; `nil` for a first answer.
    ///   - grade: How well it was remembered.
    ///   - instant: Milliseconds since 1970 UTC; one before the last review counts as the same day.
    ///   - card: What the fuzz is drawn for.
    /// - Returns: The memory with the instant at which to ask again.
    public func review(_ memory: Memory?, grade: Grade, at instant: Int64, of card: CardID) -> Memory {
        let (stability, difficulty) = strength(after: grade, memory, at: instant)
        let next = plan(from: memory?.stage ?? .learning(step: 0), grade)
        let reviews = (memory?.reviews ?? 0).addingClamped(1)
        let wait = next.wait ?? Int64(interval(for: stability, of: card, review: reviews)) * StudyDay.length
        return Memory(
            stage: next.stage, stability: stability, difficulty: difficulty, due: instant.addingClamped(wait),
            lastReview: instant, reviews: reviews)
    }

    /// What is known after all of a card's history; `nil` after none.
    ///
    /// The order of `history` is of no consequence, nor is a record that is there twice.
    public func replay(_ history: some Sequence<ReviewRecord>, of card: CardID) -> Memory? {
        RecordLog(history).reduce(nil) { review($0, grade: $1.grade, at: $1.at, of: card) }
    }

    /// The probability of remembering at `instant`, `0...1`; nothing is forgotten within 24 hours.
    public func retrievability(of memory: Memory, at instant: Int64) -> Double {
        model.retrievability(after: memory.days(until: instant), stability: memory.stability)
    }

    private func strength(
        after grade: Grade, _ memory: Memory?, at instant: Int64
    ) -> (stability: Double, difficulty: Double) {
        guard let memory else { return (model.firstStability(grade), model.firstDifficulty(grade)) }
        let days = memory.days(until: instant)
        let stability =
            days < 1
            ? model.sameDayStability(memory.stability, grade: grade)
            : model.stability(
                memory.stability, difficulty: memory.difficulty,
                retrievability: retrievability(of: memory, at: instant), grade: grade)
        return (stability, model.difficulty(memory.difficulty, grade: grade))
    }

    /// The interval in whole days, halves to the even one.
    private func interval(for stability: Double, of card: CardID, review: Int) -> Int {
        let exact = model.interval(stability: stability, retention: desiredRetention).rounded(.toNearestOrEven)
        let days = Int(min(max(exact, 1), Double(maximumInterval)))
        return isFuzzed ? fuzz(days, of: card, review: review) : days
    }
}
