/// The 48-bit address of an Ethernet interface (RFC 894, RFC 826).
public struct MACAddress: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The address as a number below 2⁴⁸, first octet highest.
    public let rawValue: UInt64

    /// The address in the lower 48 bits of `rawValue`.
    public init(rawValue: UInt64) { self.rawValue = rawValue & 0xFFFF_FFFF_FFFF }

    /// Every interface on the link.
    public static let broadcast = MACAddress(rawValue: 0xFFFF_FFFF_FFFF)

    /// Reads `02:00:00:00:00:01`; `nil` for anything but six pairs of hexadecimal digits.
    public init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 6 else { return nil }
        var value: UInt64 = 0
        for part in parts {
            guard part.count == 2 else { return nil }
            for character in part {
                guard let digit = Character(Unicode.Scalar(character)).hexDigitValue else { return nil }
                value = value << 4 | UInt64(digit)
            }
        }
        rawValue = value
    }

    /// Whether it names a group of interfaces rather than one: its first octet is odd.
    public var isMulticast: Bool { rawValue >> 40 & 1 == 1 }

    /// Orders addresses as numbers.
    public static func < (one: MACAddress, other: MACAddress) -> Bool { one.rawValue < other.rawValue }

    /// The six octets, as in `02:00:00:00:00:01`.
    public var description: String {
        stride(from: 40, through: 0, by: -8).map { hexadecimal(rawValue >> UInt64($0) & 255, digits: 2) }
            .joined(separator: ":")
    }
}

/// `value` in lower-case hexadecimal with at least so many digits.
func hexadecimal(_ value: some BinaryInteger, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
