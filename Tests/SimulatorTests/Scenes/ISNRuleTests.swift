import Localization
import Simulator
import Testing
import Timelines
import Wire

/// Where the numbers of connections begin.
@Suite struct ISNRuleTests {
    /// Three connections a second apart, and the numbers with which the server answers them.
    private func serverNumbers(
        _ rule: HostProfile.ISNRule, first: [SequenceNumber] = [], seed: UInt64 = 1
    ) throws -> [UInt32] {
        var profile = HostProfile.linux65
        profile.isnRule = rule
        var scenario = try Scene.scenario(
            server: profile,
            script: [.init("server", .listen(port: 443, backlog: 4))]
                + (0..<3).map {
                    .init("client", .connect("server", port: 443), program: "p\($0)", at: .seconds(Int64($0)))
                }, serverISNs: [0], limit: .seconds(5))
        scenario.nodes[2].initialSequences = first
        scenario.seed = seed
        let timeline = scenario.run()
        return timeline.messages.filter { $0.sender == 2 && $0.label(.english) == "SYN,ACK" }
            .compactMap { $0.fields.first.flatMap { UInt32($0.value) } }
    }

    @Test func `the clock of RFC 793 alone can be foretold`() throws {
        // A SYN arrives after 20 ms: 5000 ticks of 4 microseconds.
        #expect(try serverNumbers(.clock) == [5000, 255_000, 505_000])
    }

    @Test func `numbers drawn by chance follow no order, and the seed repeats them`() throws {
        let numbers = try serverNumbers(.random)
        #expect(Set(numbers).count == 3)
        #expect(numbers[1] &- numbers[0] != numbers[2] &- numbers[1])
        #expect(try serverNumbers(.random) == numbers)
        #expect(try serverNumbers(.random, seed: 2) != numbers)
    }

    @Test func `by RFC 6528 each pair of ends has a clock of its own`() throws {
        let numbers = try serverNumbers(.rfc6528)
        #expect(Set(numbers.indices.map { numbers[$0] &- UInt32($0 * 250_000) }).count == 3)
    }

    @Test func `numbers that are given come in turn, then those of the rule`() throws {
        #expect(try serverNumbers(.clock, first: [5000, 6000]) == [5000, 6000, 505_000])
    }

    @Test(arguments: [
        (HostProfile.ISNRule.clock, "isn-from-clock"), (.random, "isn-from-chance"), (.rfc6528, "answers-syn"),
    ])
    func `the SYN-ACK says how its number came about`(rule: HostProfile.ISNRule, id: String) throws {
        var profile = HostProfile.linux65
        profile.isnRule = rule
        let timeline = try Scene.scenario(
            server: profile, script: Scene.reader + [.init("client", .connect("server", port: 443))],
            limit: .seconds(1)
        ).run()
        #expect(timeline.rules(of: "server").contains(id))
    }

    // MARK: TIME-WAIT

    /// The server closes first, and the client comes again from the same port after 10 s.
    private func reopened(from number: SequenceNumber, timestamps: Bool) throws -> Timeline {
        var profile = HostProfile.linux65
        profile.offersTimestamps = timestamps
        var scenario = try Scene.scenario(
            client: profile, server: profile,
            script: [
                .init("server", .listen(port: 443, backlog: 4)), .init("server", .accept), .init("server", .close),
                .init("client", .connect("server", port: 443, from: 50_000)), .init("client", .receiveAll),
                .init("client", .close),
                .init("client", .connect("server", port: 443, from: 50_000), program: "again", at: .seconds(10)),
            ], limit: .seconds(12))
        scenario.nodes[0].initialSequences = [1000, number]
        return scenario.run()
    }

    @Test func `a SYN with higher numbers takes the place of a connection in TIME-WAIT, far above its numbers`() throws
    {
        let timeline = try reopened(from: 900_000, timestamps: false)
        #expect(timeline.departures(from: "server").last == "10020 SYN,ACK seq=70539 ack=900001")
        #expect(timeline.rules(of: "server", from: 10_000).contains("time-wait-reopened"))
    }

    @Test func `a SYN with lower numbers does not`() throws {
        let timeline = try reopened(from: 500, timestamps: false)
        #expect(timeline.departures(from: "server").contains("10020 ACK seq=5002 ack=1002"))
    }

    @Test func `a newer timestamp makes up for lower numbers`() throws {
        let timeline = try reopened(from: 500, timestamps: true)
        #expect(timeline.departures(from: "server").last == "10020 SYN,ACK seq=70539 ack=501")
        #expect(timeline.rules(of: "server", from: 10_000).contains("time-wait-reopened-by-timestamp"))
    }
}
