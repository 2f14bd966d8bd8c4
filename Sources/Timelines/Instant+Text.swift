extension Span {
    /// The span as an engineer says it: `250 us`, `40 ms`, `1.5 s`, `39 min 59 s`, `2 h`; up to two minutes the largest
    /// unit that needs no more than three decimals, above in whole minutes, and hours from two on, with the rest behind.
    public var text: String {
        let sign = nanoseconds < 0 ? "-" : ""
        let magnitude = nanoseconds.magnitude
        switch magnitude {
        case 0: return "0 ms"
        case ..<1000: return "\(sign)\(magnitude) ns"
        case ..<1_000_000: return sign + Self.decimal(magnitude, per: 1000) + " us"
        case ..<1_000_000_000: return sign + Self.decimal(magnitude, per: 1_000_000) + " ms"
        case 120_000_000_000...: return sign + Self.long(magnitude)
        default: return sign + Self.decimal(magnitude, per: 1_000_000_000) + " s"
        }
    }

    /// The span without any loss in the notation of lessons, `1500ms`: a whole number of the largest unit that allows it.
    public var exactText: String {
        let units: [(String, Int64)] = [
            ("min", 60_000_000_000), ("s", 1_000_000_000), ("ms", 1_000_000), ("us", 1000),
        ]
        guard nanoseconds != 0 else { return "0ms" }
        for (unit, length) in units where nanoseconds % length == 0 { return "\(nanoseconds / length)\(unit)" }
        return "\(nanoseconds)ns"
    }

    /// Reads what lessons and command lines write: `250us`, `40ms`, `1.5s`, `2min`, `1h`, with or without a space.
    ///
    /// `nil` for a number without a unit, an unknown unit, a negative or an unrepresentable length.
    public init?(_ text: String) {
        let digits = text.utf8.prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
        }
        let unit = text.utf8[digits.endIndex...].drop { $0 == UInt8(ascii: " ") }
        guard let scale = Self.nanoseconds(in: Substring(unit)) else { return nil }
        if digits.count < 10, !digits.contains(UInt8(ascii: ".")) {
            // Nearly always: a whole number that cannot overflow before it is multiplied.
            guard !digits.isEmpty else { return nil }
            let whole = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
            let (product, overflow) = whole.multipliedReportingOverflow(by: scale)
            guard !overflow else { return nil }
            self.init(nanoseconds: product)
            return
        }
        let parts = Substring(digits).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let whole = Int64(first) else { return nil }
        let (product, overflow) = whole.multipliedReportingOverflow(by: scale)
        guard !overflow else { return nil }
        var total = product
        if parts.count == 2 {
            guard !parts[1].isEmpty, parts[1].allSatisfy(\.isWholeNumber) else { return nil }
            var place = scale
            for digit in parts[1] {
                place /= 10
                let (sum, carried) = total.addingReportingOverflow(place * Int64(digit.wholeNumberValue ?? 0))
                guard !carried else { return nil }
                total = sum
            }
        }
        self.init(nanoseconds: total)
    }

    private static func nanoseconds(in unit: Substring) -> Int64? {
        switch unit {
        case "ns": 1
        case "us": 1000
        case "ms": 1_000_000
        case "s": 1_000_000_000
        case "min": 60_000_000_000
        case "h": 3_600_000_000_000
        default: nil
        }
    }

    /// A length from two minutes on: `39 min 59 s`, `2 h 5 min`.
    private static func long(_ nanoseconds: UInt64) -> String {
        let minutes = nanoseconds / 60_000_000_000, rest = nanoseconds % 60_000_000_000
        let hours = minutes < 120 ? 0 : minutes / 60
        var parts = [(hours, "h"), (minutes - hours * 60, "min")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if rest >= 1_000_000 { parts.append(decimal(rest, per: 1_000_000_000) + " s") }
        return parts.joined(separator: " ")
    }

    /// `amount / unit` with at most three decimals, cut rather than rounded, trailing zeros dropped.
    private static func decimal(_ amount: UInt64, per unit: UInt64) -> String {
        let whole = amount / unit
        var thousandths = (amount % unit) * 1000 / unit
        guard thousandths > 0 else { return "\(whole)" }
        var digits = 3
        while thousandths % 10 == 0 {
            thousandths /= 10
            digits -= 1
        }
        let fraction = String(thousandths)
        return "\(whole)." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}

extension Instant {
    /// Seconds with three decimals, `0.040 s`, behind minutes and hours `40 min 04.005 s`: the form of the player's clock,
    /// which changes its width as seldom as can be.
    public var clock: String {
        let milliseconds = nanoseconds / 1_000_000, minutes = milliseconds / 60_000
        let fraction = "." + Self.padded(milliseconds % 1000, to: 3) + " s"
        guard minutes >= 2 else { return "\(milliseconds / 1000)" + fraction }
        let seconds = Self.padded(milliseconds / 1000 % 60, to: 2) + fraction
        guard minutes >= 120 else { return "\(minutes) min " + seconds }
        return "\(minutes / 60) h \(Self.padded(minutes % 60, to: 2)) min " + seconds
    }

    /// The time in the fewest cells that say it all, `0.5 ms`, `1.204 s`, `40:04.005`, `2:05:04`: cut to a tenth of a
    /// millisecond below a second, to a millisecond above, to a second from an hour on.
    public var brief: String {
        guard nanoseconds >= 120_000_000_000 else {
            let unit: Int64 = nanoseconds < 1_000_000_000 ? 100_000 : 1_000_000
            return Span(nanoseconds: nanoseconds < 100_000 ? nanoseconds : nanoseconds / unit * unit).text
        }
        let milliseconds = nanoseconds / 1_000_000 % 1000, seconds = nanoseconds / 1_000_000_000
        let minutes = seconds / 60, tail = ":" + Self.padded(seconds % 60, to: 2)
        guard minutes < 60 else { return "\(minutes / 60):" + Self.padded(minutes % 60, to: 2) + tail }
        return "\(minutes)" + tail + (milliseconds == 0 ? "" : "." + Self.padded(milliseconds, to: 3))
    }

    private static func padded(_ number: Int64, to digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(digits - text.count, 0)) + text
    }
}
