import Wire

/// Packets of which only some fragments have arrived (RFC 791 §3.2, An Example Reassembly Procedure).
///
///     offset   0        185 (× 8 bytes)  370
///              ┌────────┬────────┬───────┐
///              │ first  │ missing│ last  │   MF = 0: the last one tells how long the packet is
///              └────────┴────────┴───────┘
///
/// Bytes that arrive twice are taken from the later fragment, as in the RFC. The memory is bounded: few packets at a time, and
/// none longer than a packet can be.
struct Reassembly: Sendable {
    /// What the fragments of one packet have in common.
    struct Key: Hashable, Sendable {
        var source: IPv4Address
        var destination: IPv4Address
        var protocolNumber: IPProtocol
        var identification: UInt16
    }

    private struct Buffer: Sendable {
        /// The fragment with offset 0, whose header the packet will have.
        var first: IPv4Packet?
        var data: [UInt8] = []
        /// For each block of 8 bytes whether it is there.
        var blocks: [Bool] = []
        var present = 0
        /// The length of the whole payload, in bytes.
        var total: Int?
        /// Which of the buffers is older.
        var number: Int
    }

    /// What a fragment led to.
    enum Outcome {
        /// The first one of its packet to arrive; the oldest buffer may have made room.
        case begins(evicted: Key?)
        case waits
        case completes(IPv4Packet)
        /// It contradicts the others or itself.
        case isInvalid
    }

    /// How many packets are put together at a time.
    static let capacity = 16
    /// The longest payload of a packet, in bytes.
    private static let longest = Int(UInt16.max) - IPv4Packet.minimumHeaderLength

    private var buffers: [Key: Buffer] = [:]
    private var count = 0

    /// What identifies the packet that a fragment belongs to.
    static func key(of fragment: IPv4Packet) -> Key {
        Key(
            source: fragment.source, destination: fragment.destination, protocolNumber: fragment.protocolNumber,
            identification: fragment.identification)
    }

    /// Takes a fragment in.
    mutating func add(_ fragment: IPv4Packet) -> Outcome {
        let start = Int(fragment.fragmentOffset) * 8, end = start + fragment.payload.count
        guard !fragment.payload.isEmpty, end <= Self.longest,
            !fragment.moreFragments || fragment.payload.count.isMultiple(of: 8)
        else { return .isInvalid }
        let key = Self.key(of: fragment)
        let former = buffers.removeValue(forKey: key)
        count += 1
        var buffer = former ?? Buffer(number: count)
        guard Self.put(fragment, start..<end, into: &buffer) else {
            buffers[key] = former
            return .isInvalid
        }
        if let total = buffer.total, buffer.present == (total + 7) / 8, var packet = buffer.first {
            packet.moreFragments = false
            packet.payload = buffer.data
            return .completes(packet)
        }
        buffers[key] = buffer
        return former == nil ? .begins(evicted: evict()) : .waits
    }

    /// Forgets a packet; answers its first fragment, if that had arrived.
    mutating func give(up key: Key) -> IPv4Packet? { buffers.removeValue(forKey: key)?.first }

    private static func put(_ fragment: IPv4Packet, _ range: Range<Int>, into buffer: inout Buffer) -> Bool {
        if fragment.moreFragments {
            guard range.upperBound < buffer.total ?? .max else { return false }
        } else {
            guard buffer.total ?? range.upperBound == range.upperBound, buffer.data.count <= range.upperBound else {
                return false
            }
            buffer.total = range.upperBound
        }
        if range.upperBound > buffer.data.count {
            buffer.data += [UInt8](repeating: 0, count: range.upperBound - buffer.data.count)
            buffer.blocks += [Bool](repeating: false, count: (range.upperBound + 7) / 8 - buffer.blocks.count)
        }
        buffer.data.replaceSubrange(range, with: fragment.payload)
        for block in range.lowerBound / 8..<(range.upperBound + 7) / 8 where !buffer.blocks[block] {
            buffer.blocks[block] = true
            buffer.present += 1
        }
        if range.lowerBound == 0 { buffer.first = fragment }
        return true
    }

    private mutating func evict() -> Key? {
        guard buffers.count > Self.capacity else { return nil }
        let oldest = buffers.min { $0.value.number < $1.value.number }?.key
        if let oldest { buffers[oldest] = nil }
        return oldest
    }
}
