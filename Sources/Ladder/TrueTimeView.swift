import CellGrid
import Timelines

/// Draws a true-time ladder at a moment.
struct TrueTimeView {
    /// Where everything stands.
    let layout: TrueTimeLayout
    /// What is asked for: the moment, the cursor, whether the future is drawn.
    let pane: LadderPane
    /// The canvas row and column at the top left of the area.
    let origin: (column: Int, row: Int)

    var timeline: Timeline { layout.timeline }
    var moment: Moment { pane.moment }
    var glyphs: Glyphs { layout.settings.glyphs }

    /// Draws into `area`, clipped to it.
    func draw(into grid: inout Grid, in area: Rect) {
        guard !area.isEmpty else { return }
        var pen = Pen(grid: grid, area: area, firstColumn: origin.column, firstRow: origin.row, glyphs: glyphs)
        let reached = layout.focusRow(at: moment)
        LifelineDrawing(
            map: layout.map, columns: layout.lifelines.columns, moment: moment, reached: reached,
            showsFuture: pane.showsFuture
        ).draw(with: &pen)
        FrameDrawing(
            timeline: timeline, frames: layout.frames, lifelines: layout.lifelines, map: layout.map, moment: moment,
            reached: reached, showsFuture: pane.showsFuture
        ).draw(with: &pen)
        drawInitialStates(with: &pen)
        drawTimers(with: &pen)
        for index in timeline.messages.indices { draw(message: index, with: &pen) }
        for text in layout.texts where pen.rows.contains(text.row) { draw(text, with: &pen) }
        for fold in layout.scale.folds where pen.rows.contains(fold.row) { draw(fold, with: &pen) }
        if let cursor = pane.cursor {
            pen.put(glyphs.pointer, column: pen.firstColumn, row: layout.row(of: cursor), role: .selected)
        }
        grid = pen.grid
    }

    private func drawInitialStates(with pen: inout Pen) {
        let exists = timeline.existence(at: .start)
        for (index, participant) in timeline.participants.enumerated() where exists[index] {
            guard let state = participant.state.map(layout.settings.text) else { continue }
            let column = layout.lifelines.columns[index]
            let start = index == 0 ? column - 2 - state.cellWidth : column + 3
            pen.text(state, column: start, row: 0, role: .state)
        }
    }

    /// A running timer is a line beside its lifeline, as long as it runs.
    private func drawTimers(with pen: inout Pen) {
        for reading in timeline.timers(at: moment) {
            let timer = timeline.timers[reading.timer]
            let isFirst = timer.owner == 0
            let column = layout.lifelines.columns[timer.owner] + (isFirst ? -1 : 1)
            let end = min(
                reading.isRunning ? moment.instant : timer.expiry + Span(nanoseconds: -reading.remaining.nanoseconds),
                timeline.end)
            let top = layout.scale.quarter(of: timer.start) / 4, bottom = layout.scale.quarter(of: end) / 4
            for row in max(
                top, pen.rows.lowerBound)..<max(min(bottom + 1, pen.rows.upperBound), max(top, pen.rows.lowerBound))
            {
                pen.put(glyphs.heavyVertical, column: column, row: row, role: reading.isRunning ? .timer : .dimmed)
            }
        }
    }

    private func draw(message index: Int, with pen: inout Pen) {
        let message = timeline.messages[index]
        let journey = timeline.journey(of: index, at: moment)
        guard journey != .toCome || pane.showsFuture else { return }
        guard let way = layout.lifelines.way(of: message), !way.columns.isEmpty else { return }
        let isRightward = way.isRightward
        let line = SlantedLine(
            message, columns: way.columns, isRightward: isRightward,
            now: journey == .toCome ? message.end : moment.instant,
            scale: layout.scale, isASCII: glyphs == .ascii)
        let role = message.role(journey)
        for (place, mark) in line.marks.enumerated() {
            if journey == .toCome, place % 2 == 1 { continue }  // What is to come is a dotted line.
            pen.put(mark.glyph, column: mark.column, row: mark.row, role: role)
        }
        let head = isRightward ? glyphs.arrowRight : glyphs.arrowLeft
        pen.put(journey == .lost ? glyphs.lost : head, column: line.tip.column, row: line.tip.row, role: role)
        if let dot = way.dot {
            let isPast = journey == .arrived || (message.outside == .sender && journey != .toCome)
            let whole = SlantedLine(
                message, columns: way.columns, isRightward: isRightward, now: message.end, scale: layout.scale,
                isASCII: glyphs == .ascii)
            let row = message.outside == .sender ? whole.marks.first?.row : whole.tip.row
            pen.put(glyphs.outside, column: dot, row: row ?? line.tip.row, role: isPast ? role : .future)
        }
        if pane.marked.contains(index), let first = line.marks.first {
            pen.put(
                glyphs.tampered, column: layout.lifelines.columns[message.sender], row: first.row, role: .warning)
        }
    }

    private func draw(_ text: TrueTimeLayout.Text, with pen: inout Pen) {
        let isPast = text.event < moment.happened
        guard isPast || (pane.showsFuture && text.kind.isForeseen) else { return }
        if text.kind == .phase || text.kind == .divider {
            let end = pen.firstColumn + pen.area.columns
            pen.line(
                text.kind == .phase ? glyphs.horizontal : glyphs.dashedHorizontal,
                columns: TrueTimeLayout.axisCells..<max(end, TrueTimeLayout.axisCells), row: text.row,
                role: !isPast ? .future : text.kind == .phase ? .phase : .dimmed)
        } else if text.kind == .gap {
            drawGap(row: text.row, with: &pen)
        }
        var column = text.column
        for run in text.runs {
            var role = isPast ? run.role : .future
            if isPast, case .label(let message) = text.kind, run.role == .message {
                role = timeline.messages[message].role(timeline.journey(ofBroadcast: message, at: moment))
            }
            column = pen.text(run.text, column: column, row: text.row, role: role)
        }
    }

    /// A break in the scale: how much time it leaves out.
    private func draw(_ fold: TimeScale.Fold, with pen: inout Pen) {
        let length = fold.span.nanoseconds < 120_000_000_000 ? (Instant.zero + fold.span).brief : fold.span.text
        var text = layout.settings.say(" \(length) pass ", " 过了\(length) ")
        if case .gap(let title, _) = timeline.events[fold.event].kind,
            pane.showsFuture || fold.event < moment.happened
        {
            text = " \(layout.settings.text(title)) "
        }
        drawGap(row: fold.row, with: &pen)
        let start = TrueTimeLayout.axisCells
        pen.line(glyphs.dashedHorizontal, columns: start..<layout.width, row: fold.row, role: .dimmed)
        pen.text(
            text, column: start + max((layout.width - start - text.cellWidth) / 2, 0), row: fold.row, role: .dimmed)
    }

    /// Lifelines while time passes that is not shown.
    private func drawGap(row: Int, with pen: inout Pen) {
        for (owner, column) in layout.lifelines.columns.enumerated() where layout.map.exists(owner, row: row) {
            pen.put(glyphs.gap, column: column, row: row, role: .dimmed)
        }
    }
}
