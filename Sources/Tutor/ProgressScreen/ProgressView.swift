import CellGrid
import Courseware
import Study

/// The progress screen: what is known of a learner, and how far it is scrolled.
struct ProgressScreen: Sendable {
    var overview: ProgressOverview
    var scroll = 0
}

/// The progress screen as a frame: in two columns where there is room, else one part below the other.
struct ProgressView {
    let screen: ProgressScreen
    let catalog: Catalog
    let appearance: Appearance

    /// From how many columns on the parts stand side by side.
    private static let wide = 100

    func draw(into grid: inout Grid) {
        let glyphs = appearance.glyphs, columns = grid.size.columns
        grid.fill(Rect(column: 0, row: 0, columns: columns, rows: 1), with: Cell(" ", .bar))
        let lessons = screen.overview.lessons.lessonsDone
        let right = appearance.say(
            "\(lessons.right) of \(lessons.of) lessons done", "已完成\(lessons.right) / \(lessons.of)课")
        grid.write(appearance.say("Progress", "学习进度"), column: 1, row: 0, role: .bar)
        grid.write(right, column: max(columns - right.cellWidth - 1, 12), row: 0, role: .bar)
        Panel.rule(into: &grid, row: 1, columns: 0..<columns, glyphs: glyphs)
        Panel.rule(into: &grid, row: grid.size.rows - 2, columns: 0..<columns, glyphs: glyphs)
        for (area, lines) in panes(grid.size) {
            TextPane(lines: lines, scroll: screen.scroll, glyphs: glyphs).draw(into: &grid, in: area)
        }
    }

    /// How far it can be scrolled on a terminal of this size.
    func maximumScroll(_ size: Size) -> Int {
        panes(size).map { area, lines in
            TextPane(lines: lines, scroll: 0, glyphs: appearance.glyphs).maximumScroll(rows: area.rows)
        }.max() ?? 0
    }

    private func panes(_ size: Size) -> [(area: Rect, lines: [RichLine])] {
        let body = Rect(size).inset(left: 1, top: 2, right: 1, bottom: 2)
        guard size.columns >= Self.wide else {
            let parts = sections(body.columns)
            return [(body, Self.stacked([parts.mastery, parts.forecast, parts.calendar, parts.retention]))]
        }
        let (left, rest) = body.split(left: body.columns / 2 - 1)
        let right = rest.inset(left: 2)
        let one = sections(left.columns), other = sections(right.columns)
        return [
            (left, Self.stacked([one.mastery, one.retention])),
            (right, Self.stacked([other.forecast, other.calendar])),
        ]
    }

    private func sections(_ columns: Int) -> ProgressSections {
        ProgressSections(overview: screen.overview, catalog: catalog, appearance: appearance, columns: columns)
    }

    private static func stacked(_ parts: [[RichLine]]) -> [RichLine] {
        Array(parts.joined(separator: [RichLine()]))
    }
}
