import Localization
import Timelines
import Wire

/// What the internet layer wants done, in order; a rule says why.
enum IPAction {
    /// Send this over the interface, framed as its link wants it; the layer above may have sent it before.
    case transmit([UInt8], interface: Int, isRetransmission: Bool = false, Rule)
    /// Hand this whole packet to the protocol it carries; it came in at the interface.
    case deliver(IPv4Packet, interface: Int, Rule)
    /// Hand this packet to the host itself, once what is being done is done: it never touches a link.
    case loop(IPv4Packet, Rule)
    /// Something that came, or was to be sent, was dropped.
    case discard(Rule)
    /// A table has these rows, new or changed, and no longer those.
    case table(name: LocalizedText, set: [(key: String, value: String)], removed: [String], Rule)
    /// Start this timer, or start it anew.
    case start(IPTimer, Span, Rule)
    /// Stop this timer; it is running.
    case stop(IPTimer, Rule)
    /// Tell the layer above.
    case notify(IPNotice, Rule)
}

/// The timers of the internet layer.
enum IPTimer: Hashable, Sendable {
    /// An ARP request has not been answered yet (RFC 1122 §2.3.2.1).
    case resolution(ARPCache.Key)
    /// Fragments of a packet are missing (RFC 1122 §3.3.2).
    case reassembly(Reassembly.Key)
    /// Nothing of a connection has passed for so long (RFC 5382 §5).
    case idle(TrackedConnections.Key)

    /// What the ladder calls it.
    var name: LocalizedText {
        switch self {
        case .resolution: "ARP"
        case .reassembly: LocalizedText(en: "reassembly", zh: "重组")
        case .idle: LocalizedText(en: "idle", zh: "空闲")
        }
    }
}

/// What the internet layer tells the layer above.
enum IPNotice: Hashable {
    /// An echo reply came.
    case pingReply(identifier: UInt16, sequence: UInt16, from: IPv4Address)
    /// Somebody, perhaps this host itself, could not pass on the packet that begins with these bytes; the codes are ICMP's.
    case unreachable(code: UInt8, about: [UInt8])
    /// The packet that begins with these bytes was too big for a link, and packets to its destination may have so many
    /// bytes from now on (RFC 1191 §6.4).
    case packetTooBig(mtu: Int, about: [UInt8])
    /// The packet that begins with these bytes crossed too many routers.
    case timeExceeded(from: IPv4Address, about: [UInt8])
    /// Nobody on the link answers for this address.
    case unresolved(IPv4Address)
}
