/// The control bits of a TCP header (RFC 9293 §3.1).
public struct TCPFlags: OptionSet, Hashable, Sendable, CustomStringConvertible {
    /// The eight bits as they stand in the header.
    public var rawValue: UInt8

    /// The bits of `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// No more data from the sender.
    public static let fin = TCPFlags(rawValue: 1)
    /// Synchronise sequence numbers.
    public static let syn = TCPFlags(rawValue: 2)
    /// Reset the connection.
    public static let rst = TCPFlags(rawValue: 4)
    /// Hand the data to the application now.
    public static let psh = TCPFlags(rawValue: 8)
    /// The acknowledgment field counts.
    public static let ack = TCPFlags(rawValue: 16)
    /// The urgent pointer counts.
    public static let urg = TCPFlags(rawValue: 32)
    /// ECN echo (RFC 3168).
    public static let ece = TCPFlags(rawValue: 64)
    /// Congestion window reduced (RFC 3168).
    public static let cwr = TCPFlags(rawValue: 128)

    /// The bits by the names that stand in labels, in their order there.
    private static let names: [(flag: TCPFlags, name: String)] = [
        (.syn, "SYN"), (.fin, "FIN"), (.rst, "RST"), (.psh, "PSH"), (.ack, "ACK"), (.urg, "URG"), (.ece, "ECE"),
        (.cwr, "CWR"),
    ]

    /// The bits that a label such as `PSH,ACK` names, in any order; `nil` for what is no such label.
    public init?(label: String) {
        self = []
        for part in label.split(separator: ",", omittingEmptySubsequences: false) {
            guard let named = Self.names.first(where: { $0.name == part }) else { return nil }
            insert(named.flag)
        }
    }

    /// The names of the bits that are set, in the order of the ladder's labels: `SYN,ACK`, `FIN,ACK`, `PSH,ACK`.
    public var description: String { Self.names.filter { contains($0.flag) }.map(\.name).joined(separator: ",") }
}
