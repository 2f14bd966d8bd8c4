import CellGrid
import Timelines

/// Draws the frames of a ladder at a moment.
struct FrameDrawing {
    let timeline: Timeline
    let frames: [PlacedFrame]
    let lifelines: LifelineColumns
    let map: LifelineMap
    let moment: Moment
    /// The last row that time has reached.
    let reached: Int
    let showsFuture: Bool

    func draw(with pen: inout Pen) {
        for placed in frames where placed.rows.overlaps(pen.rows) {
            let events = timeline.frames[placed.outline.frame].events
            let hasBegun = events.lowerBound < moment.happened, hasEnded = events.upperBound < moment.happened
            guard hasBegun || showsFuture else { continue }
            let isBox = placed.outline.columns != nil
            let span = placed.outline.columns ?? ruleColumns(placed.outline, pen)
            let top = placed.rows.lowerBound, bottom = placed.rows.upperBound
            if isBox { drawSides(placed.rows, span, hasEnded: hasEnded, with: &pen) }
            drawEdge(span, row: top, isTop: true, isBox: isBox, role: hasBegun ? .border : .future, with: &pen)
            write(placed.outline.head, from: top, span, role: hasBegun ? .heading : .future, with: &pen)
            guard hasEnded || showsFuture else { continue }
            drawEdge(span, row: bottom, isTop: false, isBox: isBox, role: hasEnded ? .border : .future, with: &pen)
            let foot = placed.outline.foot
            write(foot, from: bottom - foot.count + 1, span, role: hasEnded ? .dimmed : .future, with: &pen)
        }
    }

    /// Rules begin at the left edge of what is in sight, inner ones a little farther in.
    private func ruleColumns(_ outline: FrameOutline, _ pen: Pen) -> ClosedRange<Int> {
        let start = max(pen.firstColumn, lifelines.firstCell) + outline.nesting
        return start...max(min(pen.firstColumn + pen.area.columns, lifelines.width) - 1, start)
    }

    private func drawSides(_ rows: ClosedRange<Int>, _ span: ClosedRange<Int>, hasEnded: Bool, with pen: inout Pen) {
        for row in rows where pen.rows.contains(row) {
            let isPast = row <= reached || hasEnded
            guard isPast || showsFuture else { return }
            for column in [span.lowerBound, span.upperBound] {
                pen.put(
                    isPast ? pen.glyphs.vertical : pen.glyphs.dashedVertical, column: column, row: row,
                    role: isPast ? .border : .future)
            }
        }
    }

    /// An edge, which crosses the lifelines in it.
    private func drawEdge(
        _ span: ClosedRange<Int>, row: Int, isTop: Bool, isBox: Bool, role: Role, with pen: inout Pen
    ) {
        let glyphs = pen.glyphs
        let line = role == .future ? glyphs.dashedHorizontal : glyphs.horizontal
        pen.line(line, columns: span.lowerBound..<span.upperBound + 1, row: row, role: role)
        for (owner, column) in lifelines.columns.enumerated()
        where span.contains(column) && map.exists(owner, row: row) && role != .future {
            pen.put(glyphs.cross, column: column, row: row, role: role)
        }
        pen.put(isTop ? glyphs.topLeft : glyphs.bottomLeft, column: span.lowerBound, row: row, role: role)
        guard isBox else { return }
        pen.put(isTop ? glyphs.topRight : glyphs.bottomRight, column: span.upperBound, row: row, role: role)
    }

    /// Lines at the left edge of a frame; at that of what is in sight when the frame's is not.
    private func write(_ lines: [String], from row: Int, _ span: ClosedRange<Int>, role: Role, with pen: inout Pen) {
        let start = max(span.lowerBound + 1, pen.firstColumn)
        for (offset, line) in lines.enumerated() {
            pen.text(" \(line) ", column: start, row: row + offset, role: role)
        }
    }
}
