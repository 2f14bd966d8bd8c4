/// Every answer to one question, as a text that is taken apart only when somebody asks for the answers.
///
/// A set that only grows: ``union(_:)`` is commutative, associative and idempotent. An answer that is taken back stays in
/// it, marked. Of a question the newest ``limit`` answers are kept; of older ones remains from when to when they were.
///
/// What is kept of an answer: the instant to the second, the grade, whether it was right, the seconds it took rounded
/// up, the hints, where it was asked, and the last two hexadecimal digits of the attempt's seed, which tell apart what
/// two running copies are answered in the same second.
public struct ReviewHistory: Sendable {
    /// How many answers to one question are kept: one a week for twenty years.
    public static let limit = 1000

    /// All answers, in order; see `HistoryScanner.swift`.
    var text = ""
    /// From when to when the answers were given that are no longer kept, in milliseconds since 1970 UTC.
    var folded: ClosedRange<Int64>?
    /// How many answers count: those that are kept and not taken back.
    public internal(set) var count = 0
    /// The latest answer that counts.
    public internal(set) var last: ReviewRecord?
    /// How many answers are kept, those that were taken back included.
    var size = 0
    /// When the last of these was given.
    var end = Int64.min

    /// The years 0 to 9999, in milliseconds since 1970 UTC.
    static let instants: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_000
    /// Milliseconds; who takes longer than a day was not thinking about it.
    static let longest = 86_400_000
    static let mostHints = 99
    static let seedMask: UInt64 = 0xFF

    /// The history of a question that was never answered.
    public init() {}

    /// Whether there is nothing in it, not even an answer that was taken back.
    public var isEmpty: Bool { text.isEmpty && folded == nil }

    /// The answers that count, oldest first.
    public var records: [ReviewRecord] { entries.lazy.filter { !$0.isWithdrawn }.map(\.record) }

    /// Adds an answer, rounded to what is kept of it; one that is there already changes nothing.
    public mutating func insert(_ record: ReviewRecord) {
        let entry = HistoryEntry(record: record.kept)
        if entry.record.at > end, size < Self.limit {
            append(entry)
        } else {
            self = union(ReviewHistory([entry]))
        }
    }

    /// Takes an answer back, for this copy and all that it is merged with.
    ///
    /// - Returns: Whether it was there and counted.
    public mutating func withdraw(_ record: ReviewRecord) -> Bool {
        let record = record.kept
        guard entries.contains(where: { $0.record == record && !$0.isWithdrawn }) else { return false }
        self = union(ReviewHistory([HistoryEntry(record: record, isWithdrawn: true)]))
        return true
    }

    /// The answers of both; one that is taken back in either is taken back.
    public func union(_ other: ReviewHistory) -> ReviewHistory {
        let folded = Self.joined(folded, other.folded)
        guard text != other.text else {
            var same = self
            same.folded = folded
            return same
        }
        var union = ReviewHistory(entries + other.entries)
        union.folded = Self.joined(union.folded, folded)
        return union
    }

    /// Both stretches and what lies between them: the earliest and the latest instant of all that was let go, whichever
    /// copy let it go first.
    static func joined(_ one: ClosedRange<Int64>?, _ other: ClosedRange<Int64>?) -> ClosedRange<Int64>? {
        guard let one, let other else { return one ?? other }
        return min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
    }
}

extension ReviewHistory: Hashable {
    /// Compares the answers; the rest follows from them.
    public static func == (one: ReviewHistory, other: ReviewHistory) -> Bool {
        one.text == other.text && one.folded == other.folded
    }

    /// Like `==`.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(folded)
    }
}
