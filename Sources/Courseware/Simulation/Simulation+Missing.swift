import Simulator
import Timelines

extension Simulation {
    /// What happens from the start of the simulation, also what `since` hides, and for as long again as the scene lasts.
    var lookingBeyond: Timeline {
        var whole = scenario
        whole.beginning = .zero
        whole.limit = end + end
        return whole.run(faults: faults)
    }

    /// When the scene ends, on the simulation's own clock.
    private var end: Span { scenario.beginning + scenario.limit }

    /// Why a pattern that fits something in `longer`, made by ``lookingBeyond``, fits nothing in the scene.
    ///
    /// - Returns: `nil` when it comes neither too early nor too late.
    func miss(of pattern: EventPattern, in longer: Timeline) -> CourseFault? {
        guard let event = pattern.matches(in: longer).first else { return nil }
        let time = longer.events[event].instant - .zero
        if time < scenario.beginning { return .stepBeforeSince(at: time, since: scenario.beginning) }
        return time > end ? .stepAfterUntil(at: time, until: end) : nil
    }
}
