import LocatedJSON
import Simulator
import Timelines
import Wire

/// What can befall links and hosts.
private enum IncidentVerb: String, CaseIterable { case down, crash, reboot, flood, segment }

extension Reading where Value == Scenario.Incident {
    /// One incident in this scenario.
    static func incident(among scenario: Scenario) -> Self {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "an incident", log: log) else { return nil }
            let others: Set = [
                "at", "for", "from", "count", "every", "as", "to", "seq", "ack", "window", "timestamp", "data", "old",
            ]
            guard let verb = object.verb(IncidentVerb.self, besides: others, log) else { return nil }
            object.name = named(verb.rawValue, "incident")
            let time = object.required("at", .duration)
            let kind = kind(verb, &object, scenario, log)
            object.finish()
            guard let time, let kind else { return nil }
            return Scenario.Incident(at: time, kind)
        }
    }

    private static func kind(
        _ verb: IncidentVerb, _ object: inout ObjectReader, _ scenario: Scenario, _ log: FaultLog
    ) -> Scenario.Incident.Kind? {
        let ids = scenario.nodes.map(\.id), host = Reading<Participant.ID>.host(among: scenario.nodes)
        switch verb {
        case .down:
            let ends = object.required("down", .pair(among: ids))
            let span = object.required("for", .someTime)
            guard let ends, let span else { return nil }
            if !scenario.links.contains(where: { Set([$0.one, $0.other]) == Set([ends.0, ends.1]) }) {
                log.report(CourseFault.noLink(ends.0, ends.1), at: object.place(of: "down"))
            }
            return .linkDown(ends.0, ends.1, for: span)
        case .crash: return object.required("crash", .sender(among: scenario.nodes)).map { .crash($0) }
        case .reboot: return object.required("reboot", .sender(among: scenario.nodes)).map { .reboot($0) }
        case .flood:
            let target = object.required("flood", .endpoint(among: scenario.nodes))
            let source = object.required("from", host)
            let count = object.required("count", .wholeNumber(in: 1...10_000))
            let every = object.required("every", .someTime)
            guard let target, let source, let count, let every else { return nil }
            return .flood(from: source, to: target.host, port: target.port, count: count, every: every)
        case .segment: return strayIncident(&object, scenario, log)
        }
    }

    /// A segment that no endpoint sends.
    private static func strayIncident(
        _ object: inout ObjectReader, _ scenario: Scenario, _ log: FaultLog
    ) -> Scenario.Incident.Kind? {
        typealias End = Scenario.StraySegment.End
        let flags = object.required("segment", .flags)
        let from = object.required("from", .sender(among: scenario.nodes))
        let source = object.required("as", .endpoint(among: scenario.nodes))
        let target = object.required("to", .endpoint(among: scenario.nodes))
        let number = Reading<Int>.wholeNumber(in: 0...Int(UInt32.max))
        let sequence = object.required("seq", number), acknowledgment = object.optional("ack", number)
        let window = object.optional("window", .wholeNumber(in: 0...Int(UInt16.max)))
        let timestamp = object.optional("timestamp", number)
        let payload = object.optional("data", .payload(atMost: CourseLimits.sentBytes))
        let isOld = object.optional("old", .bool)
        let isSmall = payload.map { $0.fits(CourseLimits.segmentBytes, at: object.place(of: "data"), log) } ?? true
        guard let flags, let from, let source, let target, let sequence, isSmall else { return nil }
        guard from != target.host else {
            log.report(CourseFault.segmentToItself(from), at: object.place(of: "to"))
            return nil
        }
        var stray = Scenario.StraySegment(
            flags, from: from, as: End(source.host, source.port), to: End(target.host, target.port),
            sequence: SequenceNumber(UInt32(sequence)), acknowledgment: SequenceNumber(UInt32(acknowledgment ?? 0)),
            timestamp: timestamp.map { UInt32($0) }, payload: payload?.content ?? [],
            isOld: isOld ?? (source.host == from))
        if let window { stray.window = UInt16(window) }
        return .segment(stray)
    }
}

extension Reading where Value == TCPFlags {
    /// Control bits as labels have them, such as `"SYN,ACK"`.
    static var flags: Self {
        Reading { node, log in
            guard let text = Reading<String>("control bits such as \"SYN,ACK\"", { $0.string }).read(node, log) else {
                return nil
            }
            let flags = TCPFlags(label: text)
            if flags == nil { log.report(CourseFault.malformedFlags(text), at: node.place) }
            return flags
        }
    }
}

extension Reading where Value == Participant.ID {
    /// The id of a simulated host.
    static func host(among nodes: [Scenario.Node]) -> Self {
        Reading { node, log in
            guard let id = Reading.participant(among: nodes.map(\.id)).read(node, log) else { return nil }
            guard nodes.contains(where: { $0.id == id && $0.kind == .host }) else {
                log.report(CourseFault.noHost(id), at: node.place)
                return nil
            }
            return id
        }
    }

    /// The id of a simulated host or router.
    static func sender(among nodes: [Scenario.Node]) -> Self {
        Reading { node, log in
            guard let id = Reading.participant(among: nodes.map(\.id)).read(node, log) else { return nil }
            guard nodes.contains(where: { $0.id == id && ($0.kind == .host || $0.kind == .router) }) else {
                log.report(CourseFault.noSenderOfPackets(id), at: node.place)
                return nil
            }
            return id
        }
    }

    /// The id of a node that has an address.
    static func reachable(among nodes: [Scenario.Node]) -> Self {
        Reading { node, log in
            guard let id = Reading.participant(among: nodes.map(\.id)).read(node, log) else { return nil }
            if nodes.contains(where: { $0.id == id && $0.addresses.isEmpty && $0.kind == .ethernetSwitch }) {
                log.report(CourseFault.unreachable(id), at: node.place)
                return nil
            }
            return id
        }
    }
}

/// A port of a node.
struct Endpoint {
    var host: Participant.ID
    var port: UInt16
}

extension Reading where Value == Endpoint {
    /// A host and a port, as in `"server:443"`.
    static func endpoint(among nodes: [Scenario.Node]) -> Self {
        Reading { node, log in
            guard let text = Reading<String>("a host and a port such as \"server:443\"", { $0.string }).read(node, log)
            else { return nil }
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[1].first != "+", let port = UInt16(parts[1]), port > 0 else {
                log.report(CourseFault.malformedEndpoint(text), at: node.place)
                return nil
            }
            let name = JSONNode(.string(String(parts[0])), at: node.place(of: parts[0].startIndex..<parts[0].endIndex))
            return Reading<Participant.ID>.reachable(among: nodes).read(name, log).map {
                Endpoint(host: $0, port: port)
            }
        }
    }
}
