/// An Ethernet II frame, without preamble and frame check sequence (RFC 894).
///
///     +-------------------+-------------------+-----------+----------------- - -
///     |    Destination    |      Source       | EtherType |    Payload
///     |      6 bytes      |      6 bytes      |  2 bytes  |    46 to 1500 bytes
///     +-------------------+-------------------+-----------+----------------- - -
///
/// The payload is kept as it is, padding included: only the layer above knows where its packet ends. Serialising adds no
/// padding, just as a capture taken at the sender shows none.
public struct EthernetFrame: Hashable, Sendable {
    /// For whom it is.
    public var destination: MACAddress
    /// Who sent it.
    public var source: MACAddress
    /// What the payload is.
    public var etherType: EtherType
    /// What it carries.
    public var payload: [UInt8]

    /// Creates a frame; see the properties.
    public init(destination: MACAddress, source: MACAddress, etherType: EtherType, payload: [UInt8]) {
        self.destination = destination
        self.source = source
        self.etherType = etherType
        self.payload = payload
    }

    /// The length of the header, in bytes.
    public static let headerLength = 14

    /// The frame that `bytes` are.
    ///
    /// - Throws: `WireFault` if they are fewer than a header.
    public init(parsing bytes: ArraySlice<UInt8>) throws(WireFault) { try self.init(parsing: bytes.span.bytes) }

    /// The frame that `bytes` are; see ``init(parsing:)-(ArraySlice<UInt8>)``.
    public init(parsing bytes: [UInt8]) throws(WireFault) { try self.init(parsing: bytes.span.bytes) }

    private init(parsing bytes: RawSpan) throws(WireFault) {
        let available = bytes.byteCount
        guard available >= Self.headerLength else {
            throw WireFault(.ethernet, at: available, .truncated(needed: Self.headerLength, available: available))
        }
        self.init(
            destination: bytes.macAddress(at: 0), source: bytes.macAddress(at: 6),
            etherType: EtherType(rawValue: bytes.uint16(at: 12)), payload: bytes.copy(Self.headerLength..<available))
    }

    /// The frame as bytes.
    public func serialized() -> [UInt8] {
        ByteWriter.packet(of: Self.headerLength + payload.count) { writer in
            writer.put(destination)
            writer.put(source)
            writer.put(etherType.rawValue)
            writer.put(payload[...])
        }
    }
}

/// What an Ethernet frame carries.
public struct EtherType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The number in the header; below 1536 it is the length of an IEEE 802.3 frame.
    public var rawValue: UInt16

    /// The type with this number.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// An IPv4 packet (RFC 894).
    public static let ipv4 = EtherType(rawValue: 0x0800)
    /// An ARP packet (RFC 826).
    public static let arp = EtherType(rawValue: 0x0806)

    /// Its name if it is one of the two, otherwise its number: `IPv4`, `0x86dd`.
    public var description: String {
        switch self {
        case .ipv4: "IPv4"
        case .arp: "ARP"
        default: "0x" + hexadecimal(rawValue, digits: 4)
        }
    }
}
