extension Scheduler {
    /// The days that may take the place of an interval of `days`; `nil` for one that is too short to be varied.
    ///
    /// Around it lies 1 day, and 15 % of what lies between 2.5 and 7 days, 10 % of what lies between 7 and 20, and 5 %
    /// of the rest; never less than 2 days nor more than ``maximumInterval``.
    public func fuzzRange(around days: Int) -> ClosedRange<Int>? {
        guard days > 2 else { return nil }
        let shares: [(from: Double, to: Double, share: Double)] = [
            (2.5, 7, 0.15), (7, 20, 0.1), (20, .infinity, 0.05),
        ]
        let middle = Double(days)
        let delta = shares.reduce(1.0) { $0 + $1.share * max(min(middle, $1.to) - $1.from, 0) }
        let longest = min(Int((middle + delta).rounded(.toNearestOrEven)), maximumInterval)
        let shortest = min(max(Int((middle - delta).rounded(.toNearestOrEven)), 2), longest)
        return shortest...longest
    }

    /// An interval from the range around `days`, each as likely as the others.
    ///
    /// Drawn from the card and the number of the review alone, so that it is the same on every machine and at every
    /// replay.
    func fuzz(_ days: Int, of card: CardID, review: Int) -> Int {
        guard let range = fuzzRange(around: days) else { return days }
        var random = SplitMix64(seed: UInt64(review.magnitude), for: card.text)
        return Int(random.draw(from: Int64(range.lowerBound)...Int64(range.upperBound)))
    }
}
