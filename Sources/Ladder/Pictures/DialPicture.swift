import CellGrid
import Timelines

/// A number as a place on a circle, where it begins anew at the top; earlier readings stay as marks.
///
///     Client  ISS 3221225472
///       ⡠⠒⠉⠉⠒⢄    top: 0 = 2^32
///      ⡜      ⢣   ● 3221225472  75%
///      ●⠉⠉⠁   ○   ○ 1073741824  25%
///       ⠑⠤⣀⣀⠤⠊
///
/// Where there is only ASCII, or no room for a circle, the circle is a line whose ends are the same place.
struct DialPicture: PictureDrawing {
    /// The readings of all connections up to the moment, oldest first.
    private let readings: [Quantity.Reading]
    private let modulus: Int64
    private let name: String
    private let text: QuantityText
    private let head: PictureHead
    private let settings: LadderSettings

    init(
        _ picture: Picture, _ quantities: [Quantity], modulo modulus: Int64, _ timeline: Timeline, at moment: Moment,
        _ settings: LadderSettings
    ) {
        readings = quantities.flatMap { $0.readings(until: moment) }.sorted {
            ($0.instant, $0.happened) < ($1.instant, $1.happened)
        }
        self.modulus = max(modulus, 1)
        name = quantities.first.map { settings.text($0.name) } ?? ""
        text = QuantityText(unit: quantities.first?.unit ?? .none, settings: settings)
        head = PictureHead(picture, timeline, settings)
        self.settings = settings
    }

    var minimumRows: Int { 4 }
    var usualRows: Int { 7 }
    var preferredRows: Int { 9 }
    var minimumColumns: Int { head.width(legend) }

    private var legend: [PictureHead.Part] {
        let value = readings.last.map { text.full(wrapped($0.value)) } ?? settings.charset.adapt("–")
        return [PictureHead.Part(name: name, value: value, role: .quantity)]
    }

    var sentence: String? {
        guard let last = readings.last else { return nil }
        let share = percent(last.value), range = limit
        return head.sentence(legend, settings)
            + settings.say(", \(share) of the way round to \(range)", "，位于一圈（\(range)）的\(share)处")
    }

    private func wrapped(_ value: Int64) -> Int64 {
        let rest = value % modulus
        return rest < 0 ? rest + modulus : rest
    }

    private func percent(_ value: Int64) -> String {
        "\(Int((Turn(value, modulo: modulus).share * 100).rounded(.down)))%"
    }

    func draw(into grid: inout Grid, in area: Rect) {
        let body = area.inset(top: head.draw(legend, into: &grid, in: area))
        // A circle is as wide as it is high: two columns of cells to a row.
        let side = min(body.rows, 8)
        let width = 2 * side + 1
        if settings.charset != .ascii, side >= 4, body.columns >= width + 12 {
            drawCircle(side, body, into: &grid)
            list(into: &grid, in: body.inset(left: width + 2), saysTop: true)
        } else {
            drawLine(body, into: &grid)
            list(into: &grid, in: body.inset(top: 2), saysTop: false)
        }
    }

    // MARK: The circle

    private func drawCircle(_ side: Int, _ area: Rect, into grid: inout Grid) {
        var canvas = DotCanvas(Size(columns: 2 * side, rows: side), marks: ["*", "."], charset: settings.charset)
        let radius = Double(canvas.rows - 1) / 2
        func plot(_ share: Double, _ distance: Double, _ layer: Int) {
            let point = Turn(share: share).point
            canvas.set(
                Int((radius + point.x * radius * distance).rounded()),
                Int((radius + point.y * radius * distance).rounded()), layer: layer)
        }
        let count = canvas.rows * 4
        for step in 0..<count { plot(Double(step) / Double(count), 1, 1) }
        for distance in stride(from: 0.8, through: 1.0, by: 0.05) { plot(0, distance, 1) }
        if let last = readings.last {
            let share = Turn(last.value, modulo: modulus).share
            for step in 0...canvas.rows { plot(share, 0.95 * Double(step) / Double(canvas.rows), 0) }
        }
        canvas.draw(into: &grid, column: area.column, row: area.row, roles: [.quantity, .dimmed])
        for reading in readings.dropLast().suffix(8) { mark(reading, settings.glyphs.former, .otherQuantity) }
        if let last = readings.last { mark(last, settings.glyphs.done, .quantity) }

        func mark(_ reading: Quantity.Reading, _ glyph: Character, _ role: Role) {
            let point = Turn(reading.value, modulo: modulus).point
            let column = Int((radius + point.x * radius).rounded()) / canvas.columnsPerCell
            let row = Int((radius + point.y * radius).rounded()) / canvas.rowsPerCell
            grid[area.column + column, area.row + row] = Cell(glyph, role)
        }
    }

    // MARK: The line

    private func drawLine(_ area: Rect, into grid: inout Grid) {
        guard area.rows >= 2, area.columns >= 8 else { return }
        let glyphs = settings.glyphs
        for column in area.column..<area.endColumn { grid[column, area.row] = Cell(glyphs.horizontal, .dimmed) }
        grid[area.column, area.row] = Cell(glyphs.teeLeft, .dimmed)
        grid[area.endColumn - 1, area.row] = Cell(glyphs.teeRight, .dimmed)
        for reading in readings.dropLast().suffix(8) {
            grid[column(of: reading, area), area.row] = Cell(glyphs.new, .otherQuantity)
        }
        if let last = readings.last { grid[column(of: last, area), area.row] = Cell(glyphs.done, .quantity) }
        let range = limit + "=0"
        grid.write("0", column: area.column, row: area.row + 1, role: .dimmed, within: area)
        grid.write(
            range, column: area.endColumn - range.cellWidth, row: area.row + 1, role: .dimmed, within: area)
    }

    private func column(of reading: Quantity.Reading, _ area: Rect) -> Int {
        let share = Turn(reading.value, modulo: modulus).share
        return min(area.column + Int(share * Double(area.columns)), area.endColumn - 1)
    }

    // MARK: The readings

    /// Where it begins anew, and the latest readings, the present one first.
    private func list(into grid: inout Grid, in area: Rect, saysTop: Bool) {
        if saysTop {
            grid.write(
                settings.say("top: 0 = \(limit)", "顶点：0 = \(limit)"), column: area.column, row: area.row,
                role: .dimmed, within: area)
        }
        let room = area.inset(top: saysTop ? 1 : 0)
        for (line, reading) in readings.reversed().prefix(room.rows).enumerated() {
            let row = room.row + line
            let (glyph, role): (Character, Role) =
                line == 0 ? (settings.glyphs.done, .quantity) : (settings.glyphs.former, .otherQuantity)
            var column = grid.write("\(glyph) ", column: room.column, row: row, role: role, within: room)
            let value = text.full(wrapped(reading.value))
            column = grid.write(value, column: column, row: row, role: .plain, within: room)
            grid.write("  " + percent(reading.value), column: column, row: row, role: .dimmed, within: room)
        }
    }

    /// The number at which it begins anew, as a power where it is one: `2^32`.
    private var limit: String {
        guard case .none = text.unit, modulus >= 1 << 16, modulus & (modulus - 1) == 0 else {
            return text.full(modulus)
        }
        return "2^\(modulus.trailingZeroBitCount)"
    }
}
