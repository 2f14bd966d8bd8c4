public import Simulator
public import Timelines

extension Simulation {
    /// Runs the scenario with the scene's faults and these besides, and tells it.
    ///
    /// Each line of the narration hangs on the first event that fits it, if there is one, which gets its anchor and
    /// whose message gets its spotlight. Of two lines about one event the first gives it its anchor.
    ///
    /// - Returns: What happens, and the steps in order of their events.
    public func perform(faults extra: [Fault] = []) -> (timeline: Timeline, steps: [Step]) {
        tell(scenario.run(faults: faults + extra))
    }

    /// The same within a budget.
    func perform(
        faults extra: [Fault] = [], within budget: SimulationBudget
    ) throws(SimulationBudget.Exhausted) -> (timeline: Timeline, steps: [Step]) {
        tell(try budget.run(scenario, faults: faults + extra))
    }

    private func tell(_ run: Timeline) -> (timeline: Timeline, steps: [Step]) {
        let places = narration.map { $0.on.matches(in: run).first }
        var events = run.events, messages = run.messages
        var steps: [Step] = []
        for (line, place) in zip(narration, places) {
            guard let place else { continue }
            events[place].anchor = events[place].anchor ?? line.anchor
            if let message = events[place].kind.message { messages[message].spotlight.formUnion(line.spotlight) }
            if let say = line.say {
                steps.append(Step(event: place, say: say, citations: line.citations, ask: line.ask))
            }
        }
        let timeline = Timeline(
            participants: run.participants, messages: messages, timers: run.timers, events: events,
            quantities: run.quantities, controlBlocks: run.controlBlocks, isNumbered: isNumbered)
        let order = steps.indices.sorted { (steps[$0].event, $0) < (steps[$1].event, $1) }
        return (timeline, order.map { steps[$0] })
    }
}

extension Event.Kind {
    /// The message that left, arrived or was lost.
    var message: Int? {
        switch self {
        case .sent(let message), .arrived(let message), .lost(let message): message
        default: nil
        }
    }
}
