import CellGrid
import Testing

@testable import Tutor

@Suite struct `A text that is scrolled` {
    private func drawn(_ lines: [String], scroll: Int) -> [Substring] {
        var grid = Grid(Size(columns: 8, rows: 2))
        let pane = TextPane(
            lines: lines.map { RichLine([RichRun($0)]) }, scroll: scroll, glyphs: Appearance().glyphs)
        pane.draw(into: &grid, in: Rect(column: 0, row: 0, columns: 6, rows: 2))
        return grid.text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test(arguments: ["abcdef", "一二三"]) func `loses no letter to its marks where there is a free column`(full: String) {
        let lines = ["first", full, full, "last"]
        #expect(drawn(lines, scroll: 0)[1] == "\(full)▾")
        #expect(drawn(lines, scroll: 1)[0] == "\(full)▴")
        #expect(drawn(["ab", "cd", "ef"], scroll: 0)[1] == "cd   ▾")
    }
}
