/// How many cells a Unicode scalar takes.
///
/// The tables hold what glibc's `wcwidth` answers, because ncurses asks it: a program and its terminal library must
/// not disagree. A test compares every scalar with the C library. Ambiguous-width characters (`─`, `▶`, `“`) count as
/// one; a terminal that draws them two wide is served by ``Charset/ambiguousSafe``, which does without them.
public enum CellWidth {
    /// The Unicode version that the tables know.
    ///
    /// C libraries older than a character call it unprintable, so what came later is not printed either.
    static let newestVersion = 14

    /// The width of what frames are mostly made of: ASCII, punctuation, lines and shapes, Chinese.
    ///
    /// All of it is visible. `nil` for the rest, which takes longer to find out about.
    static func ofCommon(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x20..<0x7F, 0x2010...0x2027, 0x2500...0x25FC: 1
        case 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF60: 2
        default: nil
        }
    }

    /// 0, 1 or 2 cells; −1 for what must not reach a terminal (controls, unassigned and private-use scalars).
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if let width = ofCommon(scalar) { return width }
        if value < 0xA0 { return -1 }
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return -1
        default: break
        }
        guard let age = scalar.properties.age, age.major <= newestVersion else { return -1 }
        if contains(value, in: wide) { return 2 }
        return contains(value, in: zero) ? 0 : 1
    }

    /// Whether a scalar without width belongs to the character before it rather than being invisible.
    static func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isDefaultIgnorableCodePoint { return false }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: (0x1160...0x11FF).contains(scalar.value)  // Hangul vowels and final consonants
        }
    }

    static func contains(_ value: UInt32, in ranges: [ClosedRange<UInt32>]) -> Bool {
        var low = 0, high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(value)
    }
}
