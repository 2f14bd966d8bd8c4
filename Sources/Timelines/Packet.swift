/// A message as it was on the wire.
public struct Packet: Hashable, Sendable {
    /// What the bytes begin with.
    public enum Framing: Hashable, Sendable { case ethernet, ipv4 }

    /// What the bytes begin with.
    public var framing: Framing
    /// All of its bytes as they were sent.
    public var bytes: [UInt8]
    /// The bytes as they arrived, when the way changed them.
    public var arrivedBytes: [UInt8]?

    /// A packet of these bytes.
    public init(_ framing: Framing, _ bytes: [UInt8], arrivedBytes: [UInt8]? = nil) {
        self.framing = framing
        self.bytes = bytes
        self.arrivedBytes = arrivedBytes
    }
}
