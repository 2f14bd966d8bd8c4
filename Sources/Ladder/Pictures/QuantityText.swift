import CellGrid
import Timelines

/// The values of a quantity in words and figures.
struct QuantityText {
    let unit: Quantity.Unit
    let settings: LadderSettings
    /// What numbers are divided by; times are not.
    private let divisor: Int64

    init(unit: Quantity.Unit, divisor: Int64 = 1, settings: LadderSettings) {
        self.unit = unit
        self.divisor = max(divisor, 1)
        self.settings = settings
    }

    /// The text for a quantity as a picture wants it.
    init(_ quantity: Quantity, in picture: Picture, _ settings: LadderSettings) {
        if case .time = quantity.unit {
            self.init(unit: .time, settings: settings)
        } else {
            let unit = picture.unit.map { Quantity.Unit.named($0) } ?? (picture.divisor > 1 ? .none : quantity.unit)
            self.init(unit: unit, divisor: picture.divisor, settings: settings)
        }
    }

    /// A number divided, with one decimal where it needs one.
    private func number(_ value: Int64) -> String {
        guard divisor > 1 else { return "\(value)" }
        let tenths = (value * 10 + divisor / 2) / divisor
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// The value as exactly as anybody wants to know it: `14600 B`, `409.6 ms`, `1001`.
    func full(_ value: Int64) -> String {
        switch unit {
        case .none: number(value)
        case .named(let name): number(value) + " " + settings.text(name)
        case .time: settings.charset.adapt(Self.rounded(value, figures: 4).text)
        }
    }

    /// The value without its unit, unless the unit belongs to the figure, as it does for times.
    func bare(_ value: Int64) -> String {
        if case .time = unit { full(value) } else { number(value) }
    }

    /// The value in at most about five cells: `14.6k`, `26 s`.
    func short(_ value: Int64) -> String {
        if case .time = unit { return settings.charset.adapt(Self.rounded(value, figures: 2).text) }
        return brief(value)
    }

    /// A number, shortened where it is long.
    private func brief(_ value: Int64) -> String {
        value / divisor < 10_000 ? number(value) : Self.short(value / divisor)
    }

    /// The value without its unit, in the unit that suits the largest of several: `0.2` beside 26 s.
    func figure(_ value: Int64, beside largest: Int64) -> String {
        guard case .time = unit else { return brief(value) }
        let scale: Int64 = Self.scale(of: largest).nanoseconds
        let tenths = (value + scale / 20) / (scale / 10)
        return tenths >= 100 || largest < scale * 2 && tenths % 10 == 0
            ? "\((value + scale / 2) / scale)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// That unit.
    func commonUnit(beside largest: Int64) -> String {
        switch unit {
        case .none: ""
        case .named(let name): settings.text(name)
        case .time: Self.scale(of: largest).name
        }
    }

    private static func scale(of largest: Int64) -> (name: String, nanoseconds: Int64) {
        largest >= 1_000_000_000 ? ("s", 1_000_000_000) : largest >= 1_000_000 ? ("ms", 1_000_000) : ("us", 1000)
    }

    /// A number in at most five cells, three figures of it: `9999`, `14.6k`, `1.05M`, `4.29G`.
    static func short(_ value: Int64) -> String {
        guard value >= 10_000 else { return "\(value)" }
        var unit = 0, scale: Int64 = 1
        while value / scale >= 1000, unit < 6 { (unit, scale) = (unit + 1, scale * 1000) }
        let letter = ["", "k", "M", "G", "T", "P", "E"][unit]
        let whole = value / scale
        let places: Int64 = whole >= 100 ? 1 : whole >= 10 ? 10 : 100
        let fraction = value % scale / (scale / places)
        guard fraction > 0 else { return "\(whole)\(letter)" }
        var digits = String(fraction)
        while digits.count < (places == 100 ? 2 : 1) { digits = "0" + digits }
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(whole).\(digits)\(letter)"
    }

    /// A time with so many figures at the most.
    static func rounded(_ nanoseconds: Int64, figures: Int) -> Span {
        var step: Int64 = 1
        for _ in 0..<figures { step *= 10 }
        var unit: Int64 = 1
        while nanoseconds.magnitude / UInt64(unit) >= UInt64(step), unit < 1_000_000_000_000_000 { unit *= 10 }
        return Span(nanoseconds: (nanoseconds + unit / 2) / unit * unit)
    }
}
