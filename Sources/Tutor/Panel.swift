import CellGrid

/// A box over the rest of the screen.
enum Panel {
    /// Clears `area`, draws a titled border and gives back the room inside, one cell of margin left and right.
    static func draw(title: String, into grid: inout Grid, in area: Rect, glyphs: Glyphs) -> Rect {
        grid.fill(area, with: .blank)
        guard area.columns >= 4, area.rows >= 3 else { return area }
        let right = area.endColumn - 1, bottom = area.endRow - 1
        for column in area.column + 1..<right {
            grid[column, area.row] = Cell(glyphs.horizontal, .border)
            grid[column, bottom] = Cell(glyphs.horizontal, .border)
        }
        for row in area.row + 1..<bottom {
            grid[area.column, row] = Cell(glyphs.vertical, .border)
            grid[right, row] = Cell(glyphs.vertical, .border)
        }
        grid[area.column, area.row] = Cell(glyphs.topLeft, .border)
        grid[right, area.row] = Cell(glyphs.topRight, .border)
        grid[area.column, bottom] = Cell(glyphs.bottomLeft, .border)
        grid[right, bottom] = Cell(glyphs.bottomRight, .border)
        let heading = truncated(" \(title) ", columns: area.columns - 4, ellipsis: glyphs.ellipsis)
        grid.write(heading, column: area.column + 2, row: area.row, role: .title)
        return area.inset(left: 2, top: 1, right: 2, bottom: 1)
    }

    /// A rule across the grid.
    static func rule(into grid: inout Grid, row: Int, columns: Range<Int>, glyphs: Glyphs) {
        for column in columns { grid[column, row] = Cell(glyphs.horizontal, .border) }
    }
}

/// Lines of rich text in a rectangle, scrolled; marks say that there is more above or below.
struct TextPane {
    var lines: [RichLine]
    var scroll: Int
    let glyphs: Glyphs

    /// How far it can be scrolled in `rows` rows.
    func maximumScroll(rows: Int) -> Int { max(lines.count - rows, 0) }

    func draw(into grid: inout Grid, in area: Rect) {
        let first = min(max(scroll, 0), maximumScroll(rows: area.rows))
        for (row, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
            grid.write(line: line, column: area.column, row: area.row + row, within: area)
        }
        guard area.columns > 2, area.rows > 0 else { return }
        if first > 0 { mark(glyphs.moreUp, into: &grid, row: area.row, in: area) }
        if first < maximumScroll(rows: area.rows) { mark(glyphs.moreDown, into: &grid, row: area.endRow - 1, in: area) }
    }

    /// A mark at the end of a row; behind it where the text takes the whole row and the cell behind is free.
    private func mark(_ glyph: Character, into grid: inout Grid, row: Int, in area: Rect) {
        let blank = Cell.blank.text, last = area.endColumn - 1
        let isFull = grid[last, row].text != blank
        let isBehind = isFull && area.endColumn < grid.size.columns && grid[area.endColumn, row].text == blank
        grid[isBehind ? area.endColumn : last, row] = Cell(glyph, .key)
    }
}
