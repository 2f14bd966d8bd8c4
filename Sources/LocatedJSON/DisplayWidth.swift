/// About how many cells a text takes in a terminal: two for Chinese, Japanese, Korean and emoji, none for combining
/// marks, one for the rest.
///
/// Good enough to put a caret under a word; frames are measured by the exact tables of `CellGrid`.
public enum DisplayWidth {
    /// The cells of a text.
    public static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

    /// The cells of one scalar: 0, 1 or 2.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: return 1
        }
    }

    /// The text on one line, with a question mark for each scalar that may not be sent to a terminal.
    public static func printable(_ text: String) -> String {
        guard !text.unicodeScalars.allSatisfy(isPrintable) else { return text }
        var printable = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { printable.append(isPrintable(scalar) ? scalar : "?") }
        return String(printable)
    }

    /// Whether a scalar may be sent to a terminal: it shows something, and neither steers nor reorders.
    public static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F, 0x2010...0x2027, 0x2190...0x23FF, 0x3001...0x303E, 0x4E00...0x9FFF, 0xFF01...0xFF60:
            return true
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}

extension String {
    /// The text with a question mark for whatever is not printed: control characters, line breaks, marks that turn the
    /// direction of writing.
    var printable: String {
        guard unicodeScalars.contains(where: { !DisplayWidth.isPrintable($0) }) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { DisplayWidth.isPrintable($0) ? $0 : "?" }))
    }
}
