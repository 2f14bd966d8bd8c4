/// A log of records in their order, each at most once, to which records are only ever added.
public struct RecordLog<Record: Comparable & Hashable & Sendable>: Hashable, Sendable {
    private var records: [Record] = []

    /// An empty log.
    public init() {}

    /// A log of `records` in whatever order they come.
    public init(_ records: some Sequence<Record>) {
        self.records = []
        for record in records.sorted() where self.records.last != record { self.records.append(record) }
    }

    /// Adds `record` where it belongs, unless it is there.
    ///
    /// - Complexity: O(1) for a record later than all others.
    public mutating func insert(_ record: Record) {
        var place = records.endIndex
        while place > 0, record < records[place - 1] { place -= 1 }
        guard place == 0 || records[place - 1] != record else { return }
        records.insert(record, at: place)
    }

    /// The records of both logs.
    public func union(_ other: RecordLog) -> RecordLog { RecordLog(records + other.records) }
}

extension RecordLog: RandomAccessCollection {
    /// The place of the oldest record.
    public var startIndex: Int { records.startIndex }
    /// One past the newest.
    public var endIndex: Int { records.endIndex }
    /// The record at a place.
    public subscript(position: Int) -> Record { records[position] }
}
