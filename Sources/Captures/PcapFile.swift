import Timelines

/// The classic capture format, with nanoseconds.
///
///     file header   magic · version 2.4 · 0 · 0 · snap length · LINKTYPE
///     a packet      seconds · nanoseconds · bytes kept · bytes on the wire · the bytes
///
/// Every number is little-endian; which end comes first is told from the magic.
enum PcapFile {
    /// Says that times are in nanoseconds; microseconds have 0xA1B2C3D4.
    static let magic: UInt32 = 0xA1B2_3C4D

    static func bytes(of frames: [CapturedFrame], framing: Packet.Framing) -> [UInt8] {
        var file = ByteWriter()
        file.append(magic)
        file.append(2 as UInt16)
        file.append(4 as UInt16)
        file.append(0 as UInt64)
        file.append(CapturedFrame.snapLength)
        file.append(UInt32(framing.linkType))
        for frame in frames {
            let (seconds, rest) = frame.instant.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
            file.append(UInt32(clamping: seconds))
            file.append(UInt32(clamping: rest))
            file.append(UInt32(clamping: frame.captured.count))
            file.append(frame.originalLength)
            file.append(contentsOf: Array(frame.captured))
        }
        return file.bytes
    }
}
