/// An option of a TCP header.
public enum TCPOption: Hashable, Sendable {
    /// The largest segment that the sender of this SYN wants to receive, in bytes of data (RFC 9293 §3.7.1).
    case maximumSegmentSize(UInt16)
    /// The shift that the sender of this SYN applies to the windows it announces (RFC 7323 §2).
    case windowScale(UInt8)
    /// The sender of this SYN understands selective acknowledgments (RFC 2018 §2).
    case sackPermitted
    /// Data that has arrived beyond a gap: left edge included, right edge excluded (RFC 2018 §3).
    case sack([SACKBlock])
    /// The sender's clock, and the echo of the other side's (RFC 7323 §3).
    case timestamps(value: UInt32, echoReply: UInt32)
    /// A Fast Open cookie of 4 to 16 bytes, an even number of them; empty in a SYN that asks for one (RFC 7413 §4.1.1).
    case fastOpen(cookie: [UInt8])
    /// An option of another kind, with its data.
    case other(kind: UInt8, data: [UInt8])
}

/// A contiguous piece of the byte stream that has arrived beyond a gap (RFC 2018 §3).
public struct SACKBlock: Hashable, Sendable {
    /// The number of its first byte.
    public var left: SequenceNumber
    /// The number after its last byte.
    public var right: SequenceNumber

    /// The bytes from `left` up to and without `right`.
    public init(_ left: SequenceNumber, _ right: SequenceNumber) {
        self.left = left
        self.right = right
    }
}
