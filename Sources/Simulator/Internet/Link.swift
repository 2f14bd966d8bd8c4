import Timelines

/// A wire between two nodes: what it has under way in each direction.
///
///     packet ──▶ queue ──▶ serialised at so many bits a second ──▶ so long on the way ──▶ arrives
struct Link: Sendable {
    /// What one direction is doing.
    private struct Direction {
        /// When the wire is free for the next packet.
        var free = Instant.zero
        /// When each packet that waits or is being sent will have left, earliest first.
        var departures: [Instant] = []
        /// How many of ``departures`` lie in the past.
        var gone = 0

        /// The packets that have not left by `now`, not counting the one on the wire.
        mutating func waiting(at now: Instant) -> Int {
            while gone < departures.count, departures[gone] <= now { gone += 1 }
            if gone > 64, gone * 2 > departures.count {
                departures.removeFirst(gone)
                gone = 0
            }
            return max(departures.count - gone - 1, 0)
        }
    }

    let spec: Scenario.LinkSpec
    /// The two ends: node and interface there.
    let ends: (Attachment, Attachment)
    /// Until when everything is lost.
    var downUntil = Instant.zero
    /// A packet that waits to be overtaken, for each direction.
    var held: (HeldPacket?, HeldPacket?) = (nil, nil)
    private var directions = (Direction(), Direction())

    /// One end of a link.
    struct Attachment: Hashable, Sendable {
        var node: Int
        var interface: Int
    }

    init(_ spec: Scenario.LinkSpec, from one: Attachment, to other: Attachment) {
        self.spec = spec
        ends = (one, other)
    }

    /// When a packet of so many bytes that is handed over now arrives; `nil` when the queue is full.
    mutating func arrival(of bytes: Int, forward: Bool, at now: Instant) -> Instant? {
        guard let bandwidth = spec.bandwidth, bandwidth > 0 else { return now + spec.delay }
        return forward
            ? Self.arrival(of: bytes, in: &directions.0, spec, bandwidth, at: now)
            : Self.arrival(of: bytes, in: &directions.1, spec, bandwidth, at: now)
    }

    private static func arrival(
        of bytes: Int, in direction: inout Direction, _ spec: Scenario.LinkSpec, _ bandwidth: Int64, at now: Instant
    ) -> Instant? {
        guard direction.waiting(at: now) < max(spec.queue, 1) else { return nil }
        let sending = Span(nanoseconds: 1_000_000_000).scaled(by: Int64(bytes) * 8, over: bandwidth)
        direction.free = max(direction.free, now) + sending
        direction.departures.append(direction.free)
        return direction.free + spec.delay
    }
}

/// A packet that is kept back until the next one of its direction has arrived.
struct HeldPacket: Sendable {
    var packet: TravellingPacket
    /// Tells it from others that were held before.
    var ticket: Int
}

/// A packet on a link.
struct TravellingPacket: Sendable {
    var bytes: [UInt8]
    var link: Int
    /// Whether it goes from the link's first end to its second.
    var forward: Bool
    /// Its message in the recorder, if that is shown.
    var message: Int?
    /// The event with which it left.
    var departure: Int?
}
