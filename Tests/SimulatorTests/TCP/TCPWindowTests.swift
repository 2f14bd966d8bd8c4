import Testing
import Timelines
import Wire

@testable import Simulator

/// RFC 9293 §3.8.6: how much may be under way, and what may not be sent though there is room.
@Suite struct `The window` {
    @Test func `bounds what is under way`() {
        var end = TCPEnd(.established, window: 5000)
        let sizes = end.write(20_000).segments.map(\.payload.count)
        #expect(sizes == [1460, 1460, 1460])
        #expect(end.connection.armedTimers == [.retransmission])
    }

    @Test func `is scaled after the SYNs, and not in them`() throws {
        var end = TCPEnd(.established, options: [.maximumSegmentSize(1460), .windowScale(3)], window: 1000)
        #expect(end.connection.sndWnd == 1000)
        end.take(TCPEnd.segment(.ack, 5001, ack: 1001, window: 1000))
        #expect(end.connection.sndWnd == 8000)
        let own = try #require(end.write(1).segments.first)
        #expect(Int(own.window) << 7 <= 64_240 && Int(own.window) << 7 > 64_240 - 128)
    }

    @Test func `is not taken from an old segment`() {
        var end = TCPEnd(.established)
        end.take(TCPEnd.segment([.psh, .ack], 5001, ack: 1001, length: 10, window: 9000))
        end.take(TCPEnd.segment([.psh, .ack], 4999, ack: 1001, length: 5, window: 100))
        #expect(end.connection.sndWnd == 9000)
    }

    @Test func `never moves its right edge back`() {
        var pair = TCPPair()
        pair[.server].reads = false
        pair.open()
        pair.run()
        pair.write(300_000, at: .client)
        var edge: SequenceNumber?
        for _ in 0..<400 {
            pair.run(for: 5)
            let now = pair[.server].connection.rcvNxt + pair[.server].connection.rcvWnd
            if let edge { #expect(edge <= now, "\(pair.told)") }
            edge = now
            pair.perform(.receive(700), at: .server)
        }
    }

    // MARK: Small segments

    /// RFC 9293 §3.7.4.
    @Test func `Nagle's algorithm holds a small segment back while another is under way`() {
        var end = TCPEnd(.established)
        #expect(end.write(10).segments.count == 1)
        #expect(end.write(10).segments.isEmpty)
        #expect(end.write(10).segments.isEmpty)
        let released = end.take(TCPEnd.segment(.ack, 5001, ack: 1011), at: 20).segments
        #expect(released.map(\.story) == ["PSH,ACK 1011 ack 5001 len 20"])
    }

    @Test func `TCP_NODELAY lets it go`() {
        var end = TCPEnd(.established)
        _ = end.connection.apply(.noDelay(true), at: .zero)
        #expect((0..<3).map { _ in end.write(10).segments.count } == [1, 1, 1])
    }

    @Test func `a full segment does not wait`() {
        var end = TCPEnd(.established)
        end.write(10)
        #expect(end.write(1460 + 5).segments.map(\.payload.count) == [1460])
    }

    /// RFC 9293 §3.8.6.2.1: otherwise the windows become silly.
    @Test func `the sender does not fill a crumb of a window`() {
        var end = TCPEnd(.established, window: 20_000)
        end.take(TCPEnd.segment(.ack, 5001, ack: 1001, window: 300))
        let actions = end.write(5000)
        #expect(actions.story == ["start persist 200 ms"])
        // The override timeout: better a small segment than none.
        #expect(end.perform(.timeout(.persist), at: 200).segments.map(\.payload.count) == [300])
    }

    @Test func `the sender takes half of the largest window that it has seen`() {
        var end = TCPEnd(.established, window: 1000)
        end.take(TCPEnd.segment(.ack, 5001, ack: 1001, window: 500))
        #expect(end.write(5000).segments.map(\.payload.count) == [500])
    }

    /// RFC 9293 §3.8.6.2.2.
    @Test func `the receiver does not open it by a crumb`() {
        var pair = TCPPair()
        pair[.server].reads = false
        pair.open()
        pair.run()
        pair.write(64_240, at: .client)
        pair.run(for: 3000)
        #expect(pair[.server].connection.readable > 63_000, "\(pair.told)")
        let before = pair.sent.count
        for _ in 0..<5 { pair.perform(.receive(100), at: .server) }
        #expect(pair.sent.count == before, "\(pair.told)")
        pair.perform(.receive(1000), at: .server)
        #expect(pair.sent.last?.rule == "window-opens" && pair.sent.count == before + 1, "\(pair.told)")
    }

    // MARK: The closed window

    static let probes: [(HostProfile, length: Int)] = [(.linux65, 0), (.rfc9293, 1)]

    /// §3.8.6.1: measured on Linux as an empty segment with an old number; the RFC sends a byte.
    @Test(arguments: probes.indices) func `is probed when it is shut`(_ index: Int) {
        let (profile, length) = Self.probes[index]
        var pair = TCPPair(profile)
        pair[.server].reads = false
        pair.open()
        pair.run()
        pair.write(100_000, at: .client)
        pair.run(for: 20_000)
        let probes = pair.sent.filter { $0.rule == "probes-window" }
        #expect(probes.count >= 4 && probes.allSatisfy { $0.segment.payload.count == length }, "\(pair.told)")
        let una = pair[.client].connection.sndUna
        if length == 0 { #expect(probes.allSatisfy { $0.segment.sequence == una - 1 }, "\(pair.told)") }
        let times = probes.map { $0.at.nanoseconds / 1_000_000 }
        for place in 2..<times.count {
            let wait = times[place] - times[place - 1], former = times[place - 1] - times[place - 2]
            #expect(abs(wait - 2 * former) <= 2, "\(times)")
        }
        pair[.server].reads = true
        pair.perform(.receive(.max), at: .server)
        pair.run(for: 60_000)
        #expect(pair.isComplete, "\(pair.told)")
        #expect(pair[.client].connection.armedTimers.isEmpty, "\(pair.told)")
    }

    @Test(arguments: HostProfile.all) func `is found open although the segment that said so was lost`(
        _ profile: HostProfile
    ) {
        var pair = TCPPair(profile)
        pair[.server].reads = false
        pair.open()
        pair.run()
        pair.write(100_000, at: .client)
        pair.run(for: 4000)
        pair.fate = { $0.rule == "window-opens" ? .isLost : .arrives }
        pair[.server].reads = true
        pair.perform(.receive(.max), at: .server)
        pair.run(for: 60_000)
        #expect(pair[.server].received.count == 100_000, "\(pair.told)")
    }

    @Test(arguments: HostProfile.all) func `may stay shut as long as the probes are answered`(_ profile: HostProfile) {
        var pair = TCPPair(profile)
        pair.remembers = false
        pair[.server].reads = false
        pair.open()
        pair.run()
        pair.write(100_000, at: .client)
        pair.run(for: 24 * 3600 * 1000)
        #expect(pair[.client].connection.state == .established)
        pair[.server].reads = true
        pair.perform(.receive(.max), at: .server)
        pair.run(for: 300_000)
        #expect(pair[.server].received.count == 100_000)
    }

    @Test(arguments: HostProfile.all) func `is given up when the probes are not answered`(_ profile: HostProfile) {
        var pair = TCPPair(profile)
        pair[.server].reads = false
        pair.open()
        pair.run()
        pair.write(100_000, at: .client)
        pair.run(for: 4000)
        pair.fate = { _ in .isLost }
        pair.run()
        #expect(pair[.client].notices.last == .timedOut && pair[.client].states.last == .closed, "\(pair.told)")
    }

    @Test func `lets a FIN in though it is shut`() {
        var pair = TCPPair()
        pair[.server].reads = false
        pair.open()
        pair.run()
        pair.write(64_240, at: .client)
        pair.run(for: 3000)
        pair.perform(.shutdown, at: .client)
        pair.run(for: 3000)
        #expect(pair[.server].connection.rcvWnd <= 1448, "\(pair.told)")
        pair[.server].reads = true
        pair.perform(.receive(.max), at: .server)
        pair.run(for: 3000)
        #expect(pair[.server].connection.hasReachedEnd, "\(pair.told)")
        #expect(pair[.client].connection.state == .finWait2, "\(pair.told)")
    }
}
