public import CellGrid
public import Timelines

/// What the participants hold at a moment: running timers as bars that drain, caches and queues that fill.
///
///     Client  RTO ▮▮▮▮▮▯▯▯ 0.6 s
///     Server  SYN queue ▮▯▯▯ 1/4
///       192.0.2.10:50000  SYN-RECEIVED
public struct GaugePanel: Sendable {
    private struct Line {
        var runs: [(String, Role)]
        /// Whether it belongs to the table that was changed last.
        var isFresh = false
        /// Where the line with the name and the slots of its table stands, for a row of one with slots.
        var head: Int?
    }

    private var lines: [Line] = []

    /// The gauges of `timeline` at `moment`, for a panel `columns` cells wide.
    public init(_ timeline: Timeline, at moment: Moment, columns: Int, settings: LadderSettings) {
        for reading in timeline.timers(at: moment) where reading.isRunning {
            add(timeline.timers[reading.timer], reading, timeline, columns: columns, settings)
        }
        let tables = timeline.tables(at: moment).filter { !settings.hiddenTables.contains($0.name) }
        let latest = tables.map(\.changedBy).max()
        for table in tables {
            add(table, timeline, isFresh: table.changedBy == latest, columns: columns, settings)
        }
    }

    /// Rows it needs.
    public var rows: Int { lines.count }

    private mutating func add(
        _ timer: TimerRun, _ reading: Timeline.TimerReading, _ timeline: Timeline, columns: Int,
        _ settings: LadderSettings
    ) {
        let owner = settings.text(timeline.participants[timer.owner].name) + " "
        let name = settings.text(timer.name) + " "
        let left = " " + Self.rounded(reading.remaining)
        // A bar as long as there is room for, up to eight cells; the words come first.
        let reserve = timer.length >= .seconds(120) ? 13 : 8
        let cells = min(columns - owner.cellWidth - name.cellWidth - reserve, 8)
        guard cells >= 3 else {
            lines.append(
                Line(runs: [(owner, .participant), (name, .timer), (Self.rounded(reading.remaining), .dimmed)]))
            return
        }
        let share = reading.remaining.scaled(by: Int64(cells), over: max(timer.length.nanoseconds, 1)).nanoseconds
        let full = min(Int(share) + (reading.remaining > .zero ? 1 : 0), cells)
        let bar =
            String(repeating: settings.glyphs.slotFull, count: full)
            + String(repeating: settings.glyphs.slotEmpty, count: cells - full)
        lines.append(Line(runs: [(owner, .participant), (name, .timer), (bar, .timer), (left, .dimmed)]))
    }

    /// What is left of a timer, in steps coarse enough to read while it runs.
    private static func rounded(_ span: Span) -> String {
        let unit: Int64 =
            span >= .seconds(7200)
            ? 60_000_000_000
            : span >= .seconds(10) ? 1_000_000_000 : span >= .seconds(1) ? 100_000_000 : 1_000_000
        return Span(nanoseconds: span.nanoseconds / unit * unit).text
    }

    private mutating func add(
        _ table: Timeline.Table, _ timeline: Timeline, isFresh: Bool, columns: Int, _ settings: LadderSettings
    ) {
        let owner = settings.text(timeline.participants[table.owner].name)
        var head: [(String, Role)] = [(owner + " ", .participant), (settings.text(table.name), .table)]
        if let slots = table.slots {
            let count = " \(table.rows.count)/\(slots)"
            let room = columns - head.reduce(1) { $0 + $1.0.cellWidth } - count.cellWidth
            if let full = Self.full(table.rows.count, of: slots, in: room) {
                let cells = min(slots, room)
                head.append((" " + String(repeating: settings.glyphs.slotFull, count: full), .table))
                head.append((String(repeating: settings.glyphs.slotEmpty, count: cells - full), .table))
            }
            head.append((count, .dimmed))
        } else if table.rows.isEmpty {
            head.append((" " + settings.say("(empty)", "（空）"), .dimmed))
        }
        let place = table.slots.map { _ in lines.count }
        lines.append(Line(runs: head, isFresh: isFresh))
        for row in table.rows {
            let key = settings.charset.adapt(row.key), value = settings.text(row.value)
            if 2 + key.cellWidth + 2 + value.cellWidth <= columns {
                lines.append(
                    Line(runs: [("  " + key + "  ", .plain), (value, .dimmed)], isFresh: isFresh, head: place))
            } else {
                lines.append(Line(runs: [("  " + key, .plain)], isFresh: isFresh, head: place))
                for part in wrapped(value, columns: max(columns - 4, 1)) {
                    lines.append(Line(runs: [("    " + part, .dimmed)], isFresh: isFresh, head: place))
                }
            }
        }
    }

    /// How many of the slots that are drawn are full.
    ///
    /// Where there is no room for all of them, fewer stand for them: none of these is full without a row, all only when
    /// all are.
    ///
    /// - Returns: `nil` when there is not even room for three.
    private static func full(_ rows: Int, of slots: Int, in room: Int) -> Int? {
        guard slots > room else { return min(rows, slots) }
        guard room >= 3 else { return nil }
        guard rows > 0, rows < slots else { return rows == 0 ? 0 : room }
        return min(max(rows * room / slots, 1), room - 1)
    }

    /// Draws into `area`.
    ///
    /// When there is not room for all, what changed last stays in sight, under the line with its table's name and slots,
    /// and a last line says how many lines are left out.
    public func draw(into grid: inout Grid, in area: Rect, settings: LadderSettings) {
        guard area.rows > 0 else { return }
        let fresh = lines.lastIndex { $0.isFresh } ?? 0
        let capacity = lines.count > area.rows ? area.rows - 1 : area.rows
        let first = max(min(fresh - capacity + 1, lines.count - capacity), 0)
        var shown = Array(lines.dropFirst(first).prefix(capacity))
        if shown.count > 1, let head = shown[0].head { shown[0] = lines[head] }
        for (row, line) in shown.enumerated() {
            var column = area.column
            for (text, role) in line.runs {
                column = grid.write(text, column: column, row: area.row + row, role: role, within: area)
            }
        }
        guard lines.count > area.rows, area.rows > 0 else { return }
        let hidden = lines.count - capacity
        grid.write(
            settings.say("\(hidden) more", "还有\(hidden)行"), column: area.column, row: area.endRow - 1, role: .dimmed,
            within: area)
    }
}
