/// An answer and whether it still counts.
struct HistoryEntry: Hashable {
    var record: ReviewRecord
    /// Whether the learner took it back.
    ///
    /// It stays in the history, so that no other copy brings it in again.
    var isWithdrawn = false
}

// How a history becomes text, and text a history.

extension ReviewHistory {
    /// Reads the text of a history.
    ///
    /// What is written in another order or in another way than here is brought into it.
    ///
    /// - Returns: `nil` when it is no such text.
    static func reading(_ text: String, folded: ClosedRange<Int64>? = nil) -> ReviewHistory? {
        var history = ReviewHistory()
        if let summary = HistorySummary(text), summary.size <= limit {
            history.text = text
            (history.size, history.count, history.last) = (summary.size, summary.size, summary.last)
            (history.end, history.folded) = (summary.end, folded)
            return history
        }
        var isCanonical = true
        let isHistory =
            text.isEmpty
            || ByteScanner.scan(text) { scanner in
                var scanner = HistoryScanner(scanner)
                var previous = scanner.record
                while true {
                    guard scanner.next() else { return false }
                    if scanner.wait < 1000, history.size > 0, !(previous < scanner.record) { isCanonical = false }
                    previous = scanner.record
                    history.size += 1
                    if !scanner.isWithdrawn {
                        history.count += 1
                        history.last = scanner.record
                    }
                    guard scanner.isAtEnd else { continue }
                    history.end = scanner.record.at
                    isCanonical = isCanonical && scanner.isCanonical
                    return true
                }
            }
        guard isHistory else { return nil }
        history.text = text
        if !isCanonical || history.size > limit {
            history = ReviewHistory(
                history.entries.map { HistoryEntry(record: $0.record.kept, isWithdrawn: $0.isWithdrawn) })
        }
        history.folded = joined(history.folded, folded)
        return history
    }

    /// Every answer that is kept, oldest first.
    var entries: [HistoryEntry] {
        var entries: [HistoryEntry] = []
        entries.reserveCapacity(size)
        ByteScanner.scan(text) { scanner in
            var scanner = HistoryScanner(scanner)
            while !scanner.isAtEnd, scanner.next() {
                entries.append(HistoryEntry(record: scanner.record, isWithdrawn: scanner.isWithdrawn))
            }
        }
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
        for entry in entries { append(entry) }
    }

    /// Writes an entry behind the others; it is not earlier than the last.
    mutating func append(_ entry: HistoryEntry) {
        let record = entry.record
        if text.isEmpty {
            text = UTCTime(milliseconds: record.at).textInSeconds
        } else {
            text += " +"
            (record.at - end).writtenAsDuration(to: &text)
        }
        entry.write(to: &text)
        end = record.at
        size += 1
        guard !entry.isWithdrawn else { return }
        count += 1
        last = record
    }
}

extension HistoryEntry {
    /// Writes the step of this answer.
    fileprivate func write(to text: inout String) {
        let record = record
        text += record.grade.word
        if record.isRight != (record.grade != .again) { text += record.isRight ? " right" : " wrong" }
        if record.took > 0 { text += " \(record.took / 1000)s" }
        if record.hints > 0 { text += " \(record.hints) hint\(record.hints == 1 ? "" : "s")" }
        if record.setting != .review { text += " \(record.setting.rawValue)" }
        if record.seed > 0 { text += " #" + String(record.seed, radix: 16) }
        if isWithdrawn { text += " withdrawn" }
    }
}

extension Grade {
    /// The grade as a step begins with it.
    fileprivate var word: String {
        switch self {
        case .again: " again"
        case .hard: " hard"
        case .good: " good"
        case .easy: " easy"
        }
    }
}

extension ReviewRecord {
    /// The record as a history keeps it.
    var kept: ReviewRecord {
        let instants = ReviewHistory.instants
        let at = min(max(at, instants.lowerBound), instants.upperBound)
        let took = min(max(took, 0), ReviewHistory.longest)
        return ReviewRecord(
            at: at.flooredQuotient(by: 1000) * 1000, grade: grade, isRight: isRight,
            hints: min(max(hints, 0), ReviewHistory.mostHints), took: (took + 999) / 1000 * 1000,
            seed: seed & ReviewHistory.seedMask, setting: setting)
    }
}
