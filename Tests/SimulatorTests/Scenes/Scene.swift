import Localization
import Simulator
import Testing
import Timelines
import Wire

/// A client and a server with a router between them, to which an attacker is joined as well; 10 ms each way.
///
///     client 192.0.2.10 ── router ── 198.51.100.20 server
///                            └────── 203.0.113.66 attacker
enum Scene {
    static func scenario(
        client: HostProfile = .linux65, server: HostProfile = .linux65, script: [Scenario.ScriptLine],
        incidents: [Scenario.Incident] = [], serverISNs: [SequenceNumber] = [], limit: Span = .seconds(600)
    ) throws -> Scenario {
        func address(_ text: String) throws -> IPv4Address { try #require(IPv4Address(text)) }
        var target = Scenario.Node(
            id: "server", addresses: [try address("198.51.100.20")], gateway: try address("198.51.100.1"),
            profile: server)
        if serverISNs.isEmpty { target.initialSequence = 5000 } else { target.initialSequences = serverISNs }
        return Scenario(
            nodes: [
                .init(
                    id: "client", addresses: [try address("192.0.2.10")], gateway: try address("192.0.2.1"),
                    profile: client, initialSequence: 1000),
                .init(
                    id: "router", kind: .router,
                    addresses: [try address("192.0.2.1"), try address("198.51.100.1"), try address("203.0.113.1")]),
                target,
                .init(id: "attacker", addresses: [try address("203.0.113.66")], gateway: try address("203.0.113.1")),
            ],
            links: [
                .init("client", "router", delay: .milliseconds(10)),
                .init("router", "server", delay: .milliseconds(10)),
                .init("router", "attacker", delay: .milliseconds(10)),
            ],
            script: script, incidents: incidents, limit: limit)
    }

    /// The calls of a server that takes one connection and reads it to its end.
    static let reader: [Scenario.ScriptLine] = [
        .init("server", .listen(port: 443, backlog: 4)), .init("server", .accept), .init("server", .receiveAll),
    ]
}

extension Timeline {
    /// What leaves a participant, in its own name or not: `120 RST seq=1101 (forged)`, with the time in milliseconds and
    /// of the fields those with these names.
    func departures(
        from id: Participant.ID, fields names: [String] = ["seq", "ack", "len"]
    ) -> [String] {
        messages.filter { participants[$0.sender].id == id }.map { message in
            let stray =
                switch message.stray {
                case .forged: " (forged)"
                case .old: " (old)"
                case nil: ""
                }
            let fields = names.compactMap { name in
                message.fields.first { $0.name == name }.map { " \(name)=\($0.value)" }
            }
            return "\(message.departure.nanoseconds / 1_000_000) \(message.label(.english))"
                + fields.joined() + (message.isRetransmission ? " again" : "") + stray
        }
    }

    /// The states of a participant, in order, each with its time in milliseconds.
    func states(of id: Participant.ID) -> [String] {
        events.compactMap { event in
            guard case .state(let owner, let state) = event.kind, participants[owner].id == id else { return nil }
            return "\(event.instant.nanoseconds / 1_000_000) \(state(.english))"
        }
    }

    /// What a participant does, each with its time in milliseconds.
    func actions(of id: Participant.ID) -> [String] {
        events.compactMap { event in
            guard case .action(let owner, let text) = event.kind, participants[owner].id == id else { return nil }
            return "\(event.instant.nanoseconds / 1_000_000) \(text(.english))"
        }
    }

    /// The rules by which a participant did what it did, from the time in milliseconds on.
    func rules(of id: Participant.ID, from start: Int64 = 0) -> [String] {
        events.compactMap { event in
            guard event.instant.nanoseconds / 1_000_000 >= start, let rule = event.rule else { return nil }
            switch event.kind {
            case .sent(let index) where participants[messages[index].sender].id == id: return rule.id
            case .state(let owner, _) where participants[owner].id == id: return rule.id
            case .action(let owner, _) where participants[owner].id == id: return rule.id
            default: return nil
            }
        }
    }
}
