import CellGrid

/// Draws on a scrolled and panned canvas: canvas coordinates in, cells of an area out.
///
/// Lines are clipped at the area's edges. Of a text that an edge would cut nothing is drawn but a mark at that edge, so
/// that half a word is never taken for a whole one; only a text wider than the area is cut.
struct Pen {
    var grid: Grid
    let area: Rect
    /// The canvas cell that stands in the area's top left corner.
    let firstColumn: Int
    let firstRow: Int
    let glyphs: Glyphs

    /// The canvas rows in sight.
    var rows: Range<Int> { firstRow..<firstRow + area.rows }

    mutating func put(_ glyph: Character, column: Int, row: Int, role: Role) {
        let x = area.column + column - firstColumn, y = area.row + row - firstRow
        if area.contains(column: x, row: y) { grid[x, y] = Cell(glyph, role) }
    }

    /// A horizontal line over `columns`.
    mutating func line(_ glyph: Character, columns: Range<Int>, row: Int, role: Role) {
        for column in columns { put(glyph, column: column, row: row, role: role) }
    }

    /// A text on one line; gives back the column after it.
    @discardableResult
    mutating func text(_ text: String, column: Int, row: Int, role: Role) -> Int {
        let x = area.column + column - firstColumn, y = area.row + row - firstRow
        let width = text.cellWidth
        let isCut = (x < area.column && x + width > area.column) || (x < area.endColumn && x + width > area.endColumn)
        guard isCut, (area.row..<area.endRow).contains(y) else {
            grid.write(text, column: x, row: y, role: role, within: area)
            return column + width
        }
        if text.allSatisfy({ $0 == " " }) {  // The ground of a note.
            grid.write(text, column: x, row: y, role: role, within: area)
        } else if width > area.columns {
            let shown = truncated(text, columns: area.columns, ellipsis: glyphs.ellipsis)
            grid.write(shown, column: area.column, row: y, role: role, within: area)
        } else if x < area.column {
            grid[area.column, y] = Cell(glyphs.moreLeft, .dimmed)
        } else {
            grid[area.endColumn - 1, y] = Cell(glyphs.moreRight, .dimmed)
        }
        return column + width
    }

    /// A line of label runs centred on `columns`, with a space cleared at both sides.
    mutating func label(_ runs: [MessageLabel.Run], centeredOn columns: Range<Int>, row: Int) {
        let width = runs.reduce(0) { $0 + $1.text.cellWidth }
        var column = columns.lowerBound + max((columns.count - width) / 2, 0)
        text(" ", column: column - 1, row: row, role: .plain)
        for run in runs { column = text(run.text, column: column, row: row, role: run.role) }
        text(" ", column: column, row: row, role: .plain)
    }
}
