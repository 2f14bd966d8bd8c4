/// A message of the Internet Control Message Protocol (RFC 792).
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +---------------+---------------+-------------------------------+
///     |     Type      |     Code      |          Checksum             |
///     +---------------+---------------+-------------------------------+
///     |   Echo: Identifier            |        Sequence Number        |
///     |   Unreachable: unused         |        Next-Hop MTU           |
///     |   Time Exceeded: unused                                       |
///     +---------------------------------------------------------------+
///     |   Echo: data    Errors: header and first bytes of the packet  |
///     +-----------------------------  -  -
///
/// Read RFC 792, RFC 1122 §3.2.2, RFC 1812 §4.3 and, for the next-hop MTU, RFC 1191 §4.
public enum ICMPMessage: Hashable, Sendable {
    /// The question of `ping`, type 8.
    case echoRequest(identifier: UInt16, sequence: UInt16, data: [UInt8])
    /// The answer to it with the same fields, type 0.
    case echoReply(identifier: UInt16, sequence: UInt16, data: [UInt8])
    /// The packet that begins with `original` could not be delivered, type 3; the MTU counts only if fragmentation was needed.
    case destinationUnreachable(code: UnreachableCode, nextHopMTU: UInt16, original: [UInt8])
    /// The packet that begins with `original` crossed too many routers, or its fragments took too long, type 11.
    case timeExceeded(code: TimeExceededCode, original: [UInt8])
    /// Any other message, with everything after its checksum, which is at least 4 bytes.
    case other(type: UInt8, code: UInt8, rest: [UInt8])

    /// Why a packet could not be delivered (RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1).
    public struct UnreachableCode: RawRepresentable, Hashable, Sendable, ExpressibleByIntegerLiteral {
        /// The code in the message.
        public var rawValue: UInt8

        /// The code with this number.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The code with this number.
        public init(integerLiteral value: UInt8) { rawValue = value }

        /// No route leads to its network.
        public static let network: UnreachableCode = 0
        /// Its last router does not find the host.
        public static let host: UnreachableCode = 1
        /// The host does not speak the protocol.
        public static let `protocol`: UnreachableCode = 2
        /// Nobody listens on the port.
        public static let port: UnreachableCode = 3
        /// It is larger than the next link allows, and may not be cut into fragments.
        public static let fragmentationNeeded: UnreachableCode = 4
        /// A filter forbids it.
        public static let administrativelyProhibited: UnreachableCode = 13
    }

    /// Which time ran out (RFC 792).
    public struct TimeExceededCode: RawRepresentable, Hashable, Sendable, ExpressibleByIntegerLiteral {
        /// The code in the message.
        public var rawValue: UInt8

        /// The code with this number.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The code with this number.
        public init(integerLiteral value: UInt8) { rawValue = value }

        /// The time to live reached zero in a router.
        public static let inTransit: TimeExceededCode = 0
        /// A fragment was missing for too long.
        public static let reassembly: TimeExceededCode = 1
    }

    /// The length of the fixed part, in bytes.
    public static let headerLength = 8

    /// The type and the code as they stand in the message.
    public var typeAndCode: (type: UInt8, code: UInt8) {
        switch self {
        case .echoReply: (0, 0)
        case .destinationUnreachable(let code, _, _): (3, code.rawValue)
        case .echoRequest: (8, 0)
        case .timeExceeded(let code, _): (11, code.rawValue)
        case .other(let type, let code, _): (type, code)
        }
    }
}
