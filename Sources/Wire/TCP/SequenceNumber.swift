/// A place in a TCP byte stream, modulo 2³².
///
/// Comparisons are those of RFC 9293 §3.4: `a < b` says that `b` lies less than 2³¹ ahead of `a`. They are not
/// transitive, so the type is not `Comparable`.
public struct SequenceNumber: Hashable, Sendable, CustomStringConvertible, ExpressibleByIntegerLiteral {
    /// The number as it stands in the header.
    public var rawValue: UInt32

    /// The number `rawValue`.
    public init(_ rawValue: UInt32) { self.rawValue = rawValue }

    /// The number `value`.
    public init(integerLiteral value: UInt32) { rawValue = value }

    /// The number `distance` further on, wrapping around.
    public static func + (number: SequenceNumber, distance: Int) -> SequenceNumber {
        SequenceNumber(number.rawValue &+ UInt32(truncatingIfNeeded: distance))
    }

    /// The number `distance` further back, wrapping around.
    public static func - (number: SequenceNumber, distance: Int) -> SequenceNumber {
        SequenceNumber(number.rawValue &- UInt32(truncatingIfNeeded: distance))
    }

    /// How far `later` lies ahead of `earlier`, in −2³¹ … 2³¹−1.
    public static func - (later: SequenceNumber, earlier: SequenceNumber) -> Int {
        Int(Int32(bitPattern: later.rawValue &- earlier.rawValue))
    }

    /// Moves the number on.
    public static func += (number: inout SequenceNumber, distance: Int) { number = number + distance }

    /// Whether the left one is behind.
    public static func < (one: SequenceNumber, other: SequenceNumber) -> Bool { other - one > 0 }

    /// Whether the left one is behind or the same.
    public static func <= (one: SequenceNumber, other: SequenceNumber) -> Bool { one == other || one < other }

    /// Whether the left one is ahead.
    public static func > (one: SequenceNumber, other: SequenceNumber) -> Bool { other < one }

    /// Whether the left one is ahead or the same.
    public static func >= (one: SequenceNumber, other: SequenceNumber) -> Bool { other <= one }

    /// The number in decimal.
    public var description: String { String(rawValue) }
}
