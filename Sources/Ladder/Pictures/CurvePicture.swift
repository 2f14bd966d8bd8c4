import CellGrid
import Timelines

/// One or two quantities over time, up to the present.
///
///     Client  ⠒⠒cwnd 14600  ⠂⠂ssthresh 7300 B
///     14.6k ┤       ⢠⠒⠒⡇
///           │   ⢀⡠⠔⠃ ⡇⢠⠒⠒
///         0 └──────────▲──────
///           0 ms    310 ms  1.2 s
struct CurvePicture: PictureDrawing {
    private let quantities: [Quantity]
    /// What they are now; `nil` before they have a value, and when they have none any more.
    private let present: [Int64?]
    /// When the connections ended to which they belonged.
    private let breaks: [[Moment]]
    private let picture: Picture
    private let moment: Moment
    private let head: PictureHead
    private let settings: LadderSettings
    /// What the time axis spans; never empty.
    private let start: Instant, end: Instant
    /// The value at the top of the picture; positive.
    private let top: Int64

    init(
        _ picture: Picture, _ quantities: [Quantity], _ timeline: Timeline, at moment: Moment,
        _ settings: LadderSettings
    ) {
        self.picture = picture
        self.quantities = Array(quantities.prefix(2))
        self.moment = moment
        present = self.quantities.map { timeline.living($0, at: moment)?.reading(at: moment)?.value }
        breaks = self.quantities.map { timeline.ends(of: $0, until: moment) }
        self.settings = settings
        let firsts = quantities.compactMap(\.readings.first?.instant)
        let lasts = quantities.compactMap(\.readings.last?.instant)
        start = picture.beginning ?? firsts.min() ?? .zero
        end = max(picture.end ?? lasts.max() ?? start, start + Span(nanoseconds: 1))
        top = max(quantities.flatMap(\.readings).map(\.value).max() ?? 0, 1)
        head = PictureHead(picture, timeline, settings)
    }

    var minimumRows: Int { 5 }
    var usualRows: Int { 7 }
    var preferredRows: Int { 12 }
    var minimumColumns: Int { max(head.width(legend), 20) }

    var sentence: String? {
        let known = zip(quantities, present).compactMap { quantity, value in
            value.map { value in
                let text = QuantityText(quantity, in: picture, settings)
                return PictureHead.Part(name: settings.text(quantity.name), value: text.full(value), role: .quantity)
            }
        }
        return known.isEmpty ? nil : head.sentence(known, settings)
    }

    /// The sample of each curve's line, as it stands before its name.
    private var samples: [String] { settings.charset == .ascii ? ["**", ".."] : ["⠒⠒", "⠐⠐"] }
    private static let roles: [Role] = [.quantity, .otherQuantity]

    /// The names with what they are now.
    private var legend: [PictureHead.Part] {
        zip(quantities, zip(samples, Self.roles)).enumerated().map { place, pair in
            let (quantity, (sample, role)) = pair
            let text = QuantityText(quantity, in: picture, settings)
            let value = present[place]
            // The unit once, behind the last of those that share it.
            let isLast = place == quantities.count - 1 || quantities[place + 1].unit != quantity.unit
            let figure = value.map { isLast ? text.full($0) : text.bare($0) } ?? settings.charset.adapt("–")
            return PictureHead.Part(
                sample: quantities.count > 1 ? sample : "", name: settings.text(quantity.name), value: figure,
                role: role)
        }
    }

    func draw(into grid: inout Grid, in area: Rect) {
        let rows = head.draw(legend, into: &grid, in: area)
        let body = area.inset(top: rows)
        let label = quantities.first.map { QuantityText($0, in: picture, settings).short(top) } ?? ""
        let gutter = label.cellWidth + 1
        let plot = Rect(
            column: body.column + gutter + 1, row: body.row, columns: body.columns - gutter - 1, rows: body.rows - 2)
        guard plot.columns >= 4, plot.rows >= 1 else { return }
        drawAxes(label, plot, into: &grid, within: area)
        var canvas = DotCanvas(
            Size(columns: plot.columns, rows: plot.rows), marks: ["*", "."], charset: settings.charset)
        for (layer, quantity) in quantities.enumerated() { trace(quantity, layer: layer, on: &canvas) }
        canvas.draw(into: &grid, column: plot.column, row: plot.row, roles: Self.roles)
    }

    // MARK: The curve

    private func trace(_ quantity: Quantity, layer: Int, on canvas: inout DotCanvas) {
        let happened = quantity.readings(until: moment)
        guard var place = happened.indices.first, canvas.columns > 0 else { return }
        var level: Int?
        for column in 0..<canvas.columns {
            let (begins, ends) = (instant(of: column, canvas.columns), instant(of: column + 1, canvas.columns))
            guard begins <= moment.instant else { return }
            let isLastColumn = column == canvas.columns - 1
            var low = level, high = level
            while place < happened.endIndex, happened[place].instant < ends || isLastColumn {
                let row = row(of: happened[place].value, canvas.rows)
                // What was before the axis begins is no jump.
                if happened[place].instant < begins { (low, high) = (row, row) }
                low = min(low ?? row, row)
                high = max(high ?? row, row)
                level = row
                place += 1
            }
            // Nothing is left of what ended.
            let former = place > happened.startIndex ? happened[place - 1].moment : .start
            if breaks[layer].contains(where: { $0 >= former && $0.instant < ends }) { level = nil }
            guard let low, let high else { continue }
            // The second line is broken, so that the two are told apart without colours.
            if layer > 0, canvas.columnsPerCell > 1, low == high, !column.isMultiple(of: 2) { continue }
            canvas.rule(column, low...high, layer: layer)
        }
    }

    /// The dot's row for a value, counted from the top.
    private func row(of value: Int64, _ rows: Int) -> Int {
        let share = Double(max(value, 0)) / Double(top)
        return max(rows - 1 - Int((share * Double(max(rows - 1, 0))).rounded()), 0)
    }

    /// When a column of dots begins.
    private func instant(of column: Int, _ columns: Int) -> Instant {
        start + (end - start).scaled(by: Int64(column), over: Int64(max(columns, 1)))
    }

    // MARK: The axes

    private func drawAxes(_ label: String, _ plot: Rect, into grid: inout Grid, within area: Rect) {
        let glyphs = settings.glyphs
        let axis = plot.column - 1, floor = plot.endRow
        for row in plot.row..<floor {
            grid[axis, row] = Cell(row == plot.row ? glyphs.teeRight : glyphs.vertical, .border)
        }
        grid[axis, floor] = Cell(glyphs.bottomLeft, .border)
        for column in plot.column..<plot.endColumn { grid[column, floor] = Cell(glyphs.horizontal, .border) }
        grid.write(label, column: axis - label.cellWidth, row: plot.row, role: .dimmed, within: area)
        grid.write("0", column: axis - 1, row: floor, role: .dimmed, within: area)
        let now = present(in: plot)
        if let now { grid[now, floor] = Cell(glyphs.arrowUp, .emphasis) }
        drawFigures(row: floor + 1, plot, now, into: &grid, within: area)
    }

    /// The column of the present; `nil` when it is not on the axis.
    private func present(in plot: Rect) -> Int? {
        guard moment.instant >= start, moment.instant <= end else { return nil }
        let share = Span(nanoseconds: Int64(plot.columns)).scaled(
            by: (moment.instant - start).nanoseconds, over: max((end - start).nanoseconds, 1))
        return min(plot.column + Int(share.nanoseconds), plot.endColumn - 1)
    }

    /// When the axis begins and ends, and the present, which comes first where there is not room for all.
    private func drawFigures(row: Int, _ plot: Rect, _ now: Int?, into grid: inout Grid, within area: Rect) {
        let left = figure(start), right = figure(end)
        var taken: [Range<Int>] = []
        func write(_ text: String, at column: Int, _ role: Role) {
            let range = column..<column + text.cellWidth
            guard range.lowerBound >= area.column, range.upperBound <= area.endColumn,
                !taken.contains(where: { $0.lowerBound <= range.upperBound && range.lowerBound <= $0.upperBound })
            else { return }
            taken.append(range)
            grid.write(text, column: column, row: row, role: role, within: area)
        }
        if let now {
            let text = figure(moment.instant), widest = plot.endColumn - text.cellWidth
            write(text, at: max(min(now - text.cellWidth / 2, widest), plot.column), .emphasis)
        }
        write(left, at: plot.column, .dimmed)
        write(right, at: plot.endColumn - right.cellWidth, .dimmed)
    }

    private func figure(_ instant: Instant) -> String {
        settings.charset.adapt(QuantityText.rounded((instant - .zero).nanoseconds, figures: 3).text)
    }
}
