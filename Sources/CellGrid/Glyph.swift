/// A character as the terminal counts it: a base with its combining marks, and a width in cells.
///
/// Also the one place where untrusted text is made safe. Lessons, captures and the environment may hold anything; what
/// comes out of here holds no escape sequence, no control character, no bidirectional override and nothing invisible.
public struct Glyph: Hashable, Sendable {
    /// The base character with at most ``markLimit`` combining marks.
    public let text: String
    /// Cells it takes: 1 or 2.
    public let width: Int

    /// More combining marks than any language piles up are dropped; a curses cell has room for as many.
    static let markLimit = 4

    static let space = Glyph(text: " ", width: 1)

    /// The glyphs of a text, left to right.
    ///
    /// Tabs and line breaks become a space; other control characters, and what has no agreed look (private use,
    /// unassigned), a middle dot. What is invisible (bidirectional controls, joiners, variation selectors, soft
    /// hyphens, fillers, the byte order mark) is dropped.
    public static func glyphs(of text: String) -> [Glyph] {
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if let width = CellWidth.ofCommon(scalar) {
                glyphs.append(Glyph(text: String(Character(scalar)), width: width))
                continue
            }
            switch CellWidth.of(scalar) {
            case 0:
                guard let last = glyphs.last, last.text.unicodeScalars.count <= markLimit else { continue }
                guard CellWidth.isCombiningMark(scalar) else { continue }
                glyphs[glyphs.count - 1] = Glyph(text: last.text + String(Character(scalar)), width: last.width)
            case _ where scalar.properties.isDefaultIgnorableCodePoint: continue
            case let width where width > 0: glyphs.append(Glyph(text: String(Character(scalar)), width: width))
            default: glyphs.append(isLineBreakOrTab(scalar) ? .space : .replacement)
            }
        }
        return glyphs
    }

    /// Stands for what must not be printed.
    private static let replacement = Glyph(text: "·", width: 1)

    private static func isLineBreakOrTab(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}

extension String {
    /// How many cells the text takes on one line, as ``Grid`` writes it.
    public var cellWidth: Int {
        var width = 0
        for byte in utf8 {
            guard byte >= 0x20, byte < 0x7F else { return Glyph.glyphs(of: self).reduce(0) { $0 + $1.width } }
            width += 1
        }
        return width
    }

    /// The text as ``Grid`` would write it: safe to print on a terminal as it is, on one line.
    public var sanitized: String { Glyph.glyphs(of: self).map(\.text).joined() }
}
