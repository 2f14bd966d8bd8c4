import Timelines
public import Wire

extension TCPConnection {
    /// The connection that a SYN cookie stands for: in SYN-RECEIVED, as if the SYN had been remembered.
    ///
    /// Hand it the ACK as its first input. What the SYN offered besides the MSS is lost (RFC 4987 §3.6).
    ///
    /// - Parameters:
    ///   - ack: The segment that brought the cookie back.
    ///   - local: This end.
    ///   - remote: The peer.
    ///   - initialSequence: The cookie.
    ///   - profile: How it behaves where the RFCs leave room.
    ///   - mss: What the cookie says about the segments that the peer wants, in bytes of data.
    public init(
        cookie ack: TCPSegment, local: SocketAddress, remote: SocketAddress, initialSequence: SequenceNumber,
        profile: HostProfile, mss: Int
    ) {
        self.init(
            local: local, remote: remote, initialSequence: initialSequence, profile: profile, mss: mss)
        take(
            offersOf: TCPSegment(
                sourcePort: ack.sourcePort, destinationPort: ack.destinationPort, sequence: ack.sequence - 1,
                flags: .syn,
                window: ack.window, options: [.maximumSegmentSize(UInt16(clamping: mss))]))
        state = .synReceived
        sndNxt = iss + 1
        sndMax = iss + 1
    }
}
