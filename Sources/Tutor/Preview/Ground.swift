import CellGrid

/// What lies under the screens of a program that has no catalogue: the place where a previewed file will appear.
struct Ground: Sendable {
    /// What the bar at the top says.
    var title = ""
    /// What is said as long as there is nothing to show.
    var text = ""
    /// Keys that go before those of every screen.
    var bindings: [KeyBinding] = []

    func draw(into grid: inout Grid, appearance: Appearance) {
        let width = grid.size.columns
        grid.fill(Rect(column: 0, row: 0, columns: width, rows: 1), with: Cell(" ", .bar))
        let heading = truncated(
            appearance.charset.adapt(title), columns: width - 2, ellipsis: appearance.glyphs.ellipsis)
        grid.write(heading, column: 1, row: 0, role: .bar)
        let lines = RichText([RichRun(appearance.charset.adapt(text))]).wrapped(columns: min(width - 4, 76))
        let widest = lines.map(\.width).max() ?? 0
        let area = Rect(grid.size).inset(top: 2, bottom: 2).centered(Size(columns: widest, rows: lines.count))
        for (offset, line) in lines.enumerated() {
            grid.write(line: line, column: area.column, row: area.row + offset, within: area)
        }
    }
}
