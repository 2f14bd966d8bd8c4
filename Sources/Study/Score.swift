/// How many of how many were right.
public struct Score: Hashable, Comparable, Sendable {
    /// Right answers, `0...of`.
    public var right: Int
    /// Questions asked.
    public var of: Int

    /// `right` out of `of`.
    public init(right: Int, of: Int) {
        self.right = right
        self.of = of
    }

    /// The share of right answers in whole percent, rounded down; 0 when nothing was asked.
    public var percent: Int {
        guard of > 0 else { return 0 }
        return of.dividingFullWidth(min(max(right, 0), of).multipliedFullWidth(by: 100)).quotient
    }

    /// Orders by share first; 7 of 8 in a longer quiz is better than the same share of a shorter one.
    public static func < (worse: Score, better: Score) -> Bool {
        let mine = worse.right.multipliedFullWidth(by: max(better.of, 1))
        let other = better.right.multipliedFullWidth(by: max(worse.of, 1))
        return (mine.high, mine.low, worse.of, worse.right) < (other.high, other.low, better.of, better.right)
    }
}
