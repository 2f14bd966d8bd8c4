/// What an IPv4 packet carries, as its protocol field says (RFC 791 §3.1).
public struct IPProtocol: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The number in the header.
    public var rawValue: UInt8

    /// The protocol with this number.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The Internet Control Message Protocol (RFC 792).
    public static let icmp = IPProtocol(rawValue: 1)
    /// The Transmission Control Protocol (RFC 9293).
    public static let tcp = IPProtocol(rawValue: 6)
    /// The User Datagram Protocol (RFC 768).
    public static let udp = IPProtocol(rawValue: 17)

    /// Its name if it is one of the three, otherwise its number: `TCP`, `89`.
    public var description: String {
        switch self {
        case .icmp: "ICMP"
        case .tcp: "TCP"
        case .udp: "UDP"
        default: String(rawValue)
        }
    }
}
