import Localization
import Timelines
import Wire

/// The connections that a stateful firewall has seen opened, as NATs keep them (RFC 5382 §5), without translation.
///
/// It watches SYNs and silence, nothing else: FINs and resets pass like data, and a connection that has ended is forgotten
/// when it has been idle for as long as any other.
struct TrackedConnections: Sendable {
    /// A connection by its two ends, that of the first SYN before the other.
    struct Key: Hashable, Sendable {
        var opener: SocketAddress
        var other: SocketAddress

        /// The same pair as if the other end had opened it.
        var reversed: Key { Key(opener: other, other: opener) }
    }

    /// How long one may be idle.
    let limit: Span
    /// Whether the sender of a segment that belongs to none is told by a RST.
    let resets: Bool
    /// Those that are known, and what each is called in the table.
    private var known: [Key: String] = [:]

    init(limit: Span, resets: Bool) {
        self.limit = limit
        self.resets = resets
    }

    /// The same, knowing none.
    var emptied: TrackedConnections { TrackedConnections(limit: limit, resets: resets) }

    /// The one that a segment between these ends belongs to; `nil` when none is known.
    func find(_ ends: Key) -> Key? {
        known[ends] != nil ? ends : known[ends.reversed] != nil ? ends.reversed : nil
    }

    /// Takes one down; answers what it is called: after its opener, unless another is.
    mutating func remember(_ key: Key) -> String {
        let opener = key.opener.description
        let name = known.values.contains(opener) ? "\(opener) → \(key.other)" : opener
        known[key] = name
        return name
    }

    /// Strikes one off; answers what it was called, and `nil` if it was not there.
    mutating func forget(_ key: Key) -> String? { known.removeValue(forKey: key) }
}

/// What a stateful firewall does with segments that pass.
extension IPStack {
    private static var trackingTable: LocalizedText { LocalizedText(en: "connections", zh: "连接表") }

    /// Looks up whose segment a packet carries; answers whether it may pass.
    mutating func admitsTracked(_ packet: IPv4Packet) -> Bool {
        guard let tracked, packet.protocolNumber == .tcp, !packet.moreFragments, packet.fragmentOffset == 0,
            let segment = try? TCPSegment(parsing: packet.payload[...], from: packet.source, to: packet.destination)
        else { return true }
        let ends = TrackedConnections.Key(
            opener: SocketAddress(packet.source, segment.sourcePort),
            other: SocketAddress(packet.destination, segment.destinationPort))
        if let key = tracked.find(ends) {
            actions.append(.start(.idle(key), tracked.limit, .countsSilence))
            return true
        }
        guard segment.flags.contains(.syn), !segment.flags.contains(.ack) else {
            return refuse(segment, of: packet, tellingSender: tracked.resets)
        }
        if let name = self.tracked?.remember(ends) {
            actions.append(
                .table(
                    name: Self.trackingTable, set: [(name, "→ \(ends.other)")], removed: [], .remembersConnection))
        }
        actions.append(.start(.idle(ends), tracked.limit, .countsSilence))
        return true
    }

    /// Nothing of a connection has passed for the longest time allowed.
    mutating func forget(_ key: TrackedConnections.Key) {
        guard let name = tracked?.forget(key) else { return }
        actions.append(.table(name: Self.trackingTable, set: [], removed: [name], .forgetsConnection))
    }

    private mutating func refuse(_ segment: TCPSegment, of packet: IPv4Packet, tellingSender: Bool) -> Bool {
        actions.append(.discard(.belongsToNone))
        if tellingSender, let reset = TCPConnection.reset(answering: segment) {
            send(
                IPv4Packet(
                    dontFragment: true, protocolNumber: .tcp, source: packet.destination, destination: packet.source,
                    payload: reset.serialized(from: packet.destination, to: packet.source)),
                because: .resetsUnknown)
        }
        return false
    }
}
