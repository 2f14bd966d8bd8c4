import Timelines

/// The newer capture format, which can hold packets of several link types.
///
///     a block   type · length · body, padded to 4 bytes · length again
///
///     Section Header             which end comes first
///     Interface Description      one for Ethernet, one for bare IP, in nanoseconds
///     Enhanced Packet, …         interface · time · bytes kept · bytes on the wire · the bytes
enum PcapngFile {
    /// The interfaces, in the order of their numbers.
    static let interfaces: [Packet.Framing] = [.ethernet, .ipv4]

    static func bytes(of frames: [CapturedFrame]) -> [UInt8] {
        var file = block(0x0A0D_0D0A) { body in
            body.append(0x1A2B_3C4D as UInt32)
            body.append(1 as UInt16)
            body.append(0 as UInt16)
            body.append(-1 as Int64)
        }
        for framing in interfaces { file += interface(framing) }
        for frame in frames { file += packet(frame) }
        return file
    }

    private static func interface(_ framing: Packet.Framing) -> [UInt8] {
        block(1) { body in
            body.append(framing.linkType)
            body.append(0 as UInt16)
            body.append(CapturedFrame.snapLength)
            // if_tsresol: times count 10⁻⁹ s.
            body.append(9 as UInt16)
            body.append(1 as UInt16)
            body.append(9 as UInt32)
            // opt_endofopt.
            body.append(0 as UInt32)
        }
    }

    private static func packet(_ frame: CapturedFrame) -> [UInt8] {
        let time = UInt64(clamping: frame.instant.nanoseconds)
        return block(6) { body in
            body.append(UInt32(clamping: interfaces.firstIndex(of: frame.framing) ?? 0))
            body.append(UInt32(truncatingIfNeeded: time >> 32))
            body.append(UInt32(truncatingIfNeeded: time))
            body.append(UInt32(clamping: frame.captured.count))
            body.append(frame.originalLength)
            body.append(contentsOf: Array(frame.captured))
        }
    }

    private static func block(_ type: UInt32, _ fill: (inout ByteWriter) -> Void) -> [UInt8] {
        var body = ByteWriter()
        fill(&body)
        body.pad()
        var block = ByteWriter()
        let length = UInt32(clamping: body.bytes.count + 12)
        block.append(type)
        block.append(length)
        block.append(contentsOf: body.bytes)
        block.append(length)
        return block.bytes
    }
}
