import CellGrid
import Timelines

extension CompactView {
    func drawOuterState(_ text: String, of owner: Int, row: Int, role: Role, with pen: inout Pen) {
        let column = layout.lifelines.columns[owner]
        let start = owner == 0 ? column - 1 - text.cellWidth : column + 2
        pen.text(text, column: start, row: row, role: role)
    }

    func drawInnerState(_ text: String, of owner: Int, row: Int, role: Role, with pen: inout Pen) {
        let start = layout.lifelines.columns[owner] - text.cellWidth / 2
        pen.text(text, column: start, row: row, role: role)
    }

    /// A text beside its lifeline: right of it, or left of the last one.
    func drawAside(_ text: String, of owner: Int, row: Int, role: Role, with pen: inout Pen) {
        let room = layout.lifelines.aside(of: owner)
        let isRight = room.lowerBound > layout.lifelines.columns[owner]
        pen.text(
            text, column: isRight ? room.lowerBound + 1 : room.upperBound - 1 - text.cellWidth, row: row, role: role)
    }

    func drawNote(_ lines: [String], over span: ClosedRange<Int>, row: Int, role: Role, with pen: inout Pen) {
        for (offset, line) in lines.enumerated() {
            pen.text(
                String(repeating: " ", count: span.count), column: span.lowerBound, row: row + offset, role: role)
            pen.put(glyphs.vertical, column: span.lowerBound, row: row + offset, role: role)
            pen.put(glyphs.vertical, column: span.upperBound, row: row + offset, role: role)
            let indent = max((span.count - line.cellWidth) / 2, 2)
            pen.text(line, column: span.lowerBound + indent, row: row + offset, role: role)
        }
    }

    func drawPhase(_ title: String, row: Int, role: Role, with pen: inout Pen) {
        let start = max(pen.firstColumn, 0), end = min(pen.firstColumn + pen.area.columns, layout.width)
        pen.line(glyphs.horizontal, columns: start..<max(end, start), row: row, role: role)
        pen.text(" \(title) ", column: start + 2, row: row, role: role)
    }

    /// A rule with its title in the middle of what is in sight.
    func drawDivider(_ title: String, row: Int, role: Role, with pen: inout Pen) {
        let start = max(pen.firstColumn, 0), end = min(pen.firstColumn + pen.area.columns, layout.width)
        pen.line(glyphs.dashedHorizontal, columns: start..<max(end, start), row: row, role: role)
        let text = " \(title) "
        pen.text(text, column: start + max((end - start - text.cellWidth) / 2, 0), row: row, role: role)
    }

    /// Broken lifelines, and between them what is said of the time that passes.
    func drawGap(_ lines: [String], row: Int, role: Role, with pen: inout Pen) {
        let columns = layout.lifelines.columns
        for (offset, line) in lines.enumerated() {
            for (owner, column) in columns.enumerated() where layout.map.exists(owner, row: row + offset) {
                pen.put(glyphs.gap, column: column, row: row + offset, role: role)
            }
            let text = " \(line) ", middle = ((columns.first ?? 0) + (columns.last ?? 0) + 1) / 2
            let start = max(min(middle - text.cellWidth / 2, layout.width - text.cellWidth), 0)
            pen.text(text, column: start, row: row + offset, role: role)
        }
    }

    /// The timer's name and length, and a bar that drains while it runs.
    func drawTimer(_ index: Int, row: Int, with pen: inout Pen) {
        let timer = timeline.timers[index]
        let label = TimerLabel(timer, layout.settings)
        let reading = timeline.timers(at: moment).first { $0.timer == index }
        var text = label.running
        let room = layout.lifelines.aside(of: timer.owner).count - text.cellWidth - 3
        if let reading {
            if reading.isRunning, room >= TimerLabel.barCells {
                let share = reading.remaining.scaled(
                    by: Int64(TimerLabel.barCells), over: max(timer.length.nanoseconds, 1))
                let full = min(Int(share.nanoseconds) + (reading.remaining > .zero ? 1 : 0), TimerLabel.barCells)
                text += " " + String(repeating: glyphs.slotFull, count: full)
                text += String(repeating: glyphs.slotEmpty, count: TimerLabel.barCells - full)
            } else if !reading.isRunning, reading.remaining > .zero, room > label.stopped.cellWidth {
                text += " " + label.stopped
            }
        }
        drawAside(text, of: timer.owner, row: row, role: reading?.isRunning == true ? .timer : .dimmed, with: &pen)
    }
}
