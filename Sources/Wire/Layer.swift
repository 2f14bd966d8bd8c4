/// A protocol whose bytes this module reads and writes.
public enum Layer: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// Ethernet II.
    case ethernet = "Ethernet"
    /// The Address Resolution Protocol.
    case arp = "ARP"
    /// The Internet Protocol, version 4.
    case ipv4 = "IPv4"
    /// The Internet Control Message Protocol.
    case icmp = "ICMP"
    /// The User Datagram Protocol.
    case udp = "UDP"
    /// The Transmission Control Protocol.
    case tcp = "TCP"

    /// Its name: `IPv4`.
    public var description: String { rawValue }
}
