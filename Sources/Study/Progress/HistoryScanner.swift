// The text of a history: all answers to one question, the first with its instant, each other with the time since the one
// before.
//
//     2026-11-21T03:52:58Z good 8s quiz #2a +10m again +3d4h hard 31s 1 hint
//
//     history = instant step *( " +" duration step )
//     step    = " " grade [" right" | " wrong"] [" " seconds "s"] [" " hints " hint" ["s"]] [" " setting] [" #" hex]
//               [" withdrawn"]
//
// `right` and `wrong` stand only where the grade does not say so, the setting only when it is not `review`, a number
// only when it is not 0. So there is exactly one way to write a history.

/// Reads the text of a history, an answer at a time.
///
/// A file is read before the first frame and after ten years has nearly 200 000 answers, so nothing is made of them here
/// but numbers.
struct HistoryScanner {
    private var scanner: ByteScanner
    private var isAtStart = true
    /// The answer that was read last.
    private(set) var record = ReviewRecord(at: 0, grade: .again, isRight: false, setting: .review)
    /// Whether it was taken back.
    private(set) var isWithdrawn = false
    /// The time since the one before, in milliseconds; 0 for the first.
    private(set) var wait: Int64 = 0

    /// Begins to read; call ``next()`` for each answer.
    init(_ scanner: ByteScanner) { self.scanner = scanner }

    /// Begins with the step of an answer that was given at `instant`; call ``nextStep()``.
    init(_ scanner: ByteScanner, at instant: Int64) {
        self.scanner = scanner
        record.at = instant
    }

    var isAtEnd: Bool { scanner.isAtEnd }

    /// Whether all that was read is written exactly as it would be written here.
    var isCanonical: Bool { scanner.isCanonical }

    /// Reads the next answer; `false` when what stands there is none.
    mutating func next() -> Bool {
        if isAtStart {
            guard let start = scanner.instant() else { return false }
            // Milliseconds may be there, but are none of ours.
            if scanner.offset != "2026-11-21T03:52:58Z".utf8.count { scanner.isCanonical = false }
            isAtStart = false
            record.at = start
        } else {
            guard scanner.take(" "), scanner.take("+"), let wait = scanner.duration() else { return false }
            self.wait = wait
            record.at += wait
            guard record.at <= ReviewHistory.instants.upperBound else { return false }
        }
        return nextStep()
    }

    /// Reads what stands behind an instant.
    mutating func nextStep() -> Bool {
        guard scanner.take(" "), grade() else { return false }
        record.isRight = record.grade != .again
        (record.took, record.hints, record.seed, record.setting) = (0, 0, 0, .review)
        isWithdrawn = false
        var last = Part.grade
        while scanner.byte == UInt8(ascii: " "), scanner.byte(after: 1) != UInt8(ascii: "+") {
            scanner.offset += 1
            guard let part = part(), part.rawValue > last.rawValue else { return false }
            last = part
        }
        return true
    }

    /// The parts of a step, in their order.
    private enum Part: Int { case grade, verdict, took, hints, setting, seed, withdrawn }

    private mutating func grade() -> Bool {
        switch scanner.byte {
        case UInt8(ascii: "g"): record.grade = .good
        case UInt8(ascii: "a"): record.grade = .again
        case UInt8(ascii: "h"): record.grade = .hard
        case UInt8(ascii: "e"): record.grade = .easy
        default: return false
        }
        switch record.grade {
        case .good: return scanner.take("good")
        case .again: return scanner.take("again")
        case .hard: return scanner.take("hard")
        case .easy: return scanner.take("easy")
        }
    }

    private mutating func part() -> Part? {
        if scanner.byte &- 48 < 10 { return number() }
        switch scanner.byte {
        case UInt8(ascii: "#"): return seed()
        case UInt8(ascii: "w"):
            if scanner.take("wrong") { return verdict(false) }
            isWithdrawn = scanner.take("withdrawn")
            return isWithdrawn ? .withdrawn : nil
        case UInt8(ascii: "r"):
            if scanner.take("right") { return verdict(true) }
            scanner.isCanonical = false
            return scanner.take("review") ? .setting : nil
        case UInt8(ascii: "q"): return scanner.take("quiz") ? setting(.quiz) : nil
        case UInt8(ascii: "i"): return scanner.take("interview") ? setting(.interview) : nil
        case UInt8(ascii: "d"): return scanner.take("diagnostic") ? setting(.diagnostic) : nil
        case UInt8(ascii: "l"): return scanner.take("lesson") ? setting(.lesson) : nil
        default: return nil
        }
    }

    private mutating func verdict(_ isRight: Bool) -> Part {
        if record.isRight == isRight { scanner.isCanonical = false }
        record.isRight = isRight
        return .verdict
    }

    private mutating func setting(_ setting: ReviewRecord.Setting) -> Part {
        record.setting = setting
        return .setting
    }

    /// How long it took, or how many hints there were.
    private mutating func number() -> Part? {
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

    private mutating func seed() -> Part? {
        scanner.offset += 1
        guard let seed = scanner.hexadecimal(), seed <= ReviewHistory.seedMask else { return nil }
        if seed == 0 { scanner.isCanonical = false }
        record.seed = seed
        return .seed
    }
}
