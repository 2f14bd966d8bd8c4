/// A character as the terminal counts it: a base with its combining marks, and a width in cells.
///
/// Also the one place where untrusted text is made safe. Lessons, captures and the environment may hold anything; what
/// comes out of here holds no escape sequence, no control character, no bidirectional override and nothing invisible.
public struct Glyph: Hashable, Sendable {
    /// The base character with at most ``markLimit`` combining marks.
    public let text: String
    /// Cells it takes: 1 or 2.
    public let width: Int

    /// More combining marks than any language piles up are dropped.
    static let markLimit = 4

    /// The glyphs of a text, left to right.
    ///
    /// Tabs and line breaks become a space, other control characters a middle dot; format characters (bidirectional
    /// controls, joiners, variation selectors, the byte order mark) are dropped.
    public static func glyphs(of text: String) -> [Glyph] {
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.value >= 0x20, scalar.value < 0x7F {
                glyphs.append(Glyph(text: String(Character(scalar)), width: 1))
                continue
            }
            switch CellWidth.of(scalar) {
            case 0:
                guard let last = glyphs.last, last.text.unicodeScalars.count <= markLimit else { continue }
                guard CellWidth.isCombiningMark(scalar) else { continue }
                glyphs[glyphs.count - 1] = Glyph(text: last.text + String(Character(scalar)), width: last.width)
            case 1, 2: glyphs.append(Glyph(text: String(Character(scalar)), width: CellWidth.of(scalar)))
            default: glyphs.append(Glyph(text: scalar == "\t" || scalar == "\n" || scalar == "\r" ? " " : "·", width: 1))
            }
        }
        return glyphs
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
