/// A frame: a rectangle of styled cells, addressed 0-based from the top left corner.
///
/// Everything written outside is clipped here, once, so that no caller does arithmetic at the edges:
///
///     var grid = Grid(Size(columns: 6, rows: 1))
///     grid.write("三次握手", column: 1, row: 0)
///     grid.text                                   // " 三次": a half character is never drawn
///
/// A wide character keeps its two cells together: overwriting one half blanks the other.
public struct Grid: Hashable, Sendable {
    /// Width and height in cells.
    public let size: Size
    private var cells: [Cell]

    /// A blank grid.
    public init(_ size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: size.columns * size.rows)
    }

    /// The whole grid as a rectangle.
    public var bounds: Rect { Rect(size) }

    /// The cell at a place; outside the grid reading gives a blank and writing does nothing.
    ///
    /// A wide cell also takes the cell to its right; in the last column, where there is none, a blank is written
    /// instead. So is the second half of a wide character unless its first half stands to its left already.
    public subscript(column: Int, row: Int) -> Cell {
        get { bounds.contains(column: column, row: row) ? cells[row * size.columns + column] : .blank }
        set {
            guard bounds.contains(column: column, row: row) else { return }
            let index = row * size.columns + column
            switch newValue.width {
            case 2 where column + 1 < size.columns:
                breakPair(at: index, column: column)
                breakPair(at: index + 1, column: column + 1)
                cells[index] = newValue
                cells[index + 1] = .tail(newValue.role)
            case 0 where cells[index].width == 0: return
            case 0, 2:
                breakPair(at: index, column: column)
                cells[index] = Cell(" ", newValue.role)
            default:
                breakPair(at: index, column: column)
                cells[index] = newValue
            }
        }
    }

    /// Blanks the other half of a wide character whose one half is about to be overwritten.
    private mutating func breakPair(at index: Int, column: Int) {
        switch cells[index].width {
        case 0 where column > 0: cells[index - 1] = Cell(" ", cells[index - 1].role)
        case 2 where column + 1 < size.columns: cells[index + 1] = Cell(" ", cells[index + 1].role)
        default: return
        }
    }

    /// Writes a line of text, sanitised, clipped to `area` (default: the grid).
    ///
    /// A wide character that does not fit at the edge is left out whole. Text left of the area is skipped, so `column`
    /// may be negative.
    ///
    /// - Returns: The column after the last character, as if nothing had been clipped.
    @discardableResult
    public mutating func write(
        _ text: String, column: Int, row: Int, role: Role = .plain, within area: Rect? = nil
    ) -> Int {
        let clip = area.map(bounds.intersection) ?? bounds
        var column = column
        for glyph in Glyph.glyphs(of: text) {
            if (clip.row..<clip.endRow).contains(row), column >= clip.column, column + glyph.width <= clip.endColumn {
                self[column, row] = Cell(glyph, role)
            }
            column += glyph.width
        }
        return column
    }

    /// Fills a rectangle with copies of one cell; where a wide one does not fit at the right edge, with a blank.
    public mutating func fill(_ area: Rect, with cell: Cell) {
        let clip = bounds.intersection(area)
        let step = max(Int(cell.width), 1)
        for row in clip.row..<clip.endRow {
            for column in stride(from: clip.column, to: clip.endColumn, by: step) {
                self[column, row] = column + step <= clip.endColumn ? cell : Cell(" ", cell.role)
            }
        }
    }

    /// Gives every character that begins in a rectangle another role and keeps what stands there.
    ///
    /// Both halves of a wide character have one role, that of the first.
    public mutating func restyle(_ area: Rect, role: Role) {
        let clip = bounds.intersection(area)
        for row in clip.row..<clip.endRow {
            for column in clip.column..<clip.endColumn {
                let index = row * size.columns + column
                if cells[index].width > 0 { cells[index].role = role }
                if cells[index].width == 2 { cells[index + 1].role = role }
            }
        }
    }

    /// Copies the part `source` of another grid so that its top left cell comes to stand at `column`, `row`.
    ///
    /// Wide characters cut by the edge of `source` are left out.
    public mutating func draw(_ other: Grid, source: Rect, column: Int, row: Int, within area: Rect? = nil) {
        let clip = area.map(bounds.intersection) ?? bounds
        let part = other.bounds.intersection(source)
        let origin = (column: column + part.column - source.column, row: row + part.row - source.row)
        for y in 0..<part.rows {
            for x in 0..<part.columns {
                let cell = other[part.column + x, part.row + y]
                let place = (column: origin.column + x, row: origin.row + y)
                guard clip.contains(column: place.column, row: place.row) else { continue }
                let isWhole =
                    switch cell.width {
                    case 2: x + 1 < part.columns && place.column + 1 < clip.endColumn
                    case 0: x > 0 && place.column > clip.column
                    default: true
                    }
                self[place.column, place.row] = isWhole ? cell : Cell(" ", cell.role)
            }
        }
    }

    /// The cells of one row, left to right; none for a row outside the grid.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        (0..<size.rows).contains(row) ? cells[row * size.columns..<(row + 1) * size.columns] : []
    }
}

extension Grid {
    /// The grid as lines of text without trailing spaces: what golden frames and `render --format text` show.
    public var text: String {
        (0..<size.rows).map { row in
            var line = self.row(row).map(\.text).joined()
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
