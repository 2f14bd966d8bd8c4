/// Where real packets come from and go to: a TUN device, or a test's double of one.
///
/// A packet is the bytes of one IPv4 datagram, without a link-layer header.
public protocol PacketPort {
    /// The next packet that has come; `nil` when there is none at the moment.
    mutating func receive() throws(BridgeProblem) -> [UInt8]?
    /// Hands a packet over; one that cannot be taken now is lost, as on any wire.
    mutating func send(_ packet: [UInt8]) throws(BridgeProblem)
}
