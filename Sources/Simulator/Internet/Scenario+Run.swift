public import Timelines

extension Scenario {
    /// What happens when everything runs until nothing is due any more, or the limit is reached.
    ///
    /// - Parameters:
    ///   - faults: What goes wrong.
    ///   - workLimit: How many occurrences (arrivals, timers, calls) are handled at the most.
    /// - Returns: What happened, on the scenario's clock.
    public func run(faults: [Fault] = [], workLimit: Int = 200_000) -> Timeline {
        var internet = Internet(self, faults: faults)
        internet.run(workLimit: workLimit)
        return internet.timeline
    }
}
