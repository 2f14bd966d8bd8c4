import CellGrid
import Timelines

/// Every reading of a quantity so far, as a row of bars on one scale.
///
///     Client  RTO 1.6 s
///              ███
///          ▄▄▄ ███
///      ▄▄▄ ███ ███
///     s 0.4 0.8 1.6
struct BarsPicture: PictureDrawing {
    private let readings: [Quantity.Reading]
    /// The value now; `nil` when it has none any more.
    private let present: Int64?
    private let name: String
    private let text: QuantityText
    private let head: PictureHead
    private let settings: LadderSettings
    /// The value of the highest bar so far, which is as high as there is room; positive.
    private let top: Int64

    init(
        _ picture: Picture, _ quantity: Quantity, _ timeline: Timeline, at moment: Moment, _ settings: LadderSettings
    ) {
        readings = Array(quantity.readings(until: moment))
        present = timeline.living(quantity, at: moment)?.reading(at: moment)?.value
        name = settings.text(quantity.name)
        text = QuantityText(quantity, in: picture, settings)
        top = max(readings.map(\.value).max() ?? 0, 1)
        head = PictureHead(picture, timeline, settings)
        self.settings = settings
    }

    var minimumRows: Int { 4 }
    var usualRows: Int { 6 }
    var preferredRows: Int { 10 }
    var minimumColumns: Int { max(head.width(legend), 3 * ((figures.map(\.cellWidth).max() ?? 0) + 1)) }

    var sentence: String? {
        guard !readings.isEmpty else { return nil }
        let values = readings.map { text.full($0.value) }.joined(separator: settings.say(", ", "，"))
        return head.owner + settings.say(": ", "：") + name + settings.say(" so far: ", "至今：") + values
    }

    private var legend: [PictureHead.Part] {
        let value = present.map { text.full($0) } ?? settings.charset.adapt("–")
        return [PictureHead.Part(name: name, value: value, role: .quantity)]
    }

    /// What stands below each bar, all in the unit of the highest.
    private var figures: [String] { readings.map { text.figure($0.value, beside: top) } }

    /// Fillings of a cell from an eighth to the whole.
    private static let eighths: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    func draw(into grid: inout Grid, in area: Rect) {
        let body = area.inset(top: head.draw(legend, into: &grid, in: area))
        guard body.rows >= 2, !readings.isEmpty else { return }
        let unit = text.commonUnit(beside: top)
        let gutter = unit.isEmpty ? 0 : unit.cellWidth + 1
        if gutter > 0 { grid.write(unit, column: body.column, row: body.endRow - 1, role: .dimmed, within: area) }
        drawBars(into: &grid, in: body.inset(left: gutter))
    }

    private func drawBars(into grid: inout Grid, in body: Rect) {
        let figures = self.figures
        let pitch = min((figures.map(\.cellWidth).max() ?? 1) + 1, max(body.columns, 2))
        // Those that came last, when there is not room for all; something before them then says so.
        let fits = max((body.columns + 1) / pitch, 1)
        let isCut = fits < readings.count
        let shown = isCut ? max((body.columns - 1) / pitch, 1) : readings.count
        let left = body.column + (isCut ? 2 : 0)
        if isCut {
            grid.write(
                String(settings.glyphs.ellipsis), column: body.column, row: body.endRow - 1, role: .dimmed, within: body
            )
        }
        for (place, index) in readings.indices.suffix(shown).enumerated() {
            let role: Role = index == readings.count - 1 ? .quantity : .otherQuantity
            let bar = Rect(
                column: left + place * pitch, row: body.row, columns: pitch - 1, rows: body.rows - 1)
            fill(readings[index].value, bar, role, into: &grid, within: body)
            let figure = figures[index]
            let column = bar.column + max((bar.columns - figure.cellWidth) / 2, 0)
            grid.write(figure, column: column, row: bar.endRow, role: .dimmed, within: body)
        }
    }

    /// Fills a bar from below; whatever is more than nothing shows.
    private func fill(_ value: Int64, _ bar: Rect, _ role: Role, into grid: inout Grid, within area: Rect) {
        let parts = settings.charset == .unicode ? Self.eighths.count : 1
        let share = Double(max(value, 0)) / Double(top) * Double(bar.rows * parts)
        let height = max(Int(share.rounded()), value > 0 ? 1 : 0)
        for row in 0..<bar.rows {
            let part = min(height - row * parts, parts)
            guard part > 0 else { return }
            let mark = parts == 1 ? settings.glyphs.slotFull : Self.eighths[part - 1]
            for column in bar.column..<bar.endColumn where area.contains(column: column, row: bar.endRow - 1 - row) {
                grid[column, bar.endRow - 1 - row] = Cell(mark, role)
            }
        }
    }
}
