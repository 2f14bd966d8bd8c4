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
    public subscript(column: Int, row: Int) -> Cell {
        get { bounds.contains(column: column, row: row) ? cells[row * size.columns + column] : .blank }
        set {
            guard bounds.contains(column: column, row: row) else { return }
            let index = row * size.columns + column
            breakPair(at: index, column: column)
            cells[index] = newValue
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
            defer { column += glyph.width }
            guard (clip.row..<clip.endRow).contains(row), column >= clip.column, column + glyph.width <= clip.endColumn
            else { continue }
            self[column, row] = Cell(text: glyph.text, role: role, width: UInt8(glyph.width))
            if glyph.width == 2 {
                self[column + 1, row] = .tail(role)
                cells[row * size.columns + column] = Cell(text: glyph.text, role: role, width: 2)
            }
        }
        return column
    }

    /// Fills a rectangle with copies of one cell.
    public mutating func fill(_ area: Rect, with cell: Cell) {
        let clip = bounds.intersection(area)
        for row in clip.row..<clip.endRow {
            for column in clip.column..<clip.endColumn { self[column, row] = cell }
        }
    }

    /// Gives every cell of a rectangle another role and keeps what stands there.
    public mutating func restyle(_ area: Rect, role: Role) {
        let clip = bounds.intersection(area)
        for row in clip.row..<clip.endRow {
            for column in clip.column..<clip.endColumn { cells[row * size.columns + column].role = role }
        }
    }

    /// Copies the part `source` of another grid so that its top left cell comes to stand at `column`, `row`.
    ///
    /// Wide characters cut by the edge of `source` are left out.
    public mutating func draw(_ other: Grid, source: Rect, column: Int, row: Int, within area: Rect? = nil) {
        let clip = area.map(bounds.intersection) ?? bounds
        let part = other.bounds.intersection(source)
        for y in 0..<part.rows {
            for x in 0..<part.columns {
                let cell = other[part.column + x, part.row + y]
                let place = (column: column + x, row: row + y)
                guard clip.contains(column: place.column, row: place.row) else { continue }
                let isWhole =
                    switch cell.width {
                    case 2: x + 1 < part.columns && place.column + 1 < clip.endColumn
                    case 0: x > 0 && place.column > clip.column
                    default: true
                    }
                self[place.column, place.row] = isWhole ? cell : Cell(" ", cell.role)
                if isWhole, cell.width == 0 {
                    cells[place.row * size.columns + place.column - 1] = other[part.column + x - 1, part.row + y]
                }
            }
        }
    }

    /// The cells of one row, left to right; `row` must exist.
    public func row(_ row: Int) -> ArraySlice<Cell> { cells[row * size.columns..<(row + 1) * size.columns] }
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
