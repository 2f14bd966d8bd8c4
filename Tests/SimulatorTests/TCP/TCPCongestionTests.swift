import Testing
import Timelines
import Wire

@testable import Simulator

/// RFC 5681, RFC 6582, RFC 6675, RFC 3042.
@Suite struct `Congestion control` {
    static let plain: [TCPOption] = [.maximumSegmentSize(1000)]
    static let sacking: [TCPOption] = [.maximumSegmentSize(1000), .sackPermitted]

    /// An end with ten segments of 1000 bytes under way: 1001, 2001, … 10001.
    private func busy(_ options: [TCPOption], _ profile: HostProfile = .rfc9293, writing count: Int = 60_000) -> TCPEnd
    {
        var end = TCPEnd(.established, profile: profile, options: options)
        end.write(count)
        return end
    }

    private func ack(_ number: SequenceNumber, _ blocks: SACKBlock...) -> TCPSegment {
        TCPEnd.segment(.ack, 5001, ack: number, options: blocks.isEmpty ? [] : [.sack(blocks)])
    }

    /// RFC 6928.
    @Test func `begins with ten segments`() {
        var end = TCPEnd(.established, options: Self.plain)
        #expect(end.write(60_000).segments.count == 10)
        var large = TCPEnd(.established, options: [.maximumSegmentSize(1460)])
        #expect(large.write(60_000).segments.count == 10)
    }

    /// RFC 6928 §2: a single SYN may have been sent again in vain; more say something about the way.
    @Test func `begins with one segment when the SYN was lost twice`() {
        for (losses, count) in [(1, 10), (2, 1)] {
            var pair = TCPPair()
            pair.fate = { $0.number <= losses ? .isLost : .arrives }
            pair.open()
            pair.run()
            let before = pair.sent.count
            pair.write(60_000, at: .client)
            #expect(pair.sent.count - before == count, "\(pair.told)")
        }
    }

    @Test func `slow start adds a segment for each that is acknowledged`() {
        var end = busy(Self.plain)
        #expect(end.take(ack(2001)).segments.count == 2)
        #expect(end.connection.congestion.window == 11_000)
    }

    @Test func `congestion avoidance adds a segment for each round trip`() {
        var control = CongestionControl(.rfc9293, mss: 1000)
        control.halve(flight: 10_000)
        control.window = 5000
        for _ in 0..<5 { control.acknowledged(1000) }
        #expect(control.window == 6000)
        for _ in 0..<6 { control.acknowledged(1000) }
        #expect(control.window == 7000)
    }

    /// RFC 5681 §4.1.
    @Test func `begins anew after silence`() {
        var pair = TCPPair()
        pair.open()
        pair.run()
        pair.write(200_000, at: .client)
        pair.run()
        #expect(pair[.client].connection.congestion.window > 14_600)
        pair.run(for: 10_000)
        pair.write(10, at: .client)
        #expect(pair[.client].connection.congestion.window == 10 * 1448)
    }

    // MARK: Fast retransmit

    @Test func `the first two duplicates let new segments out, the third sends the lost one again`() {
        var end = busy(Self.plain)
        #expect(end.take(ack(1001)).segments.map(\.sequence) == [11_001])
        #expect(end.take(ack(1001)).segments.map(\.sequence) == [12_001])
        let third = end.take(ack(1001))
        #expect(third.segments.map(\.sequence) == [1001])
        #expect(third.first?.rule?.id == "third-duplicate-ack")
        // Half of the ten that were under way, without the two that the duplicates let out (RFC 5681 §3.2).
        #expect(end.connection.congestion.threshold == 5000)
        #expect(end.connection.congestion.window == 8000)
    }

    @Test func `an acknowledgment with data or with another window is no duplicate`() {
        var end = busy(Self.plain)
        for place in 0..<5 {
            end.take(TCPEnd.segment([.psh, .ack], 5001 + place, ack: 1001, length: 1))
            end.take(TCPEnd.segment(.ack, 5002 + place, ack: 1001, window: 64_000 - UInt16(place)))
        }
        #expect(end.connection.congestion.recover == nil)
        #expect(end.connection.congestion.duplicates == 0)
    }

    @Test func `a partial acknowledgment sends the next hole, a full one ends the recovery`() {
        var end = busy(Self.plain, writing: 10_000)
        for _ in 0..<3 { end.take(ack(1001)) }
        let partial = end.take(ack(4001))
        #expect(partial.segments.first?.sequence == 4001)
        #expect(partial.segments.isEmpty == false)
        end.take(ack(11_001))
        #expect(end.connection.congestion.recover == nil)
        #expect(end.connection.congestion.window == 5000)
        #expect(end.connection.armedTimers.isEmpty)
    }

    @Test func `SACK sends the holes again and nothing else`() {
        var end = busy(Self.sacking, writing: 10_000)
        var again: [SequenceNumber] = []
        // 1001, 4001 and 7001 are lost.
        let blocks: [(SequenceNumber, SequenceNumber)] = [
            (2001, 3001), (2001, 4001), (5001, 6001), (5001, 7001), (8001, 9001), (8001, 10_001), (8001, 11_001),
        ]
        var known: [SACKBlock] = []
        for (left, right) in blocks {
            known.removeAll { $0.left == left }
            known.insert(SACKBlock(left, right), at: 0)
            let segment = TCPEnd.segment(.ack, 5001, ack: 1001, options: [.sack(known)])
            again += end.take(segment).segments.map(\.sequence)
        }
        for number: SequenceNumber in [4001, 7001] {
            again += end.take(TCPEnd.segment(.ack, 5001, ack: number, options: [.sack(known)])).segments.map(\.sequence)
        }
        #expect(again == [1001, 4001, 7001])
        end.take(ack(11_001))
        #expect(end.connection.congestion.recover == nil)
    }

    /// RFC 6675 §2: with SACK a duplicate is what brings new blocks, whatever else it says.
    @Test func `with SACK a duplicate may open the window`() {
        var end = busy(Self.sacking)
        for place in 1...3 {
            end.take(
                TCPEnd.segment(
                    .ack, 5001, ack: 1001, window: 60_000 + UInt16(place),
                    options: [.sack([SACKBlock(2001, 2001 + 1000 * place)])]))
        }
        #expect(end.connection.congestion.recover != nil)
    }

    // MARK: Timeouts

    @Test func `a timeout leaves a window of one segment`() {
        var end = busy(Self.plain)
        let actions = end.perform(.timeout(.retransmission), at: 1000)
        #expect(actions.segments.map(\.sequence) == [1001])
        #expect(end.connection.congestion.window == 1000)
        #expect(end.connection.congestion.threshold == 5000)
        end.perform(.timeout(.retransmission), at: 3000)
        #expect(end.connection.congestion.threshold == 5000)
    }

    @Test func `after it everything is sent again as the window grows`() {
        var end = busy(Self.plain, writing: 10_000)
        end.perform(.timeout(.retransmission), at: 1000)
        #expect(end.take(ack(2001), at: 1100).segments.map(\.sequence) == [2001, 3001])
        #expect(end.take(ack(3001), at: 1100).segments.map(\.sequence) == [4001, 5001])
    }

    @Test func `after it what the peer has is passed over`() {
        var end = busy(Self.sacking, writing: 10_000)
        end.perform(.timeout(.retransmission), at: 1000)
        let answer = ack(2001, SACKBlock(3001, 11_001))
        #expect(end.take(answer, at: 1100).segments.map(\.story) == ["ACK 2001 ack 5001 len 1000"])
        #expect(end.take(ack(11_001), at: 1200).story.contains("tell allAcknowledged"))
    }

    /// RFC 6582 §3.2, steps 2 and 4.
    @Test func `duplicates of what a timeout has sent again start nothing`() {
        var end = busy(Self.plain)
        end.perform(.timeout(.retransmission), at: 1000)
        end.take(ack(2001), at: 1100)
        for _ in 0..<4 { end.take(ack(2001), at: 1200) }
        #expect(end.connection.congestion.recover == nil)
    }

    // MARK: Whole transfers

    @Test(arguments: [true, false], HostProfile.all) func `a lost segment costs no timeout`(
        _ offersSACK: Bool, _ profile: HostProfile
    ) {
        var profile = profile
        profile.offersSACK = offersSACK
        var pair = TCPPair(profile)
        pair.open()
        pair.run()
        let number = pair.sent.count + 5
        pair.fate = { $0.number == number ? .isLost : .arrives }
        pair.write(100_000, at: .client)
        pair.run()
        let again = pair.sent.filter(\.isRetransmission)
        #expect(again.map(\.rule) == ["third-duplicate-ack"], "\(pair.told)")
        #expect(pair.isComplete, "\(pair.told)")
    }
}
