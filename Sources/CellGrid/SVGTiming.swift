/// When the parts of a moving picture are seen, as classes and keyframes of a style sheet.
struct SVGTiming {
    /// Of the film, in milliseconds.
    let length: Int64
    private var numbers: [[Range<Int64>]: Int] = [:]
    private var rules: [String] = []

    init(length: Int64) { self.length = max(length, 1) }

    /// The classes of what is seen at these times, in milliseconds, and at no other; ``styleSheet`` has their rules.
    mutating func classes(for times: [Range<Int64>]) -> String {
        let isLast = times.last?.upperBound == length
        if isLast, times.count == 1, times[0].lowerBound == 0 { return "v" }
        let number = numbers[times] ?? define(times)
        return (isLast ? "v" : "h") + " t\(number)"
    }

    private mutating func define(_ times: [Range<Int64>]) -> Int {
        let number = numbers.count
        numbers[times] = number
        var frames = times[0].lowerBound > 0 ? "0%{visibility:hidden}" : ""
        for time in times {
            frames += "\(percent(time.lowerBound)){visibility:visible}"
            if time.upperBound < length { frames += "\(percent(time.upperBound)){visibility:hidden}" }
        }
        rules.append(".t\(number){animation:t\(number) \(length)ms step-end infinite}@keyframes t\(number){\(frames)}")
        return number
    }

    /// A share of the length with four decimals at most.
    private func percent(_ time: Int64) -> String {
        let share = time.multipliedReportingOverflow(by: 1_000_000).partialValue / length
        var decimals = String(share % 10_000 + 10_000).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return "\(share / 10_000)" + (decimals.isEmpty ? "" : ".\(decimals)") + "%"
    }

    /// The rules, one a line; without motion each part is seen as it is at the end.
    var styleSheet: String {
        ([".v{visibility:visible}", ".h{visibility:hidden}"] + rules + [
            "@media (prefers-reduced-motion:reduce){g{animation:none!important}}"
        ]).joined(separator: "\n")
    }
}
