/// Why bytes are not a packet of some layer, and where that shows.
public struct WireFault: Error, Hashable, Sendable {
    /// What is wrong with the bytes.
    public enum Reason: Hashable, Sendable {
        /// The bytes end before what they announce: so many bytes would be needed, so many are there.
        case truncated(needed: Int, available: Int)
        /// The version field holds something other than 4.
        case badVersion(Int)
        /// The header claims to be this many bytes long, which is less than its fixed part.
        case badHeaderLength(Int)
        /// The packet claims to be this many bytes long, which is less than its own header.
        case badLength(Int)
        /// The checksum field holds one value and the bytes sum up to another.
        case badChecksum(found: UInt16, expected: UInt16)
        /// The option of this kind claims a length, in bytes, that it cannot have.
        case badOptionLength(kind: UInt8, length: Int)
        /// The packet resolves addresses of other kinds than IPv4 to Ethernet.
        case unknownAddressKind
    }

    /// Which protocol's rules the bytes break.
    public var layer: Layer
    /// Where the field at fault begins, in bytes from the beginning of what was parsed.
    public var offset: Int
    /// What is wrong.
    public var reason: Reason

    /// A fault; see the properties.
    public init(_ layer: Layer, at offset: Int, _ reason: Reason) {
        self.layer = layer
        self.offset = offset
        self.reason = reason
    }
}
