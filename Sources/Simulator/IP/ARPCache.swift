import Timelines
import Wire

/// What a host knows of the Ethernet addresses of its neighbours, and whom it is asking for (RFC 826, RFC 1122 §2.3.2).
struct ARPCache: Sendable {
    /// A neighbour: an address on the link of an interface.
    struct Key: Hashable, Comparable, Sendable {
        var interface: Int
        var address: IPv4Address

        /// Orders neighbours by interface, then by address.
        static func < (one: Key, other: Key) -> Bool {
            (one.interface, one.address) < (other.interface, other.address)
        }
    }

    /// A packet that cannot leave before its next hop is known.
    struct WaitingPacket: Sendable {
        var packet: IPv4Packet
        /// Whether this host made it, rather than being about to forward it.
        var isOwn: Bool
        /// Whether the layer above sends it again.
        var isRetransmission = false
    }

    /// A neighbour that is being asked for.
    struct Search: Sendable {
        /// How many requests have been sent.
        var requests = 1
        /// What waits for the answer, oldest first.
        var waiting: [WaitingPacket]
    }

    private struct Entry: Sendable {
        var mac: MACAddress
        /// When the neighbour was last heard of.
        var heard: Instant
    }

    /// How long a neighbour that has not been heard of is believed (arp(7), gc_stale_time).
    static let lifetime = Span.seconds(60)
    /// The time between two requests, the shortest that RFC 1122 §2.3.2.1 recommends.
    static let interval = Span.seconds(1)
    /// How often a neighbour is asked for (arp(7), mcast_solicit).
    static let requests = 3
    /// How many packets wait for one neighbour (arp(7), unres_qlen).
    static let queue = 3
    /// How many neighbours are known at the most.
    static let capacity = 512
    /// How many neighbours are asked for at once at the most.
    static let searchCapacity = 64

    private var entries: [Key: Entry] = [:]
    private var searches: [Key: Search] = [:]

    // MARK: What is known

    /// What is known about a neighbour.
    enum Finding: Equatable { case known(MACAddress), outdated, unknown }

    /// What is known about a neighbour; what is outdated is forgotten by asking.
    mutating func find(_ key: Key, at now: Instant) -> Finding {
        guard let entry = entries[key] else { return .unknown }
        if now - entry.heard <= Self.lifetime { return .known(entry.mac) }
        entries[key] = nil
        return .outdated
    }

    /// Whether there is an entry for a neighbour, or it is being asked for.
    func expects(_ key: Key) -> Bool { entries[key] != nil || searches[key] != nil }

    /// Takes down a neighbour's address; answers the address that it had before, and who was forgotten to make room.
    mutating func learn(_ key: Key, _ mac: MACAddress, at now: Instant) -> (former: MACAddress?, evicted: Key?) {
        let former = entries[key]?.mac
        entries[key] = Entry(mac: mac, heard: now)
        guard entries.count > Self.capacity else { return (former, nil) }
        let others = entries.filter { $0.key != key }
        let oldest = others.min { ($0.value.heard, $0.key) < ($1.value.heard, $1.key) }?.key
        if let oldest { entries[oldest] = nil }
        return (former, oldest)
    }

    // MARK: What is asked

    /// What became of a packet that was to wait.
    enum Admission: Equatable { case asksFirst, waits, displaces, isRefused }

    /// Keeps a packet until its neighbour has answered; the oldest makes room when there are too many.
    mutating func keep(_ packet: WaitingPacket, for key: Key) -> Admission {
        guard var search = searches[key] else {
            guard searches.count < Self.searchCapacity else { return .isRefused }
            searches[key] = Search(waiting: [packet])
            return .asksFirst
        }
        search.waiting.append(packet)
        let isFull = search.waiting.count > Self.queue
        if isFull { search.waiting.removeFirst() }
        searches[key] = search
        return isFull ? .displaces : .waits
    }

    /// Ends the search for a neighbour, and answers it.
    mutating func endSearch(_ key: Key) -> Search? { searches.removeValue(forKey: key) }

    /// Counts another request; `false` when there have been enough, or nobody is sought.
    mutating func countRequest(_ key: Key) -> Bool {
        guard let search = searches[key], search.requests < Self.requests else { return false }
        searches[key]?.requests += 1
        return true
    }
}
