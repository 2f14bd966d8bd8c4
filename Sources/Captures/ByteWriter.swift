/// Little-endian numbers one after the other, as captures have them.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(contentsOf more: [UInt8]) { bytes.append(contentsOf: more) }

    /// Zeros up to the next multiple of four bytes.
    mutating func pad() { while bytes.count % 4 != 0 { bytes.append(0) } }
}

extension CapturedFrame {
    /// No packet of IPv4 comes near it, so nothing is cut short; the value is tcpdump's own default.
    static let snapLength: UInt32 = 262_144

    /// How many bytes of the packet a capture keeps.
    var captured: ArraySlice<UInt8> { bytes.prefix(Int(Self.snapLength)) }

    /// How long the packet was, in bytes.
    var originalLength: UInt32 { UInt32(clamping: bytes.count) }
}
