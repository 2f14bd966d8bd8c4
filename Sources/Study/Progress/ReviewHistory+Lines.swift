// How a history becomes lines of text, and lines a history.

extension ReviewHistory {
    /// Reads the lines of a file.
    ///
    /// Lines in another order, or written in another way than here, are brought into it.
    ///
    /// - Returns: `nil` when one of them is no line of a history.
    static func reading(_ lines: [String], folded: ClosedRange<Int64>? = nil) -> ReviewHistory? {
        var history = ReviewHistory()
        var isCanonical = true
        var size = 0
        var previous: ReviewRecord?
        var yearEnd = Int64.min
        for line in lines {
            var isFirst = true
            let isPlain = HistoryLineScanner.scan(line) { entry in
                let record = entry.record
                if let previous, record.at <= previous.at, !(previous < record) { isCanonical = false }
                // A year begins a line, and nothing else does.
                if isFirst == (record.at < yearEnd) { isCanonical = false }
                if isFirst { yearEnd = Self.yearEnd(record.at) }
                isFirst = false
                previous = record
                size += 1
                guard !entry.isWithdrawn else { return }
                history.count += 1
                history.last = record
            }
            guard let isPlain else { return nil }
            isCanonical = isCanonical && isPlain
        }
        history.lines = lines
        if !isCanonical || size > limit {
            history = ReviewHistory(
                history.entries.map { HistoryEntry(record: $0.record.kept, isWithdrawn: $0.isWithdrawn) })
        }
        history.folded = joined(history.folded, folded)
        return history
    }

    /// Every answer that is kept, oldest first.
    var entries: [HistoryEntry] {
        var entries: [HistoryEntry] = []
        for line in lines { _ = HistoryLineScanner.scan(line) { entries.append($0) } }
        return entries
    }

    /// A history of these entries, whatever their order and however often they are there.
    init(_ unordered: [HistoryEntry]) {
        self.init()
        var entries: [HistoryEntry] = []
        for entry in unordered.sorted(by: { $0.record < $1.record }) {
            if let last = entries.last, last.record == entry.record {
                entries[entries.count - 1].isWithdrawn = last.isWithdrawn || entry.isWithdrawn
            } else {
                entries.append(entry)
            }
        }
        if let first = entries.first, let lastGone = entries.dropLast(Self.limit).last {
            folded = first.record.at...lastGone.record.at
            entries = entries.suffix(Self.limit)
        }
        var previous = Int64.min, yearEnd = Int64.min
        for entry in entries {
            let at = entry.record.at
            if at >= yearEnd {
                lines.append(UTCTime(milliseconds: at).textInSeconds)
                yearEnd = Self.yearEnd(at)
            } else {
                lines[lines.count - 1] += " +"
                (at - previous).writtenAsDuration(to: &lines[lines.count - 1])
            }
            entry.write(to: &lines[lines.count - 1])
            previous = at
        }
        count = entries.count { !$0.isWithdrawn }
        last = entries.last { !$0.isWithdrawn }?.record
    }

    /// When the year (UTC) of an instant is over.
    private static func yearEnd(_ instant: Int64) -> Int64 {
        let year = UTCTime.civil(fromDays: instant.flooredQuotient(by: UTCTime.perDay)).year
        return (UTCTime.days(year: year + 1, month: 1, day: 1) ?? 0) * UTCTime.perDay
    }
}
