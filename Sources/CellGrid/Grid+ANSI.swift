extension Grid {
    /// The grid as lines of text with SGR sequences (ISO 6429, §8.3.117), to be printed on a terminal or into a file.
    ///
    /// Nothing moves the cursor. Every line begins and ends in the terminal's own look, so that lines can be cut out or
    /// paged; spaces at its end that cannot be seen are left out. No line feed after the last line.
    public func ansi(theme: Theme = .standard, depth: ColorDepth) -> String {
        (0..<size.rows).map { row in
            let cells = self.row(row)
            let end = cells.lastIndex { $0.text != " " || theme.style(of: $0.role, at: depth).showsOnSpaces }
            return Self.ansi(cells[..<(end.map { $0 + 1 } ?? cells.startIndex)], theme, depth)
        }.joined(separator: "\n")
    }

    /// What turns `old`, standing on a terminal from its top left corner on, into this grid: the cursor moves to each
    /// stretch of changed cells (CUP, ISO 6429, §8.3.21), and the cells are printed.
    ///
    /// Every stretch begins and ends in the terminal's own look. Empty when nothing changed.
    public func ansi(changing old: Grid, theme: Theme = .standard, depth: ColorDepth) -> String {
        changes(from: old).map { change in
            "\u{1B}[\(change.row + 1);\(change.column + 1)H" + Self.ansi(change.cells[...], theme, depth)
        }.joined()
    }

    private static func ansi(_ cells: ArraySlice<Cell>, _ theme: Theme, _ depth: ColorDepth) -> String {
        var line = "", current = Style.plain
        for cell in cells where cell.width > 0 {
            let style = theme.style(of: cell.role, at: depth)
            if style != current {
                line += style.sgr(after: current)
                current = style
            }
            line += cell.text
        }
        return line + Style.plain.sgr(after: current)
    }
}

extension Style {
    /// The SGR sequence that changes to this look; empty when it is the current one.
    func sgr(after current: Style) -> String {
        if self == current { return "" }
        var parameters = current == .plain ? [] : [0]
        if attributes.contains(.bold) { parameters.append(1) }
        if attributes.contains(.dim) { parameters.append(2) }
        if attributes.contains(.underline) { parameters.append(4) }
        if attributes.contains(.reverse) { parameters.append(7) }
        parameters += Self.parameters(of: foreground, base: 30) + Self.parameters(of: background, base: 40)
        return "\u{1B}[" + parameters.map(String.init).joined(separator: ";") + "m"
    }

    /// `base` is 30 for the foreground, 40 for the background.
    private static func parameters(of color: Color?, base: Int) -> [Int] {
        switch color {
        case nil: []
        case .indexed(let index) where index < 8: [base + Int(index)]
        case .indexed(let index): [base + 8, 5, Int(index)]
        case .rgb(let rgb): [base + 8, 2, Int(rgb.red), Int(rgb.green), Int(rgb.blue)]
        }
    }
}
