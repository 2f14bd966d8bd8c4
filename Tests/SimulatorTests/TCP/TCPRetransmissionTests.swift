import Testing
import Timelines
import Wire

@testable import Simulator

/// RTO = SRTT + max(G, 4 RTTVAR), computed by hand from RFC 6298 §2.
@Suite struct `The retransmission timeout` {
    @Test func `is one second before anything is measured`() {
        #expect(RetransmissionTimeout(.rfc9293).current == .seconds(1))
        #expect(RetransmissionTimeout(.linux65).current == .seconds(1))
    }

    @Test func `follows the formulas`() {
        var profile = HostProfile.rfc9293
        profile.minimumRTO = .zero
        var timeout = RetransmissionTimeout(profile)
        timeout.measure(.milliseconds(100))
        #expect(timeout.smoothed == .milliseconds(100) && timeout.variation == .milliseconds(50))
        #expect(timeout.current == .milliseconds(300))
        // RTTVAR = ¾·50 + ¼·|100−180| = 57.5; SRTT = ⅞·100 + ⅛·180 = 110; RTO = 110 + 230 = 340.
        timeout.measure(.milliseconds(180))
        #expect(timeout.variation == .microseconds(57_500) && timeout.smoothed == .milliseconds(110))
        #expect(timeout.current == .milliseconds(340))
        // RTTVAR = ¾·57.5 + ¼·|110−30| = 63.125; SRTT = ⅞·110 + ⅛·30 = 100; RTO = 100 + 252.5 = 352.5.
        timeout.measure(.milliseconds(30))
        #expect(timeout.variation == .microseconds(63_125) && timeout.smoothed == .milliseconds(100))
        #expect(timeout.current == .microseconds(352_500))
    }

    @Test func `never counts less than the clock's granularity for the variation`() {
        var profile = HostProfile.rfc9293
        profile.minimumRTO = .zero
        var timeout = RetransmissionTimeout(profile)
        for _ in 0..<200 { timeout.measure(.milliseconds(80)) }
        #expect(timeout.current.nanoseconds / 1_000_000 == 81)
    }

    @Test func `has a floor of one second in the RFC`() {
        var timeout = RetransmissionTimeout(.rfc9293)
        timeout.measure(.milliseconds(100))
        #expect(timeout.current == .seconds(1))
    }

    @Test func `has a floor of 200 ms under the variation in Linux`() {
        var timeout = RetransmissionTimeout(.linux65)
        timeout.measure(.milliseconds(40))
        #expect(timeout.current == .milliseconds(240))
    }

    @Test func `doubles up to its limit and a measurement ends that`() {
        var timeout = RetransmissionTimeout(.rfc9293)
        let waits = (0..<9).map { _ in
            timeout.backOff()
            return timeout.current.nanoseconds / 1_000_000_000
        }
        #expect(waits == [2, 4, 8, 16, 32, 60, 60, 60, 60])
        timeout.measure(.milliseconds(10))
        #expect(timeout.current == .seconds(1))
    }
}

@Suite struct `Retransmission` {
    /// A round trip of 1 ms, as on the link where Linux was measured.
    static func quiet(_ profile: HostProfile = .linux65) -> TCPPair {
        var pair = TCPPair(profile)
        pair.delay = .microseconds(500)
        pair.open()
        pair.run()
        return pair
    }

    @Test func `of data doubles its wait until it is given up`() {
        var pair = Self.quiet()
        pair.fate = { _ in .isLost }
        let start = pair.now
        pair.write(10, at: .client)
        pair.run()
        let waits = pair.times(of: .client) { $0.at >= start }.map { $0 - start.nanoseconds / 1_000_000 }
        #expect(waits.count == 16, "\(pair.told)")
        #expect(waits.prefix(8) == [0, 201, 603, 1407, 3015, 6231, 12_663, 25_527], "\(pair.told)")
        #expect(waits.last.map { (805_000...806_000).contains($0) } == true, "\(waits)")
        #expect(pair[.client].notices.last == .timedOut && pair[.client].states.last == .closed)
        // tcp(7): at least 924.6 s in all.
        #expect((924...926).contains((pair.now - start).nanoseconds / 1_000_000_000), "\(pair.now)")
    }

    @Test func `repeats the oldest segment only`() {
        var pair = Self.quiet()
        pair.fate = { $0.side == .client && $0.segment.payload.isEmpty == false ? .isLost : .arrives }
        let before = pair.sent.count
        pair.write(3 * 1448, at: .client)
        pair.run(for: 1000)
        #expect(
            pair.segments(from: .client).dropFirst(2).suffix(2).allSatisfy { $0 == "ACK 1001 ack 5001 len 1448" },
            "\(pair.told)")
        #expect(pair.sent.count == before + 5, "\(pair.told)")
    }

    @Test func `stops when everything is acknowledged and starts again while something is not`() {
        var end = TCPEnd(.established)
        #expect(end.write(1460).story.last == "start retransmission 200 ms")
        end.write(1460)
        #expect(
            end.take(TCPEnd.segment(.ack, 5001, ack: 2461), at: 50).story.prefix(1) == [
                "start retransmission 206250 us"
            ])
        #expect(
            end.take(TCPEnd.segment(.ack, 5001, ack: 3921), at: 60).story.prefix(1) == ["stop retransmission"])
    }

    /// Karn's algorithm (RFC 6298 §3).
    @Test func `does not time what was sent twice`() {
        var end = TCPEnd(.established)
        end.write(1000, at: 0)
        let before = end.connection.timeout.smoothed
        end.perform(.timeout(.retransmission), at: 1000)
        end.take(TCPEnd.segment(.ack, 5001, ack: 2001), at: 1010)
        #expect(end.connection.timeout.smoothed == before)
        #expect(end.connection.timeout.doublings == 1)
        end.write(1000, at: 2000)
        end.take(TCPEnd.segment(.ack, 5001, ack: 3001), at: 2080)
        #expect(end.connection.timeout.doublings == 0)
    }

    /// RFC 7323 §4.1.
    @Test func `times it all the same when timestamps tell the copies apart`() {
        let options: [TCPOption] = [.maximumSegmentSize(1460), .timestamps(value: 7, echoReply: 0)]
        var end = TCPEnd(.established, options: options)
        end.write(1000, at: 1000)
        end.perform(.timeout(.retransmission), at: 2000)
        let answer = TCPEnd.segment(
            .ack, 5001, ack: 2001, options: [.timestamps(value: 9, echoReply: 2000)])
        end.take(answer, at: 2040)
        #expect(end.connection.timeout.doublings == 0)
    }

    /// RFC 6298 §5.7.
    @Test func `waits three seconds for data after a lost SYN as the RFC says, one in Linux`() {
        for (profile, wait) in [(HostProfile.rfc9293, Int64(3000)), (.linux65, 1000)] {
            var profile = profile
            profile.offersTimestamps = false
            var pair = TCPPair(profile)
            pair.fate = { $0.number == 1 ? .isLost : .arrives }
            pair.open()
            pair.run()
            pair.fate = { _ in .isLost }
            let before = pair.sent.count
            pair.write(10, at: .client)
            pair.run(for: 5000)
            let times = pair.sent.dropFirst(before).map { $0.at.nanoseconds / 1_000_000 }
            #expect(times.count >= 2 && times[1] - times[0] == wait, "\(pair.told)")
        }
    }

    @Test func `of a FIN without a program behind it is given up sooner`() {
        var pair = Self.quiet()
        pair.fate = { _ in .isLost }
        pair.close(.client)
        pair.run()
        #expect(pair.segments(from: .client).filter { $0.hasPrefix("FIN") }.count == 1 + 8, "\(pair.told)")
        #expect(pair[.client].states.last == .closed && pair.runningTimers.isEmpty)
    }

    @Test func `keeps the numbers right where they wrap around`() {
        var pair = TCPPair(initialSequence: 4_294_967_290)
        pair.fate = { [9, 10, 17].contains($0.number) ? .isLost : .arrives }
        pair.open()
        pair.run()
        pair[.server].closesAtEnd = true
        pair.write(100_000, at: .client, then: .close)
        pair.run()
        #expect(pair.isComplete, "\(pair.told)")
        #expect(pair[.server].received.count == 100_000 && pair[.client].states.last == .closed, "\(pair.told)")
    }
}
