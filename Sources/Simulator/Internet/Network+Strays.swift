import Timelines
import Wire

/// What a packet is known by on its whole way, also behind routers and in pieces (RFC 791 §3.2).
struct StrayPacket: Hashable, Sendable {
    var source: IPv4Address
    var destination: IPv4Address
    var identification: UInt16

    init(_ packet: IPv4Packet) {
        source = packet.source
        destination = packet.destination
        identification = packet.identification
    }
}

extension Network {
    /// The identifications of strays begin here, far from those of the hosts.
    private static let firstIdentification: UInt16 = 0xF000

    /// Makes the packet of a segment that no endpoint sends, and remembers what it is.
    mutating func note(
        stray segment: [UInt8], from source: IPv4Address, to target: IPv4Address, as stray: Message.Stray, incident: Int
    ) -> IPv4Packet {
        let packet = IPv4Packet(
            identification: Self.firstIdentification &+ UInt16(truncatingIfNeeded: incident), dontFragment: true,
            protocolNumber: .tcp, source: source, destination: target, payload: segment)
        strays[StrayPacket(packet)] = stray
        return packet
    }

    /// What the packet in these bytes is, when no endpoint sent it.
    func stray(_ bytes: [UInt8], _ framing: Packet.Framing) -> Message.Stray? {
        guard !strays.isEmpty, let packet = try? IPv4Packet(parsing: bytes.dropFirst(framing == .ethernet ? 14 : 0))
        else { return nil }
        return strays[StrayPacket(packet)]
    }
}
