import CellGrid
import Timelines

/// Draws a compact ladder at a moment.
///
/// The same values draw the same cells: pausing, rewinding and slow motion are arithmetic on the moment.
struct CompactView {
    /// Where everything stands.
    let layout: CompactLayout
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
        var pen = Pen(
            grid: grid, area: area, firstColumn: origin.column, firstRow: origin.row, glyphs: glyphs)
        let reached = moment.happened == 0 ? 0 : layout.focusRow(at: moment)
        LifelineDrawing(
            map: layout.map, columns: layout.lifelines.columns, moment: moment, reached: reached,
            showsFuture: pane.showsFuture
        ).draw(with: &pen)
        FrameDrawing(
            timeline: timeline, frames: layout.frames, lifelines: layout.lifelines, map: layout.map, moment: moment,
            reached: reached, showsFuture: pane.showsFuture
        ).draw(with: &pen)
        drawInitialStates(with: &pen)
        for item in layout.items where item.rows.overlaps(pen.rows) {
            guard item.event < moment.happened || (pane.showsFuture && item.drawing.isForeseen) else { continue }
            draw(item, with: &pen)
            if item.event == pane.cursor { mark(item, with: &pen) }
        }
        grid = pen.grid
    }

    private func drawInitialStates(with pen: inout Pen) {
        let exists = timeline.existence(at: .start)
        for (index, participant) in timeline.participants.enumerated() where exists[index] {
            guard let state = participant.state else { continue }
            let text = layout.settings.text(state)
            if layout.lifelines.hasMargins, index == 0 || index == timeline.participants.count - 1 {
                drawOuterState(text, of: index, row: 0, role: .state, with: &pen)
            } else {
                drawInnerState(text, of: index, row: 0, role: .state, with: &pen)
            }
        }
    }

    private func draw(_ item: CompactLayout.Item, with pen: inout Pen) {
        let row = item.rows.lowerBound
        switch item.drawing {
        case .message(let index, let labelRows):
            drawMessage(index, labelRows: labelRows, row: row, with: &pen)
            if pane.marked.contains(index) {
                let column = layout.lifelines.columns[timeline.messages[index].sender]
                pen.put(glyphs.tampered, column: column, row: item.rows.upperBound - 1, role: .warning)
            }
        case .outerState(let owner, let text):
            drawOuterState(text, of: owner, row: row, role: .state, with: &pen)
        case .innerState(let owner, let text):
            drawInnerState(text, of: owner, row: row, role: .state, with: &pen)
        case .action(let owner, let lines):
            for (offset, line) in lines.enumerated() {
                drawAside(line, of: owner, row: row + offset, role: .action, with: &pen)
            }
        case .timer(let timer):
            drawTimer(timer, row: row, with: &pen)
        case .fired(let timer):
            let label = TimerLabel(timeline.timers[timer], layout.settings)
            drawAside(label.fired, of: timeline.timers[timer].owner, row: row, role: .warning, with: &pen)
        case .note(let span, let lines):
            drawNote(lines, over: span, row: row, role: .note, with: &pen)
        case .phase(let title):
            drawPhase(title, row: row, role: item.event < moment.happened ? .phase : .future, with: &pen)
        case .divider(let title):
            drawDivider(title, row: row, role: item.event < moment.happened ? .dimmed : .future, with: &pen)
        case .gap(let lines):
            drawGap(lines, row: row, role: item.event < moment.happened ? .dimmed : .future, with: &pen)
        case .destroyed: return
        }
    }

    /// Shows where the cursor is: a pointer in the leftmost cell in sight, and the item's rows lit.
    private func mark(_ item: CompactLayout.Item, with pen: inout Pen) {
        for row in item.rows where pen.rows.contains(row) {
            pen.put(
                row == item.rows.lowerBound ? glyphs.pointer : glyphs.vertical, column: pen.firstColumn, row: row,
                role: .selected)
        }
    }
}
