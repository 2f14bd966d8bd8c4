/// What stands for a character in ASCII.
enum Likeness {
    /// The likeness of a sequence that means more than its parts, and how many scalars it takes; the longest one first.
    static func ofSequence(startingWith text: Substring.UnicodeScalarView) -> (length: Int, likeness: String)? {
        for (sequence, likeness) in sequences where text.starts(with: sequence.unicodeScalars) {
            return (sequence.unicodeScalars.count, likeness)
        }
        return nil
    }

    /// The likeness of one scalar, never empty unless the scalar takes no cell.
    static func of(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return String(Character(scalar)) }
        if let likeness = table[scalar] { return likeness }
        switch scalar.value {
        case 0xFF01...0xFF5E:  // full-width forms
            return Unicode.Scalar(scalar.value - 0xFEE0).map { String(Character($0)) } ?? "."
        case 0x2500...0x257F: return boxDrawing(scalar)
        case 0x2800...0x28FF: return braille(scalar)
        default: return latin(scalar) ?? String(repeating: ".", count: abs(CellWidth.of(scalar)))
        }
    }

    /// The likeness where there is room for one character, when it is not the first of ``of(_:)``.
    static func ofOneCell(_ scalar: Unicode.Scalar) -> String? { oneCell[scalar] }

    private static let sequences: [(sequence: String, likeness: String)] = [
        ("——", "--"), ("……", "..."), ("§§ ", "secs. "), ("§§", "secs. "), ("§ ", "sec. "), ("§\u{A0}", "sec. "),
    ]

    private static let oneCell: [Unicode.Scalar: String] = [
        "→": ">", "⇒": ">", "↔": "-", "⇔": "=", "⟶": ">", "§": "S", "≥": ">", "≤": "<", "≠": "#", "±": "~", "°": "o",
        "—": "-", "½": ":", "¼": ":", "¾": ":", "²": "2", "³": "3", "¹": "1", "µ": "u", "✓": "+", "✔": "+", "∞": "8",
    ]

    private static let table: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [
            "§": "sec. ", "…": "...", "⋯": "...", "—": "--", "―": "--", "×": "x", "÷": "/", "±": "+/-", "≥": ">=",
            "≤": "<=", "≠": "!=", "≈": "~", "≡": "==", "°": " deg", "µ": "u", "½": "1/2", "¼": "1/4", "¾": "3/4",
            "²": "^2", "³": "^3", "¹": "^1", "©": "(c)", "®": "(R)", "™": "(TM)", "€": "EUR", "£": "GBP", "¥": "JPY",
            "№": "No.", "∞": "inf", "√": "sqrt", "∑": "sum", "‰": " per mille", "℃": " C", "∈": "in", "¿": ".",
            "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "⇐": "<=", "⇔": "<=>", "⟶": "->", "⟵": "<-", "↑": "^",
            "↓": "v", "↵": "<-", "⏎": "<-", "✓": "+", "✔": "+", "⁺": "+", "⁻": "-", "ß": "ss", "Þ": "Th", "þ": "th",
            "Ð": "D", "ð": "d", "ı": "i", "ŋ": "ng", "Ŋ": "Ng", "Œ": "OE", "œ": "oe", "ﬁ": "fi", "ﬂ": "fl",
            "ẞ": "SS", "ŉ": "n", "ĸ": "k", "ſ": "s", "ẛ": "s",
        ]
        for (likeness, alike) in rows {
            for scalar in alike.unicodeScalars { table[scalar] = likeness }
        }
        for (index, letters) in greek.enumerated() {
            guard let lower = Unicode.Scalar(0x3B1 + UInt32(index)), let upper = Unicode.Scalar(0x391 + UInt32(index))
            else { continue }
            table[lower] = letters
            table[upper] = letters.prefix(1).uppercased() + letters.dropFirst()
        }
        for number in 1...20 {
            guard let circled = Unicode.Scalar(0x245F + UInt32(number)) else { continue }
            table[circled] = "(\(number))"
        }
        return table
    }()

    /// α to ω, the final sigma included.
    private static let greek = [
        "a", "b", "g", "d", "e", "z", "e", "th", "i", "k", "l", "m", "n", "x", "o", "pi", "r", "s", "s", "t", "u", "ph",
        "ch", "ps", "o",
    ]

    /// A likeness and all that are like it.
    private static let rows: [(likeness: String, alike: String)] = [
        (" ", "\u{A0}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200A}\u{202F}"),
        (" ", "\u{205F}\u{3000}\u{2800}"),
        ("\"", "“”„‟〝〞〟″«»『』"), ("'", "‘’‚‛′「」"), ("`", "⎺"), ("-", "‐‑‒–−⎻─﹣"), ("~", "～〜∼"),
        (".", "·•‧・。．｡⎼░▯○◌◦∙⋅"), (",", "、，､"), ("(", "〈《〔〖【"), (")", "〉》〕〗】"), ("<", "‹◀◂◁◃◄"),
        (">", "›▶▸▷▹►"), ("^", "▲△▴▵"), ("v", "▼▽▾▿"), ("*", "●★☆✱∗◉"), ("o", "◐◑◎◇□☐◯"), ("#", "█▓▮■◆▉▊▋▌▐▀"),
        (":", "▒∶┊┆"), ("_", "⎽▁▂▃▄▅▆▇‗"), ("|", "│┃║▏▎▍∣¦"), ("=", "━═‖"), ("x", "✗✘☒✕✖"), ("+", "☑┼╋"),
        ("/", "⁄∕╱"), ("\\", "∖╲"), ("^", "ˆ"),
    ]

    /// Lines keep their direction, everything with an angle is a plus sign.
    private static func boxDrawing(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "┄", "┅", "┈", "┉", "╌", "╍": "."
        case "┆", "┇", "┊", "┋", "╎", "╏": ":"
        case "╴", "╶", "╼", "╾": "-"
        case "╸", "╺": "="
        case "╵", "╷", "╹", "╻", "╽", "╿": "|"
        case "╳": "x"
        default: "+"
        }
    }

    /// Dots as high as those of the pattern: bits 0, 1, 3 and 4 are its upper half.
    private static func braille(_ scalar: Unicode.Scalar) -> String {
        let dots = scalar.value & 0xFF
        return switch (dots & 0b0001_1011 != 0, dots & 0b1110_0100 != 0) {
        case (true, true): "-"
        case (true, false): "'"
        case (false, true): "."
        case (false, false): " "
        }
    }

    /// The letters without their accents, which every Latin letter has in its Unicode name:
    /// `LATIN SMALL LETTER E WITH CIRCUMFLEX`, `LATIN CAPITAL LETTER AE`.
    private static func latin(_ scalar: Unicode.Scalar) -> String? {
        guard let words = scalar.properties.name?.split(separator: " "), words.count >= 4, words[0] == "LATIN",
            ["LETTER", "LIGATURE"].contains(words[2]), words[3].count <= 2, words.count == 4 || words[4] == "WITH"
        else { return nil }
        return words[1] == "CAPITAL" ? String(words[3]) : words[3].lowercased()
    }
}
