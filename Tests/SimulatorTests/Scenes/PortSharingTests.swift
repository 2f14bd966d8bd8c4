import Localization
import Simulator
import Testing
import Timelines
import Wire

/// Who may bind a port: what a server meets that is restarted, and what two servers meet.
@Suite struct PortSharingTests {
    private typealias Line = Scenario.ScriptLine

    /// What happens to the second server, which begins at 5 s: `LISTEN`, or the error.
    private func outcome(_ timeline: Timeline, from start: Int64 = 5000) -> String? {
        let states = timeline.states(of: "server"), actions = timeline.actions(of: "server")
        if let error = actions.first(where: { $0.hasPrefix("\(start) bind()") }) {
            return String(error.split(separator: " ").last ?? "")
        }
        return states.contains("\(start) LISTEN") ? "LISTEN" : nil
    }

    private func server(
        _ name: String, _ options: [Scenario.SocketOption] = [], at start: Int64 = 0, then calls: [Scenario.Call] = []
    ) -> [Line] {
        var lines =
            options.map { Line("server", .set($0), program: name) }
            + ([.listen(port: 443, backlog: 4)] + calls).map { Line("server", $0, program: name) }
        lines[0].at = .seconds(start)
        return lines
    }

    private static let visitor: [Line] = [
        Line("client", .connect("server", port: 443)), Line("client", .receiveAll), Line("client", .close),
    ]

    private func flag(_ isOn: Bool) -> [Scenario.SocketOption] { isOn ? [.reuseAddress(true)] : [] }

    /// The matrix of socket(7) and of measurements on Linux 6.18: old flag, new flag.
    @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
    func `a port that a connection in TIME-WAIT has is free when both sockets have SO_REUSEADDR`(
        old: Bool, new: Bool
    ) throws {
        let timeline = try Scene.scenario(
            script: server("v1", flag(old), then: [.accept, .exit]) + Self.visitor + server("v2", flag(new), at: 5),
            limit: .seconds(10)
        ).run()
        #expect(timeline.states(of: "server").contains { $0.hasSuffix("TIME-WAIT") })
        #expect(outcome(timeline) == (old && new ? "LISTEN" : "EADDRINUSE"))
        #expect(timeline.rules(of: "server", from: 5000).contains("old-socket-lacks-flag") == (!old && new))
    }

    @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
    func `an established connection that outlives its listener counts the same`(old: Bool, new: Bool) throws {
        // The program that accepted goes on; the one that shares its port and listens ends.
        let timeline = try Scene.scenario(
            script: server("v1", flag(old), then: [.accept, .close])
                + [
                    Line("client", .connect("server", port: 443)),
                    Line("client", .receiveAll), Line("client", .send(1), after: .seconds(20)),
                ]
                + [Line("server", .exit, program: "v1", at: .seconds(3))] + server("v2", flag(new), at: 5),
            limit: .seconds(10)
        ).run()
        #expect(timeline.states(of: "server").contains { $0.hasSuffix("FIN-WAIT-2") })
        #expect(outcome(timeline) == (old && new ? "LISTEN" : "EADDRINUSE"))
    }

    @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
    func `a listener that lives blocks its port, whatever the flags`(old: Bool, new: Bool) throws {
        let timeline = try Scene.scenario(
            script: server("v1", flag(old)) + server("v2", flag(new), at: 5), limit: .seconds(10)
        ).run()
        #expect(outcome(timeline) == "EADDRINUSE")
        #expect(timeline.rules(of: "server", from: 5000).last == "port-is-listened-on")
    }

    @Test func `when the client closed first the port is free without any flag`() throws {
        let timeline = try Scene.scenario(
            script: server("v1", then: [.accept, .receiveAll, .exit])
                + [Line("client", .connect("server", port: 443)), Line("client", .close)] + server("v2", at: 5),
            limit: .seconds(10)
        ).run()
        #expect(timeline.states(of: "client").contains { $0.hasSuffix("TIME-WAIT") })
        #expect(outcome(timeline) == "LISTEN")
    }

    @Test func `after TIME-WAIT the port is free without any flag`() throws {
        let timeline = try Scene.scenario(
            script: server("v1", then: [.accept, .exit]) + Self.visitor + server("v2", at: 61), limit: .seconds(70)
        ).run()
        #expect(outcome(timeline, from: 61_000) == "LISTEN")
    }

    @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
    func `two listen on one port when both have SO_REUSEPORT`(old: Bool, new: Bool) throws {
        let timeline = try Scene.scenario(
            script: server("one", [.reusePort(old)]) + server("two", [.reusePort(new)], at: 5), limit: .seconds(10)
        ).run()
        #expect(outcome(timeline) == (old && new ? "LISTEN" : "EADDRINUSE"))
    }

    @Test func `a hash of both ends gives each connection to one of those that share a port, and each gets some`()
        throws
    {
        let workers = ["one", "two"].flatMap { name in
            server(name, [.reusePort(true)], then: [.accept, .receiveAll, .close, .goTo(2)])
        }
        let visits = (0..<16).flatMap { index in
            [
                Line(
                    "client", .connect("server", port: 443), program: "v\(index)", at: .milliseconds(Int64(index) * 10)),
                Line("client", .close, program: "v\(index)"),
            ]
        }
        var scenario = try Scene.scenario(script: workers + visits, limit: .seconds(100))
        scenario.nodes[2].initialSequence = nil
        let timeline = scenario.run()
        let accepted = timeline.actions(of: "server").filter { $0.contains("accept() returns") }
        #expect(accepted.count == 16)
        #expect(accepted.contains { $0.hasSuffix("(one)") } && accepted.contains { $0.hasSuffix("(two)") })
        #expect(timeline.messages.allSatisfy { !$0.label(.english).contains("RST") })
    }

    // MARK: Clients

    /// Two connections of the client from the same port, to different ports of the server.
    private func again(_ options: [Scenario.SocketOption], to port: UInt16) throws -> [String] {
        try Scene.scenario(
            script: [
                Line("server", .listen(port: 443, backlog: 4)), Line("server", .accept), Line("server", .receiveAll),
            ]
                + [Line("server", .close), Line("server", .listen(port: 444, backlog: 4), program: "other")]
                + options.map { Line("client", .set($0)) } + [
                    Line("client", .connect("server", port: 443, from: 50_000)), Line("client", .close),
                    Line("client", .connect("server", port: port, from: 50_000), after: .seconds(5)),
                ], limit: .seconds(10)
        ).run().actions(of: "client")
    }

    @Test func `a client cannot bind a port in TIME-WAIT without the flag, even for another destination`() throws {
        #expect(try again([], to: 444).last == "5040 bind(): EADDRINUSE")
        #expect(try again([.reuseAddress(true)], to: 444).last == "5080 connect() returns 0")
    }

    @Test func `with the flag the same pair of ends is still in use`() throws {
        #expect(try again([.reuseAddress(true)], to: 443).last == "5040 connect(): EADDRNOTAVAIL")
    }

    // MARK: The end of a program

    @Test func `a program that ends closes its connection, and resets what it has not accepted`() throws {
        let timeline = try Scene.scenario(
            script: server("v1", then: [.accept]) + [Line("server", .exit, program: "v1", at: .seconds(2))]
                + ["a", "b"].flatMap { name in
                    [
                        Line("client", .connect("server", port: 443), program: name),
                        Line("client", .receiveAll, program: name),
                    ]
                } + [Line("client", .connect("server", port: 443), program: "late", at: .seconds(3))],
            limit: .seconds(10)
        ).run()
        let server = timeline.departures(from: "server")
        #expect(server.contains("2000 FIN,ACK seq=5001 ack=1001"))
        #expect(server.contains("2000 RST,ACK seq=5001 ack=1001"))
        #expect(server.contains("3020 RST,ACK seq=0 ack=1001"))
        #expect(timeline.actions(of: "client").contains("2020 recv(): ECONNRESET"))
        #expect(timeline.actions(of: "client").last == "3040 connect(): ECONNREFUSED")
    }
}
