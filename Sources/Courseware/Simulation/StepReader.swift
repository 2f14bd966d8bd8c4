import LocatedJSON
import Simulator
import Timelines

/// A step as it was written.
struct WrittenStep {
    var line: NarrationLine
    /// Where its pattern stands.
    var place: Place
    /// Where its text stands.
    var sayPlace: Place
    /// Where its name stands.
    var anchorPlace: Place
    /// The names of fields, each with its place.
    var spotlight: [Located<String>]
    /// Whether it need not happen in its own scene.
    var isOptional: Bool
}

extension Reading where Value == [WrittenStep] {
    /// The steps of a simulated scene among these participants.
    static func steps(among participants: [Participant.ID]) -> Self {
        Reading { node, log in
            var anchors = UsedIDs(of: "the step")
            let step = Reading<WrittenStep> { node, log in
                guard let step = written(node, among: participants, log) else { return nil }
                if let anchor = step.line.anchor { anchors.use(anchor, at: step.anchorPlace, log: log) }
                return step
            }
            return Reading.list(of: step, atMost: CourseLimits.steps).read(node, log)
        }
    }

    private static func written(
        _ node: JSONNode, among participants: [Participant.ID], _ log: FaultLog
    ) -> WrittenStep? {
        guard var object = ObjectReader(node, as: "a step", log: log) else { return nil }
        let pattern = object.required("on", .pattern(among: participants, nth: 1))
        let anchor = object.optional("id", .identifier)
        let say = object.optional("say", .text)
        let citations = object.optional("cite", .citations), ask = object.optional("ask", .prediction)
        let spotlight = object.optional("spotlight", .list(of: Reading<String>.string.located)) ?? []
        let isOptional = object.optional("optional", .bool) ?? false
        if !object.has("say") {
            if !object.has("id") { log.report(CourseFault.emptyStep, at: node.head) }
            for key in ["cite", "ask"] where object.has(key) {
                log.report(CourseFault.stepWithoutSay(key), at: object.member(key)?.keyPlace ?? node.head)
            }
        }
        object.finish()
        guard let pattern else { return nil }
        let line = NarrationLine(
            on: pattern, anchor: anchor, say: say, citations: citations ?? [], ask: ask,
            spotlight: Set(spotlight.map(\.value)))
        return WrittenStep(
            line: line, place: object.place(of: "on"), sayPlace: object.place(of: "say"),
            anchorPlace: object.place(of: "id"), spotlight: spotlight, isOptional: isOptional)
    }
}

extension Reading where Value == Simulator.Fault {
    /// A fault in its notation, among these participants; any name will do where they are not known.
    static func fault(among participants: [Participant.ID]?) -> Self {
        Reading { node, log in
            guard let text = Reading<String>("a fault such as \"drop:SYN,ACK@server\"", { $0.string }).read(node, log)
            else { return nil }
            do throws(FaultNotationError) {
                let fault = try Simulator.Fault(parsing: text)
                let unknown = fault.participants.filter { participants?.contains($0) == false }
                for id in unknown {
                    log.report(CourseFault.unknownParticipant(id, known: participants ?? []), at: node.place)
                }
                return unknown.isEmpty ? fault : nil
            } catch {
                log.report(CourseFault.malformedFault(error), at: node.place)
                return nil
            }
        }
    }
}

extension Simulator.Fault {
    /// The participants that it names.
    fileprivate var participants: [Participant.ID] {
        switch target {
        case .message: []
        case .matching(let pattern, _), .some(let pattern, _): [pattern.from, pattern.to].compactMap(\.self)
        }
    }
}
