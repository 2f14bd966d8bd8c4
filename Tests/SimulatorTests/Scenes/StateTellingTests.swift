import Localization
import Simulator
import Testing
import Timelines
import Wire

/// In which order states are told, and which.
@Suite struct `The lifeline of a host` {
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
