/// How much of some questions is remembered.
///
/// The mean probability of remembering, over all of them: one never answered counts as 0, and so does one that was wrong, or needed
/// help, when it was last asked and is still being learnt.
public struct Mastery: Equatable, Sendable {
    /// The mean, `0...1`; 0 of no questions.
    public var value: Double
    /// How many of the questions were answered at least once.
    public var seen: Int
    /// How many questions there are.
    public var of: Int

    /// What is remembered of `cards` at `instant`, in milliseconds since 1970 UTC.
    public init(of cards: some Sequence<ReviewCard>, at instant: Int64, scheduler: Scheduler = Scheduler()) {
        var sum = 0.0
        (value, seen, of) = (0, 0, 0)
        for card in cards {
            of += 1
            guard let memory = card.memory else { continue }
            seen += 1
            sum += memory.isUnsettled ? 0 : scheduler.retrievability(of: memory, at: instant)
        }
        if of > 0 { value = sum / Double(of) }
    }

    /// In whole percent, rounded down, so that only all is all.
    public var percent: Int { Int(min(max(value, 0), 1) * 100) }
}

extension Memory {
    /// Whether it stands at the first step of learning: what was last answered was no plain success.
    fileprivate var isUnsettled: Bool { stage == .learning(step: 0) || stage == .relearning(step: 0) }
}
