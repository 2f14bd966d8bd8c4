/// Bytes that tell their place in a stream: a pattern of 256 bytes that shifts each time it comes again.
public func bytesOfStream(from start: Int, count: Int) -> [UInt8] {
    (start..<start + count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
}
