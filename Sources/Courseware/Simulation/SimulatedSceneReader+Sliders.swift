import LocatedJSON
import Simulator
import Timelines

extension SimulatedSceneReader {
    /// Those of the declared sliders that a scenario has a place for, and whether every place is that of one of them.
    func used(in scenario: JSONNode?, _ declared: DeclaredSliders) -> (sliders: Sliders?, areKnown: Bool) {
        guard let scenario else { return (nil, true) }
        return Sliders.used(in: scenario, among: declared, delay: delay, log)
    }

    /// Reports those of the declared sliders that move nothing.
    func reportUnused(_ declared: DeclaredSliders, in sliders: Sliders?, _ object: inout ObjectReader) {
        let used = Set(sliders?.list.map(\.id) ?? [])
        let nodes = object.member("sliders")?.value.elements ?? []
        for node in nodes {
            guard let id = node["id"], let name = id.string, !used.contains(name) else { continue }
            if declared.list.contains(where: { $0.id == name }) {
                log.report(CourseFault.unusedSlider(name), at: id.place)
            }
        }
    }

    /// Runs the scene with each slider at each of its places, the others where they begin, and reports what is wrong.
    ///
    /// - Returns: Whether all of that can be run.
    func tryOut(_ simulation: Simulation) -> Bool {
        guard let sliders = simulation.sliders else { return true }
        var isSound = true
        for (index, slider) in sliders.list.enumerated() {
            for value in slider.values.indices where value != slider.start {
                var places = sliders.start
                places[index] = value
                isSound = tryOut(simulation, sliders.node(at: places), of: slider.written[value].place) && isSound
            }
        }
        return isSound
    }

    private func tryOut(_ simulation: Simulation, _ scenario: JSONNode, of place: Place) -> Bool {
        let trial = log.emptied()
        guard let scenario = Reading.scenario(delay: delay).read(scenario, trial) else {
            for diagnostic in trial.diagnostics where !log.diagnostics.contains(diagnostic) { log.report(diagnostic) }
            return false
        }
        var slid = simulation
        slid.scenario = scenario
        do throws(SimulationBudget.Exhausted) {
            let count = try slid.perform(within: budget).timeline.events.count
            if count == 0 { log.report(CourseFault.emptySimulation, at: place) }
            let limit = ScriptPerformance.mostEvents
            if count > limit { log.report(CourseFault.tooManyEvents(limit: limit), at: place) }
            return 1...limit ~= count
        } catch {
            log.report(CourseFault.tooMuchWork(limit: error.limit), at: place)
            return false
        }
    }
}
