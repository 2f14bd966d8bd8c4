/// What is known of a history by going over its text once: as much as a file must tell before the first frame.
///
/// Ten years of answers are some four megabytes. Only texts as they are nearly always written are understood here, in a
/// loop that keeps what it needs in registers; ``HistoryScanner`` reads the others.
struct HistorySummary {
    /// How many answers there are; of those that this reader understands, all count.
    var size = 0
    /// When the last one was given.
    var end: Int64 = 0
    /// The last one.
    var last: ReviewRecord?

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Goes over a text; `nil` when another reader must look at it.
    init?(_ text: String) {
        var text = text
        guard let summary = text.withUTF8(Self.summary) else { return nil }
        self = summary
    }

    private init() {}

    private static func summary(_ bytes: Bytes) -> HistorySummary? {
        let instantLength = 20
        guard bytes.count > instantLength else { return nil }
        var scanner = ByteScanner(Bytes(rebasing: bytes[..<instantLength]))
        guard var at = scanner.instant(), scanner.isAtEnd else { return nil }
        var summary = HistorySummary()
        var place = instantLength
        var size = 0
        var lastStep = (place: 0, at: at)
        while true {
            let start = place
            guard skipStep(bytes, &place) else { return nil }
            size += 1
            lastStep = (start, at)
            if place == bytes.count { break }
            guard let wait = wait(bytes, &place) else { return nil }
            at += wait
            guard at <= ReviewHistory.instants.upperBound else { return nil }
        }
        (summary.size, summary.end) = (size, at)
        var last = HistoryScanner(ByteScanner(Bytes(rebasing: bytes[lastStep.place...])), at: lastStep.at)
        guard last.nextStep() else { return nil }
        summary.last = last.record
        return summary
    }

    /// The byte at a place; 0 beyond the end.
    @inline(__always) private static func byte(_ bytes: Bytes, _ place: Int) -> UInt8 {
        place < bytes.count ? bytes[place] : 0
    }

    /// Moves past a grade and what follows it; `false` for what is not understood.
    @inline(__always) private static func skipStep(_ bytes: Bytes, _ place: inout Int) -> Bool {
        var at = place
        guard byte(bytes, at) == UInt8(ascii: " "), let length = gradeLength(bytes, at + 1) else { return false }
        at += 1 + length
        /// How far in the order of the parts the last one was.
        var last = 0
        while byte(bytes, at) == UInt8(ascii: " "), byte(bytes, at + 1) != UInt8(ascii: "+") {
            at += 1
            let rank: Int
            switch byte(bytes, at) {
            case UInt8(ascii: "1")...UInt8(ascii: "9"):
                guard let isTime = skipNumber(bytes, &at) else { return false }
                rank = isTime ? 1 : 2
            case UInt8(ascii: "q"):
                guard word(bytes, at) == 0x7175_697A else { return false }  // quiz
                at += 4
                rank = 3
            case UInt8(ascii: "#"):
                guard skipSeed(bytes, &at) else { return false }
                rank = 4
            default: return false
            }
            guard rank > last else { return false }
            last = rank
        }
        place = at
        return true
    }

    @inline(__always) private static func gradeLength(_ bytes: Bytes, _ place: Int) -> Int? {
        switch word(bytes, place) {
        case 0x676F_6F64, 0x6561_7379, 0x6861_7264: 4  // good, easy, hard
        case 0x6167_6169: byte(bytes, place + 4) == UInt8(ascii: "n") ? 5 : nil  // again
        default: nil
        }
    }

    /// Four bytes at once, the first of them the highest; 0 where there are not as many.
    @inline(__always) private static func word(_ bytes: Bytes, _ place: Int) -> UInt32 {
        guard place + 4 <= bytes.count else { return 0 }
        return UInt32(bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }

    /// Moves past `8s`, `1 hint` or `2 hints`; says whether it was a time.
    @inline(__always) private static func skipNumber(_ bytes: Bytes, _ at: inout Int) -> Bool? {
        var number = 0
        while case let digit = byte(bytes, at) &- 48, digit < 10, number < 1_000_000 {
            number = number * 10 + Int(digit)
            at += 1
        }
        if byte(bytes, at) == UInt8(ascii: "s") {
            at += 1
            return number * 1000 <= ReviewHistory.longest ? true : nil
        }
        var scanner = ByteScanner(Bytes(rebasing: bytes[min(at, bytes.count)...]))
        guard number <= ReviewHistory.mostHints, scanner.take(" hint"), number == 1 || scanner.take("s") else {
            return nil
        }
        at += scanner.offset
        return false
    }

    /// Moves past `#2a`.
    @inline(__always) private static func skipSeed(_ bytes: Bytes, _ at: inout Int) -> Bool {
        let start = at + 1
        at = start
        while at - start < 2 {
            switch byte(bytes, at) {
            case UInt8(ascii: "0"): guard at > start else { return false }
            case UInt8(ascii: "1")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): break
            default: return at > start
            }
            at += 1
        }
        return true
    }

    /// Moves past ` +3d4h12m5s`; gives its milliseconds, `nil` also for none.
    @inline(__always) private static func wait(_ bytes: Bytes, _ place: inout Int) -> Int64? {
        guard byte(bytes, place) == UInt8(ascii: " "), byte(bytes, place + 1) == UInt8(ascii: "+") else { return nil }
        var at = place + 2
        var total: Int64 = 0
        var last = 0
        while case let first = byte(bytes, at) &- 48, first < 10 {
            guard first > 0 else { return nil }
            var number: Int64 = 0
            while case let digit = byte(bytes, at) &- 48, digit < 10, number < 10_000_000 {
                number = number * 10 + Int64(digit)
                at += 1
            }
            let (rank, length, bound): (Int, Int64, Int64)
            switch byte(bytes, at) {
            case UInt8(ascii: "d"): (rank, length, bound) = (1, 86_400_000, .max)
            case UInt8(ascii: "h"): (rank, length, bound) = (2, 3_600_000, 24)
            case UInt8(ascii: "m"): (rank, length, bound) = (3, 60_000, 60)
            case UInt8(ascii: "s"): (rank, length, bound) = (4, 1000, 60)
            default: return nil
            }
            guard rank > last, number < bound else { return nil }
            last = rank
            total += number * length
            at += 1
        }
        place = at
        return last > 0 ? total : nil
    }
}
