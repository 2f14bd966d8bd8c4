import Localization
import Simulator
import Testing
import Timelines
import Wire

/// What a sender does when segments of a long transfer get lost, some of them twice.
@Suite struct RecoveryTests {
    private func scenario(_ profile: HostProfile) throws -> Scenario {
        let client = try #require(IPv4Address("192.0.2.10")), server = try #require(IPv4Address("198.51.100.20"))
        return Scenario(
            nodes: [
                .init(id: "client", addresses: [client], profile: profile),
                .init(id: "server", addresses: [server], profile: profile),
            ],
            links: [.init("client", "server", delay: .milliseconds(10))],
            script: [
                .init("server", .listen(port: 9, backlog: 1)), .init("server", .accept), .init("server", .receiveAll),
                .init("client", .connect("server", port: 9)), .init("client", .send(200_000)), .init("client", .close),
            ], limit: .seconds(60))
    }

    /// The number of the first message that was sent by this rule.
    private func message(by rule: String, in timeline: Timeline) throws -> Int {
        let event = try #require(timeline.events.first { $0.rule?.id == rule })
        guard case .sent(let message) = event.kind else { throw Absent() }
        return message + 1
    }

    private struct Absent: Error {}

    private func count(_ rule: String, in timeline: Timeline) -> Int {
        timeline.events.count { event in
            if case .sent = event.kind { event.rule?.id == rule } else { false }
        }
    }

    /// The run in which the eleventh data segment and then its repetition are lost.
    private func twiceLost(_ profile: HostProfile) throws -> Timeline {
        let scenario = try scenario(profile)
        let first = Fault(.drop, .matching(MessagePattern(label: "ACK", from: "client"), nth: 12))
        let again = try message(by: "third-duplicate-ack", in: scenario.run(faults: [first]))
        return scenario.run(faults: [first, Fault(.drop, .message(again))])
    }

    @Test func `Linux notices by what arrives later that a repetition was lost`() throws {
        let timeline = try twiceLost(.linux65)
        #expect(count("repetition-is-lost", in: timeline) == 1)
        #expect(count("rto-expired", in: timeline) == 0)
    }

    @Test func `a host after RFC 9293 waits for the timer`() throws {
        let timeline = try twiceLost(.rfc9293)
        #expect(count("repetition-is-lost", in: timeline) == 0)
        #expect(count("rto-expired", in: timeline) == 1)
    }

    @Test func `after a timeout nothing is sent again that the peer has said it has`() throws {
        let timeline = try twiceLost(.rfc9293)
        let timeout = try #require(timeline.events.firstIndex { $0.rule?.id == "rto-expired" })
        let repeated = timeline.events[(timeout + 1)...].count { event in
            if case .sent(let message) = event.kind { timeline.messages[message].isRetransmission } else { false }
        }
        #expect(repeated == 0)
    }

    @Test func `a SYN-ACK that was sent again is no measure of the way`() throws {
        let timeline = try scenario(.linux65).run(faults: [Fault(.drop, .message(3)), Fault(.drop, .message(4))])
        let lengths = timeline.timers.filter { $0.owner == 1 && $0.name == "RTO" }.map(\.length)
        #expect(lengths.allSatisfy { $0 <= .seconds(2) }, "\(lengths.map(\.text))")
    }

    @Test func `a sender in recovery keeps within the peer's window`() throws {
        let timeline = try twiceLost(.rfc9293)
        var edge: UInt32 = 0, shift = 0
        for event in timeline.events {
            guard case .sent(let index) = event.kind, let packet = timeline.messages[index].packet,
                let ip = try? IPv4Packet(parsing: packet.bytes[...]),
                let segment = try? TCPSegment(parsing: ip.payload[...], from: ip.source, to: ip.destination)
            else { continue }
            if timeline.messages[index].sender == 1 {
                for case .windowScale(let offered) in segment.options { shift = Int(offered) }
                let scale = segment.flags.contains(.syn) ? 0 : shift
                edge = max(edge, segment.acknowledgment.rawValue &+ UInt32(segment.window) << UInt32(scale))
            } else if edge > 0 {
                let end = segment.sequence.rawValue &+ UInt32(segment.payload.count)
                #expect(end <= edge, "\(end) lies beyond \(edge)")
            }
        }
        #expect(edge > 0)
    }
}
