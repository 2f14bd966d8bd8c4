/// Which characters a terminal can be trusted with.
public enum Charset: Hashable, Sendable, CaseIterable {
    /// All of them.
    case unicode
    /// All but those that terminals set up for East Asian text draw two cells wide: `“”…—·×§→▶─●` and their like.
    case ambiguousSafe
    /// The 95 printable characters of ASCII.
    case ascii

    /// The glyphs for structure that this charset has.
    public var glyphs: Glyphs { self == .unicode ? .unicode : .ascii }

    /// The text in this charset, as readable as it can be: `§3.5 “a → b”…` becomes `sec. 3.5 "a -> b"...`.
    ///
    /// Widths change, so adapt a text before laying it out. Line feeds stay; what has no likeness in ASCII becomes as
    /// many full stops as it is wide, never a question mark.
    public func adapt(_ text: String) -> String {
        guard self != .unicode, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var adapted = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if let (length, likeness) = Likeness.ofSequence(startingWith: rest), !permits(scalar) {
                adapted += likeness
                rest.removeFirst(length)
            } else {
                adapted += permits(scalar) ? String(Character(scalar)) : Likeness.of(scalar)
                rest.removeFirst()
            }
        }
        return adapted
    }

    /// Whether a scalar may be sent to such a terminal.
    func permits(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .unicode: true
        case .ambiguousSafe: !CellWidth.isAmbiguous(scalar)
        case .ascii: scalar.isASCII
        }
    }

    /// What stands in a cell in this charset, no wider than it was.
    func adapt(_ cell: Cell) -> String {
        if cell.text.unicodeScalars.allSatisfy(permits) { return cell.text }
        guard let base = cell.text.unicodeScalars.first else { return cell.text }
        if permits(base) { return String(String.UnicodeScalarView(cell.text.unicodeScalars.filter(permits))) }
        let width = Int(cell.width)
        let likeness = (width == 1 ? Likeness.ofOneCell(base) : nil) ?? Likeness.of(base)
        return String(likeness.prefix(width))
    }
}

extension Grid {
    /// The grid with every cell that the charset lacks replaced by something of the same width.
    ///
    /// A safety net: views choose their glyphs by ``Charset/glyphs`` and adapt texts before they lay them out, because
    /// here `…` has room for one full stop only.
    public func adapted(to charset: Charset) -> Grid {
        guard charset != .unicode else { return self }
        var grid = self
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let cell = self[column, row]
                let text = charset.adapt(cell)
                if text != cell.text { grid.write(text, column: column, row: row, role: cell.role) }
            }
        }
        return grid
    }
}
