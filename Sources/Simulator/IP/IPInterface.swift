import Wire

/// Where a host or router is joined to a link.
struct IPInterface: Sendable {
    /// Its address; `nil` when it has none.
    var address: IPv4Address?
    /// Bits of the network part of the address.
    var prefixLength: Int
    /// Its address on an Ethernet.
    var mac: MACAddress
    /// The largest packet that the link carries, in bytes.
    var mtu: Int
    /// Whether the link carries Ethernet frames rather than bare packets to the one node at its other end.
    var isEthernet: Bool

    /// The network that the link is, as far as the address tells.
    var network: IPv4Network? { address.map { IPv4Network(of: $0, prefixLength: prefixLength) } }
}
