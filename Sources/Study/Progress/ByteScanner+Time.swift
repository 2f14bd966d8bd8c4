extension ByteScanner {
    /// Milliseconds since 1970 UTC from `2026-11-21T03:52:58Z`, with or without three digits of milliseconds.
    mutating func instant() -> Int64? {
        guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2), take("T"),
            let hour = digits(2), take(":"), let minute = digits(2), take(":"), let second = digits(2), hour < 24,
            minute < 60, second < 60
        else { return nil }
        var fraction: Int64 = 0
        if take(".") {
            guard let read = digits(3) else { return nil }
            fraction = read
        }
        guard take("Z"), let days = UTCTime.days(year: year, month: month, day: day) else { return nil }
        return days * UTCTime.perDay + ((hour * 60 + minute) * 60 + second) * 1000 + fraction
    }

    /// Milliseconds from `3d4h12m5s`, of which zeros are left out; `0s` for none.
    @inline(__always) mutating func duration() -> Int64? {
        var total: Int64 = 0
        var last = 0
        repeat {
            guard let number = number(), let unit = Self.unit(byte), unit.rank > last else { return nil }
            if number >= unit.bound || number == 0 && (last > 0 || unit.length > 1000) { isCanonical = false }
            total += number * unit.length
            last = unit.rank
            offset += 1
        } while byte &- 48 < 10
        return total
    }

    /// A unit of time: its place among the others, its milliseconds, and how many of it make one of the next.
    private static func unit(_ letter: UInt8) -> (rank: Int, length: Int64, bound: Int64)? {
        switch letter {
        case UInt8(ascii: "d"): (1, 86_400_000, .max)
        case UInt8(ascii: "h"): (2, 3_600_000, 24)
        case UInt8(ascii: "m"): (3, 60_000, 60)
        case UInt8(ascii: "s"): (4, 1000, 60)
        default: nil
        }
    }
}

extension Int64 {
    /// Whole seconds as ``ByteScanner/duration()`` reads them; what is left of a second is dropped.
    func writtenAsDuration(to text: inout String) {
        var seconds = self / 1000
        guard seconds > 0 else {
            text += "0s"
            return
        }
        for (letter, length) in [("d", 86_400 as Int64), ("h", 3600), ("m", 60), ("s", 1)] where seconds >= length {
            text += String(seconds / length)
            text += letter
            seconds %= length
        }
    }
}
