import CellGrid

/// Where the lifelines stand, given how much room lies between which of them is needed.
///
///     ├─ left ─┤├── gap 0 ──┤├── gap 1 ──┤├─ right ─┤
///              │            │            │
///
/// A demand names two lifelines and how many cells must lie strictly between them; demands over several gaps are met
/// by widening those gaps evenly. Everything is in cells; columns are 0-based in the ladder's own canvas, which may be
/// wider than the screen.
struct LifelineColumns: Equatable {
    /// Cells wanted strictly between two lifelines, `lower < upper`.
    struct Demand: Equatable {
        var lower: Int
        var upper: Int
        var cells: Int
    }

    /// The column of each lifeline.
    private(set) var columns: [Int]
    /// The width of the whole canvas.
    private(set) var width: Int
    /// The leftmost column that the ladder has for itself.
    private(set) var firstCell = 0
    /// Cells at both ends of the canvas that the edges of frames need.
    var leftEdges = 0, rightEdges = 0
    /// Whether the states of the first and last lifeline stand beside the ladder, rather than on their lifelines.
    var hasMargins = true

    /// The narrowest columns that meet the demands.
    ///
    /// - Parameters:
    ///   - count: How many lifelines there are.
    ///   - left: Cells wanted left of the first lifeline.
    ///   - right: Cells wanted right of the last lifeline.
    ///   - demands: What must fit between lifelines.
    init(count: Int, left: Int, right: Int, demands: [Demand]) {
        var gaps = [Int](repeating: 3, count: max(count - 1, 0))
        // Short demands first: a long one may then already be met by the gaps it spans.
        for demand in demands.sorted(by: { ($0.upper - $0.lower, $0.cells) < ($1.upper - $1.lower, $1.cells) }) {
            Self.meet(demand, with: &gaps)
        }
        columns = []
        var column = left
        for index in 0..<count {
            columns.append(column)
            column += index < gaps.count ? gaps[index] + 1 : 1
        }
        width = count == 0 ? left + right : column + right
    }

    private static func meet(_ demand: Demand, with gaps: inout [Int]) {
        let span = demand.lower..<demand.upper
        let between = span.reduce(0) { $0 + gaps[$1] } + span.count - 1
        var missing = demand.cells - between
        while missing > 0 {  // Widen the narrowest gap of the span, cell by cell: the result is as even as can be.
            guard let narrowest = span.min(by: { gaps[$0] < gaps[$1] }) else { return }
            gaps[narrowest] += 1
            missing -= 1
        }
    }

    /// Spreads the columns over a canvas of `available` cells, no gap wider than `limit`, and centres them.
    mutating func spread(over available: Int, limit: Int) {
        guard width < available else { return }
        var spare = available - width
        var gaps = zip(columns, columns.dropFirst()).map { $1 - $0 - 1 }
        while spare > 0, let narrowest = gaps.indices.min(by: { gaps[$0] < gaps[$1] }), gaps[narrowest] < limit {
            gaps[narrowest] += 1
            spare -= 1
        }
        var column = (columns.first ?? 0) + spare / 2
        for index in columns.indices {
            columns[index] = column
            column += index < gaps.count ? gaps[index] + 1 : 1
        }
        width = available
    }

    /// Moves every lifeline and widens the canvas.
    mutating func move(by distance: Int, widthBy growth: Int) {
        columns = columns.map { $0 + distance }
        width += growth
        firstCell += distance
    }

    /// Cells strictly between two lifelines, in either order.
    func between(_ one: Int, _ other: Int) -> Int { max(abs(columns[one] - columns[other]) - 1, 0) }

    /// Cells that a text of a lifeline's own may take on a row of its own: those of the gap beside it if the text fits
    /// there on one line, else all on that side, across other lifelines, from `margin` on.
    func asideCells(for text: String, of index: Int, margin: Int = 0) -> Int {
        let gap = aside(of: index)
        let isRight = gap.lowerBound > columns[index]
        let side = isRight ? width - columns[index] - 1 : columns[index] - margin
        return max(text.cellWidth <= gap.count - 2 ? gap.count - 2 : side - 2, 1)
    }

    /// The columns in which a lifeline's own texts stand: the gap right of it, or left of the last one.
    func aside(of index: Int) -> Range<Int> {
        guard columns.count > 1 else { return columns[index] + 1..<max(width, columns[index] + 1) }
        return index + 1 < columns.count
            ? columns[index] + 1..<columns[index + 1] : columns[index - 1] + 1..<columns[index]
    }

    /// The columns of a note: from lifeline to lifeline and a little beyond; wider for a long note over one lifeline.
    func noteSpan(_ range: ClosedRange<Int>, text: String) -> ClosedRange<Int> {
        let left = columns[range.lowerBound], right = columns[range.upperBound]
        let wanted = min(text.cellWidth + 4, max(right - left + 5, 24))
        let middle = (left + right) / 2
        let half = max((right - left) / 2 + 2, (wanted + 1) / 2)
        let start = max(min(middle - half, width - 1 - 2 * half), 0)
        return start...max(min(start + 2 * half, width - 1), start)
    }
}
