import Localization
import Simulator
import Testing
import Timelines
import Wire

/// A whole connection: open, three segments each way, close; and what may become of it.
enum Exchange {
    static let bytes = 3 * 1448

    static func scenario(
        delay: Span = .milliseconds(20), profile: HostProfile = .linux65, seed: UInt64 = 1
    ) -> Scenario {
        Scenario(
            nodes: [
                .init(id: "client", addresses: [IPv4Address(rawValue: 0xC000_020A)], profile: profile),
                .init(id: "server", addresses: [IPv4Address(rawValue: 0xC633_6414)], profile: profile),
            ],
            links: [.init("client", "server", delay: delay)],
            script: [
                .init("server", .listen(port: 443, backlog: 4)), .init("server", .accept),
                .init("server", .receive(bytes)), .init("server", .send(bytes)), .init("server", .receiveAll),
                .init("server", .close),
                .init("client", .connect("server", port: 443)), .init("client", .send(bytes)),
                .init("client", .receive(bytes)), .init("client", .close),
            ], seed: seed, limit: .seconds(7200))
    }

    /// Runs, and checks what must hold whatever goes wrong.
    static func check(_ scenario: Scenario, _ faults: [Fault], _ location: SourceLocation = #_sourceLocation) {
        var internet = Internet(scenario, faults: faults)
        internet.run()
        let label = Comment(rawValue: "\(faults)")
        #expect(internet.nextEvent == nil, "it does not come to an end: \(label)", sourceLocation: location)
        #expect(internet.runningTimers == 0, "a timer outlives its connection: \(label)", sourceLocation: location)
        let reports = internet.connections
        let clients = reports.filter { $0.host == "client" }, servers = reports.filter { $0.host == "server" }
        let client = clients.first
        // The server may have given up half-open connections before it had the one that the program took.
        let server = servers.first { $0.wasEstablished } ?? servers.first
        let isComplete =
            client?.received == server?.sent && client?.sent == server?.received && client?.received.count == bytes
            && server?.received.count == bytes
        let bothKnow =
            client?.failure != nil && (server == nil || server?.failure != nil || server?.wasEstablished == false)
        #expect(isComplete || bothKnow, "\(label)\n\(reports)", sourceLocation: location)
        #expect(reports.allSatisfy { $0.state == .closed }, label, sourceLocation: location)
        StateDiagram.check(internet.timeline, location)
    }
}

/// The state diagram of RFC 9293 §3.3.2, Figure 5, with the transitions that the figure's notes add.
enum StateDiagram {
    static let edges: Set<[String]> = {
        let table: [String: [String]] = [
            "CLOSED": ["LISTEN", "SYN-SENT", "SYN-RECEIVED", "ESTABLISHED"],
            "LISTEN": ["SYN-RECEIVED", "SYN-SENT", "CLOSED", "ESTABLISHED"],
            "SYN-SENT": ["SYN-RECEIVED", "ESTABLISHED", "CLOSED"],
            "SYN-RECEIVED": ["ESTABLISHED", "FIN-WAIT-1", "CLOSED", "LISTEN", "CLOSE-WAIT"],
            "ESTABLISHED": ["FIN-WAIT-1", "CLOSE-WAIT", "CLOSED"],
            "FIN-WAIT-1": ["FIN-WAIT-2", "CLOSING", "TIME-WAIT", "CLOSED"],
            "FIN-WAIT-2": ["TIME-WAIT", "CLOSED"],
            "CLOSE-WAIT": ["LAST-ACK", "CLOSED"],
            "CLOSING": ["TIME-WAIT", "CLOSED"],
            "LAST-ACK": ["CLOSED"],
            "TIME-WAIT": ["CLOSED"],
        ]
        return Set(table.flatMap { from, targets in targets.map { [from, $0] } })
    }()

    static func check(_ timeline: Timeline, _ location: SourceLocation = #_sourceLocation) {
        var states = timeline.participants.map { $0.state?(.english) ?? "CLOSED" }
        for event in timeline.events {
            guard case .state(let owner, let state) = event.kind else { continue }
            let next = state(.english)
            if !next.contains(":") {
                #expect(
                    edges.contains([states[owner], next]), "\(states[owner]) to \(next) at \(event.instant.clock)",
                    sourceLocation: location)
                states[owner] = next
            }
        }
    }
}
