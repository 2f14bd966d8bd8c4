import Localization
import Simulator
import Testing
import Timelines
import Wire

/// RFC 8985 §7.
@Suite struct `A tail loss probe` {
    private static func profile(_ base: HostProfile = .rfc9293, sack: Bool = true, isOn: Bool = true) -> HostProfile {
        var profile = base
        profile.sendsTailLossProbe = isOn
        profile.offersSACK = sack
        profile.offersTimestamps = false
        return profile
    }

    /// A client that sends at 1 s, and so many bytes more later, with the ways of the usual scene: 40 ms there and back.
    private func transfer(
        _ bytes: Int, later: [Int] = [], closes: Bool = false, client: HostProfile = profile(), faults: [String]
    ) throws -> Timeline {
        var server = HostProfile.linux65
        server.offersTimestamps = false
        let more = later.enumerated().map { index, count in
            Scenario.ScriptLine("client", .send(count), at: .seconds(Int64(10 + 10 * index)))
        }
        return try Scene.scenario(
            client: client, server: server,
            script: Scene.reader + [
                .init("client", .connect("server", port: 443)), .init("client", .send(bytes), at: .seconds(1)),
            ] + (closes ? [.init("client", .close)] : []) + more, limit: .seconds(60)
        ).run(faults: faults.map { try Fault(parsing: $0) })
    }

    private func repeats(_ timeline: Timeline) -> [String] {
        timeline.departures(from: "client", fields: ["seq"]).filter { $0.hasSuffix("again") }
    }

    private func window(_ timeline: Timeline) -> [Int64] {
        timeline.quantities.first { $0.name(.english) == "cwnd" && timeline.participants[$0.owner].id == "client" }?
            .readings.map(\.value) ?? []
    }

    @Test func `repeats the last segment after two round trips and the delay of an ACK`() throws {
        // The ACK of the first four is back after 40 ms, and one is left: 2 × 40 ms + 200 ms.
        let timeline = try transfer(5 * 1460, faults: ["drop:PSH,ACK@client"])
        #expect(repeats(timeline) == ["1320 PSH,ACK seq=6841 again"])
        let plain = try transfer(5 * 1460, client: Self.profile(isOn: false), faults: ["drop:PSH,ACK@client"])
        #expect(repeats(plain) == ["2040 PSH,ACK seq=6841 again"])
    }

    @Test func `is never later than the retransmission timer`() throws {
        var client = Self.profile(.linux65)
        client.minimumRTO = .milliseconds(60)
        let timeline = try transfer(1000, client: client, faults: ["drop:PSH,ACK@client"])
        // RTO is SRTT + 4 RTTVAR, 40 + 80 ms, and so is the PTO instead of 280 ms.
        #expect(repeats(timeline) == ["1120 PSH,ACK seq=1001 again"])
        #expect(timeline.rules(of: "client", from: 1100).first == "tlp-repeats-last")
    }

    @Test func `lets the retransmission timer have its turn when it is lost`() throws {
        let timeline = try transfer(1000, faults: ["drop:PSH,ACK@client", "drop:PSH,ACK@client#2"])
        #expect(repeats(timeline) == ["1280 PSH,ACK seq=1001 again", "2280 PSH,ACK seq=1001 again"])
        #expect(timeline.rules(of: "client", from: 1100).prefix(2) == ["tlp-repeats-last", "rto-expired"])
    }

    @Test func `shrinks the window for the loss it repaired, but only when more is acknowledged`() throws {
        let timeline = try transfer(5 * 1460, later: [1460], faults: ["drop:PSH,ACK@client"])
        let before = window(timeline.upTo(seconds: 9)), after = window(timeline)
        #expect(before.last == before.max())
        #expect(after.last == 2920)
    }

    @Test func `costs nothing when the ACK was only late, as a duplicate shows`() throws {
        let timeline = try transfer(1460, later: [1460], faults: ["delay:ACK@server:300ms"])
        #expect(repeats(timeline).count == 1)
        let readings = window(timeline)
        #expect(readings.last == readings.max())
    }

    @Test func `reveals that more than the last is lost`() throws {
        // Of five the last three are lost. The ACK of the probe has a block behind the hole.
        let timeline = try transfer(
            5 * 1460, faults: ["drop:ACK@client#4", "drop:ACK@client#5", "drop:PSH,ACK@client"])
        let rules = timeline.rules(of: "client", from: 1100)
        #expect(rules.first == "tlp-repeats-last")
        #expect(rules.contains("tlp-shows-loss"))
        #expect(!rules.contains("rto-expired"))
        #expect(timeline.departures(from: "server").last?.contains("ack=8301") == true)
    }

    @Test func `sends what is new, if there is something and the peer has room`() throws {
        var client = Self.profile()
        client.initialWindow = 1
        // The window lets one segment out, and it is lost; there is more to send.
        let timeline = try transfer(2920, client: client, faults: ["drop:ACK@client#2"])
        #expect(timeline.rules(of: "client", from: 1100).first == "tlp-sends-new")
        #expect(timeline.departures(from: "client", fields: ["seq"]).contains("1280 PSH,ACK seq=2461"))
    }

    @Test func `waits for no delayed ACK where a FIN is a segment of its own`() throws {
        // Two segments are under way, though they have hardly more numbers than one.
        let timeline = try transfer(100, closes: true, faults: ["drop:PSH,ACK@client", "drop:FIN,ACK@client"])
        #expect(repeats(timeline).first == "1080 FIN,ACK seq=1101 again")
    }

    @Test func `is over when three duplicates tell of the loss before its answer does`() throws {
        // Without SACK. Of three answers the first brings a new window, which makes it no duplicate (RFC 5681 §2); the
        // answer to the probe is the third that is one. The window is halved once, and grows again with two more ACKs.
        let timeline = try transfer(
            4 * 1460, later: [1460, 1460], client: Self.profile(sack: false), faults: ["drop:ACK@client#2"])
        #expect(timeline.rules(of: "client", from: 1060).starts(with: ["tlp-repeats-last", "third-duplicate-ack"]))
        #expect(window(timeline).last == 4380)
    }

    @Test func `is off in every profile`() {
        #expect(HostProfile.all.allSatisfy { !$0.sendsTailLossProbe })
    }
}

extension Timeline {
    /// The same, with the readings up to a time only.
    fileprivate func upTo(seconds: Int64) -> Timeline {
        Timeline(
            participants: participants, messages: messages, timers: timers, events: events,
            quantities: quantities.map { quantity in
                Quantity(
                    owner: quantity.owner, name: quantity.name, connection: quantity.connection, unit: quantity.unit,
                    readings: quantity.readings.filter { $0.instant.nanoseconds <= seconds * 1_000_000_000 })
            })
    }
}
