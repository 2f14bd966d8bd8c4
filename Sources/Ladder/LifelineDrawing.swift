import CellGrid
import Timelines

/// Draws the lifelines of a ladder at a moment.
struct LifelineDrawing {
    let map: LifelineMap
    let columns: [Int]
    let moment: Moment
    /// The last row that time has reached.
    let reached: Int
    let showsFuture: Bool

    func draw(with pen: inout Pen) {
        for owner in columns.indices {
            for row in pen.rows where map.exists(owner, row: row) {
                let isPast = row <= reached
                pen.put(
                    isPast ? pen.glyphs.vertical : pen.glyphs.dashedVertical, column: columns[owner], row: row,
                    role: isPast ? .lifeline : .future)
            }
            for work in map.works[owner] { draw(work, column: columns[owner], with: &pen) }
            for life in map.lives[owner] { draw(life, column: columns[owner], with: &pen) }
        }
    }

    /// The ends of a stretch.
    private func draw(_ life: LifelineMap.Life, column: Int, with pen: inout Pen) {
        if let begin = life.begin, isSeen(begin) {
            let role: Role = begin.event < moment.happened ? .lifeline : .future
            pen.put(pen.glyphs.teeTop, column: column, row: begin.row, role: role)
        }
        if let end = life.end, isSeen(end) {
            let role: Role = end.event < moment.happened ? .lost : .future
            pen.put(pen.glyphs.destroyed, column: column, row: end.row, role: role)
        }
    }

    /// Work as far as it has come; never before it begins, when it would be read as going on.
    private func draw(_ work: LifelineMap.Work, column: Int, with pen: inout Pen) {
        guard work.begin.event < moment.happened else { return }
        let end = work.end.flatMap { $0.event < moment.happened ? $0.row : nil } ?? reached
        let rows =
            max(
                work.begin.row, pen.rows.lowerBound)..<max(
                min(end + 1, pen.rows.upperBound), max(work.begin.row, pen.rows.lowerBound))
        for row in rows {
            let glyph = work.depth == 0 ? pen.glyphs.work : pen.glyphs.innerWork
            pen.put(glyph, column: column, row: row, role: .lifeline)
        }
    }

    private func isSeen(_ mark: LifelineMap.Mark) -> Bool { showsFuture || mark.event < moment.happened }
}
