/// What a participant knows of one of its connections besides numbers: its transmission control block, while there is one.
///
/// Source: RFC 9293 §3.3.1. The numbers are quantities of the same participant and connection.
public struct ControlBlock: Hashable, Sendable {
    /// What both SYNs have agreed on.
    public struct Options: Hashable, Sendable {
        /// The largest segment that the peer takes, in bytes of data.
        public var mss: Int
        /// By how many bits windows are shifted that the peer announces, and those that it is told; `nil` for none.
        public var scales: [Int]?
        /// Whether SACK is permitted, and whether segments carry timestamps.
        public var sack, timestamps: Bool

        /// Options; see the properties.
        public init(mss: Int, scales: [Int]?, sack: Bool, timestamps: Bool) {
            self.mss = mss
            self.scales = scales
            self.sack = sack
            self.timestamps = timestamps
        }
    }

    /// What it says.
    public struct Fields: Hashable, Sendable {
        /// Address and port of this end, and of the other: `192.0.2.10:50000`.
        public var local, remote: String
        /// The state; `nil` while a connection is being made that is in none yet.
        public var state: ConnectionState?
        /// The options; `nil` before they are known.
        public var options: Options?

        /// Fields; see the properties.
        public init(local: String, remote: String, state: ConnectionState? = nil, options: Options? = nil) {
            self.local = local
            self.remote = remote
            self.state = state
            self.options = options
        }
    }

    /// What it says from a moment on.
    public struct Entry: Hashable, Sendable {
        /// When it begins to hold.
        public var instant: Instant
        /// How many of the timeline's events come before it.
        public var happened: Int
        /// What it says; `nil` when there is no record any more.
        public var fields: Fields?

        /// An entry; see the properties.
        public init(at instant: Instant, happened: Int, fields: Fields?) {
            self.instant = instant
            self.happened = happened
            self.fields = fields
        }

        /// Since when it holds.
        public var moment: Moment { Moment(instant, happened: happened) }
    }

    /// Whose it is.
    public var owner: Participant.Index
    /// Which of its owner's connections it is about, 1 for the first.
    ///
    /// A host that restarts counts from 1 again, so that there may be several records one after the other.
    public var connection: Int
    /// What it says, in order of time; never empty.
    public var entries: [Entry]

    /// A control block; see the properties.
    public init(owner: Participant.Index, connection: Int, entries: [Entry]) {
        self.owner = owner
        self.connection = connection
        self.entries = entries
    }

    /// The entries up to a moment, the present one last.
    public func entries(until moment: Moment) -> ArraySlice<Entry> {
        entries[..<entries.partitioningIndex { $0.instant > moment.instant || $0.happened > moment.happened }]
    }

    /// The entries of the record that there is at a moment, the present one last; none when there is no record.
    public func life(at moment: Moment) -> ArraySlice<Entry> {
        let past = entries(until: moment)
        guard let end = past.lastIndex(where: { $0.fields == nil }) else { return past }
        return past[past.index(after: end)...]
    }
}

extension Timeline {
    /// The record of one of a participant's connections; `nil` where none is told of.
    public func controlBlock(of owner: Participant.ID, connection: Int = 1) -> ControlBlock? {
        controlBlocks.first { $0.connection == connection && participants[$0.owner].id == owner }
    }

    /// The record that a quantity is part of; `nil` for a quantity that belongs to none.
    public func controlBlock(of quantity: Quantity) -> ControlBlock? {
        controlBlocks.first { $0.connection == quantity.connection && $0.owner == quantity.owner }
    }

    /// Whether a picture is of a connection that there was and that is gone at a moment.
    public func hasEnded(_ picture: Picture, at moment: Moment) -> Bool {
        controlBlock(of: picture.owner, connection: picture.connection ?? 1)?.entries(until: moment).last
            .map { $0.fields == nil } ?? false
    }

    /// A quantity with the readings only that it has while the connection exists that there is at a moment.
    ///
    /// - Returns: The quantity as it is when it belongs to no record that is told of; `nil` when there is no connection.
    public func living(_ quantity: Quantity, at moment: Moment) -> Quantity? {
        guard let block = controlBlock(of: quantity) else { return quantity }
        guard let birth = block.life(at: moment).first?.moment else { return nil }
        let end = block.entries.first { $0.fields == nil && $0.moment > birth }?.moment
        var living = quantity
        living.readings.removeAll { reading in
            reading.moment < birth || end.map { reading.moment >= $0 } ?? false
        }
        return living.readings.isEmpty ? nil : living
    }

    /// When connections ended to which a quantity belonged, up to a moment.
    public func ends(of quantity: Quantity, until moment: Moment) -> [Moment] {
        controlBlock(of: quantity)?.entries(until: moment).filter { $0.fields == nil }.map(\.moment) ?? []
    }
}
