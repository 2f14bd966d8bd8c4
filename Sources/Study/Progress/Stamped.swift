/// A value of which the newest counts, with the time it was set.
public struct Stamped<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What was set.
    public var value: Value
    /// When, in milliseconds since 1970 UTC.
    public var at: Int64

    /// `value`, set at `instant`.
    public init(_ value: Value, at instant: Int64) {
        self.value = value
        self.at = instant
    }

    /// `value` in the place of `previous`: set at `instant`, but later than `previous` in any case.
    ///
    /// A clock that was set back, or two changes within a millisecond, must not make the older value win.
    init(_ value: Value, after previous: Stamped?, at instant: Int64) {
        let earliest = previous.map { $0.at == .max ? .max : $0.at + 1 } ?? .min
        self.init(value, at: max(instant, earliest))
    }

    /// The newer of two; of two from the same time the one that ranks higher, so that the order of merging is of no
    /// consequence.
    ///
    /// `rank` is different for different values.
    static func newer(_ one: Stamped, _ other: Stamped, rank: (Value) -> some Comparable) -> Stamped {
        if one.at != other.at { return one.at > other.at ? one : other }
        return rank(one.value) < rank(other.value) ? other : one
    }

    /// The same for what may never have been set.
    static func newer(_ one: Stamped?, _ other: Stamped?, rank: (Value) -> some Comparable) -> Stamped? {
        guard let one, let other else { return one ?? other }
        return newer(one, other, rank: rank)
    }
}
