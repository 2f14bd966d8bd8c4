/// A JSON value that knows where it was written.
///
/// Two nodes are equal when they say the same; their places do not matter. The members of an object keep their order,
/// and it counts: `{"a":1,"b":2}` and `{"b":2,"a":1}` differ.
public struct JSONNode: Hashable, Sendable {
    /// What a node can be.
    ///
    /// Source: RFC 8259 §3.
    public enum Value: Hashable, Sendable {
        case object([Member])
        case array([JSONNode])
        case string(String)
        case number(JSONNumber)
        case bool(Bool)
        case null
    }

    /// One `"key": value` of an object.
    public struct Member: Hashable, Sendable {
        /// The key, with its escapes resolved.
        public var key: String
        /// Where the key stands, quotation marks included.
        public var keyPlace: Place
        /// What stands under it.
        public var value: JSONNode

        /// A member; `keyPlace` is of interest only for one that was read from a file.
        public init(_ key: String, keyPlace: Place = .start, _ value: JSONNode) {
            self.key = key
            self.keyPlace = keyPlace
            self.value = value
        }

        /// Compares keys and values, not places.
        public static func == (one: Member, other: Member) -> Bool { one.key == other.key && one.value == other.value }

        /// Places count for nothing, as in `==`.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(key)
            hasher.combine(value)
        }
    }

    /// What it says.
    public var value: Value
    /// Where it stands, from its first byte to its last.
    public var place: Place

    /// A node; `place` is of interest only for one that was read from a file.
    public init(_ value: Value, at place: Place = .start) {
        self.value = value
        self.place = place
    }

    /// Compares values, not places.
    public static func == (one: JSONNode, other: JSONNode) -> Bool { one.value == other.value }

    /// Places count for nothing, as in `==`.
    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// A number as it was written, and what it comes to where a machine type can hold it.
public struct JSONNumber: Hashable, Sendable {
    /// The source text, a number by RFC 8259 §6.
    public let text: String

    init(text: String) { self.text = text }

    /// A whole number.
    public init(_ number: Int64) { text = String(number) }

    /// A number with a fraction; `nil` for infinities and for what is not a number, which JSON cannot say.
    public init?(_ number: Double) {
        guard number.isFinite else { return nil }
        text = number.description
    }

    /// Its value when it is written without fraction and exponent and fits 64 bits; `nil` for `1.0` and `1e3`.
    public var integer: Int64? { Int64(text) }

    /// The nearest binary fraction; `nil` when it is beyond the largest.
    public var double: Double? { Double(text).flatMap { $0.isFinite ? $0 : nil } }
}
