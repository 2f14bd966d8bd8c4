import Localization
import Simulator
import Testing
import Timelines
import Wire

/// Segments that no endpoint sends, and what the ends make of them.
@Suite struct StraySegmentTests {
    private typealias Stray = Scenario.StraySegment

    private static let client = Stray.End("client", 50_000)
    private static let server = Stray.End("server", 443)

    /// Something with the client's name on it, for the server.
    private static func toServer(
        _ flags: TCPFlags, _ sequence: SequenceNumber, ack: SequenceNumber = 0, from: Participant.ID = "attacker",
        payload: [UInt8] = [], isOld: Bool = false
    ) -> Scenario.Incident.Kind {
        .segment(
            Stray(
                flags, from: from, as: client, to: server, sequence: sequence, acknowledgment: ack, payload: payload,
                isOld: isOld))
    }

    /// A connection on which the client sends 100 bytes at once; what comes is sent at 1 s.
    private func established(_ stray: Scenario.Incident.Kind, faults: [Fault] = []) throws -> Timeline {
        try Scene.scenario(
            script: Scene.reader + [.init("client", .connect("server", port: 443)), .init("client", .send(100))],
            incidents: [.init(at: .seconds(1), stray)], limit: .seconds(5)
        ).run(faults: faults)
    }

    @Test func `a reset outside the window is not believed and not answered`() throws {
        let timeline = try established(Self.toServer(.rst, 900))
        #expect(timeline.rules(of: "server", from: 1000) == ["reset-outside-window"])
    }

    @Test func `a reset in the window is challenged, and the true peer answers nothing`() throws {
        let timeline = try established(Self.toServer(.rst, 1500))
        #expect(timeline.rules(of: "server", from: 1000) == ["challenges-reset"])
        #expect(timeline.departures(from: "server").last == "1020 ACK seq=5001 ack=1101")
        #expect(timeline.departures(from: "client").last == "40 PSH,ACK seq=1001 ack=5001 len=100")
    }

    @Test func `a reset with exactly the next number ends the connection`() throws {
        let timeline = try established(Self.toServer(.rst, 1101))
        #expect(timeline.states(of: "server").last == "1020 CLOSED")
        #expect(timeline.states(of: "client").last == "40 ESTABLISHED")
    }

    @Test func `a SYN into a connection is challenged whatever its number`() throws {
        for number: SequenceNumber in [900, 1101, 90_000_000] {
            let timeline = try established(Self.toServer(.syn, number))
            #expect(timeline.rules(of: "server", from: 1000) == ["challenges-syn"])
            #expect(timeline.states(of: "server").last == "60 ESTABLISHED")
        }
    }

    @Test func `forged data that fits is taken for the peer's`() throws {
        let timeline = try established(Self.toServer([.psh, .ack], 1101, ack: 5001, payload: [1, 2, 3]))
        #expect(timeline.actions(of: "server").last == "1020 recv() returns 3")
        #expect(timeline.departures(from: "server").contains("1020 ACK seq=5001 ack=1104"))
        // The true client has never sent that and says so, and neither will ever believe the other.
        #expect(timeline.rules(of: "client", from: 1000).prefix(2) == ["challenges-ack", "challenges-ack"])
    }

    @Test func `it says what it is on each link of its way, and a fault can stop it`() throws {
        let timeline = try established(Self.toServer(.rst, 1101))
        #expect(timeline.departures(from: "attacker") == ["1000 RST seq=1101 (forged)"])
        #expect(timeline.departures(from: "router").contains("1010 RST seq=1101 (forged)"))
        let event = try #require(timeline.events.first { $0.rule?.id == "forged-segment" })
        #expect(event.instant == Instant.zero + .seconds(1))
        let spared = try established(
            Self.toServer(.rst, 1101), faults: [Fault(parsing: "drop:RST@attacker")])
        #expect(spared.states(of: "server").last == "60 ESTABLISHED")
        let late = try established(
            Self.toServer(.rst, 1101), faults: [Fault(parsing: "delay:RST@attacker:2s")])
        #expect(late.states(of: "server").last == "3020 CLOSED")
    }

    /// RFC 9293 §3.5, Figure 8.
    @Test func `an old SYN is answered, and the client resets what the server made of it`() throws {
        let timeline = try Scene.scenario(
            script: Scene.reader + [.init("client", .connect("server", port: 443))],
            incidents: [.init(at: .zero, Self.toServer(.syn, 900, from: "router", isOld: true))],
            serverISNs: [5000, 6000], limit: .seconds(5)
        ).run(faults: [Fault(parsing: "delay:SYN@client:100ms")])
        #expect(timeline.departures(from: "router").first == "0 SYN seq=900 (old)")
        #expect(
            timeline.departures(from: "server") == ["10 SYN,ACK seq=5000 ack=901", "120 SYN,ACK seq=6000 ack=1001"])
        #expect(
            timeline.departures(from: "client") == [
                "0 SYN seq=1000", "30 RST seq=901", "140 ACK seq=1001 ack=6001",
            ])
        #expect(timeline.rules(of: "server").contains("half-open-is-reset"))
    }

    /// RFC 1337 §1, Figure 1.
    @Test(arguments: [false, true])
    func `an old segment ends TIME-WAIT by the reset that it provokes, unless resets are ignored`(
        isIgnoring: Bool
    ) throws {
        var profile = HostProfile.linux65
        profile.ignoresResetInTimeWait = isIgnoring
        let timeline = try Scene.scenario(
            client: profile,
            script: Scene.reader + [
                .init("server", .close), .init("client", .connect("server", port: 443)), .init("client", .send(100)),
                .init("client", .close),
            ],
            incidents: [
                .init(
                    at: .seconds(10),
                    .segment(
                        Stray(
                            .ack, from: "router", as: Self.server, to: Self.client, sequence: 4900,
                            acknowledgment: 1001,
                            payload: [7], isOld: true)))
            ]
        ).run()
        #expect(timeline.departures(from: "client").last == "10010 ACK seq=1102 ack=5002")
        #expect(timeline.departures(from: "server").last == "10030 RST seq=5002")
        let end = isIgnoring ? "60080 CLOSED" : "10050 CLOSED"
        #expect(timeline.states(of: "client").last == end)
        #expect(timeline.rules(of: "client").contains("time-wait-ignores-reset") == isIgnoring)
    }

    @Test func `an ACK that completes nothing is reset, cookies or not`() throws {
        var profile = HostProfile.linux65
        profile.maximumHalfOpen = 1
        let timeline = try Scene.scenario(
            server: profile, script: Scene.reader,
            incidents: [
                .init(
                    at: .zero, .flood(from: "attacker", to: "server", port: 443, count: 3, every: .milliseconds(1))),
                .init(at: .milliseconds(100), Self.toServer(.ack, 7001, ack: 880_001)),
            ], limit: .seconds(1)
        ).run()
        #expect(timeline.rules(of: "server", from: 0).contains("syn-cookie-sent"))
        #expect(timeline.departures(from: "server").last == "120 RST seq=880001")
    }

    @Test func `control bits are read as labels name them`() {
        for flags: TCPFlags in [.rst, .syn, [.syn, .ack], [.psh, .ack], [.fin, .psh, .ack], [.urg, .ece, .cwr]] {
            #expect(TCPFlags(label: flags.description) == flags)
        }
        #expect(TCPFlags(label: "ACK,SYN") == [.syn, .ack])
        for label in ["", "syn", "SYN ACK", "SYN,", "SYN,,ACK", "NS"] { #expect(TCPFlags(label: label) == nil) }
    }
}
