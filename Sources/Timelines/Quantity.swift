public import Localization

/// A number that a participant holds and that changes with time: `cwnd`, `RTO`, the bytes that wait to be read.
///
/// It is told beside the events, which it does not interrupt: a reading holds from its instant on, once the events before
/// it have happened.
public struct Quantity: Hashable, Sendable {
    /// What its values count.
    public enum Unit: Hashable, Sendable {
        /// Nothing that has a name: a sequence number, or so many of what the quantity itself is called.
        case none
        /// What this text says, such as `B`.
        case named(LocalizedText)
        /// Nanoseconds.
        case time
    }

    /// A value and since when it holds.
    public struct Reading: Hashable, Sendable {
        /// When it begins to hold.
        public var instant: Instant
        /// How many of the timeline's events come before it.
        public var happened: Int
        /// The number; nanoseconds for a time, and for ranges how much they hold together.
        public var value: Int64
        /// Pieces of a sequence space, each from its first number to the one after its last; empty for a mere number.
        public var ranges: [Range<Int64>]

        /// A reading; see the properties.
        public init(at instant: Instant, happened: Int, value: Int64, ranges: [Range<Int64>] = []) {
            self.instant = instant
            self.happened = happened
            self.value = value
            self.ranges = ranges
        }

        /// Since when it holds.
        public var moment: Moment { Moment(instant, happened: happened) }
    }

    /// Whose it is.
    public var owner: Participant.Index
    /// Its name in the engineer's notation, which identifies it at its owner.
    public var name: LocalizedText
    /// Which of its owner's connections it belongs to, 1 for the first; 1 also for what belongs to none.
    public var connection: Int
    /// What its values count.
    public var unit: Unit
    /// Its values in order of time; never empty.
    public var readings: [Reading]

    /// A quantity; see the properties.
    public init(
        owner: Participant.Index, name: LocalizedText, connection: Int = 1, unit: Unit = .none, readings: [Reading]
    ) {
        self.owner = owner
        self.name = name
        self.connection = connection
        self.unit = unit
        self.readings = readings
    }

    /// The readings up to a moment, the present one last.
    ///
    /// - Complexity: O(log *n*).
    public func readings(until moment: Moment) -> ArraySlice<Reading> {
        readings[
            ..<readings.partitioningIndex { $0.instant > moment.instant || $0.happened > moment.happened }]
    }

    /// The reading that holds at a moment; `nil` before the first.
    public func reading(at moment: Moment) -> Reading? { readings(until: moment).last }

    /// Whether an author means this quantity by `name`, in any language.
    public func isCalled(_ name: String) -> Bool { self.name.wordings.contains { $0.text == name } }
}

extension Timeline {
    /// The quantity of this name at a participant, or one of its connections; `nil` where there is none.
    public func quantity(_ name: String, of owner: Participant.ID, connection: Int = 1) -> Quantity? {
        quantities.first {
            $0.connection == connection && participants[$0.owner].id == owner && $0.isCalled(name)
        }
    }
}
