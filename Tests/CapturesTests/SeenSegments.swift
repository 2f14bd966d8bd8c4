import Captures
import Timelines
import Wire

/// What a timeline says about the segments that pass a host, in the terms of Wireshark's TCP analysis.
struct SeenSegments {
    /// What is to be expected of one packet.
    struct Expectation {
        /// Which packet, for reports: `#7 ACK seq=…`.
        var name: String
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
    }

    /// One direction of a conversation as seen so far.
    private struct Direction {
        /// The number after the highest that has passed.
        var next: SequenceNumber
        var acknowledgment: SequenceNumber
        var window: UInt16
        var wasProbe = false
    }

    private struct Flow: Hashable {
        var source: SocketName, destination: SocketName
        var reversed: Flow { Flow(source: destination, destination: source) }
    }

    private struct SocketName: Hashable { var address: IPv4Address, port: UInt16 }

    private var directions: [Flow: Direction] = [:]

    /// The expectation for the next packet; `nil` when it is no TCP segment.
    mutating func next(_ frame: CapturedFrame, _ message: Message) -> Expectation? {
        let bytes = frame.framing == .ethernet ? frame.bytes.dropFirst(14) : frame.bytes[...]
        guard let packet = try? IPv4Packet(parsing: Array(bytes)), packet.protocolNumber == .tcp,
            let segment = try? TCPSegment(parsing: packet.payload[...], from: packet.source, to: packet.destination)
        else { return nil }
        let flow = Flow(
            source: SocketName(address: packet.source, port: segment.sourcePort),
            destination: SocketName(address: packet.destination, port: segment.destinationPort))
        let fields = message.fields.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
        var expectation = Expectation(name: "\(segment.flags) \(fields) at \(frame.instant.nanoseconds / 1000) us")
        expectation.isZeroWindow = segment.window == 0 && segment.flags.isDisjoint(with: [.syn, .fin, .rst])
        let isBare = segment.payload.isEmpty && segment.flags.isDisjoint(with: [.syn, .fin, .rst])
        let isProbe = isBare && directions[flow].map { segment.sequence == $0.next - 1 } ?? false
        if let before = directions[flow] {
            expectation.isRepeat = segment.length > 0 && segment.sequence < before.next
            expectation.looksLikeKeepAlive =
                expectation.isRepeat && segment.length == 1 && segment.payload.count == 1
                && segment.sequence == before.next - 1
            expectation.followsGap = segment.sequence > before.next && !segment.flags.contains(.rst)
            expectation.isDuplicateACK =
                isBare && segment.window > 0 && segment.window == before.window && segment.sequence == before.next
                && segment.acknowledgment == before.acknowledgment
                && !(directions[flow.reversed]?.wasProbe ?? false)
        }
        note(segment, of: flow, wasProbe: isProbe)
        return expectation
    }

    private mutating func note(_ segment: TCPSegment, of flow: Flow, wasProbe: Bool) {
        let end = segment.sequence + segment.length
        var direction =
            directions[flow] ?? Direction(next: end, acknowledgment: segment.acknowledgment, window: segment.window)
        if direction.next < end { direction.next = end }
        direction.acknowledgment = segment.acknowledgment
        direction.window = segment.window
        direction.wasProbe = wasProbe
        directions[flow] = direction
    }
}
