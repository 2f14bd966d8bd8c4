import Testing
import Timelines
import Wire

@testable import Simulator

/// When acknowledgments leave (RFC 9293 §3.8.6.3, RFC 5681 §4.2).
@Suite struct `Acknowledgments` {
    /// Without the impatience of Linux at the beginning of a connection.
    static let calm: HostProfile = {
        var profile = HostProfile.linux65
        profile.quickACKs = 0
        return profile
    }()

    private func data(_ sequence: SequenceNumber, _ length: Int = 1460) -> TCPSegment {
        TCPEnd.segment(.ack, sequence, ack: 1001, length: length)
    }

    @Test func `of a single segment wait`() {
        var end = TCPEnd(.established, profile: Self.calm)
        #expect(end.take(data(5001)).story == ["tell readable", "start delayedACK 40 ms"])
        #expect(end.perform(.timeout(.delayedACK), at: 40).story == ["send ACK 1001 ack 6461"])
    }

    @Test func `of the second full segment do not`() {
        var end = TCPEnd(.established, profile: Self.calm)
        end.take(data(5001))
        #expect(
            end.take(data(6461)).story == ["tell readable", "stop delayedACK", "send ACK 1001 ack 7921"])
    }

    @Test func `of a few bytes wait for more than two segments`() {
        var end = TCPEnd(.established, profile: Self.calm)
        let counts = (0..<4).map { end.take(data(5001 + 10 * $0, 10)).segments.count }
        #expect(counts == [0, 0, 0, 0])
    }

    @Test func `ride on data`() {
        var end = TCPEnd(.established, profile: Self.calm)
        end.take(data(5001, 100))
        #expect(end.write(50).story.prefix(2) == ["stop delayedACK", "send PSH,ACK 1001 ack 5101 len 50"])
    }

    @Test func `ride on data that what came has released`() {
        var end = TCPEnd(.established)
        end.write(10)
        end.write(10)
        let actions = end.take(TCPEnd.segment([.psh, .ack], 5001, ack: 1011, length: 30)).segments
        #expect(actions.map(\.story) == ["PSH,ACK 1011 ack 5031 len 10"])
    }

    @Test func `of what is out of order and of what fills the gap leave at once`() {
        var end = TCPEnd(.established, profile: Self.calm)
        #expect(end.take(data(6461)).segments.map(\.story) == ["ACK 1001 ack 5001"])
        #expect(end.take(data(5001)).segments.map(\.story) == ["ACK 1001 ack 7921"])
        #expect(end.connection.readable == 2920)
    }

    @Test func `of data with a FIN are one`() {
        var end = TCPEnd(.established, profile: Self.calm)
        end.take(data(5001))
        let actions = end.take(TCPEnd.segment([.fin, .ack], 6461, ack: 1001, length: 1460))
        #expect(actions.segments.map(\.story) == ["ACK 1001 ack 7922"])
    }

    @Test func `name what lies beyond gaps, the newest first`() {
        var end = TCPEnd(.established, options: [.maximumSegmentSize(1460), .sackPermitted])
        end.take(data(6001, 100))
        end.take(data(7001, 100))
        #expect(
            end.take(data(6101, 100)).segments.map(\.story) == ["ACK 1001 ack 5001 sack 6001..<6201 7001..<7101"])
        #expect(
            end.take(data(5001, 1000)).segments.map(\.story) == ["ACK 1001 ack 6201 sack 7001..<7101"])
    }

    @Test func `come at once at the beginning of a connection under Linux`() {
        var end = TCPEnd(.established)
        #expect(end.take(data(5001, 100)).story == ["tell readable", "send ACK 1001 ack 5101"])
    }

    // MARK: Timestamps

    private func stamped(_ sequence: SequenceNumber, _ length: Int, _ value: UInt32) -> TCPSegment {
        TCPEnd.segment(
            .ack, sequence, ack: 1001, length: length, options: [.timestamps(value: value, echoReply: 0)])
    }

    private func echo(_ actions: [TCPAction]) -> UInt32? {
        for case .timestamps(_, let echo) in actions.segments.last?.options ?? [] { return echo }
        return nil
    }

    /// RFC 7323 §4.3: (A) the earliest unacknowledged segment's, (B) before a gap the last that arrived in order.
    @Test func `echo the timestamp of the earliest segment that they cover`() {
        let options: [TCPOption] = [.maximumSegmentSize(1460), .timestamps(value: 10, echoReply: 0)]
        var end = TCPEnd(.established, profile: Self.calm, options: options)
        end.take(stamped(5001, 1448, 20))
        #expect(echo(end.take(stamped(6449, 1448, 30))) == 20)
        #expect(echo(end.take(stamped(9001, 1448, 40))) == 20)
        #expect(echo(end.take(stamped(7897, 1104, 50))) == 50)
    }

    /// RFC 7323 §5.3.
    @Test func `repel a segment with an old timestamp`() {
        let options: [TCPOption] = [.maximumSegmentSize(1460), .timestamps(value: 1000, echoReply: 0)]
        var end = TCPEnd(.established, options: options)
        #expect(end.take(stamped(5001, 10, 999)).segments.map(\.story) == ["ACK 1001 ack 5001"])
        #expect(end.connection.readable == 0)
    }
}

/// Data that comes in pieces, in any order.
@Suite struct `Reassembly of the stream` {
    @Test(arguments: 0..<100 as Range<UInt64>) func `restores the stream`(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        let stream = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
        let start = SequenceNumber(4_294_965_000)
        var queue = ReassemblyQueue()
        var known = Set<Int>()
        for _ in 0..<60 {
            let offset = 1 + dice.below(2990), count = 1 + dice.below(min(200, 3000 - offset))
            queue.add(Array(stream[offset..<offset + count]), at: start + offset)
            known.formUnion(offset..<offset + count)
            #expect(queue.count == known.count)
            for block in queue.blocks(limit: .max) {
                let left = block.left - start, right = block.right - start
                #expect(
                    (left..<right).allSatisfy(known.contains) && !known.contains(left - 1) && !known.contains(right))
            }
        }
        queue.add([stream[0]], at: start)
        let taken = queue.take(from: start)
        let end = (0...3000).first { $0 > 0 && !known.contains($0) } ?? 3000
        #expect(taken == Array(stream[..<end]))
        #expect(queue.count == known.filter { $0 > end }.count)
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `is mirrored by the sender's scoreboard`(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        var board = Scoreboard()
        var known = Set<Int>()
        let start = SequenceNumber(4_294_967_000)
        for _ in 0..<40 {
            let left = dice.below(1000), right = left + dice.below(80)
            board.add(SACKBlock(start + left, start + right), after: start, upTo: start + 1000)
            if right <= 1000 { known.formUnion(left..<right) }
            #expect(board.count == known.count)
        }
        let una = dice.below(1000)
        board.remove(before: start + una)
        known = known.filter { $0 >= una }
        #expect(board.count == known.count)
        var missing = Set<Int>()
        var place = start + una
        while let gap = board.gap(from: place) {
            missing.formUnion(gap.start - start..<gap.end - start)
            place = gap.end
        }
        let highest = known.max() ?? una
        #expect(missing == Set((una..<max(highest, una)).filter { !known.contains($0) }))
    }
}
