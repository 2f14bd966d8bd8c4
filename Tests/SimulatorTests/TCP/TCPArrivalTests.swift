import Simulator
import Testing
import Timelines
import Wire

/// SEGMENT ARRIVES (RFC 9293 §3.10.7): in which state, which segment, and what comes of it.
@Suite struct `A segment arrives` {
    struct Row: Sendable, CustomTestStringConvertible {
        let state: TCPState
        let segment: TCPSegment
        let actions: [String]

        init(_ state: TCPState, _ segment: TCPSegment, _ actions: String...) {
            self.state = state
            self.segment = segment
            self.actions = actions
        }

        var testDescription: String { "\(state.rawValue): \(segment.story)" }
    }

    private static func segment(
        _ flags: TCPFlags, _ sequence: SequenceNumber, ack: SequenceNumber = 0, length: Int = 0
    ) -> TCPSegment {
        TCPEnd.segment(flags, sequence, ack: ack, length: length)
    }

    @Test(arguments: synSent + synReceived + established + closing) func `by state`(_ row: Row) {
        var end = TCPEnd(row.state)
        #expect(end.take(row.segment).story == row.actions)
    }

    // MARK: SYN-SENT (§3.10.7.3)

    static let synSent = [
        // First, the ACK bit.
        Row(.synSent, segment(.ack, 1, ack: 1000), "send RST 1000"),
        Row(.synSent, segment([.syn, .ack], 5000, ack: 1002), "send RST 1002"),
        Row(.synSent, segment([.rst, .ack], 0, ack: 1000), "discard: reset-must-match-syn"),
        // Second, the RST bit.
        Row(
            .synSent, segment([.rst, .ack], 0, ack: 1001), "tell refused", "stop retransmission", "enter CLOSED",
            "delete"),
        Row(.synSent, segment(.rst, 0), "discard: reset-must-match-syn"),
        // Fourth, the SYN bit.
        Row(
            .synSent, segment(.syn, 5000), "enter SYN-RECEIVED", "send SYN,ACK 1000 ack 5001 again",
            "start retransmission 1000 ms"),
        // Fifth, neither.
        Row(.synSent, segment(.ack, 5000, ack: 1001), "discard: syn-sent-waits-for-syn"),
    ]

    // MARK: SYN-RECEIVED

    static let synReceived = [
        Row(.synReceived, segment(.ack, 5001 + 65_535, ack: 1001), "send ACK 1001 ack 5001"),
        Row(.synReceived, segment(.ack, 5001, ack: 1000), "send RST 1000"),
        Row(.synReceived, segment(.ack, 5001, ack: 1002), "send RST 1002"),
        Row(.synReceived, segment([], 5001), "discard: segment-needs-ack"),
        Row(.synReceived, segment(.rst, 5002), "send ACK 1001 ack 5001"),
        Row(.synReceived, segment(.rst, 4999), "discard: reset-outside-window"),
        Row(.synReceived, segment(.syn, 5001), "stop retransmission", "enter CLOSED", "delete"),
        Row(.synReceived, segment(.syn, 4000), "send ACK 1001 ack 5001"),
        Row(
            .synReceived, segment(.ack, 5001, ack: 1001), "stop retransmission", "enter ESTABLISHED",
            "tell established"),
        Row(
            .synReceived, segment([.fin, .ack], 5001, ack: 1001), "stop retransmission", "enter ESTABLISHED",
            "tell established", "tell endOfStream", "enter CLOSE-WAIT", "start delayedACK 40 ms"),
    ]

    // MARK: ESTABLISHED

    static let established = [
        // First, the sequence number: the four cases.
        Row(.established, segment(.ack, 5000, ack: 1001), "send ACK 1001 ack 5001"),
        Row(.established, segment(.ack, 5001 + 65_535, ack: 1001), "send ACK 1001 ack 5001"),
        Row(.established, segment([.psh, .ack], 4990, ack: 1001, length: 11), "send ACK 1001 ack 5001"),
        Row(
            .established, segment([.psh, .ack], 4990, ack: 1001, length: 12), "tell readable",
            "send ACK 1001 ack 5002"),
        // Second, RST: outside, exact, inside (RFC 5961 §3.2).
        Row(.established, segment(.rst, 5000), "discard: reset-outside-window"),
        Row(.established, segment(.rst, 5001), "tell reset", "enter CLOSED", "delete"),
        Row(.established, segment(.rst, 5002), "send ACK 1001 ack 5001"),
        // Fourth, SYN, wherever it lies (RFC 5961 §4.2).
        Row(.established, segment(.syn, 5001), "send ACK 1001 ack 5001"),
        Row(.established, segment(.syn, 1), "send ACK 1001 ack 5001"),
        // Fifth, ACK (RFC 5961 §5.2).
        Row(.established, segment(.psh, 5001, length: 1), "discard: segment-needs-ack"),
        Row(.established, segment(.ack, 5001, ack: 1002), "send ACK 1001 ack 5001"),
        Row(.established, segment(.ack, 5001, ack: 1001 - 65_536), "send ACK 1001 ack 5001"),
        Row(.established, segment(.ack, 5001, ack: 1001)),
        // Seventh, data; eighth, FIN.
        Row(
            .established, segment([.psh, .ack], 5001, ack: 1001, length: 9), "tell readable",
            "send ACK 1001 ack 5010"),
        Row(
            .established, segment([.psh, .fin, .ack], 5001, ack: 1001, length: 9), "tell readable",
            "tell endOfStream", "enter CLOSE-WAIT", "send ACK 1001 ack 5011"),
        Row(
            .established, segment([.fin, .ack], 5001, ack: 1001), "tell endOfStream", "enter CLOSE-WAIT",
            "start delayedACK 40 ms"),
        Row(.established, segment([.fin, .ack], 5101, ack: 1001), "send ACK 1001 ack 5001"),
    ]

    // MARK: The states of closing

    static let closing = [
        Row(
            .finWait1, segment(.ack, 5001, ack: 1002), "stop retransmission", "tell allAcknowledged", "tell writable",
            "enter FIN-WAIT-2"),
        Row(
            .finWait1, segment([.fin, .ack], 5001, ack: 1001), "tell endOfStream", "enter CLOSING",
            "send ACK 1002 ack 5002"),
        Row(
            .finWait1, segment([.fin, .ack], 5001, ack: 1002), "stop retransmission", "tell allAcknowledged",
            "tell writable", "tell endOfStream", "enter TIME-WAIT", "send ACK 1002 ack 5002",
            "start timeWait 60000 ms"),
        Row(
            .finWait2, segment([.fin, .ack], 5001, ack: 1002), "tell endOfStream", "enter TIME-WAIT",
            "send ACK 1002 ack 5002", "start timeWait 60000 ms"),
        Row(.closeWait, segment([.fin, .ack], 5001, ack: 1001), "stop delayedACK", "send ACK 1001 ack 5002"),
        Row(.closeWait, segment([.psh, .ack], 5002, ack: 1001, length: 5)),
        Row(.closing, segment(.ack, 5002, ack: 1001)),
        Row(
            .closing, segment(.ack, 5002, ack: 1002), "stop retransmission", "tell allAcknowledged", "tell writable",
            "enter TIME-WAIT", "start timeWait 60000 ms"),
        Row(
            .lastAck, segment(.ack, 5002, ack: 1002), "stop retransmission", "tell allAcknowledged", "tell writable",
            "enter CLOSED", "delete"),
        Row(.lastAck, segment(.rst, 5002), "stop retransmission", "enter CLOSED", "delete"),
        Row(
            .timeWait, segment([.fin, .ack], 5001, ack: 1002), "send ACK 1002 ack 5002", "start timeWait 60000 ms"),
        Row(.timeWait, segment(.rst, 5002), "stop timeWait", "enter CLOSED", "delete"),
        Row(.timeWait, segment(.rst, 5003), "send ACK 1002 ack 5002"),
        Row(.timeWait, segment(.syn, 400), "send ACK 1002 ack 5002"),
    ]

    // MARK: CLOSED (§3.10.7.1)

    @Test func `nobody is there: the reset fits what came`() {
        #expect(TCPConnection.reset(answering: Self.segment(.syn, 1000))?.story == "RST,ACK 0 ack 1001")
        #expect(
            TCPConnection.reset(answering: Self.segment([.psh, .fin], 1000, length: 9))?.story == "RST,ACK 0 ack 1010")
        #expect(TCPConnection.reset(answering: Self.segment([.syn, .ack], 1, ack: 77))?.story == "RST 77")
        #expect(TCPConnection.reset(answering: Self.segment([.rst, .ack], 1, ack: 77)) == nil)
        #expect(TCPConnection.reset(answering: Self.segment(.ack, 1, ack: 77))?.sourcePort == TCPEnd.near.port)
    }

    // MARK: Resets and the active opener

    /// §3.10.7.4: the user of an active open is told, that of a passive one need not be.
    @Test func `a reset in SYN-RECEIVED after crossing SYNs is a refusal`() {
        var end = TCPEnd(.synSent)
        end.take(Self.segment(.syn, 5000))
        #expect(
            end.take(Self.segment(.rst, 5001)).story == [
                "tell refused", "stop retransmission", "enter CLOSED", "delete",
            ])
    }

    @Test func `challenge ACKs are limited by the second`() {
        var end = TCPEnd(.established)
        let count = (0..<30).map { _ in end.take(Self.segment(.rst, 5002), at: 100).segments.count }.reduce(0, +)
        #expect(count == HostProfile.linux65.challengeACKsPerSecond)
        #expect(end.take(Self.segment(.syn, 1), at: 900).story == ["discard: challenge-limit"])
        #expect(end.take(Self.segment(.rst, 5002), at: 1000).segments.count == 1)
    }

    /// RFC 9293 §3.5.1, Figure 9: the peer has restarted and knows nothing.
    @Test func `a half-open connection is found out`() {
        var end = TCPEnd(.established)
        let challenge = end.take(Self.segment(.syn, 400)).segments
        #expect(challenge.map(\.story) == ["ACK 1001 ack 5001"])
        let reset = TCPSegment(
            sourcePort: TCPEnd.far.port, destinationPort: TCPEnd.near.port, sequence: challenge[0].acknowledgment,
            flags: .rst)
        #expect(end.take(reset).story == ["tell reset", "enter CLOSED", "delete"])
    }
}
