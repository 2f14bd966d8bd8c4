import Testing
import Wire

/// A way to take bytes apart, and a valid example of what it takes.
struct Parser: CustomTestStringConvertible, Sendable {
    /// The layer at whose door the bytes are laid.
    var layer: Layer
    /// Parses the bytes for what it throws; returns them as serialised again.
    var roundTrip: @Sendable ([UInt8]) throws(WireFault) -> [UInt8]
    /// Bytes that chance made and the parser accepts.
    var example: @Sendable (inout SplitMix64) -> [UInt8]

    var testDescription: String { layer.description }

    private static let source = IPv4Address(rawValue: 0xC000_0201)
    private static let destination = IPv4Address(rawValue: 0xC000_0202)

    /// One for each layer.
    static let all: [Parser] = [
        Parser(
            layer: .ethernet,
            roundTrip: { bytes throws(WireFault) in try EthernetFrame(parsing: bytes).serialized() },
            example: { $0.frame().serialized() }),
        Parser(
            layer: .arp, roundTrip: { bytes throws(WireFault) in try ARPPacket(parsing: bytes).serialized() },
            example: { $0.arpPacket().serialized() }),
        Parser(
            layer: .ipv4, roundTrip: { bytes throws(WireFault) in try IPv4Packet(parsing: bytes).serialized() },
            example: { $0.ipv4Packet().serialized() }),
        Parser(
            layer: .icmp, roundTrip: { bytes throws(WireFault) in try ICMPMessage(parsing: bytes).serialized() },
            example: { $0.icmpMessage().serialized() }),
        Parser(
            layer: .udp,
            roundTrip: { bytes throws(WireFault) in
                try UDPDatagram(parsing: bytes, from: source, to: destination)
                    .serialized(from: source, to: destination)
            }, example: { $0.udpDatagram().serialized(from: source, to: destination) }),
        Parser(
            layer: .tcp,
            roundTrip: { bytes throws(WireFault) in
                try TCPSegment(parsing: bytes, from: source, to: destination).serialized(from: source, to: destination)
            }, example: { $0.tcpSegment().serialized(from: source, to: destination) }),
    ]
}
