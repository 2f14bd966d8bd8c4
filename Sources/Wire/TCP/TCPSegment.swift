/// A TCP segment: header, options and data (RFC 9293 §3.1).
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +-------------------------------+-------------------------------+
///     |          Source Port          |       Destination Port        |
///     +-------------------------------+-------------------------------+
///     |                        Sequence Number                        |
///     +---------------------------------------------------------------+
///     |                    Acknowledgment Number                      |
///     +-------+-------+-+-+-+-+-+-+-+-+-------------------------------+
///     |  Data |Reser- |C|E|U|A|P|R|S|F|                               |
///     | Offset|  ved  |W|C|R|C|S|S|Y|I|            Window             |
///     |       |       |R|E|G|K|H|T|N|N|                               |
///     +-------+-------+-+-+-+-+-+-+-+-+-------------------------------+
///     |           Checksum            |         Urgent Pointer        |
///     +-------------------------------+-------------------------------+
///     |                Options, padded to 4 bytes; Data               |
///     +---------------------------------------------------------------+
///
/// Read RFC 9293 §3.1 and §3.2, RFC 7323 §2 and §3 for window scale and timestamps, RFC 2018 for SACK, RFC 3168 §6.1 for
/// CWR and ECE. Data offset and checksum are not stored: parsing checks them and serialising computes them.
public struct TCPSegment: Hashable, Sendable {
    /// The sender's port.
    public var sourcePort: UInt16
    /// The receiver's port.
    public var destinationPort: UInt16
    /// The number of the first data byte; in a SYN the initial sequence number, which precedes it.
    public var sequence: SequenceNumber
    /// The next number expected from the other side; means nothing without ``TCPFlags/ack``.
    public var acknowledgment: SequenceNumber
    /// The control bits.
    public var flags: TCPFlags
    /// The window field as it stands in the header, not scaled.
    public var window: UInt16
    /// The urgent pointer; means nothing without ``TCPFlags/urg``.
    public var urgentPointer: UInt16
    /// The options in order, padding left out.
    public var options: [TCPOption]
    /// The data.
    public var payload: [UInt8]

    /// Creates a segment; see the properties.
    public init(
        sourcePort: UInt16, destinationPort: UInt16, sequence: SequenceNumber, acknowledgment: SequenceNumber = 0,
        flags: TCPFlags, window: UInt16 = 0, urgentPointer: UInt16 = 0, options: [TCPOption] = [], payload: [UInt8] = []
    ) {
        self.sourcePort = sourcePort
        self.destinationPort = destinationPort
        self.sequence = sequence
        self.acknowledgment = acknowledgment
        self.flags = flags
        self.window = window
        self.urgentPointer = urgentPointer
        self.options = options
        self.payload = payload
    }

    /// SEG.LEN: the sequence numbers that it takes up, counting SYN and FIN (RFC 9293 §3.4).
    public var length: Int { payload.count + (flags.contains(.syn) ? 1 : 0) + (flags.contains(.fin) ? 1 : 0) }
}
