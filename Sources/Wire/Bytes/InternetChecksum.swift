/// The checksum of IPv4, ICMP, UDP and TCP: the ones' complement of the ones' complement sum of 16-bit words.
///
/// Read RFC 1071 first; §2 explains the three properties used here. The sum does not depend on byte order, so words are
/// added as the machine loads them and swapped once at the end. Carries may be added late, so 32-bit words go into
/// a 64-bit sum. And a piece that begins at an odd offset contributes its own sum with the two bytes swapped, so
/// pieces may be added one after another wherever they are cut.
///
///     var checksum = InternetChecksum()
///     checksum.add(header)
///     checksum.add(data)
///     checksum.value        // what stands in the field
///
/// Added up together with a field that holds the right checksum, the value is 0.
public struct InternetChecksum: Hashable, Sendable {
    private var sum: UInt64 = 0
    private var isOdd = false

    /// The checksum of nothing.
    public init() {}

    /// The checksum of the pseudo header that TCP and UDP prepend (RFC 9293 §3.1, RFC 768).
    ///
    ///     +--------+--------+--------+--------+
    ///     |           source address          |
    ///     |         destination address       |
    ///     |  zero  |protocol|     length      |
    ///     +--------+--------+--------+--------+
    public init(
        pseudoHeaderFrom source: IPv4Address, to destination: IPv4Address, protocolNumber: IPProtocol, length: Int
    ) {
        sum =
            UInt64(source.rawValue.bigEndian) + UInt64(destination.rawValue.bigEndian)
            + UInt64(UInt32(protocolNumber.rawValue).bigEndian) + UInt64(UInt32(truncatingIfNeeded: length).bigEndian)
    }

    /// Adds the bytes that follow those added so far.
    public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    /// Adds the bytes that follow those added so far.
    public mutating func add(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { add($0) } }

    mutating func add(_ bytes: RawSpan) { bytes.withUnsafeBytes { add($0) } }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        // Each lane takes 64 bits at a time as two halves, so that it overflows only after 2³¹ rounds.
        var lanes = SIMD4<UInt64>.zero
        var offset = 0
        while offset + 32 <= bytes.count {
            let words = start.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
            lanes = lanes &+ (words & Self.lowHalf) &+ (words &>> Self.halfWidth)
            offset += 32
        }
        var part = UInt64(Self.fold(lanes[0])) + UInt64(Self.fold(lanes[1]))
        part += UInt64(Self.fold(lanes[2])) + UInt64(Self.fold(lanes[3]))
        while offset + 2 <= bytes.count {
            part &+= UInt64(start.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
            offset += 2
        }
        if offset < bytes.count { part &+= UInt64((UInt16(bytes[offset]) << 8).bigEndian) }
        sum = sum &+ UInt64(isOdd ? Self.fold(part).byteSwapped : Self.fold(part))
        if !bytes.count.isMultiple(of: 2) { isOdd.toggle() }
    }

    private static var lowHalf: SIMD4<UInt64> { SIMD4(repeating: 0xFFFF_FFFF) }
    private static var halfWidth: SIMD4<UInt64> { SIMD4(repeating: 32) }

    /// What stands in the checksum field.
    public var value: UInt16 { ~UInt16(bigEndian: Self.fold(sum)) }

    /// What would stand in the field if the bytes added so far had held zero where they held `found`.
    func replacing(_ found: UInt16) -> UInt16 {
        var checksum = self
        checksum.sum = checksum.sum &+ UInt64((~found).bigEndian)
        return checksum.value
    }

    /// The sum with its carries added back in.
    private static func fold(_ sum: UInt64) -> UInt16 {
        var sum = sum
        while sum >> 16 != 0 { sum = sum & 0xFFFF &+ sum >> 16 }
        return UInt16(truncatingIfNeeded: sum)
    }
}
