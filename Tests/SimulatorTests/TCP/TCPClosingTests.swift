import Testing
import Timelines
import Wire

@testable import Simulator

/// RFC 9293 §3.6.
@Suite struct `Closing a connection` {
    /// Both sides have exchanged data, as in the ledger: the client 100 bytes, the server 300.
    static func open(_ profile: HostProfile = .linux65) -> TCPPair {
        var pair = TCPPair(profile)
        pair.open()
        pair.run()
        pair.write(100, at: .client)
        pair.run()
        pair.write(300, at: .server)
        pair.run()
        return pair
    }

    @Test func `one side first, the other when its program closes`() {
        var pair = Self.open()
        let before = pair.sent.count
        pair.perform(.shutdown, at: .client)
        pair.run()
        #expect(pair[.client].connection.state == .finWait2, "\(pair.told)")
        #expect(pair[.server].connection.state == .closeWait, "\(pair.told)")
        pair.write(50, at: .server)
        pair.run()
        pair.close(.server)
        pair.run()
        #expect(
            pair.segments().dropFirst(before) == [
                "FIN,ACK 1101 ack 5301", "ACK 5301 ack 1102", "PSH,ACK 5301 ack 1102 len 50", "ACK 1102 ack 5351",
                "FIN,ACK 5351 ack 1102", "ACK 1102 ack 5352",
            ], "\(pair.told)")
        #expect(
            pair[.client].states.suffix(4) == [.finWait1, .finWait2, .timeWait, .closed], "\(pair.told)")
        #expect(pair[.server].states.suffix(3) == [.closeWait, .lastAck, .closed], "\(pair.told)")
        #expect(pair[.client].received.count == 350, "\(pair.told)")
    }

    @Test func `three segments are enough when the other side closes at once`() {
        var pair = Self.open()
        let before = pair.sent.count
        pair[.server].closesAtEnd = true
        pair.close(.client)
        pair.run()
        #expect(
            pair.segments().dropFirst(before) == [
                "FIN,ACK 1101 ack 5301", "FIN,ACK 5301 ack 1102", "ACK 1102 ack 5302",
            ], "\(pair.told)")
        #expect(pair[.client].states.suffix(3) == [.finWait1, .timeWait, .closed], "\(pair.told)")
    }

    @Test func `both at once go through CLOSING and both wait`() {
        var pair = Self.open()
        let before = pair.sent.count
        pair.close(.client)
        pair.close(.server)
        pair.run()
        #expect(pair.sent.count == before + 4, "\(pair.told)")
        #expect(
            pair.segments(from: .client).suffix(2) == ["FIN,ACK 1101 ack 5301", "ACK 1102 ack 5302"], "\(pair.told)")
        #expect(
            pair.segments(from: .server).suffix(2) == ["FIN,ACK 5301 ack 1101", "ACK 5302 ack 1102"], "\(pair.told)")
        for side in TCPPair.Side.allCases {
            #expect(pair[side].states.suffix(4) == [.finWait1, .closing, .timeWait, .closed], "\(pair.told)")
        }
    }

    @Test func `the FIN follows everything that was written`() {
        var pair = TCPPair()
        pair.open()
        pair.run()
        pair[.server].closesAtEnd = true
        pair.write(200_000, at: .client, then: .close)
        pair.run()
        #expect(pair.isComplete, "\(pair.told)")
        #expect(pair[.server].connection.hasReachedEnd && pair[.server].states.last == .closed)
        #expect(pair[.client].states.contains(.timeWait))
    }

    // MARK: TIME-WAIT

    static let lengths: [(HostProfile, Int64)] = [(.linux65, 60), (.linuxBefore65, 60), (.rfc9293, 240)]

    @Test(arguments: lengths.indices) func `TIME-WAIT lasts two maximum segment lifetimes`(_ index: Int) {
        let (profile, seconds) = Self.lengths[index]
        var end = TCPEnd(.finWait2, profile: profile)
        #expect(
            end.take(TCPEnd.segment([.fin, .ack], 5001, ack: 1002)).story == [
                "tell endOfStream", "enter TIME-WAIT", "send ACK 1002 ack 5002", "start timeWait \(seconds * 1000) ms",
            ])
        #expect(end.perform(.timeout(.timeWait), at: seconds * 1000).story == ["enter CLOSED", "delete"])
    }

    @Test func `a FIN that comes again is acknowledged again and the wait starts over`() {
        var end = TCPEnd(.timeWait)
        #expect(
            end.take(TCPEnd.segment([.fin, .ack], 5001, ack: 1002), at: 25_000).story == [
                "send ACK 1002 ack 5002", "start timeWait 60000 ms",
            ])
    }

    @Test func `three lost last ACKs are made up for`() {
        var pair = Self.open()
        pair.perform(.shutdown, at: .client)
        pair.run()
        let before = pair.sent.count
        pair.fate = { $0.side == .client && $0.number < before + 8 && $0.number > before ? .isLost : .arrives }
        pair.close(.server)
        pair.run()
        #expect(pair[.server].states.last == .closed && pair[.server].notices.contains(.timedOut) == false)
        #expect(pair.segments(from: .client).suffix(4) == Array(repeating: "ACK 1102 ack 5302", count: 4)[...])
    }

    // MARK: FIN-WAIT-2

    @Test func `Linux limits FIN-WAIT-2 once nobody reads`() {
        var pair = Self.open()
        pair.close(.client)
        pair.run()
        #expect(pair[.client].states.last == .closed, "\(pair.told)")
        #expect(pair[.client].connection.state == .closed && pair[.server].connection.state == .closeWait)
        let fin = pair.sent.last { $0.segment.flags.contains(.fin) }
        #expect((pair.now - (fin?.at ?? .zero)).nanoseconds / 1_000_000_000 == 60, "\(pair.told)")
    }

    @Test func `half-closed it may last for ever`() {
        var pair = Self.open()
        pair.perform(.shutdown, at: .client)
        pair.run()
        #expect(pair[.client].connection.state == .finWait2 && pair.isOver, "\(pair.told)")
        pair.close(.client)
        #expect(pair[.client].connection.armedTimers == [.finWait2])
    }

    @Test func `the RFC has no such limit`() {
        var pair = Self.open(.rfc9293)
        pair.close(.client)
        pair.run()
        #expect(pair[.client].connection.state == .finWait2, "\(pair.told)")
    }

    // MARK: Closing that resets

    @Test func `unread data makes it a reset`() {
        var end = TCPEnd(.established)
        end.take(TCPEnd.segment([.psh, .ack], 5001, ack: 1001, length: 10))
        #expect(
            end.perform(.close).story.filter { !$0.hasPrefix("stop") } == [
                "send RST,ACK 1001 ack 5011", "enter CLOSED", "delete",
            ])
    }

    @Test func `data for a program that is gone is answered with a reset`() {
        var end = TCPEnd(.established)
        end.perform(.close)
        end.take(TCPEnd.segment(.ack, 5001, ack: 1002))
        #expect(
            end.take(TCPEnd.segment([.psh, .ack], 5001, ack: 1002, length: 10)).story.filter { !$0.hasPrefix("stop") }
                == ["send RST 1002", "enter CLOSED", "delete"])
    }

    @Test func `data after a half-close is taken`() {
        var end = TCPEnd(.finWait2)
        end.take(TCPEnd.segment([.psh, .ack], 5001, ack: 1002, length: 10))
        #expect(end.connection.readable == 10 && end.connection.state == .finWait2)
    }

    @Test(arguments: [TCPState.synReceived, .established, .finWait1, .finWait2, .closeWait])
    func `an abort resets`(_ state: TCPState) {
        var end = TCPEnd(state)
        let actions = end.perform(.abort)
        #expect(actions.segments.count == 1 && actions.segments[0].flags.contains(.rst))
        #expect(actions.states == [.closed] && actions.last == .delete)
    }

    @Test(arguments: [TCPState.synSent, .closing, .lastAck, .timeWait])
    func `an abort that nobody needs to hear of is silent`(_ state: TCPState) {
        var end = TCPEnd(state)
        let actions = end.perform(.abort)
        #expect(actions.segments.isEmpty && actions.states == [.closed] && actions.last == .delete)
    }

    @Test func `a reset goes out with the highest number that was sent`() {
        var end = TCPEnd(.established)
        end.write(20_000)
        end.perform(.timeout(.retransmission), at: 1000)
        let sent = end.connection.sndMax
        #expect(end.perform(.abort).segments.first?.sequence == sent)
    }

    @Test func `reading in CLOSE-WAIT tells the peer of no window`() {
        var pair = TCPPair()
        pair[.server].reads = false
        pair.open()
        pair.run()
        pair.write(64_000, at: .client, then: .shutdown)
        pair.run()
        #expect(pair[.server].connection.state == .closeWait, "\(pair.told)")
        let before = pair.sent.count
        pair.perform(.receive(.max), at: .server)
        #expect(pair.sent.count == before && pair[.server].connection.hasReachedEnd, "\(pair.told)")
    }
}
