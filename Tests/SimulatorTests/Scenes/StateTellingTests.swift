import Localization
import Simulator
import Testing
import Timelines
import Wire

/// In which order states are told, and which.
@Suite struct `The lifeline of a host` {
    private func old(_ flags: TCPFlags, _ sequence: SequenceNumber, at: Span) -> Scenario.Incident {
        .init(
            at: at,
            .segment(
                .init(flags, from: "client", as: .init("client", 50_000), to: .init("server", 443), sequence: sequence))
        )
    }

    @Test func `shows LISTEN again when a half-open connection is reset`() throws {
        // Figure 8 of RFC 9293, without the new SYN.
        let timeline = try Scene.scenario(
            script: Scene.reader, incidents: [old(.syn, 900, at: .zero)], limit: .seconds(5)
        ).run()
        #expect(timeline.states(of: "server") == ["0 LISTEN", "20 SYN-RECEIVED", "60 LISTEN"])
        #expect(timeline.rules(of: "server", from: 60) == ["half-open-is-reset"])
    }

    @Test func `shows CLOSED when the reset connection was established`() throws {
        let timeline = try Scene.scenario(
            script: Scene.reader + [
                .init("client", .connect("server", port: 443)), .init("client", .abort, at: .seconds(1)),
            ],
            limit: .seconds(5)
        ).run()
        #expect(timeline.states(of: "server").last == "1020 CLOSED")
    }

    @Test func `shows CLOSED once when a connection ends and then the program that listened`() throws {
        let timeline = try Scene.scenario(
            script: Scene.reader + [
                .init("server", .close), .init("server", .exit, at: .seconds(2)),
                .init("client", .connect("server", port: 443)), .init("client", .close, at: .seconds(1)),
            ], limit: .seconds(5)
        ).run()
        #expect(timeline.states(of: "server").suffix(2) == ["1020 LAST-ACK", "1060 CLOSED"])
        #expect(timeline.actions(of: "server").last == "2000 exit()")
    }

    @Test func `tells the end of a listener that never had a connection`() throws {
        let timeline = try Scene.scenario(
            script: [.init("server", .listen(port: 443, backlog: 4)), .init("server", .exit, at: .seconds(1))]
        ).run()
        #expect(timeline.states(of: "server") == ["0 LISTEN", "1000 CLOSED"])
    }

    // MARK: A host that talks to itself

    @Test func `tells the states of a connection with itself in their order`() throws {
        let timeline = try Scene.scenario(
            script: [
                .init("client", .connect("client", port: 50_000, from: 50_000)), .init("client", .send(100)),
                .init("client", .receive(100)),
            ], limit: .seconds(5)
        ).run()
        #expect(timeline.states(of: "client") == ["0 SYN-SENT", "0 SYN-RECEIVED", "0 ESTABLISHED"])
        #expect(
            timeline.actions(of: "client").map { String($0.drop { $0 != " " }) } == [
                " connect()", " connect() returns 0", " send(100)", " recv() returns 100",
            ])
        let fired = timeline.events.contains { if case .timerFired = $0.kind { true } else { false } }
        #expect(!fired, "everything is acknowledged")
        #expect(timeline.messages.isEmpty)
    }

    @Test func `lets two programs of one host talk`() throws {
        let timeline = try Scene.scenario(
            script: [
                .init("server", .listen(port: 443, backlog: 4)), .init("server", .accept), .init("server", .receive(5)),
                .init("server", .connect("server", port: 443), program: "other"),
                .init("server", .sendBytes(Array("hello".utf8)), program: "other"),
            ], limit: .seconds(5)
        ).run()
        #expect(timeline.actions(of: "server").contains("0 recv() returns 5"))
        let states = timeline.states(of: "server").map { $0.dropFirst(2) }
        #expect(states.prefix(2) == ["LISTEN", "SYN-SENT"] && states.contains("SYN-RECEIVED :50000"))
    }

    @Test func `has no timer running after it has refused itself`() throws {
        let timeline = try Scene.scenario(script: [.init("client", .connect("client", port: 9))]).run()
        #expect(timeline.actions(of: "client") == ["0 connect()", "0 connect(): ECONNREFUSED"])
        #expect(timeline.states(of: "client") == ["0 SYN-SENT", "0 CLOSED"])
    }
}
