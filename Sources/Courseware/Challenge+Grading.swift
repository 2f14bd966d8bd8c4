public import Simulator
public import Timelines

extension Challenge {
    /// What became of an attempt.
    public struct Grade: Hashable, Sendable {
        /// Whether the goal was reached.
        public var isMet: Bool
        /// How many faults it took.
        public var faultCount: Int
        /// How many the author needed.
        public var par: Int

        /// A grade; see the properties.
        public init(isMet: Bool, faultCount: Int, par: Int) {
            self.isMet = isMet
            self.faultCount = faultCount
            self.par = par
        }
    }

    /// How many faults the author needed.
    public var par: Int { solution.count }

    /// Grades what came of these faults.
    public func grade(_ faults: [Simulator.Fault], causing timeline: Timeline) -> Grade {
        Grade(isMet: goal.isMet(by: timeline), faultCount: faults.count, par: par)
    }

    /// Lets these faults happen in the scene that the challenge starts from, and grades what comes of them.
    public func grade(_ faults: [Simulator.Fault], in scene: Scene) -> Grade {
        grade(faults, causing: scene.simulation?.perform(faults: faults).timeline ?? scene.timeline)
    }
}
