extension Grade {
    /// The grade of an answer that is right or wrong.
    ///
    ///     answer   hints     time    seen before   grade
    ///     ──────   ───────   ─────   ───────────   ─────
    ///     wrong    any       any     any           again
    ///     right    2, more   any     any           again
    ///     right    1         any     any           hard
    ///     right    0         slow    any           hard
    ///     right    0         usual   any           good
    ///     right    0         quick   no            good
    ///     right    0         quick   yes           easy
    ///
    /// Giving up is wrong. What two hints led to was found out, not remembered. A question met for the first time is never easy:
    /// a quick answer may be a lucky one.
    ///
    /// - Parameters:
    ///   - isRight: Whether the answer was right.
    ///   - hints: How many hints were shown before it.
    ///   - pace: How fast it came.
    ///   - isSeen: Whether the question had been answered before.
    public init(isRight: Bool, hints: Int, pace: Pace, isSeen: Bool) {
        let unaided: Grade =
            switch pace {
            case .slow: .hard
            case .usual: .good
            case .quick: isSeen ? .easy : .good
            }
        self = isRight ? unaided.lowered(by: hints) : .again
    }

    /// The grade of an answer said aloud, of which the learner ticked what they had named.
    ///
    ///     named        hints     seen before   grade
    ///     ──────────   ───────   ───────────   ─────
    ///     under 50 %   any       any           again
    ///     any          2, more   any           again
    ///     50 %, more   1         any           hard
    ///     under 80 %   0         any           hard
    ///     under all    0         any           good
    ///     all          0         no            good
    ///     all          0         yes           easy
    ///
    /// - Parameters:
    ///   - named: How many of the key points were named.
    ///   - points: How many there are; naming all of none is no answer.
    ///   - hints: How many hints were shown before.
    ///   - isSeen: Whether the question had been answered before.
    public init(named: Int, of points: Int, hints: Int, isSeen: Bool) {
        let points = min(max(points, 0), 1_000_000), named = min(max(named, 0), points)
        guard named * 2 >= points, points > 0 else {
            self = .again
            return
        }
        let unaided: Grade = named * 5 < points * 4 ? .hard : named == points && isSeen ? .easy : .good
        self = unaided.lowered(by: hints)
    }

    private func lowered(by hints: Int) -> Grade {
        switch hints {
        case ...0: self
        case 1: min(self, .hard)
        default: .again
        }
    }
}
