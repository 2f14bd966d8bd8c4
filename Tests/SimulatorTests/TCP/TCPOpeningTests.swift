import Simulator
import Testing
import Timelines
import Wire

/// RFC 9293 §3.5.
@Suite struct `Opening a connection` {
    @Test func `takes three segments`() {
        var pair = TCPPair()
        pair.open()
        pair.run()
        #expect(
            pair.segments() == ["SYN 1000", "SYN,ACK 5000 ack 1001", "ACK 1001 ack 5001"], "\(pair.told)")
        #expect(pair[.client].states == [.synSent, .established], "\(pair.told)")
        #expect(pair[.server].states == [.synReceived, .established], "\(pair.told)")
        #expect(pair[.client].notices == [.established] && pair[.server].notices == [.established], "\(pair.told)")
        #expect(pair.runningTimers.isEmpty && pair.isOver, "\(pair.told)")
    }

    @Test func `an active open sends a SYN and starts the timer`() {
        var end = TCPEnd(.closed)
        #expect(end.perform(.open).story == ["send SYN 1000", "enter SYN-SENT", "start retransmission 1000 ms"])
    }

    @Test func `the answer stops the timer before it changes the state`() {
        var end = TCPEnd(.synSent)
        let answer = TCPEnd.segment([.syn, .ack], 5000, ack: 1001)
        #expect(
            end.take(answer, at: 40).story == [
                "stop retransmission", "enter ESTABLISHED", "tell established", "send ACK 1001 ack 5001",
            ])
    }

    @Test func `offers the options in a SYN only, and takes what both offered`() throws {
        var pair = TCPPair()
        pair.open()
        pair.run()
        let syn = try #require(pair.sent.first).segment
        #expect(
            syn.options == [
                .maximumSegmentSize(1460), .sackPermitted, .timestamps(value: 0, echoReply: 0), .windowScale(7),
            ])
        #expect(pair.sent.last?.segment.options == [.timestamps(value: 20, echoReply: 10)], "\(pair.told)")
    }

    @Test func `an end that was offered nothing offers nothing back`() {
        var end = TCPEnd(.listen)
        let answer = end.take(TCPEnd.segment(.syn, 5000)).segments
        #expect(answer.first?.options == [.maximumSegmentSize(1460)])
    }

    @Test func `a SYN without MSS means 536 bytes`() {
        var end = TCPEnd(.established, options: [])
        #expect(end.write(2000).segments.first?.payload.count == 536)
    }

    @Test func `both may open at once, and it is one connection`() {
        var pair = TCPPair(bothOpen: true)
        pair.open(.client)
        pair.open(.server)
        pair.run()
        #expect(
            pair.segments() == [
                "SYN 1000", "SYN 5000", "SYN,ACK 5000 ack 1001", "SYN,ACK 1000 ack 5001",
            ], "\(pair.told)")
        for side in TCPPair.Side.allCases {
            #expect(pair[side].states == [.synSent, .synReceived, .established], "\(pair.told)")
        }
        // The number of the SYN goes out a second time in the SYN-ACK.
        #expect(pair.sent.map(\.isRetransmission) == [false, false, true, true], "\(pair.told)")
    }

    @Test(arguments: 1...4) func `a simultaneous open survives the loss of any segment`(_ number: Int) {
        var pair = TCPPair(bothOpen: true)
        pair.fate = { $0.number == number ? .isLost : .arrives }
        pair.open(.client)
        pair.open(.server)
        pair.run()
        #expect(pair[.client].connection.state == .established, "\(pair.told)")
        #expect(pair[.server].connection.state == .established, "\(pair.told)")
    }

    @Test func `data completes a handshake whose last ACK was lost`() {
        var pair = TCPPair()
        pair.fate = { $0.number == 3 ? .isLost : .arrives }
        pair.open()
        pair.run(for: 25)
        #expect(pair[.server].connection.state == .synReceived, "\(pair.told)")
        pair.write(5, at: .client)
        pair.run(for: 15)
        #expect(pair[.server].connection.state == .established, "\(pair.told)")
        #expect(pair[.server].received.count == 5, "\(pair.told)")
    }

    @Test func `a silent client repeats its ACK when the SYN-ACK comes again`() {
        var pair = TCPPair()
        pair.fate = { $0.number == 3 ? .isLost : .arrives }
        pair.open()
        pair.run()
        #expect(
            pair.segments() == [
                "SYN 1000", "SYN,ACK 5000 ack 1001", "ACK 1001 ack 5001", "SYN,ACK 5000 ack 1001",
                "ACK 1001 ack 5001",
            ], "\(pair.told)")
        #expect(pair[.server].connection.state == .established, "\(pair.told)")
    }

    /// The timer goes on as it was (RFC 6298 §5.1 starts it only if it is not running); Linux starts it over.
    @Test(arguments: HostProfile.all) func `the same SYN again is answered with the same SYN-ACK`(
        _ profile: HostProfile
    ) {
        var end = TCPEnd(.synReceived, profile: profile)
        let again = end.take(TCPEnd.segment(.syn, 5000, options: [.maximumSegmentSize(1460)]), at: 300)
        let startsOver = profile.id == HostProfile.rfc9293.id ? [] : ["start retransmission 1000 ms"]
        #expect(again.story == ["send SYN,ACK 1000 ack 5001 again"] + startsOver)
    }

    /// RFC 9293 §3.5, Figure 8.
    @Test func `an old duplicate SYN leads back to LISTEN`() {
        var end = TCPEnd(.synReceived)
        #expect(end.take(TCPEnd.segment(.rst, 5001)).story == ["stop retransmission", "enter CLOSED", "delete"])
    }

    @Test func `data on a SYN-ACK is taken from its first byte on`() {
        var end = TCPEnd(.synSent)
        let actions = end.take(TCPEnd.segment([.syn, .ack], 5000, ack: 1001, length: 7))
        #expect(end.connection.readable == 7)
        #expect(actions.segments.map(\.story) == ["ACK 1001 ack 5008"])
    }

    @Test func `what was written before the connection exists leaves with it`() {
        var pair = TCPPair()
        pair.open()
        pair.perform(.send(Array("hello".utf8)), at: .client)
        pair.run()
        #expect(pair[.server].received == Array("hello".utf8), "\(pair.told)")
    }

    @Test func `closing before the answer forgets the connection`() {
        var end = TCPEnd(.synSent)
        #expect(end.perform(.shutdown).story == ["stop retransmission", "enter CLOSED", "delete"])
    }

    @Test func `closing in SYN-RECEIVED sends the FIN after the handshake`() {
        var pair = TCPPair(bothOpen: true)
        pair.open(.client)
        pair.open(.server)
        pair.run(for: 15)
        pair.close(.client)
        pair.close(.server)
        pair.run()
        for side in TCPPair.Side.allCases {
            #expect(pair[side].connection.state == .closed, "\(pair.told)")
            #expect(pair[side].notices.contains(.endOfStream), "\(pair.told)")
        }
    }
}

/// When SYNs are sent, in seconds, and when the attempt is given up (RFC 6298 §5, tcp(7)).
@Suite struct `The SYN schedule` {
    static let schedules: [(HostProfile, [Int64], Int64)] = [
        (.linux65, [0, 1, 2, 3, 4, 5, 7, 11, 19, 35, 67], 131),
        (.linuxBefore65, [0, 1, 3, 7, 15, 31, 63], 127),
        (.rfc9293, [0, 1, 3, 7, 15, 31, 63, 123], 183),
    ]

    @Test(arguments: schedules.indices) func `of each profile`(_ index: Int) {
        let (profile, seconds, end) = Self.schedules[index]
        var pair = TCPPair(profile)
        pair.fate = { _ in .isLost }
        pair.open()
        pair.run()
        #expect(pair.times(of: .client) == seconds.map { $0 * 1000 }, "\(pair.told)")
        #expect(pair.now == .milliseconds(end * 1000), "\(pair.told)")
        #expect(pair[.client].notices == [.timedOut], "\(pair.told)")
        #expect(pair.segments().allSatisfy { $0 == "SYN 1000" }, "\(pair.told)")
    }

    @Test(arguments: HostProfile.all) func `of SYN-ACKs, after which the half-open connection goes`(
        _ profile: HostProfile
    ) {
        var pair = TCPPair(profile)
        pair.fate = { $0.side == .server ? .isLost : .arrives }
        pair.open()
        pair.run(until: .milliseconds(10))
        pair.fate = { _ in .isLost }
        pair.run()
        let start: Int64 = 10
        #expect(pair.times(of: .server) == [0, 1, 3, 7, 15, 31].map { $0 * 1000 + start }, "\(pair.told)")
        #expect(pair[.server].states.last == .closed, "\(pair.told)")
        #expect(pair[.server].isAlive == false, "\(pair.told)")
    }
}
