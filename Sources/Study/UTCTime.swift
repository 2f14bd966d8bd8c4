/// Milliseconds since 1970 UTC as people write them: `2026-11-21T03:52:58.123Z`.
///
/// The calendar is the proleptic Gregorian one of ISO 8601, without leap seconds. Years outside 0…9999 are written
/// with a sign and at least six digits (ISO 8601-1 §4.3.2, "expanded representation"), so that every `Int64` has a
/// text. The days are counted in eras of 400 years = 146 097 days that begin on a 1 March: a leap day is then the
/// last day of its year, and month lengths follow `(153·m + 2) / 5`.
struct UTCTime: Hashable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
    var milliseconds: Int64

    static let perDay: Int64 = 86_400_000

    var text: String {
        let days = milliseconds.flooredQuotient(by: Self.perDay)
        let inDay = milliseconds.flooredRemainder(by: Self.perDay)
        let (year, month, day) = Self.civil(fromDays: days)
        let seconds = inDay / 1000
        let isPlain = (0...9999).contains(year)
        var text = isPlain ? "" : year < 0 ? "-" : "+"
        Int64(year.magnitude).padded(to: isPlain ? 4 : 6, into: &text)
        for (mark, number) in [
            ("-", month), ("-", day), ("T", seconds / 3600), (":", seconds / 60 % 60), (":", seconds % 60),
        ] {
            text += mark
            number.padded(to: 2, into: &text)
        }
        text += "."
        (inDay % 1000).padded(to: 3, into: &text)
        text += "Z"
        return text
    }

    /// The same without milliseconds, which are dropped.
    var textInSeconds: String { text.dropLast(5) + "Z" }

    /// Reads a time; digits past the milliseconds are dropped, and an offset such as `+08:00` may stand for `Z`.
    ///
    /// `nil` for anything that is no such time: no zone, 30 February, 24:00, a year whose milliseconds overflow.
    init?(_ text: String) {
        let plain = ByteScanner.scan(text) { scanner in scanner.instant().flatMap { scanner.isAtEnd ? $0 : nil } }
        if let plain {
            milliseconds = plain
            return
        }
        var scanner = DigitScanner(text)
        let sign = scanner.take(oneOf: "+-")
        guard let year = scanner.number(digits: sign == nil ? 4...4 : 6...9), scanner.take("-"),
            let month = scanner.number(digits: 2...2), scanner.take("-"), let day = scanner.number(digits: 2...2),
            scanner.take("T"), let hour = scanner.number(digits: 2...2), scanner.take(":"),
            let minute = scanner.number(digits: 2...2), scanner.take(":"), let second = scanner.number(digits: 2...2)
        else { return nil }
        var fraction: Int64 = 0
        if scanner.take(".") {
            guard let read = scanner.milliseconds() else { return nil }
            fraction = read
        }
        guard let offset = scanner.zone(), scanner.isAtEnd, hour < 24, minute < 60, second < 60 else { return nil }
        let signed = sign == "-" ? -year : year
        guard let days = Self.days(year: signed, month: month, day: day) else { return nil }
        // At most nine digits of years keep days and seconds far inside 64 bits; their milliseconds may not be.
        // Before 1970 a second is counted back from its end, so that the earliest instants do not overflow.
        let seconds = days * 86400 + hour * 3600 + minute * 60 + second - offset
        let (whole, part) = seconds < 0 ? (seconds + 1, fraction - 1000) : (seconds, fraction)
        let (product, isTooFar) = whole.multipliedReportingOverflow(by: 1000)
        let (total, isPastEnd) = product.addingReportingOverflow(part)
        guard !isTooFar, !isPastEnd else { return nil }
        milliseconds = total
    }

    init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The date that is `days` after 1970-01-01.
    static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        // 719 468 days lie between 0000-03-01 and 1970-01-01.
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted.flooredRemainder(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchBased = (5 * dayOfYear + 2) / 153
        let month = marchBased < 10 ? marchBased + 3 : marchBased - 9
        let day = dayOfYear - (153 * marchBased + 2) / 5 + 1
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
    }

    /// Days from 1970-01-01 to a date; `nil` for one that does not exist.
    static func days(year: Int64, month: Int64, day: Int64) -> Int64? {
        let yearFromMarch = month <= 2 ? year - 1 : year
        let era = yearFromMarch.flooredQuotient(by: 400)
        let yearOfEra = yearFromMarch.flooredRemainder(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        // A date that does not exist counts into the next month and comes back as another one.
        return civil(fromDays: days) == (year, month, day) ? days : nil
    }
}

extension Int64 {
    func flooredQuotient(by divisor: Int64) -> Int64 {
        self / divisor - (self % divisor < 0 ? 1 : 0)
    }

    fileprivate func flooredRemainder(by divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }

    fileprivate func padded(to width: Int, into text: inout String) {
        let digits = String(self)
        for _ in 0..<Swift.max(width - digits.utf8.count, 0) { text += "0" }
        text += digits
    }
}

/// Takes digits and signs off the front of a text.
private struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ character: Character) -> Bool { take(oneOf: String(character)) != nil }

    mutating func take(oneOf characters: String) -> Character? {
        guard let byte = rest.first, characters.utf8.contains(byte) else { return nil }
        rest.removeFirst()
        return Character(Unicode.Scalar(byte))
    }

    mutating func number(digits: ClosedRange<Int>) -> Int64? {
        let run = rest.prefix { (48...57).contains($0) }.prefix(digits.upperBound)
        guard run.count >= digits.lowerBound else { return nil }
        rest = rest[run.endIndex...]
        return run.reduce(0) { $0 * 10 + Int64($1 - 48) }
    }

    /// The digits after the point, as milliseconds.
    mutating func milliseconds() -> Int64? {
        let run = rest.prefix { (48...57).contains($0) }
        guard !run.isEmpty else { return nil }
        rest = rest[run.endIndex...]
        return [100, 10, 1].enumerated().reduce(0) { sum, place in
            sum + (run.dropFirst(place.offset).first.map { Int64($0 - 48) } ?? 0) * place.element
        }
    }

    /// Seconds east of UTC: `Z`, `+08:00`.
    mutating func zone() -> Int64? {
        if take("Z") { return 0 }
        guard let sign = take(oneOf: "+-"), let hours = number(digits: 2...2), take(":"),
            let minutes = number(digits: 2...2), hours < 24, minutes < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
