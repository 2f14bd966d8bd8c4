import Testing
import Timelines
import Wire

@testable import Simulator

/// Keep-alive (RFC 9293 §3.8.4), the user timeout (§3.8.3) and ICMP (§3.9.2.2).
@Suite struct `A silent peer` {
    @Test func `is left alone by default`() {
        #expect(TCPEnd(.established).connection.armedTimers.isEmpty)
    }

    @Test func `is probed after two hours and given up after nine probes`() {
        var pair = TCPPair()
        pair.open()
        pair.run()
        let start = pair.now
        pair.fate = { _ in .isLost }
        let actions = pair[.client].connection.apply(.keepAlive(true), at: pair.now)
        pair.follow(actions, at: .client)
        pair.run()
        let probes = pair.sent.filter { $0.rule == "keep-alive-probes" }
        #expect(probes.allSatisfy { $0.segment.story == "ACK 1000 ack 5001" }, "\(pair.told)")
        let seconds = probes.map { ($0.at - start).nanoseconds / 1_000_000_000 }
        #expect(seconds == Array(stride(from: Int64(7200), through: 7800, by: 75)))
        #expect((pair.now - start).nanoseconds / 1_000_000_000 == 7875, "\(pair.told)")
        #expect(pair[.client].notices.last == .timedOut && pair.sent.last?.segment.flags.contains(.rst) == true)
    }

    @Test func `that answers is asked again two hours later`() {
        var pair = TCPPair()
        pair.open()
        pair.run()
        let actions = pair[.client].connection.apply(.keepAlive(true), at: pair.now)
        pair.follow(actions, at: .client)
        pair.run(for: 5 * 7200 * 1000)
        #expect(pair.sent.filter { $0.rule == "keep-alive-probes" }.count == 4, "\(pair.told)")
        #expect(pair[.client].connection.state == .established)
    }

    // MARK: The user timeout

    @Test func `is given up when data waits longer than the program allows`() {
        var pair = TCPPair()
        pair.open()
        pair.run()
        _ = pair[.client].connection.apply(.userTimeout(.seconds(5)), at: pair.now)
        pair.fate = { _ in .isLost }
        let start = pair.now
        pair.write(10, at: .client)
        pair.run()
        #expect((pair.now - start) == .seconds(5), "\(pair.told)")
        #expect(pair[.client].notices.last == .timedOut && pair[.client].states.last == .closed)
    }

    @Test func `may take its time as long as it acknowledges`() {
        var end = TCPEnd(.established)
        _ = end.connection.apply(.userTimeout(.seconds(5)), at: .zero)
        #expect(end.write(1460).story.contains("start user 5000 ms"))
        end.write(1460)
        #expect(end.take(TCPEnd.segment(.ack, 5001, ack: 2461), at: 4000).story.contains("start user 5000 ms"))
        #expect(end.take(TCPEnd.segment(.ack, 5001, ack: 3921), at: 8000).story.contains("stop user"))
    }

    @Test func `can be waited for without limit again`() {
        var end = TCPEnd(.established)
        _ = end.connection.apply(.userTimeout(.seconds(5)), at: .zero)
        end.write(10)
        #expect(end.connection.apply(.userTimeout(.zero), at: .zero).story == ["stop user"])
    }

    @Test func `is waited for no longer than that while opening`() {
        var end = TCPEnd(.closed)
        _ = end.connection.apply(.userTimeout(.seconds(5)), at: .zero)
        #expect(end.perform(.open).story.last == "start user 5000 ms")
        let actions = end.perform(.timeout(.user), at: 5000)
        #expect(actions.segments.isEmpty && actions.states == [.closed])
    }

    // MARK: ICMP

    @Test func `that ICMP calls unreachable may come back`() {
        var end = TCPEnd(.established)
        #expect(end.perform(.unreachable(isHard: false)).story == ["tell unreachable"])
        #expect(end.connection.state == .established)
    }

    @Test func `that ICMP says has no such protocol is given up`() {
        var end = TCPEnd(.established)
        #expect(end.perform(.unreachable(isHard: true)).story == ["tell unreachable", "enter CLOSED", "delete"])
    }

    @Test func `that cannot be reached fails the attempt to open at once`() {
        var end = TCPEnd(.synSent)
        #expect(
            end.perform(.unreachable(isHard: false)).story == [
                "tell unreachable", "stop retransmission", "enter CLOSED", "delete",
            ])
    }
}
