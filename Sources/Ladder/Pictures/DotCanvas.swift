import CellGrid

/// A picture made of dots, eight to a cell in Braille and one to a cell where there is only ASCII.
///
///     ⠀⠀⠀⡠⠤⠒⠉      ....***
///     ⡠⠔⠊⠀⠀⠀⠀      .**....
///
/// Dots are counted from the top left. A cell has the role of the first layer that has a dot in it.
struct DotCanvas {
    /// Dots to a cell.
    let columnsPerCell: Int, rowsPerCell: Int
    /// The picture's size in cells.
    let size: Size
    private let marks: [Character]
    /// For each layer and cell which of its dots are set, bit by bit as Unicode numbers the patterns (U+2800).
    private var layers: [[UInt8]]

    /// A picture without dots.
    ///
    /// - Parameters:
    ///   - size: Its size in cells.
    ///   - marks: What stands for a dot of each layer where there is only ASCII.
    ///   - charset: What can be drawn.
    init(_ size: Size, marks: [Character], charset: Charset) {
        self.size = size
        let isFine = charset != .ascii
        (columnsPerCell, rowsPerCell) = isFine ? (2, 4) : (1, 1)
        self.marks = marks
        layers = marks.map { _ in [UInt8](repeating: 0, count: max(size.columns * size.rows, 0)) }
    }

    /// The picture's size in dots.
    var columns: Int { size.columns * columnsPerCell }
    var rows: Int { size.rows * rowsPerCell }

    /// Sets a dot, if it is within the picture.
    mutating func set(_ column: Int, _ row: Int, layer: Int = 0) {
        guard 0..<columns ~= column, 0..<rows ~= row, layers.indices.contains(layer) else { return }
        let cell = row / rowsPerCell * size.columns + column / columnsPerCell
        layers[layer][cell] |= columnsPerCell == 1 ? 1 : Self.bit(column % 2, row % 4)
    }

    /// Sets the dots of a column from one row to another.
    mutating func rule(_ column: Int, _ rows: ClosedRange<Int>, layer: Int = 0) {
        for row in rows.clamped(to: 0...max(self.rows - 1, 0)) { set(column, row, layer: layer) }
    }

    private static func bit(_ column: Int, _ row: Int) -> UInt8 {
        row == 3 ? (column == 0 ? 0x40 : 0x80) : 1 << UInt8(row + 3 * column)
    }

    /// What stands in a cell, and the layer that it belongs to; `nil` for no dot.
    func mark(column: Int, row: Int) -> (Character, layer: Int)? {
        let cell = row * size.columns + column
        guard let first = layers.firstIndex(where: { $0[cell] != 0 }) else { return nil }
        guard columnsPerCell == 2 else { return (marks[first], first) }
        let dots = layers.reduce(UInt8(0)) { $0 | $1[cell] }
        return Unicode.Scalar(0x2800 + UInt32(dots)).map { (Character($0), first) }
    }

    /// Draws the dots with the roles of their layers, its top left at a cell.
    func draw(into grid: inout Grid, column: Int, row: Int, roles: [Role]) {
        for line in 0..<size.rows {
            for place in 0..<size.columns {
                guard let (mark, layer) = mark(column: place, row: line) else { continue }
                grid[column + place, row + line] = Cell(mark, roles[min(layer, roles.count - 1)])
            }
        }
    }
}
