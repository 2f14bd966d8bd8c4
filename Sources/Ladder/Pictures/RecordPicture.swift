import CellGrid
import Timelines

/// The transmission control block of a connection as a card; what is known is filled in, what has just changed is marked.
///
///     Client  ESTABLISHED
///     local   192.0.2.10:50000
///     remote  198.51.100.20:443
///     SND.UNA 1101      NXT▸1111
///     SND.WND 64240     MSS 1460
///     RCV.NXT 5301      WND 63940
///     WS 7/7  SACK on  TS on
///
/// Where there are more rows, each number has one of its own and says what it is. Source: RFC 9293 §3.3.1.
struct RecordPicture: PictureDrawing {
    private typealias Field = RecordFields.Field

    private let head: PictureHead
    private let fields: RecordFields
    private let settings: LadderSettings

    init(_ picture: Picture, _ timeline: Timeline, at moment: Moment, _ settings: LadderSettings) {
        head = PictureHead(picture, timeline, settings)
        fields = RecordFields(picture, timeline, at: moment, settings)
        self.settings = settings
    }

    var minimumRows: Int { 7 }
    var usualRows: Int { 7 }
    var preferredRows: Int { 9 }
    var minimumColumns: Int {
        let first = head.owner.cellWidth + (fields.state.map { 2 + ($0.value?.cellWidth ?? 1) } ?? 0)
        return max(rows.map { width($0, gap: 1) }.max() ?? 0, first, fields.lack?.value.map { $0.cellWidth + 1 } ?? 0)
    }

    // MARK: In words

    var facts: [String] {
        if let lack = fields.lack { return [lack.value ?? ""] }
        let known = fields.state.map { [$0] } ?? []
        return (known + fields.ends + fields.numbers + fields.options).compactMap { field in
            field.value.map { field.name + " " + $0 }
        }
    }

    var sentence: String? { sentence(of: facts) }

    func sentence(of facts: [String]) -> String {
        head.owner + settings.say(": ", "：") + facts.joined(separator: settings.say(", ", "，"))
    }

    // MARK: On the screen

    /// The fields row by row where there are few rows; none without a record.
    private var rows: [[Field]] {
        let numbers = fields.numbers, options = fields.options
        guard numbers.count == 5, options.count == 4 else { return [] }
        return fields.ends.map { [aligned($0)] } + [
            [numbers[0], numbers[1].shortened], [numbers[2], options[0]], [numbers[3], numbers[4].shortened],
            Array(options.dropFirst()),
        ]
    }

    /// A field whose name is as wide as those of the numbers.
    private func aligned(_ field: Field) -> Field {
        var field = field
        field.name += String(repeating: " ", count: max(7 - field.name.cellWidth, 0))
        return field
    }

    private func width(_ field: Field) -> Int { field.name.cellWidth + 1 + (field.value?.cellWidth ?? 1) }

    private func width(_ fields: [Field], gap: Int) -> Int {
        fields.map { width($0) }.reduce(0, +) + gap * max(fields.count - 1, 0)
    }

    func draw(into grid: inout Grid, in area: Rect) {
        drawHead(into: &grid, in: area)
        let body = area.inset(top: 1)
        if let lack = fields.lack {
            let mark = lack.isNew ? String(settings.glyphs.pointer) : ""
            grid.write(
                mark + (lack.value ?? ""), column: body.column, row: body.row, role: lack.isNew ? .lost : .dimmed,
                within: body)
        } else if body.rows >= 8, width(fields.options, gap: 1) <= area.columns {
            drawLong(into: &grid, in: body)
        } else {
            drawShort(into: &grid, in: body)
        }
    }

    private func drawHead(into grid: inout Grid, in area: Rect) {
        let column = grid.write(
            head.owner, column: area.column, row: area.row, role: .participant, within: area)
        guard let state = fields.state else { return }
        let mark = state.isNew ? " " + String(settings.glyphs.pointer) : "  "
        let next = grid.write(mark, column: column, row: area.row, role: .emphasis, within: area)
        grid.write(
            state.value ?? settings.charset.adapt("–"), column: next, row: area.row, role: .state, within: area)
    }

    private func drawShort(into grid: inout Grid, in area: Rect) {
        let rows = self.rows
        // The second of two stands where it may in all rows, as far right as half of what is left.
        let pairs = rows.filter { $0.count == 2 }
        let left = pairs.map { width($0[0]) }.max() ?? 0, right = pairs.map { width($0[1]) }.max() ?? 0
        let room = area.columns - left - 1 - right
        let second = room >= 0 ? area.column + left + 1 + min(room / 2, 4) : nil
        for (place, fields) in rows.enumerated() {
            let row = area.row + place
            guard fields.count == 2, let second else {
                write(fields, row: row, into: &grid, in: area)
                continue
            }
            write(fields[0], column: area.column, row: row, into: &grid, in: area)
            write(fields[1], column: second, row: row, into: &grid, in: area)
        }
    }

    /// A row for each number, with what it means where there is room.
    private func drawLong(into grid: inout Grid, in area: Rect) {
        var row = area.row
        for field in fields.ends {
            write(aligned(field), column: area.column, row: row, into: &grid, in: area)
            row += 1
        }
        let meanings = area.column + (fields.numbers.map { width($0) }.max() ?? 0) + 2
        for field in fields.numbers {
            write(field, column: area.column, row: row, into: &grid, in: area)
            if meanings + field.meaning.cellWidth <= area.endColumn {
                grid.write(field.meaning, column: meanings, row: row, role: .dimmed, within: area)
            }
            row += 1
        }
        write(fields.options, row: row, into: &grid, in: area)
    }

    /// Writes fields one after the other, two cells apart if there is room.
    private func write(_ fields: [Field], row: Int, into grid: inout Grid, in area: Rect) {
        let gap = width(fields, gap: 2) <= area.columns ? 2 : 1
        var column = area.column
        for field in fields { column = write(field, column: column, row: row, into: &grid, in: area) + gap }
    }

    /// Writes a field; answers the column after it.
    @discardableResult
    private func write(_ field: Field, column: Int, row: Int, into grid: inout Grid, in area: Rect) -> Int {
        var column = grid.write(field.name, column: column, row: row, role: .dimmed, within: area)
        let mark = field.isNew ? String(settings.glyphs.pointer) : " "
        column = grid.write(mark, column: column, row: row, role: .emphasis, within: area)
        let role: Role = field.value == nil ? .dimmed : field.isNew ? .emphasis : .plain
        return grid.write(
            field.value ?? settings.charset.adapt("–"), column: column, row: row, role: role, within: area)
    }
}
