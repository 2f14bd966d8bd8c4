/// A question or an answer of the Address Resolution Protocol for IPv4 on Ethernet (RFC 826).
///
///      0                              15 16                             31
///     +---------------------------------+---------------------------------+
///     |      Hardware Type (1)          |      Protocol Type (0x0800)     |
///     +----------------+----------------+---------------------------------+
///     |  HW Length (6) |Proto Length (4)|            Operation            |
///     +----------------+----------------+---------------------------------+
///     |                     Sender Hardware Address                       |
///     |                                 +---------------------------------+
///     |                                 |     Sender Protocol Address     |
///     +---------------------------------+---------------------------------+
///     |   (Sender Protocol Address)     |     Target Hardware Address     |
///     +---------------------------------+                                 |
///     |                                                                   |
///     +-------------------------------------------------------------------+
///     |                     Target Protocol Address                       |
///     +-------------------------------------------------------------------+
public struct ARPPacket: Hashable, Sendable {
    /// Whether it asks or answers.
    public struct Operation: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// The number in the packet.
        public var rawValue: UInt16

        /// The operation with this number.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Asks who has the target address.
        public static let request = Operation(rawValue: 1)
        /// Says that the sender has it.
        public static let reply = Operation(rawValue: 2)

        /// Its name if it is one of the two, otherwise its number: `request`, `3`.
        public var description: String {
            switch self {
            case .request: "request"
            case .reply: "reply"
            default: String(rawValue)
            }
        }
    }

    /// Whether it asks or answers.
    public var operation: Operation
    /// The sender's interface.
    public var senderMAC: MACAddress
    /// The sender's address; 0.0.0.0 in a probe (RFC 5227 §2.1.1).
    public var senderIP: IPv4Address
    /// The interface sought; in a request not known yet and usually zero.
    public var targetMAC: MACAddress
    /// The address asked about, or in a reply the asker's own.
    public var targetIP: IPv4Address

    /// Creates a packet; see the properties.
    public init(
        operation: Operation, senderMAC: MACAddress, senderIP: IPv4Address, targetMAC: MACAddress,
        targetIP: IPv4Address
    ) {
        self.operation = operation
        self.senderMAC = senderMAC
        self.senderIP = senderIP
        self.targetMAC = targetMAC
        self.targetIP = targetIP
    }

    /// The length of the packet, in bytes.
    public static let length = 28

    /// The packet that `bytes` begin with; what follows, such as Ethernet's padding, is ignored.
    ///
    /// - Throws: `WireFault` if they are too few or about other addresses than IPv4's on Ethernet.
    public init(parsing bytes: ArraySlice<UInt8>) throws(WireFault) { try self.init(parsing: bytes.span.bytes) }

    /// The packet that `bytes` begin with; see ``init(parsing:)-(ArraySlice<UInt8>)``.
    public init(parsing bytes: [UInt8]) throws(WireFault) { try self.init(parsing: bytes.span.bytes) }

    private init(parsing bytes: RawSpan) throws(WireFault) {
        let available = bytes.byteCount
        guard available >= Self.length else {
            throw WireFault(.arp, at: available, .truncated(needed: Self.length, available: available))
        }
        guard bytes.uint16(at: 0) == 1 else { throw WireFault(.arp, at: 0, .unknownAddressKind) }
        guard bytes.uint16(at: 2) == EtherType.ipv4.rawValue else {
            throw WireFault(.arp, at: 2, .unknownAddressKind)
        }
        guard bytes.uint16(at: 4) == 0x0604 else { throw WireFault(.arp, at: 4, .unknownAddressKind) }
        self.init(
            operation: Operation(rawValue: bytes.uint16(at: 6)), senderMAC: bytes.macAddress(at: 8),
            senderIP: IPv4Address(rawValue: bytes.uint32(at: 14)), targetMAC: bytes.macAddress(at: 18),
            targetIP: IPv4Address(rawValue: bytes.uint32(at: 24)))
    }

    /// The packet as bytes.
    public func serialized() -> [UInt8] {
        ByteWriter.packet(of: Self.length) { writer in
            writer.put(1 as UInt16)
            writer.put(EtherType.ipv4.rawValue)
            writer.put(0x0604 as UInt16)
            writer.put(operation.rawValue)
            writer.put(senderMAC)
            writer.put(senderIP.rawValue)
            writer.put(targetMAC)
            writer.put(targetIP.rawValue)
        }
    }
}
