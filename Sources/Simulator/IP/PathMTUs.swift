import Timelines
import Wire

/// The largest packets that get to a destination whole, where a router has said that it is less than the first link takes.
///
/// Read RFC 1191 §3, §5 and §6.3.
struct PathMTUs: Sendable {
    private var known: [IPv4Address: (mtu: Int, since: Instant)] = [:]

    /// The smallest packet that every link must carry, in bytes (RFC 791 §3.2); no estimate goes below it.
    static let least = 68
    /// How long a value holds: after this the path may have become better (RFC 1191 §6.3).
    static let lifetime = Span.seconds(600)
    /// How many destinations are remembered at the most.
    static let capacity = 256

    /// Common link sizes, for routers that do not say theirs (RFC 1191 §7, Table 7-1).
    private static let plateaus = [32_000, 17_914, 8166, 4352, 2002, 1492, 1006, 508, 296, 68]

    /// The largest packet to `destination`, in bytes; `nil` when nothing is known.
    func mtu(to destination: IPv4Address, at now: Instant) -> Int? {
        guard let entry = known[destination], now - entry.since <= Self.lifetime else { return nil }
        return entry.mtu
    }

    /// A router refused a packet of so many bytes for `destination`.
    ///
    /// - Parameters:
    ///   - destination: For whom it was.
    ///   - announced: What the router says its next link takes; 0 from an old router.
    ///   - length: The refused packet's length.
    ///   - current: What was assumed so far.
    ///   - now: The time.
    /// - Returns: The new estimate; `nil` when it is none, because estimates only ever go down.
    mutating func lower(
        _ destination: IPv4Address, announced: Int, length: Int, current: Int, at now: Instant
    ) -> Int? {
        let proposal = announced > 0 ? announced : Self.plateaus.first { $0 < length } ?? Self.least
        let mtu = max(proposal, Self.least)
        guard mtu < current else { return nil }
        if known.count >= Self.capacity, known[destination] == nil {
            let oldest = known.min { ($0.value.since, $0.key) < ($1.value.since, $1.key) }?.key
            if let oldest { known[oldest] = nil }
        }
        known[destination] = (mtu, now)
        return mtu
    }
}
