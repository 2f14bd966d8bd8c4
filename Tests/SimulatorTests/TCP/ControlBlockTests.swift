import Localization
import Simulator
import Testing
import Timelines
import Wire

/// What the timeline knows of connections besides numbers: their transmission control blocks (RFC 9293 §3.3.1).
@Suite struct `The record of a connection` {
    /// A client that sends 100 bytes and closes a second later, and a server that closes then; 20 ms each way.
    private func run(
        _ incidents: [Scenario.Incident] = [], port: UInt16 = 443, since: Span = .zero, closes: Bool = true
    ) throws -> Timeline {
        let client = try #require(IPv4Address("192.0.2.10")), server = try #require(IPv4Address("198.51.100.20"))
        let profile = HostProfile.linux65
        let end: [Scenario.ScriptLine] = closes ? [.init("client", .close, after: .seconds(1))] : []
        return Scenario(
            nodes: [
                .init(id: "client", addresses: [client], profile: profile, initialSequence: 1000),
                .init(id: "server", addresses: [server], profile: profile, initialSequence: 5000),
            ],
            links: [.init("client", "server")],
            script: [
                .init("server", .listen(port: 443, backlog: 4)), .init("server", .accept),
                .init("server", .receiveAll), .init("server", .close),
                .init("client", .connect("server", port: port)), .init("client", .send(100)),
            ] + end, incidents: incidents, beginning: since, limit: .seconds(90)
        ).run()
    }

    private func entries(_ host: String, in timeline: Timeline) throws -> [ControlBlock.Entry] {
        try #require(timeline.controlBlock(of: host)).entries
    }

    private func states(_ host: String, in timeline: Timeline) throws -> [String] {
        try entries(host, in: timeline).map { entry in
            entry.fields.map { $0.state?.rawValue ?? "opening" } ?? "gone"
        }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    @Test func `goes through the states with the ladder, and is gone when the connection is`() throws {
        let timeline = try run()
        #expect(
            try states("client", in: timeline) == [
                "opening", "SYN-SENT", "ESTABLISHED", "FIN-WAIT-1", "TIME-WAIT", "gone",
            ])
        #expect(
            try states("server", in: timeline) == [
                "opening", "SYN-RECEIVED", "ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "gone",
            ])
        for host in ["client", "server"] {
            for entry in try entries(host, in: timeline) {
                let index = try #require(timeline.participants.firstIndex { $0.id == host })
                let shown = timeline.states(at: entry.moment)[index]?(.english)
                guard let state = entry.fields.map(\.state) ?? .closed else { continue }
                #expect(shown == state.rawValue)
            }
        }
    }

    @Test func `has both ends at once, and the options when both SYNs are known`() throws {
        let client = try entries("client", in: run())
        #expect(client.first?.fields?.local == "192.0.2.10:49152" || client.first?.fields?.local == "192.0.2.10:50000")
        #expect(client.first?.fields?.remote == "198.51.100.20:443")
        let agreed = ControlBlock.Options(mss: 1460, scales: [7, 7], sack: true, timestamps: true)
        for entry in client {
            guard let fields = entry.fields else { continue }
            let isEarly = fields.state == nil || fields.state == .synSent && entry.instant < .milliseconds(40)
            #expect(fields.options == (isEarly ? nil : agreed))
        }
    }

    @Test func `is gone at the moment of a crash, at the other end it stays`() throws {
        let timeline = try run([.init(at: .milliseconds(500), .crash("server"))], closes: false)
        let end = try #require(entries("server", in: timeline).last)
        #expect(end.fields == nil && end.instant == .milliseconds(500))
        #expect(try entries("client", in: timeline).last?.fields?.state == .established)
        // The numbers go with it.
        let picture = Picture(.sequence(.received), of: "server")
        #expect(picture.quantity("RCV.NXT", in: timeline, at: timeline.moment(at: .milliseconds(499))) != nil)
        #expect(picture.quantity("RCV.NXT", in: timeline, at: timeline.moment(at: .milliseconds(500))) == nil)
        #expect(timeline.hasEnded(picture, at: timeline.finish))
    }

    @Test func `of a host that restarts is a new one, with none of the old numbers`() throws {
        let timeline = try run([.init(at: .milliseconds(500), .reboot("client"))], closes: false)
        let client = try entries("client", in: timeline)
        #expect(client.filter { $0.fields == nil }.count >= 1)
        let early = timeline.moment(at: .milliseconds(400)), late = timeline.moment(at: .milliseconds(500))
        let una = try #require(timeline.quantity("SND.UNA", of: "client"))
        #expect(timeline.living(una, at: early)?.reading(at: early)?.value == 1101)
        #expect(timeline.living(una, at: late)?.reading(at: late)?.value == 1000)
        #expect(timeline.living(una, at: late)?.readings.first?.instant == .milliseconds(500))
    }

    @Test func `of a connection that nobody accepts goes with the RST`() throws {
        let timeline = try run(port: 444)
        #expect(try states("client", in: timeline) == ["opening", "SYN-SENT", "gone"])
        #expect(timeline.controlBlock(of: "server") == nil)
    }

    @Test func `is there from the beginning when that is later`() throws {
        let timeline = try run(since: .milliseconds(500))
        let first = try #require(entries("client", in: timeline).first)
        #expect(first.moment == .start && first.fields?.state == .established && first.fields?.options?.mss == 1460)
        #expect(timeline.statePath(of: "client", until: .start).map(\.state) == [.established])
    }

    @Test func `comes from LISTEN, also where nobody is seen to begin to listen`() throws {
        let timeline = try run(since: .milliseconds(10))
        let path = timeline.statePath(of: "server", until: timeline.moment(at: .milliseconds(50)))
        #expect(path.map(\.state) == [.listen, .synReceived, .established])
        #expect(timeline.statePath(of: "server", until: .start).map(\.state) == [.listen])
    }

    @Test func `tells the way from state to state, and who brought it about`() throws {
        func told(_ host: String, _ timeline: Timeline) -> [String] {
            timeline.statePath(of: host, until: timeline.finish).map { step in
                "\(step.deed?(.english) ?? step.trigger?.name(.english) ?? "-") \(step.state.rawValue)"
            }
        }
        let timeline = try run()
        #expect(
            told("client", timeline) == [
                "- CLOSED", "connect() SYN-SENT", "SYN,ACK ESTABLISHED", "close() FIN-WAIT-1",
                "FIN + ACK of FIN TIME-WAIT", "2MSL over CLOSED",
            ])
        #expect(
            told("server", timeline) == [
                "- CLOSED", "listen(4) LISTEN", "SYN SYN-RECEIVED", "ACK of SYN ESTABLISHED", "FIN CLOSE-WAIT",
                "close() LAST-ACK", "ACK of FIN CLOSED",
            ])
        let crash = try run([.init(at: .milliseconds(500), .crash("server"))], closes: false)
        #expect(told("server", crash).suffix(2) == ["ACK of SYN ESTABLISHED", "crashes CLOSED"])
    }
}
