/// Neighbouring cells of a row that change during a film, and when they look how.
struct SVGStretch {
    let row: Int
    /// Of the first cell.
    let column: Int
    private var looks: [[Cell]] = []
    private var times: [[Cell]: [Range<Int64>]] = [:]

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Adds what is seen from one time to another, in milliseconds; times follow each other.
    mutating func show(_ cells: [Cell], from start: Int64, to end: Int64) {
        guard start < end else { return }
        if times[cells] == nil { looks.append(cells) }
        var ranges = times[cells, default: []]
        if let last = ranges.last, last.upperBound == start {
            ranges[ranges.count - 1] = last.lowerBound..<end
        } else {
            ranges.append(start..<end)
        }
        times[cells] = ranges
    }

    /// A group for each look that shows anything; the last one is there from the start for who sees no motion.
    func elements(theme: Theme, timing: inout SVGTiming, roles: inout SVGRoles) -> [String] {
        looks.compactMap { cells in
            var picture = SVGPicture(theme: theme)
            picture.add(cells[...], row: row, column: column)
            guard let ranges = times[cells], !picture.elements.isEmpty else { return nil }
            roles.formUnion(picture.roles)
            let names = timing.classes(for: ranges)
            let content = picture.elements.joined().split(separator: "\n").joined()
            return "<g class=\"\(names)\">\(content)</g>"
        }
    }

    /// Columns that are not the same in all the lines, in stretches; so close ones are joined that two would cost more.
    static func ranges(ofChangesIn lines: [[Cell]]) -> [Range<Int>] {
        guard let first = lines.first else { return [] }
        var ranges: [Range<Int>] = []
        for column in first.indices where lines.contains(where: { $0[column] != first[column] }) {
            if let last = ranges.last, column - last.upperBound < 4 {
                ranges[ranges.count - 1] = last.lowerBound..<column + 1
            } else {
                ranges.append(column..<column + 1)
            }
        }
        return ranges.map { widened($0, in: lines) }
    }

    /// The range with both halves of every wide character that it touches.
    private static func widened(_ range: Range<Int>, in lines: [[Cell]]) -> Range<Int> {
        let opens = lines.contains { $0[range.lowerBound].width == 0 }
        let closes = lines.contains { $0[range.upperBound - 1].width == 2 }
        return max(range.lowerBound - (opens ? 1 : 0), 0)..<range.upperBound + (closes ? 1 : 0)
    }
}
