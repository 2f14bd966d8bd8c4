import Localization
import Simulator
import Testing
import Timelines
import Wire

/// The timers that the course draws: what standards say and what Linux 6.18 was measured to do, and what the simulator does.
@Suite struct `The figures of timers` {
    /// When segments with a label leave a participant, in seconds from the first of them.
    private func times(_ label: String, from sender: Int, in timeline: Timeline) -> [Double] {
        let departures = timeline.messages.filter { $0.sender == sender && $0.label(.english) == label }
            .map { Double($0.departure.nanoseconds) / 1e9 }
        return departures.map { $0 - (departures.first ?? 0) }
    }

    private func time(of action: String, by id: Participant.ID, in timeline: Timeline) -> Double? {
        timeline.actions(of: id).first { $0.hasSuffix(action) }
            .flatMap { $0.split(separator: " ").first.flatMap { Double($0) } }.map { $0 / 1000 }
    }

    /// Whether each is within five in a hundred of what was measured on a machine that had other work to do.
    private func agree(_ simulated: [Double], _ measured: [Double]) -> Bool {
        simulated.count == measured.count
            && zip(simulated, measured).allSatisfy { abs($0 - $1) <= 0.05 * max($1, 0.1) }
    }

    // MARK: SYN (RFC 6298 §2.1, §5.5; RFC 9293 §3.8.3)

    private func knock(_ profile: HostProfile) throws -> Timeline {
        try Scene.scenario(client: profile, script: [.init("client", .connect("server", port: 443))]).run(
            faults: [Fault(parsing: "drop:SYN@client#all")])
    }

    @Test func `SYNs of Linux before 6.5 leave at 0 to 63 s, and it gives up at 127 s`() throws {
        let timeline = try knock(.linuxBefore65)
        #expect(times("SYN", from: 0, in: timeline) == [0, 1, 3, 7, 15, 31, 63])
        #expect(time(of: "ETIMEDOUT", by: "client", in: timeline) == 127)
    }

    @Test func `SYNs of Linux 6.5 and later leave at 0 to 67 s, and it gives up at 131 s`() throws {
        let timeline = try knock(.linux65)
        let simulated = times("SYN", from: 0, in: timeline)
        #expect(simulated == [0, 1, 2, 3, 4, 5, 7, 11, 19, 35, 67])
        #expect(agree(simulated, [0, 1.0, 2.0, 3.1, 4.1, 5.1, 7.1, 11.3, 19.5, 35.6, 69.7]))
        #expect(time(of: "ETIMEDOUT", by: "client", in: timeline) == 131)
    }

    @Test func `by RFC 9293 a SYN is tried for at least three minutes`() throws {
        let timeline = try knock(.rfc9293)
        #expect(times("SYN", from: 0, in: timeline).prefix(6) == [0, 1, 3, 7, 15, 31])
        #expect(try #require(time(of: "ETIMEDOUT", by: "client", in: timeline)) >= 180)
    }

    // MARK: SYN-ACK

    @Test(arguments: HostProfile.all)
    func `SYN-ACKs leave at 0 to 31 s, and the half-open connection is forgotten at 63 s`(profile: HostProfile) throws {
        let timeline = try Scene.scenario(
            server: profile, script: Scene.reader,
            incidents: [
                .init(at: .zero, .crash("client")),
                .init(
                    at: .zero,
                    .segment(
                        .init(
                            .syn, from: "attacker", as: .init("client", 50_000), to: .init("server", 443),
                            sequence: 7000))),
            ]
        ).run()
        #expect(times("SYN,ACK", from: 2, in: timeline).map { $0.rounded() } == [0, 1, 3, 7, 15, 31])
        #expect(timeline.states(of: "server").last == "63020 CLOSED")
    }

    // MARK: Data (RFC 6298 §2.4)

    /// A connection over which data is sent 1 s after it was established, none of which arrives.
    private func cutOff(_ profile: HostProfile) throws -> Timeline {
        var scenario = try Scene.scenario(
            client: profile,
            script: Scene.reader + [
                .init("client", .connect("server", port: 443)), .init("client", .send(100), after: .seconds(1)),
                .init("client", .receive(1)),
            ], limit: .seconds(2000))
        for index in scenario.links.indices { scenario.links[index].delay = .microseconds(50) }
        return try scenario.run(faults: [Fault(parsing: "drop:PSH,ACK@client#all")])
    }

    @Test(arguments: [HostProfile.linuxBefore65, .linux65])
    func `data of Linux is sent again after 0.2 s and on, for about 924.6 s`(profile: HostProfile) throws {
        let timeline = try cutOff(profile)
        let simulated = times("PSH,ACK", from: 0, in: timeline)
        #expect(agree(Array(simulated.dropFirst().prefix(7)), [0.2, 0.6, 1.4, 3.1, 6.4, 13.1, 26.2]))
        #expect(simulated.count == 16)
        let end = try #require(time(of: "ETIMEDOUT", by: "client", in: timeline))
        #expect((925.6...927).contains(end), "\(end)")
    }

    @Test func `by RFC 6298 no timeout is shorter than 1 s`() throws {
        let simulated = times("PSH,ACK", from: 0, in: try cutOff(.rfc9293))
        #expect(agree(Array(simulated.prefix(5)), [0, 1, 3, 7, 15]))
    }

    // MARK: Closing (RFC 9293 §3.4.2, §3.6.1)

    private func closing(_ profile: HostProfile, _ call: Scenario.Call, serverCloses: Bool) throws -> [String] {
        try Scene.scenario(
            client: profile,
            script: Scene.reader + (serverCloses ? [.init("server", .close)] : []) + [
                .init("client", .connect("server", port: 443)), .init("client", call),
            ]
        ).run().states(of: "client")
    }

    @Test(arguments: [(HostProfile.rfc9293, 240), (.linuxBefore65, 60), (.linux65, 60)])
    func `TIME-WAIT lasts 60 s on Linux and 4 minutes by RFC 9293`(profile: HostProfile, seconds: Int) throws {
        let states = try closing(profile, .close, serverCloses: true)
        #expect(states.suffix(2) == ["80 TIME-WAIT", "\(seconds * 1000 + 80) CLOSED"])
    }

    @Test(arguments: [HostProfile.linuxBefore65, .linux65])
    func `FIN-WAIT-2 lasts 60 s on Linux after close(), and for ever after shutdown()`(profile: HostProfile) throws {
        // The server's ACK waits 40 ms for company.
        #expect(try closing(profile, .close, serverCloses: false).suffix(2) == ["120 FIN-WAIT-2", "60120 CLOSED"])
        #expect(try closing(profile, .shutdown, serverCloses: false).last == "120 FIN-WAIT-2")
    }

    @Test func `RFC 9293 knows no end of FIN-WAIT-2`() throws {
        #expect(try closing(.rfc9293, .close, serverCloses: false).last == "120 FIN-WAIT-2")
    }

    // MARK: Keep-alive (RFC 9293 §3.8.4)

    private func idle(_ profile: HostProfile, keepsAlive: Bool) throws -> Timeline {
        try Scene.scenario(
            client: profile,
            script: Scene.reader + (keepsAlive ? [.init("client", .set(.keepAlive(true)))] : []) + [
                .init("client", .connect("server", port: 443)), .init("client", .receive(1)),
            ],
            incidents: [.init(at: .seconds(10), .linkDown("router", "server", for: .seconds(100_000)))],
            limit: .seconds(9000)
        ).run()
    }

    @Test(arguments: HostProfile.all)
    func `keep-alive is off unless asked for; then 9 probes follow 2 hours, 75 s apart`(profile: HostProfile) throws {
        #expect(try idle(profile, keepsAlive: false).departures(from: "client").count == 2)
        let timeline = try idle(profile, keepsAlive: true)
        let probes = timeline.messages.filter {
            $0.sender == 0 && $0.departure > Instant.zero + .seconds(100) && $0.label(.english) == "ACK"
        }
        .map { ($0.departure.nanoseconds - 40_000_000) / 1_000_000_000 }
        #expect(probes == Array(stride(from: Int64(7200), through: 7800, by: 75)))
        let end = try #require(time(of: "ETIMEDOUT", by: "client", in: timeline))
        #expect(abs(end - 7875) < 0.1)
    }

    // MARK: Delayed ACK (RFC 9293 §3.8.6.3) and ARP (RFC 1122 §2.3.2.1)

    @Test(arguments: HostProfile.all)
    func `an ACK waits for less than 0.5 s, on Linux for 40 to 200 ms`(profile: HostProfile) {
        #expect(profile.delayedACK < .milliseconds(500))
        #expect((Span.milliseconds(40)...(.milliseconds(200))).contains(profile.delayedACK))
    }

    @Test func `an address that nobody has is asked for three times, 1 s apart`() throws {
        var scenario = try Scene.scenario(script: [.init("client", .ping("server"))], limit: .seconds(10))
        scenario.nodes = [scenario.nodes[0], scenario.nodes[2]]
        scenario.nodes[1].addresses = [try #require(IPv4Address("192.0.2.20"))]
        scenario.nodes[0].gateway = nil
        scenario.links = [.init("client", "server", isEthernet: true)]
        scenario.incidents = [.init(at: .zero, .crash("server"))]
        let asked = scenario.run().messages.filter { $0.label(.english).hasPrefix("ARP who") }
        #expect(asked.map { $0.departure.nanoseconds / 1_000_000_000 } == [0, 1, 2])
    }
}
