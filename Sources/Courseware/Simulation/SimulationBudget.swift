import Simulator
import Timelines

/// How much may still be simulated while one lesson is read.
///
/// A lesson may have many scenes and challenges, and each of them runs; without a common bound a small file could keep
/// the program busy for hours.
final class SimulationBudget {
    /// Why a run was given up: it takes more occurrences than this.
    struct Exhausted: Error { var limit: Int }

    /// Occurrences in one run, and in all of them.
    private let scene: Int, total: Int
    private var left: Int

    init(scene: Int = CourseLimits.sceneWork, total: Int = CourseLimits.work) {
        self.scene = scene
        self.total = total
        left = total
    }

    /// Lets a scenario happen, if that does not take too much.
    func run(_ scenario: Scenario, faults: [Simulator.Fault]) throws(Exhausted) -> Timeline {
        guard left > 0 else { throw Exhausted(limit: total) }
        let limit = min(left, scene)
        let run = scenario.measuredRun(faults: faults, workLimit: limit)
        left -= run.work
        guard run.isComplete else { throw Exhausted(limit: limit == scene ? scene : total) }
        return run.timeline
    }
}
