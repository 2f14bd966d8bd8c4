public import Timelines

extension Scenario {
    /// How many occurrences (arrivals, timers, calls) a run handles at the most, unless said otherwise.
    public static let usualWorkLimit = 200_000

    /// Of how many connections of a host the timeline has quantities, oldest first; more than anybody will draw.
    public static let measuredConnections = 8

    /// What happens when everything runs until nothing is due any more, or the limit is reached.
    ///
    /// - Parameters:
    ///   - faults: What goes wrong.
    ///   - workLimit: How many occurrences are handled at the most.
    /// - Returns: What happened, on the scenario's clock.
    public func run(faults: [Fault] = [], workLimit: Int = usualWorkLimit) -> Timeline {
        measuredRun(faults: faults, workLimit: workLimit).timeline
    }

    /// The same as ``run(faults:workLimit:)``, and what it took.
    public func measuredRun(faults: [Fault] = [], workLimit: Int = usualWorkLimit) -> Run {
        var internet = Internet(self, faults: faults)
        internet.run(workLimit: workLimit)
        return Run(timeline: internet.timeline, work: internet.work, isComplete: internet.work < workLimit)
    }

    /// What became of a scenario.
    public struct Run: Sendable {
        /// What happened, on the scenario's clock.
        public let timeline: Timeline
        /// How many occurrences were handled.
        public let work: Int
        /// Whether it ended by itself rather than at the limit of work.
        public let isComplete: Bool
    }
}
