import Localization
import LocatedJSON
import Simulator
import Timelines

/// Reads the simulated scenes of a lesson, and either runs them and checks that what is said fits what happens, or puts
/// that off until somebody looks.
struct SimulatedSceneReader {
    /// How long a bit is on a link that does not say.
    let delay: Span
    let log: FaultLog
    /// What the scenes and challenges of the lesson may cost together.
    let budget: SimulationBudget
    /// Whether the messages of the lesson are numbered, where a variant does not say otherwise.
    private let isNumbered: Bool
    /// Whether scenes are run now.
    private let rehearses: Bool
    /// The lesson's own scenario as it is written, when the lesson is simulated.
    private var scenario: JSONNode?
    private var steps: [WrittenStep] = []
    private var sliders = DeclaredSliders()

    init(
        delay: Span, isNumbered: Bool, rehearses: Bool = true, log: FaultLog,
        budget: SimulationBudget = SimulationBudget()
    ) {
        self.budget = budget
        self.rehearses = rehearses
        self.delay = delay
        self.isNumbered = isNumbered
        self.log = log
    }

    /// Whether the lesson itself is simulated.
    var isLesson: Bool { scenario != nil }

    /// The ids in the lesson's scenario.
    var participants: [Participant.ID] { scenario?.participantIDs ?? [] }

    /// Reads what is simulated in the lesson itself.
    mutating func main(_ object: inout ObjectReader, title: LocalizedText) -> Scene? {
        scenario = object.member("scenario")?.value
        sliders = object.optional("sliders", .sliders) ?? DeclaredSliders()
        let (sliders, areKnown) = used(in: scenario, sliders)
        if areKnown { reportUnused(self.sliders, in: sliders, &object) }
        let written = object.required("scenario", .anything).map { node in sliders.map { $0.node(at: $0.start) } ?? node
        }
        let scenario = areKnown ? written.flatMap { Reading.scenario(delay: delay).read($0, log) } : nil
        let faults = object.optional("faults", faultList(among: participants)) ?? []
        steps = object.optional("steps", .steps(among: participants)) ?? []
        guard let scenario else { return nil }
        let place = object.member("scenario")?.keyPlace ?? object.node.head
        let simulation = Simulation(
            scenario: scenario, faults: faults.map(\.value), narration: steps.map(\.line), isNumbered: isNumbered,
            sliders: sliders)
        return scene(Scene.mainID, title, simulation, faults, steps, isOwn: true, at: place)
    }

    /// Reads what is different in a variant, whose messages are numbered as the lesson's if it says nothing of it.
    func variant(
        _ object: inout ObjectReader, id: String, title: LocalizedText, isNumbered: Bool?
    ) -> Scene? {
        object.allow("scenario")
        let own = object.member("scenario")?.value
        guard let written = scenario.map({ base in own.map { base.replacing($0) } ?? base }) ?? own else { return nil }
        if let own, own.members == nil { _ = ObjectReader(own, as: "a scenario", log: log) }
        let declared = object.optional("sliders", .sliders)
        let (sliders, areKnown) = used(in: written, declared ?? self.sliders)
        if areKnown, let declared { reportUnused(declared, in: sliders, &object) }
        let scenario =
            areKnown ? scenario(sliders?.node(at: sliders?.start ?? []) ?? written, of: own ?? object.node) : nil
        let faults = object.optional("faults", faultList(among: written.participantIDs)) ?? []
        let ownSteps = object.optional("steps", .steps(among: written.participantIDs))
        let keys = ["scenario", "faults", "steps", "sliders"]
        if !keys.contains(where: object.has) { log.report(CourseFault.sameVariant, at: object.node.head) }
        guard let scenario else { return nil }
        let isOwn = object.has("steps")
        let told = isOwn ? ownSteps ?? [] : steps
        let place = keys.compactMap { object.member($0)?.keyPlace }.first ?? object.node.head
        let simulation = Simulation(
            scenario: scenario, faults: faults.map(\.value), narration: told.map(\.line),
            isNumbered: isNumbered ?? self.isNumbered, sliders: sliders)
        return scene(id, title, simulation, faults, told, isOwn: isOwn, at: place)
    }

    /// Reads a variant's scenario, of which a part has been read, and its faults reported, before.
    ///
    /// What only becomes wrong in the variant is reported there, at `own`.
    private func scenario(_ node: JSONNode, of own: JSONNode) -> Scenario? {
        let trial = log.emptied()
        let scenario = Reading.scenario(delay: delay).read(node, trial)
        for diagnostic in trial.diagnostics where !log.diagnostics.contains(diagnostic) {
            let place = diagnostic.place
            if own.place.offset <= place.offset, place.offset < own.place.offset + own.place.length {
                log.report(diagnostic)
            } else {
                var there = diagnostic
                there.message += " (on line \(place.line), which the variant keeps)"
                there.place = own.head
                there.fix = nil
                log.report(there)
            }
        }
        return scenario
    }

    private func faultList(among participants: [Participant.ID]) -> Reading<[Located<Simulator.Fault>]> {
        .list(of: Reading<Simulator.Fault>.fault(among: participants).located)
    }

    // MARK: Running

    private func scene(
        _ id: String, _ title: LocalizedText, _ simulation: Simulation, _ faults: [Located<Simulator.Fault>],
        _ written: [WrittenStep], isOwn: Bool, at place: Place
    ) -> Scene? {
        guard rehearses else { return Scene(id: id, title: title, putOff: simulation, joinsSteps: !isOwn) }
        let timeline: Timeline, steps: [Step]
        do throws(SimulationBudget.Exhausted) {
            (timeline, steps) = try simulation.perform(within: budget)
        } catch {
            log.report(CourseFault.tooMuchWork(limit: error.limit), at: place)
            return nil
        }
        guard timeline.events.count <= ScriptPerformance.mostEvents else {
            log.report(CourseFault.tooManyEvents(limit: ScriptPerformance.mostEvents), at: place)
            return nil
        }
        var scene = Scene(id: id, title: title, timeline: timeline, steps: steps, simulation: simulation)
        if timeline.events.isEmpty { log.report(CourseFault.emptySimulation, at: place) }
        guard tryOut(simulation) else { return nil }
        for fault in faults where !fault.value.isFelt(in: timeline) {
            log.report(CourseFault.idleFault(fault.value.text), at: fault.place)
        }
        if isOwn {
            check(written, against: scene)
        } else {
            scene.settle(steps)
        }
        return scene
    }

    /// Checks that each step has its event, and its event only what it can have.
    private func check(_ written: [WrittenStep], against scene: Scene) {
        let timeline = scene.timeline
        var longer: Timeline?
        var anchors: [Int: String] = [:]
        var told: [(event: Int, place: Place)] = []
        for step in written {
            guard let event = step.line.on.matches(in: timeline).first else {
                if !step.isOptional {
                    longer = longer ?? (log.isThorough ? scene.simulation?.lookingBeyond : nil)
                    let fault = longer.flatMap { scene.simulation?.miss(of: step.line.on, in: $0) } ?? .stepNeverHappens
                    log.report(fault, at: step.place)
                }
                continue
            }
            if let anchor = step.line.anchor {
                if let first = anchors[event] {
                    log.report(CourseFault.secondAnchor(anchor, first: first), at: step.anchorPlace)
                } else {
                    anchors[event] = anchor
                }
            }
            check(step.spotlight, against: timeline.events[event], in: timeline)
            if step.line.say != nil { told.append((event, step.sayPlace)) }
        }
        // The order of the scene's own steps.
        let order = told.indices.sorted { (told[$0].event, $0) < (told[$1].event, $1) }
        for (place, (stop, former)) in zip(order.dropFirst(), zip(scene.stops.dropFirst(), scene.stops))
        where stop == former {
            log.report(CourseFault.pointlessStep, at: told[place].place)
        }
    }

    private func check(_ spotlight: [Located<String>], against event: Event, in timeline: Timeline) {
        for name in spotlight {
            guard let message = event.kind.message else {
                log.report(CourseFault.spotlightWithoutMessage, at: name.place)
                return
            }
            let known = timeline.messages[message].fields.map(\.name)
            if !known.contains(name.value) {
                log.report(CourseFault.unknownSpotlight(name.value, known: known), at: name.place)
            }
        }
    }
}

extension JSONNode {
    /// The ids of the hosts, routers and switches of this scenario, whatever else may be wrong with it.
    fileprivate var participantIDs: [Participant.ID] {
        ["hosts", "routers", "switches"].flatMap { self[$0]?.elements ?? [] }.compactMap { $0["id"]?.string }
    }

    /// This object with the members of another, which replace those of the same key.
    fileprivate func replacing(_ other: JSONNode) -> JSONNode {
        guard let members, let others = other.members else { return self }
        let kept = members.filter { member in !others.contains { $0.key == member.key } }
        return JSONNode(.object(kept + others), at: other.place)
    }
}

extension Simulator.Fault {
    /// Whether there is a message in the timeline that the fault is about.
    fileprivate func isFelt(in timeline: Timeline) -> Bool {
        switch target {
        case .message(let number): number <= timeline.messages.count
        case .matching(let pattern, let nth):
            timeline.messages.count { pattern.fits($0, among: timeline.participants) } >= nth ?? 1
        case .some(let pattern, _): timeline.messages.contains { pattern.fits($0, among: timeline.participants) }
        }
    }
}

extension MessagePattern {
    fileprivate func fits(_ message: Message, among participants: [Participant]) -> Bool {
        (from ?? participants[message.sender].id) == participants[message.sender].id
            && (to ?? participants[message.receiver].id) == participants[message.receiver].id
            && (label.map { label in message.label.wordings.contains { $0.text == label } } ?? true)
    }
}
