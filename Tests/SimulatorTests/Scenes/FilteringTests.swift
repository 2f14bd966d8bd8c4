import Localization
import Simulator
import Testing
import Timelines
import Wire

/// Routers that look at more than the destination.
@Suite struct `A router that filters` {
    /// The usual scene with a router that is changed.
    private func scenario(
        script: [Scenario.ScriptLine], incidents: [Scenario.Incident] = [], limit: Span = .seconds(2000),
        client: HostProfile = .linux65, _ change: (inout Scenario.Node) -> Void
    ) throws -> Scenario {
        var scenario = try Scene.scenario(client: client, script: script, incidents: incidents, limit: limit)
        change(&scenario.nodes[1])
        return scenario
    }

    /// A client that sends 100 bytes at once and 50 after so long, and then waits.
    private func writer(after span: Span, keepingAlive: Bool = false) -> [Scenario.ScriptLine] {
        Scene.reader
            + [.init("client", .set(.keepAlive(keepingAlive))), .init("client", .connect("server", port: 443))]
            + [.init("client", .send(100)), .init("client", .send(50), at: span), .init("client", .receiveAll)]
    }

    private func discards(_ timeline: Timeline, because rule: String) -> Int {
        timeline.rules(of: "router").count { $0 == rule }
    }

    // MARK: Sources

    private static let forgedSource = Scenario.StraySegment.End("client", 50_000)
    private static let forged: Scenario.Incident = .init(
        at: .seconds(1),
        .segment(.init(.rst, from: "attacker", as: forgedSource, to: .init("server", 443), sequence: 1101)))

    @Test func `drops a segment that names a source behind another interface`() throws {
        let careless = try scenario(script: writer(after: .seconds(3)), incidents: [Self.forged]) { _ in }.run()
        #expect(careless.states(of: "server").last == "1020 CLOSED")
        let careful = try scenario(script: writer(after: .seconds(3)), incidents: [Self.forged]) {
            $0.checksSources = true
        }.run()
        #expect(careful.rules(of: "router", from: 1000).first == "ip-source-filtered")
        #expect(careful.states(of: "server").last?.hasSuffix("ESTABLISHED") == true)
        #expect(discards(careful, because: "ip-source-filtered") == 1)
    }

    @Test func `drops sources to which it knows no way, and lets the others pass`() throws {
        let flood = Scenario.Incident(
            at: .zero, .flood(from: "client", to: "server", port: 443, count: 5, every: .milliseconds(10)))
        var scenario = try scenario(script: writer(after: .seconds(1)), incidents: [flood], limit: .seconds(3)) {
            $0.checksSources = true
        }
        // 203.0.113.0/24, where the sources of a flood are, is nobody's network here.
        scenario.nodes.removeLast()
        scenario.links.removeLast()
        scenario.nodes[1].addresses.removeLast()
        let timeline = scenario.run()
        #expect(discards(timeline, because: "ip-source-filtered") == 5)
        #expect(timeline.states(of: "client").last == "40 ESTABLISHED")
    }

    // MARK: Connections

    @Test func `forgets a connection that is idle for too long, and drops it in silence`() throws {
        let timeline = try scenario(script: writer(after: .seconds(600))) { $0.forgets = .seconds(300) }.run()
        let firings = timeline.events.filter { event in
            guard case .timerFired(let timer) = event.kind else { return false }
            return timeline.timers[timer].name == LocalizedText(en: "idle", zh: "空闲")
        }
        // The last to pass was the ACK of the data, 40 ms after the handshake and half a way back.
        #expect(firings.map { $0.instant.nanoseconds / 1_000_000 } == [300_070])
        #expect(discards(timeline, because: "firewall-unknown") == 16)
        #expect(timeline.actions(of: "client").last?.hasSuffix("recv(): ETIMEDOUT") == true)
        #expect(timeline.states(of: "server").last?.hasSuffix("ESTABLISHED") == true)
        #expect(timeline.departures(from: "server").allSatisfy { $0.hasPrefix("20 ") || $0.hasPrefix("60 ") })
    }

    @Test func `may answer with a reset what belongs to no connection`() throws {
        let timeline = try scenario(script: writer(after: .seconds(600))) {
            $0.forgets = .seconds(300)
            $0.resetsForgotten = true
        }.run()
        #expect(discards(timeline, because: "firewall-unknown") == 1)
        #expect(timeline.departures(from: "router").last == "600010 RST seq=5001")
        #expect(timeline.states(of: "client").last == "600020 CLOSED")
    }

    @Test func `remembers a connection as long as keep-alive probes pass`() throws {
        var profile = HostProfile.linux65
        profile.keepAliveIdle = .seconds(60)
        let timeline = try scenario(
            script: writer(after: .seconds(600), keepingAlive: true), limit: .seconds(700), client: profile
        ) { $0.forgets = .seconds(300) }.run()
        #expect(discards(timeline, because: "firewall-unknown") == 0)
        #expect(timeline.departures(from: "server").contains("600020 ACK seq=5001 ack=1151"))
    }

    @Test func `knows no connection any more after a restart`() throws {
        let timeline = try scenario(
            script: writer(after: .seconds(5)), incidents: [.init(at: .seconds(2), .reboot("router"))],
            limit: .seconds(6)
        ) { $0.forgets = .seconds(300) }.run()
        #expect(timeline.rules(of: "router", from: 5000).first == "firewall-unknown")
    }

    @Test func `does not take a SYN-ACK or data for the beginning of a connection`() throws {
        func stray(_ flags: TCPFlags) -> Scenario.Incident {
            .init(
                at: .seconds(1),
                .segment(
                    .init(flags, from: "attacker", as: .init("attacker", 7), to: .init("server", 443), sequence: 1)))
        }
        for flags in [[.syn, .ack], .ack, .fin] as [TCPFlags] {
            let timeline = try scenario(script: Scene.reader, incidents: [stray(flags)]) { $0.forgets = .seconds(300) }
                .run()
            #expect(timeline.rules(of: "router") == ["firewall-unknown"])
        }
    }
}
