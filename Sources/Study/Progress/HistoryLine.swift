// A line of a history: all answers to one question in one year, the first with its instant, each other with the time since
// the one before.
//
//     2026-11-21T03:52:58Z good 8s quiz #2a +10m again wrong …
//
//     line  = instant step *( " +" duration step )
//     step  = " " grade [" right" | " wrong"] [" " seconds "s"] [" " hints " hint" ["s"]] [" " setting] [" #" hex] [" withdrawn"]
//
// `right` and `wrong` stand only where the grade does not say so, the setting only when it is not `review`, a number
// only when it is not 0. So there is exactly one way to write a line.

/// An answer and whether it still counts.
struct HistoryEntry: Hashable {
    var record: ReviewRecord
    /// Whether the learner took it back. It stays in the history, so that no other copy brings it in again.
    var isWithdrawn = false
}

/// Reads one line of a history.
struct HistoryLineScanner {
    private var scanner: ByteScanner

    /// Tells `visit` every entry of `line`, in its order.
    ///
    /// - Returns: Whether the line was written exactly as it would be written here; `nil` when it is no such line.
    static func scan(_ line: String, _ visit: (HistoryEntry) -> Void) -> Bool? {
        ByteScanner.scan(line) { scanner in
            var reader = HistoryLineScanner(scanner: scanner)
            return reader.entries(visit) ? reader.scanner.isCanonical : nil
        }
    }

    private mutating func entries(_ visit: (HistoryEntry) -> Void) -> Bool {
        guard var at = scanner.instant() else { return false }
        // Milliseconds may be there, but are none of ours.
        if scanner.offset != "2026-11-21T03:52:58Z".utf8.count { scanner.isCanonical = false }
        while true {
            guard let entry = step(at: at) else { return false }
            visit(entry)
            if scanner.isAtEnd { return true }
            guard scanner.take(" +"), let wait = scanner.duration() else { return false }
            at += wait
            guard at <= ReviewHistory.instants.upperBound else { return false }
        }
    }

    private mutating func step(at instant: Int64) -> HistoryEntry? {
        guard scanner.take(" "), let grade = grade() else { return nil }
        var record = ReviewRecord(at: instant, grade: grade, isRight: grade != .again, setting: .review)
        var entry = HistoryEntry(record: record)
        var last = Part.grade
        while scanner.byte == UInt8(ascii: " "), scanner.byte(after: 1) != UInt8(ascii: "+") {
            scanner.offset += 1
            guard let part = part(&record, &entry.isWithdrawn), part.rawValue > last.rawValue else { return nil }
            last = part
        }
        entry.record = record
        return entry
    }

    /// The parts of a step, in their order.
    private enum Part: Int { case grade, verdict, took, hints, setting, seed, withdrawn }

    private mutating func grade() -> Grade? {
        switch scanner.byte {
        case UInt8(ascii: "g"): scanner.take("good") ? .good : nil
        case UInt8(ascii: "a"): scanner.take("again") ? .again : nil
        case UInt8(ascii: "h"): scanner.take("hard") ? .hard : nil
        case UInt8(ascii: "e"): scanner.take("easy") ? .easy : nil
        default: nil
        }
    }

    private mutating func part(_ record: inout ReviewRecord, _ isWithdrawn: inout Bool) -> Part? {
        if scanner.byte &- 48 < 10 { return number(&record) }
        if scanner.take("#") { return seed(&record) }
        if scanner.take("withdrawn") {
            isWithdrawn = true
            return .withdrawn
        }
        if scanner.take("right") { return verdict(true, &record) }
        if scanner.take("wrong") { return verdict(false, &record) }
        return setting(&record)
    }

    private mutating func verdict(_ isRight: Bool, _ record: inout ReviewRecord) -> Part {
        if record.isRight == isRight { scanner.isCanonical = false }
        record.isRight = isRight
        return .verdict
    }

    private mutating func setting(_ record: inout ReviewRecord) -> Part? {
        if scanner.take("review") {
            scanner.isCanonical = false
        } else if scanner.take("quiz") {
            record.setting = .quiz
        } else if scanner.take("interview") {
            record.setting = .interview
        } else if scanner.take("lesson") {
            record.setting = .lesson
        } else {
            return nil
        }
        return .setting
    }

    /// How long it took, or how many hints there were.
    private mutating func number(_ record: inout ReviewRecord) -> Part? {
        guard let read = scanner.number() else { return nil }
        let number = Int(read)
        if number == 0 { scanner.isCanonical = false }
        if scanner.take("s") {
            guard number <= ReviewHistory.longest / 1000 else { return nil }
            record.took = number * 1000
            return .took
        }
        guard number <= ReviewHistory.mostHints, scanner.take(" hint") else { return nil }
        if scanner.take("s") == (number == 1) { scanner.isCanonical = false }
        record.hints = number
        return .hints
    }

    private mutating func seed(_ record: inout ReviewRecord) -> Part? {
        guard let seed = scanner.hexadecimal(), seed <= ReviewHistory.seedMask else { return nil }
        if seed == 0 { scanner.isCanonical = false }
        record.seed = seed
        return .seed
    }
}

extension HistoryEntry {
    /// Appends the step of this answer to a line.
    func write(to line: inout String) {
        line += " "
        line += record.grade.word
        if record.isRight != (record.grade != .again) { line += record.isRight ? " right" : " wrong" }
        if record.took > 0 { line += " \(record.took / 1000)s" }
        if record.hints > 0 { line += " \(record.hints) hint\(record.hints == 1 ? "" : "s")" }
        if record.setting != .review { line += " \(record.setting.rawValue)" }
        if record.seed > 0 { line += " #" + String(record.seed, radix: 16) }
        if isWithdrawn { line += " withdrawn" }
    }
}

extension Grade {
    fileprivate var word: String {
        switch self {
        case .again: "again"
        case .hard: "hard"
        case .good: "good"
        case .easy: "easy"
        }
    }
}
