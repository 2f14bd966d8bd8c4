import Simulator
import Testing
import Timelines
import Wire

/// What the timeline knows of connections besides their packets.
@Suite struct `The gauges of a connection` {
    /// A client that sends so many bytes to a server, 20 ms each way, two segments at first.
    private func transfer(
        _ count: Int, faults: [Fault] = [], since: Span = .zero, reading: Scenario.Call = .receiveAll
    ) throws -> Timeline {
        var profile = HostProfile.rfc9293
        profile.initialWindow = 2
        profile.offersTimestamps = false
        let client = try #require(IPv4Address("192.0.2.10")), server = try #require(IPv4Address("198.51.100.20"))
        let scenario = Scenario(
            nodes: [
                .init(id: "client", addresses: [client], profile: profile, initialSequence: 1000),
                .init(id: "server", addresses: [server], profile: profile, initialSequence: 5000),
            ],
            links: [.init("client", "server")],
            script: [
                .init("server", .listen(port: 443, backlog: 4)), .init("server", .accept), .init("server", reading),
                .init("client", .connect("server", port: 443)), .init("client", .send(count)),
            ], beginning: since, limit: .seconds(30))
        return scenario.run(faults: faults)
    }

    private func values(_ name: String, of host: String, in timeline: Timeline) throws -> [Int64] {
        try #require(timeline.quantity(name, of: host)).readings.map(\.value)
    }

    /// RFC 5681 §3.1.
    @Test func `cwnd grows by a segment for each that is acknowledged`() throws {
        let timeline = try transfer(10_000)
        let cwnd = try values("cwnd", of: "client", in: timeline)
        #expect(cwnd.prefix(3) == [2920, 4380, 5840])
        #expect(timeline.quantity("ssthresh", of: "client") == nil)
    }

    @Test func `SND.NXT moves when a segment leaves, not before`() throws {
        let timeline = try transfer(2920)
        let next = try #require(timeline.quantity("SND.NXT", of: "client"))
        #expect(next.readings.map(\.value) == [1000, 1001, 2461, 3921])
        for (event, happened) in timeline.events.enumerated() {
            guard case .sent(let message) = happened.kind, timeline.messages[message].sender == 0,
                let field = timeline.messages[message].fields.first(where: { $0.name == "seq" }),
                let first = Int64(field.value)
            else { continue }
            let before = next.reading(at: Moment(happened.instant, happened: event))?.value
            let after = try #require(next.reading(at: Moment(happened.instant, happened: event + 1))?.value)
            #expect(before ?? 1000 <= first && after >= first)
        }
    }

    /// RFC 6298 §5.5 and §2.2.
    @Test func `RTO doubles at each expiry and is computed anew at the first round trip`() throws {
        let timeline = try transfer(100, faults: [Fault(.drop, .message(1)), Fault(.drop, .message(2))])
        let rto = try values("RTO", of: "client", in: timeline).map { $0 / 1_000_000 }
        #expect(rto.prefix(3) == [1000, 2000, 4000])
        let calm = try transfer(100)
        #expect(try values("SRTT", of: "client", in: calm).first == 40_000_000)
        #expect(try #require(calm.quantity("RTO", of: "client")).unit == .time)
    }

    @Test func `a loss leaves an island beyond RCV.NXT`() throws {
        let timeline = try transfer(5840, faults: [Fault(.drop, .message(4))])
        let islands = try #require(timeline.quantity("out of order", of: "server"))
        let first = try #require(islands.readings.first { !$0.ranges.isEmpty })
        #expect(first.ranges == [2461..<3921] && first.value == 1460)
        let next = try #require(timeline.quantity("RCV.NXT", of: "server"))
        #expect(next.reading(at: Moment(first.instant, happened: first.happened))?.value == 1001)
        #expect(islands.readings.last?.ranges == [])
    }

    @Test func `what is not read waits in the receive buffer and closes the window`() throws {
        let timeline = try transfer(3000, reading: .receiveSlowly(chunk: 1000, pause: .seconds(1)))
        let waiting = try values("receive buffer", of: "server", in: timeline)
        #expect(waiting.max() == 2000 && waiting.last == 0)
        let window = try values("RCV.WND", of: "server", in: timeline)
        #expect(window.contains { $0 < 64_240 })
    }

    /// The byte with which a closed window was probed is taken back, and is not told as sent when the window opens.
    @Test func `nothing is in flight when a window opens that was probed`() throws {
        let timeline = try transfer(90_000, reading: .receiveSlowly(chunk: 30_000, pause: .seconds(4)))
        let flight = try #require(timeline.quantity("in flight", of: "client"))
        var isShut = false, openings = 0
        for (event, happening) in timeline.events.enumerated() {
            guard case .arrived(let index) = happening.kind, timeline.messages[index].receiver == 0,
                let window = timeline.messages[index].fields.first(where: { $0.name == "win" })
            else { continue }
            if isShut, window.value != "0" {
                openings += 1
                let now = Moment(happening.instant, happened: event + 1)
                #expect(flight.reading(at: now)?.value == 0)
            }
            isShut = window.value == "0"
        }
        #expect(openings > 0)
    }

    @Test func `what arrives is told, acceptable or not`() throws {
        let timeline = try transfer(2920, faults: [Fault(.duplicate, .message(4))])
        let arrived = try #require(timeline.quantity("arrived", of: "server"))
        #expect(arrived.readings.map(\.ranges) == [[1001..<2461], [2461..<3921], [1001..<2461]])
    }

    @Test func `what was before the timeline begins is where it begins`() throws {
        let timeline = try transfer(100, since: .milliseconds(45))
        for name in ["cwnd", "SND.UNA", "SND.NXT"] {
            let first = try #require(timeline.quantity(name, of: "client")?.readings.first)
            #expect(first.instant == .zero && first.happened == 0)
        }
        #expect(try values("SND.UNA", of: "client", in: timeline).first == 1001)
    }

    @Test func `the same scenario gives the same readings`() throws {
        #expect(try transfer(9000).quantities == transfer(9000).quantities)
    }
}
