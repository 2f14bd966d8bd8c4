public import CellGrid

/// Several pictures with their captions on one: a lesson's steps at a glance.
///
///     Step 1 of 3 (0.000 s)     Step 2 of 3 (0.020 s)
///     │──SYN──▶         │       │◀─SYN,ACK────────│
public struct ContactSheet: Sendable {
    private let pictures: [(caption: String, grid: Grid)]
    private let across: Int
    /// Cells between two pictures.
    private static let gap = (columns: 3, rows: 1)

    /// The most pictures that a sheet holds.
    public static let limit = 400

    /// A sheet of these pictures, `across` of them beside each other; none beyond ``limit``.
    public init(_ pictures: [(caption: String, grid: Grid)], across: Int = 1) {
        self.pictures = Array(pictures.prefix(Self.limit))
        self.across = max(across, 1)
    }

    /// How many of `count` pictures of a size to put beside each other so that the sheet is about as wide as it is high,
    /// given that a cell is twice as high as wide.
    public static func across(_ count: Int, of size: Size) -> Int {
        var across = 1
        while across < count, across * size.columns < (count + across - 1) / across * size.rows * 2 { across += 1 }
        return across
    }

    /// The sheet: row by row, each as high as its highest picture, each column as wide as the widest.
    public var grid: Grid {
        let width = pictures.map { max($0.grid.size.columns, $0.caption.cellWidth) }.max() ?? 0
        let lines = stride(from: 0, to: pictures.count, by: across).map { start in
            Array(pictures[start..<min(start + across, pictures.count)])
        }
        let heights = lines.map { line in (line.map(\.grid.size.rows).max() ?? 0) + 1 }
        let used = min(across, pictures.count)
        var sheet = Grid(
            Size(
                columns: used * width + max(used - 1, 0) * Self.gap.columns,
                rows: heights.reduce(0, +) + max(heights.count - 1, 0) * Self.gap.rows))
        var row = 0
        for (line, height) in zip(lines, heights) {
            for (place, picture) in line.enumerated() {
                let column = place * (width + Self.gap.columns)
                sheet.write(picture.caption, column: column, row: row, role: .heading)
                sheet.draw(picture.grid, source: picture.grid.bounds, column: column, row: row + 1)
            }
            row += height + Self.gap.rows
        }
        return sheet
    }
}
