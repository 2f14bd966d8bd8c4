extension Memory {
    /// The same, but due on the next day at the earliest: what was asked today rests for a night.
    ///
    /// A session repeats what was not known by itself. Were questions due again minutes after it, it would have no end.
    ///
    /// - Parameter offset: How far the learner's clock is ahead of UTC, in milliseconds.
    /// - Returns: The memory, with the later of the two dates.
    public func rested(offset: Int64) -> Memory {
        var rested = self
        rested.due = max(due, StudyDay(of: lastReview, offset: offset).advanced(by: 1).start(offset: offset))
        return rested
    }
}
