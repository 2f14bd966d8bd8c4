import Localization
import LocatedJSON
import Timelines

/// Reads the entries of a scripted timeline.
///
/// What can be known from an entry alone is checked here; what depends on time is checked when the script is performed.
struct ScriptDecoder {
    let participants: [Participant]
    /// How long a message travels that does not say.
    let delay: Span

    /// A list of entries; one that cannot be read stands in it as ``ScriptEntry/Action/unreadable``.
    var entries: Reading<[ScriptEntry]> { entries(atLeast: 0) }

    func entries(atLeast minimum: Int) -> Reading<[ScriptEntry]> {
        .list(
            of: Reading { node, log in
                self.entry(node, log) ?? ScriptEntry(action: .unreadable, place: node.head, node: node)
            }, atLeast: minimum)
    }

    private func entry(_ node: JSONNode, _ log: FaultLog) -> ScriptEntry? {
        guard var object = ObjectReader(node, as: "a timeline entry", log: log) else { return nil }
        guard let verb = verb(of: object, log) else {
            // Which other keys belong here nobody knows; what is said can be checked all the same.
            _ = narration(&object, log)
            return nil
        }
        object.name = verb.entryName
        let action = action(verb, &object, log) ?? .unreadable
        let place = object.member(verb.rawValue)?.keyPlace ?? node.head
        var entry = ScriptEntry(action: action, place: place, node: node)
        if let beginning = beginning(&object, log) { entry.beginning = beginning }
        entry.anchor = object.optional("id", Reading.identifier.located)
        entry.narration = narration(&object, log)
        if verb == .send || verb == .state {
            entry.wrong = object.optional("wrong", .text)
            entry.spots = ScriptSpots(object, verb: verb)
        }
        let isShownPause = verb == .pause && object.has("title")
        for key in verb.excludedKeys where object.has(key) && !isShownPause {
            let place = object.member(key)?.keyPlace ?? node.head
            log.report(CourseFault.noMoment(key: key, verb: verb.rawValue), at: place)
        }
        object.finish()
        return entry
    }

    // MARK: What all entries have

    /// The keys that an entry can have, whatever its verb.
    private static let otherKeys: Set = [
        "after", "when", "id", "say", "cite", "ask", "from", "to", "takes", "fields", "spotlight", "protected", "lost",
        "again",
        "wait", "wrong", "at", "starts", "cancelled", "fires", "set", "remove", "slots", "over", "activates",
        "deactivates", "creates", "title", "times", "do", "is", "unit",
    ]

    /// The entry's verb, or the one that a misspelled key was meant to be.
    private func verb(of object: ObjectReader, _ log: FaultLog) -> ScriptVerb? {
        let verbs = object.node.members?.compactMap { ScriptVerb.named($0.key) } ?? []
        for second in verbs.dropFirst() {
            let place = object.member(second.rawValue)?.keyPlace ?? object.node.head
            log.report(CourseFault.secondVerb(second.rawValue, first: verbs[0].rawValue), at: place)
        }
        guard verbs.isEmpty else { return verbs.count == 1 ? verbs[0] : nil }
        for key in object.keys where !Self.otherKeys.contains(key) {
            if let meant = nearest(to: key, among: ScriptVerb.allCases.map(\.rawValue)) {
                return ScriptVerb(rawValue: meant)
            }
        }
        log.report(CourseFault.noVerb, at: object.node.head)
        return nil
    }

    private func beginning(_ object: inout ObjectReader, _ log: FaultLog) -> ScriptEntry.Beginning? {
        let after = object.optional("after", .duration)
        let when = object.optional("when", Reading.duration.located)
        if object.has("after"), object.has("when") {
            log.report(CourseFault.afterAndWhen, at: object.place(of: "when"))
        }
        return when.map { .at($0) } ?? after.map { .after($0) }
    }

    private func narration(_ object: inout ObjectReader, _ log: FaultLog) -> ScriptEntry.Narration? {
        let say = object.optional("say", .text)
        let citations = object.optional("cite", .citations)
        let ask = object.optional("ask", .prediction)
        guard object.has("say") else {
            for key in ["cite", "ask"] where object.has(key) {
                log.report(CourseFault.keyWithoutSay(key), at: object.member(key)?.keyPlace ?? object.node.head)
            }
            return nil
        }
        return say.map {
            ScriptEntry.Narration(say: $0, place: object.place(of: "say"), citations: citations ?? [], ask: ask)
        }
    }

    // MARK: What depends on the verb

    private func action(_ verb: ScriptVerb, _ object: inout ObjectReader, _ log: FaultLog) -> ScriptEntry.Action? {
        let key = verb.rawValue
        switch verb {
        case .send: return sending(&object, log).map { .send($0) }
        case .state:
            let owner = object.required("at", participant)
            return object.required(key, .text).map { .state($0, of: owner) }
        case .timer: return timer(&object, log)
        case .table: return table(&object, log)
        case .does:
            let owner = object.required("at", participant)
            return object.required(key, .text).map { .does($0, at: owner) }
        case .note:
            let over = object.optional("over", .list(of: participant, atLeast: 1)) ?? []
            let first = over.min() ?? 0, last = over.max() ?? max(participants.count - 1, 0)
            return object.required(key, .text).map { .note($0, over: first...last) }
        case .phase: return object.required(key, .text).map { .phase($0) }
        case .divider: return object.required(key, .text).map { .divider($0) }
        case .pause:
            let title = object.optional("title", .text)
            return object.required(key, .duration).map { .pause($0, title: title) }
        case .parallel:
            let title = object.optional("title", .text)
            return object.required(key, .list(of: entries, atLeast: 1)).map { .parallel($0, title: title) }
        case .loop, .alternatives, .group: return framed(verb, &object, log)
        case .active:
            let owner = object.required("at", participant)
            return object.required(key, .bool).map { .active($0, at: owner) }
        case .destroy: return .destroy(object.required(key, participant))
        case .quantity: return quantity(&object, log)
        }
    }

    private func sending(_ object: inout ObjectReader, _ log: FaultLog) -> ScriptEntry.Sending? {
        let label = object.required("send", .text)
        let sender = end("from", &object), receivers = receivers(&object, from: sender, log)
        if !object.has("from"), !object.has("to") { log.report(CourseFault.noEnds, at: object.node.head) }
        // An unreadable duration counts as none, so that no later entry is told off for coming too early.
        let travel = object.optional("takes", .duration) ?? (object.has("takes") ? .zero : delay)
        let fields = object.optional("fields", .messageFields) ?? []
        let spotlight = object.optional("spotlight", .list(of: Reading.string.located)) ?? []
        for name in spotlight where !fields.contains(where: { $0.name == name.value }) {
            log.report(CourseFault.unknownSpotlight(name.value, known: fields.map(\.name)), at: name.place)
        }
        let keys: [(String, Message.Protection)] = [("handshake", .handshakeKeys), ("application", .applicationKeys)]
        let protection = object.optional("protected", .oneOf(keys)) ?? .clear
        let loss = loss(&object, of: receivers, from: sender, log)
        let isRetransmission = object.optional("again", .bool) ?? false
        let isAwaited = object.optional("wait", .bool) ?? true
        func deed(_ key: String, needs isPossible: Bool, _ fault: CourseFault) -> Bool {
            guard object.optional(key, .bool) ?? false else { return false }
            if !isPossible { log.report(fault, at: object.member(key)?.keyPlace ?? object.node.head) }
            return isPossible
        }
        var sending = ScriptEntry.Sending(
            label: label ?? "", sender: sender, receivers: receivers, travel: travel, fields: fields,
            spotlight: Set(spotlight.map(\.value)), protection: protection, loss: loss,
            isRetransmission: isRetransmission, isAwaited: isAwaited, activates: false, deactivates: false,
            creates: false)
        sending.activates = deed("activates", needs: sending.arrives, .noArrival("activates"))
        sending.deactivates = deed("deactivates", needs: sender != .outside, .noSender("deactivates"))
        sending.creates = deed("creates", needs: sending.arrives, .noArrival("creates"))
        return sending
    }

    /// A participant, or the world outside when nobody is named.
    private func end(_ key: String, _ object: inout ObjectReader) -> ScriptEntry.End {
        let index = object.optional(key, participant)
        return index.map { .participant($0) } ?? (object.has(key) ? .unreadable : .outside)
    }

    private func timer(_ object: inout ObjectReader, _ log: FaultLog) -> ScriptEntry.Action? {
        let name = object.required("timer", .text)
        let owner = object.required("at", participant)
        let length = object.optional("starts", .duration)
        let isCancelled = object.optional("cancelled", .bool), fires = object.optional("fires", .bool)
        var deeds: [ScriptEntry.TimerDeed] = []
        if object.has("starts") { deeds.append(.starts(length)) }
        if isCancelled == true { deeds.append(.isCancelled) }
        if fires == true { deeds.append(.fires) }
        let isReadable = (isCancelled != nil) == object.has("cancelled") && (fires != nil) == object.has("fires")
        if deeds.count != 1, isReadable { log.report(CourseFault.unclearTimer, at: object.node.head) }
        let deed = deeds.count == 1 ? deeds[0] : .unclear
        return name.map { .timer(ScriptEntry.TimerName(owner: owner, name: $0), deed) }
    }

    private func table(_ object: inout ObjectReader, _ log: FaultLog) -> ScriptEntry.Action? {
        let name = object.required("table", .text)
        let owner = object.required("at", participant)
        let set = object.optional("set", rows), removed = object.optional("remove", .list(of: .string, atLeast: 1))
        let slots = object.optional("slots", .wholeNumber(in: 1...1000))
        if !object.has("set"), !object.has("remove"), !object.has("slots") {
            log.report(CourseFault.emptyTableChange, at: object.node.head)
        }
        let change = name.map {
            TableChange(owner: owner ?? 0, name: $0, slots: slots, set: set ?? [], removed: removed ?? [])
        }
        return change.map { .table($0, owner: owner) }
    }

    private var rows: Reading<[TableChange.Row]> {
        Reading { node, log in
            guard let object = ObjectReader(node, as: "'set'", log: log) else { return nil }
            return object.node.members?.compactMap { member in
                Reading.text.read(member.value, log).map { TableChange.Row(member.key, $0) }
            }
        }
    }

    var participant: Reading<Participant.Index> {
        Reading { node, log in
            guard let id = Reading.string.read(node, log) else { return nil }
            let index = participants.firstIndex { $0.id == id }
            if index == nil {
                log.report(CourseFault.unknownParticipant(id, known: participants.map(\.id)), at: node.place)
            }
            return index
        }
    }
}
