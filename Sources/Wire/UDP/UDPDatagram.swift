/// A UDP datagram (RFC 768).
///
///      0                16               31
///     +-----------------+-----------------+
///     |   Source Port   | Destination Port|
///     +-----------------+-----------------+
///     |     Length      |    Checksum     |
///     +-----------------+-----------------+
///     |           data octets ...
///     +---------------- ...
public struct UDPDatagram: Hashable, Sendable {
    /// The sender's port; 0 when no answer is wanted.
    public var sourcePort: UInt16
    /// The receiver's port.
    public var destinationPort: UInt16
    /// The data.
    public var payload: [UInt8]

    /// Creates a datagram; see the properties.
    public init(sourcePort: UInt16, destinationPort: UInt16, payload: [UInt8]) {
        self.sourcePort = sourcePort
        self.destinationPort = destinationPort
        self.payload = payload
    }

    /// The length of the header, in bytes.
    public static let headerLength = 8

    /// The datagram that `bytes` begin with, on its way from one address to the other.
    ///
    /// - Parameters:
    ///   - bytes: The payload of an IPv4 packet; what follows the datagram's own length is ignored.
    ///   - source: The packet's source, which the checksum covers.
    ///   - destination: The packet's destination, which the checksum covers too.
    /// - Throws: `WireFault` for a cut-off datagram, an impossible length or a wrong checksum. A checksum of zero says that
    ///   the sender made none.
    public init(
        parsing bytes: ArraySlice<UInt8>, from source: IPv4Address, to destination: IPv4Address
    ) throws(WireFault) {
        try self.init(parsing: bytes.span.bytes, from: source, to: destination)
    }

    /// The datagram that `bytes` begin with; see ``init(parsing:from:to:)-(ArraySlice<UInt8>,_,_)``.
    public init(parsing bytes: [UInt8], from source: IPv4Address, to destination: IPv4Address) throws(WireFault) {
        try self.init(parsing: bytes.span.bytes, from: source, to: destination)
    }

    private init(parsing bytes: RawSpan, from source: IPv4Address, to destination: IPv4Address) throws(WireFault) {
        let available = bytes.byteCount
        guard available >= Self.headerLength else {
            throw WireFault(.udp, at: available, .truncated(needed: Self.headerLength, available: available))
        }
        let length = Int(bytes.uint16(at: 4))
        guard length >= Self.headerLength else { throw WireFault(.udp, at: 4, .badLength(length)) }
        guard length <= available else {
            throw WireFault(.udp, at: available, .truncated(needed: length, available: available))
        }
        let found = bytes.uint16(at: 6)
        if found != 0 {
            var checksum = InternetChecksum(
                pseudoHeaderFrom: source, to: destination, protocolNumber: .udp, length: length)
            checksum.add(bytes.extracting(..<length))
            if checksum.value != 0 {
                throw WireFault(.udp, at: 6, .badChecksum(found: found, expected: checksum.replacing(found)))
            }
        }
        self.init(
            sourcePort: bytes.uint16(at: 0), destinationPort: bytes.uint16(at: 2),
            payload: bytes.copy(Self.headerLength..<length))
    }

    /// The datagram as bytes on its way from one address to the other, with length and checksum.
    ///
    /// Data past a length of 65535 bytes is left out. A checksum of zero is written as 0xffff, its other form in ones'
    /// complement, because zero would say that there is none.
    public func serialized(from source: IPv4Address, to destination: IPv4Address) -> [UInt8] {
        let length = min(Self.headerLength + payload.count, Int(UInt16.max))
        return ByteWriter.packet(of: length) { writer in
            writer.put(sourcePort)
            writer.put(destinationPort)
            writer.put(UInt16(length))
            writer.put(0 as UInt16)
            writer.put(payload.prefix(length - Self.headerLength))
            let pseudoHeader = InternetChecksum(
                pseudoHeaderFrom: source, to: destination, protocolNumber: .udp, length: length)
            writer.seal(pseudoHeader, at: 6, zero: 0xFFFF)
        }
    }
}
