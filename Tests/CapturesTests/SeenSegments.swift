import Captures
import Timelines
import Wire

/// What follows from a timeline for the segments that pass a host, in the terms of Wireshark's TCP analysis.
///
/// Wireshark 4.0 has three blind spots, which are nobody's fault here: it does not count the byte that probes a closed
/// window; it does not expect an acknowledgment of a FIN that was added when data was sent again; and it takes a next
/// number of exactly 0 for none at all.
struct SeenSegments {
    /// What is to be expected of one packet.
    struct Expectation {
        /// Whether it takes up sequence numbers of which some, or later ones, have passed before.
        var isRepeat = false
        /// Whether the one byte that it has is the last that has passed: it looks like a keep-alive probe.
        var looksLikeKeepAlive = false
        /// Whether numbers before it have not passed yet.
        var followsGap = false
        /// Whether it repeats the acknowledgment before it, and the window, and says nothing else.
        var isDuplicateACK = false
        /// Whether the receiver has no room.
        var isZeroWindow = false
        /// Whether it acknowledges numbers that have not passed.
        var acknowledgesAhead = false
        /// Whether it begins a connection.
        var isSYN = false
        /// Whether Wireshark has lost count of what it follows.
        var isBeyondCount = false
        /// Whether Wireshark has lost count of what it acknowledges.
        var acknowledgesBeyondCount = false
    }

    /// One direction of a conversation as seen so far.
    private struct Direction {
        /// The number after the highest that has passed; the byte of a window probe counts once it is acknowledged.
        var next: SequenceNumber
        /// The number after the byte of the last window probe.
        var probed: SequenceNumber
        /// Whether the byte of a window probe was taken in, after which Wireshark misses what it did not count.
        var isProbeTaken = false
        var acknowledgment: SequenceNumber
        var window: UInt16
        /// The last segment looked like a keep-alive probe.
        var wasProbe = false
        /// Wireshark's idea of `next`, and of the highest number that can be acknowledged.
        var counted: SequenceNumber, acknowledgeable: SequenceNumber
    }

    private struct Flow: Hashable {
        var source: IPv4Address, destination: IPv4Address
        var sourcePort: UInt16, destinationPort: UInt16

        var reversed: Flow {
            Flow(
                source: destination, destination: source, sourcePort: destinationPort, destinationPort: sourcePort)
        }
    }

    private var directions: [Flow: Direction] = [:]

    /// The expectation for the next packet; `nil` when it is no TCP segment.
    mutating func next(_ frame: CapturedFrame) -> Expectation? {
        let bytes = frame.framing == .ethernet ? frame.bytes.dropFirst(14) : frame.bytes[...]
        guard let packet = try? IPv4Packet(parsing: Array(bytes)), packet.protocolNumber == .tcp,
            let segment = try? TCPSegment(parsing: packet.payload[...], from: packet.source, to: packet.destination)
        else { return nil }
        let flow = Flow(
            source: packet.source, destination: packet.destination, sourcePort: segment.sourcePort,
            destinationPort: segment.destinationPort)
        let expectation = expectation(for: segment, after: directions[flow], answering: directions[flow.reversed])
        note(segment, of: flow, expectation)
        return expectation
    }

    private func expectation(
        for segment: TCPSegment, after before: Direction?, answering peer: Direction?
    ) -> Expectation {
        let isPlain = segment.flags.isDisjoint(with: [.syn, .fin, .rst])
        var expectation = Expectation()
        expectation.isSYN = segment.flags.contains(.syn)
        expectation.isZeroWindow = segment.window == 0 && isPlain
        if let peer, segment.flags.contains(.ack) {
            expectation.acknowledgesAhead =
                segment.acknowledgment > peer.next && segment.acknowledgment > peer.probed && isPlain
            expectation.acknowledgesBeyondCount = segment.acknowledgment > peer.acknowledgeable || peer.isProbeTaken
        }
        guard let before else { return expectation }
        expectation.isRepeat = segment.length > 0 && segment.sequence < before.next
        expectation.looksLikeKeepAlive =
            isPlain && segment.payload.count <= 1 && segment.sequence == before.next - 1
        expectation.followsGap = segment.sequence > before.next && !segment.flags.contains(.rst)
        expectation.isBeyondCount = segment.sequence > before.counted || before.next.rawValue == 0
        expectation.isDuplicateACK =
            isPlain && segment.payload.isEmpty && segment.window > 0 && segment.window == before.window
            && segment.sequence == before.next && segment.acknowledgment == before.acknowledgment
            && peer?.wasProbe != true
        return expectation
    }

    private mutating func note(_ segment: TCPSegment, of flow: Flow, _ expectation: Expectation) {
        let end = segment.sequence + segment.length
        var direction =
            directions[flow]
            ?? Direction(
                next: end, probed: end, acknowledgment: segment.acknowledgment, window: segment.window, counted: end,
                acknowledgeable: end)
        let probesWindow = segment.payload.count == 1 && directions[flow.reversed]?.window == 0
        if probesWindow { direction.probed = end }
        if direction.next < end, !probesWindow { direction.next = end }
        if segment.flags.contains(.ack), let peer = directions[flow.reversed], peer.next < segment.acknowledgment,
            segment.acknowledgment == peer.probed
        {
            directions[flow.reversed]?.next = segment.acknowledgment
            directions[flow.reversed]?.isProbeTaken = true
        }
        if direction.counted < end, !probesWindow { direction.counted = end }
        if direction.acknowledgeable < end, !probesWindow, !expectation.isRepeat, !expectation.isBeyondCount {
            direction.acknowledgeable = end
        }
        direction.acknowledgment = segment.acknowledgment
        direction.window = segment.window
        direction.wasProbe = expectation.looksLikeKeepAlive
        directions[flow] = direction
    }
}
