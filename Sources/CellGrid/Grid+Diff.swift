/// Neighbouring cells of one row that differ from those of an earlier frame.
public struct GridChange: Hashable, Sendable {
    /// 0-based row.
    public let row: Int
    /// 0-based column of the first cell.
    public let column: Int
    /// The new cells; a wide character is always there with both.
    public let cells: [Cell]

    /// What would have to be printed there.
    public var text: String { cells.map(\.text).joined() }
}

extension Grid {
    /// What has to be drawn to turn `old` into this grid: runs of changed cells, row by row, each as long as possible.
    ///
    /// Of a grid of another size nothing can be kept: every row changes.
    public func changes(from old: Grid) -> [GridChange] {
        (0..<size.rows).flatMap { row in
            let new = Array(self.row(row))
            var isChanged = Array(repeating: true, count: new.count)
            if size == old.size {
                isChanged = zip(new, old.row(row)).map { $0 != $1 }
                for column in new.indices.dropLast() where new[column].width == 2 {
                    let either = isChanged[column] || isChanged[column + 1]
                    isChanged[column] = either
                    isChanged[column + 1] = either
                }
            }
            return Self.runs(of: isChanged).map { GridChange(row: row, column: $0.lowerBound, cells: Array(new[$0])) }
        }
    }

    /// The stretches that are true.
    private static func runs(of flags: [Bool]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for (index, flag) in flags.enumerated() {
            if flag {
                start = start ?? index
            } else if let begun = start {
                runs.append(begun..<index)
                start = nil
            }
        }
        if let start { runs.append(start..<flags.count) }
        return runs
    }
}

extension [GridChange] {
    /// How many cells change.
    public var cellCount: Int { reduce(0) { $0 + $1.cells.count } }
    /// How many bytes their characters take in UTF-8, without anything that moves the cursor or sets colours.
    public var utf8Count: Int { reduce(0) { $0 + $1.text.utf8.count } }
}
