/// Columns and rows, in character cells.
public struct Size: Hashable, Sendable {
    /// Width in cells; never negative.
    public var columns: Int { didSet { columns = max(columns, 0) } }
    /// Height in cells; never negative.
    public var rows: Int { didSet { rows = max(rows, 0) } }

    /// So many columns by so many rows; negative numbers count as zero.
    public init(columns: Int, rows: Int) {
        self.columns = max(columns, 0)
        self.rows = max(rows, 0)
    }

    /// Whether an area of this size has room for one of that size.
    public func holds(_ other: Size) -> Bool { columns >= other.columns && rows >= other.rows }
}

/// A rectangle of cells; `column` and `row` are 0-based, from the top left corner of the grid.
public struct Rect: Hashable, Sendable {
    /// First column.
    public var column: Int
    /// First row.
    public var row: Int
    /// Width in cells; never negative.
    public var columns: Int { didSet { columns = max(columns, 0) } }
    /// Height in cells; never negative.
    public var rows: Int { didSet { rows = max(rows, 0) } }

    /// A rectangle; negative widths and heights count as zero.
    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(columns, 0)
        self.rows = max(rows, 0)
    }

    /// The whole of a grid of this size.
    public init(_ size: Size) { self.init(column: 0, row: 0, columns: size.columns, rows: size.rows) }

    /// One past the last column.
    public var endColumn: Int { column + columns }
    /// One past the last row.
    public var endRow: Int { row + rows }
    /// Width and height.
    public var size: Size { Size(columns: columns, rows: rows) }
    /// Whether it holds no cell at all.
    public var isEmpty: Bool { columns == 0 || rows == 0 }

    /// Whether the cell at `column`, `row` lies inside.
    public func contains(column: Int, row: Int) -> Bool {
        (self.column..<endColumn).contains(column) && (self.row..<endRow).contains(row)
    }

    /// The rectangle without `left`, `top`, `right` and `bottom` cells at its edges.
    public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
        Rect(column: column + left, row: row + top, columns: columns - left - right, rows: rows - top - bottom)
    }

    /// The upper `rows` rows and the rest below; `rows` is clamped to the height.
    public func split(top rows: Int) -> (top: Rect, rest: Rect) {
        let height = min(max(rows, 0), self.rows)
        return (
            Rect(column: column, row: row, columns: columns, rows: height),
            Rect(column: column, row: row + height, columns: columns, rows: self.rows - height)
        )
    }

    /// The left `columns` columns and the rest beside; `columns` is clamped to the width.
    public func split(left columns: Int) -> (left: Rect, rest: Rect) {
        let width = min(max(columns, 0), self.columns)
        return (
            Rect(column: column, row: row, columns: width, rows: rows),
            Rect(column: column + width, row: row, columns: self.columns - width, rows: rows)
        )
    }

    /// The part that both rectangles cover; empty when there is none.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column), top = max(row, other.row)
        return Rect(
            column: left, row: top, columns: min(endColumn, other.endColumn) - left,
            rows: min(endRow, other.endRow) - top)
    }

    /// A rectangle of `size` in the middle of this one, cut to fit.
    public func centered(_ size: Size) -> Rect {
        let width = min(size.columns, columns), height = min(size.rows, rows)
        return Rect(
            column: column + (columns - width) / 2, row: row + (rows - height) / 2, columns: width, rows: height)
    }
}
