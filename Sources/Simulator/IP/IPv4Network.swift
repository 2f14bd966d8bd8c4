import Wire

/// The addresses that share their first bits: `192.0.2.0/24`.
struct IPv4Network: Hashable, Sendable, CustomStringConvertible {
    /// The first of them; the bits behind the prefix are zero.
    let address: IPv4Address
    /// How many bits they share, 0 … 32.
    let prefixLength: Int

    /// The network of this prefix length that `address` belongs to; lengths outside 0 … 32 are taken as the nearest of these.
    init(of address: IPv4Address, prefixLength: Int) {
        self.prefixLength = min(max(prefixLength, 0), 32)
        self.address = IPv4Address(rawValue: address.rawValue & Self.mask(self.prefixLength))
    }

    /// Every address: where the default route leads.
    static let everything = IPv4Network(of: IPv4Address(rawValue: 0), prefixLength: 0)

    private static func mask(_ prefixLength: Int) -> UInt32 {
        prefixLength == 0 ? 0 : .max << UInt32(32 - prefixLength)
    }

    /// Whether `other` is one of them.
    func contains(_ other: IPv4Address) -> Bool { other.rawValue & Self.mask(prefixLength) == address.rawValue }

    /// The address that means all of them (RFC 1122 §3.2.1.3); `nil` for a network too small to have one.
    var broadcast: IPv4Address? {
        (1...30).contains(prefixLength) ? IPv4Address(rawValue: address.rawValue | ~Self.mask(prefixLength)) : nil
    }

    /// As in `192.0.2.0/24`.
    var description: String { "\(address)/\(prefixLength)" }
}

/// Addresses with a meaning of their own (RFC 1122 §3.2.1.3).
extension IPv4Address {
    /// Every host on the link.
    static let limitedBroadcast = IPv4Address(rawValue: .max)
    /// This host, before it has an address.
    static let unspecified = IPv4Address(rawValue: 0)

    /// Whether it stands for a group of hosts.
    var isMulticast: Bool { rawValue >> 28 == 0xE }

    /// Whether it means the host itself, in any host.
    var isLoopback: Bool { rawValue >> 24 == 127 }

    /// Whether it can be one host's own, seen from outside of it: not zero, loopback, group, reserved or broadcast.
    var isUnicast: Bool { rawValue >> 24 != 0 && !isLoopback && rawValue >> 28 < 0xE }
}
