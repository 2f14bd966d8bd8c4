import CellGrid
import Courseware
import Simulator

/// What the learner has changed, one line each, with the pointer on one of them.
struct ChangesView {
    let changes: Changes
    /// The sliders that have been moved, in words.
    let moved: [String]
    let row: Int
    let appearance: Appearance

    init(_ player: PlayerScreen, row: Int, appearance: Appearance) {
        changes = player.changes
        let words = SliderLines(appearance: appearance, columns: 50)
        moved = player.movedSliders.map { words.sentence(player.sliders[$0], at: player.sliderPlaces[$0]) }
        self.row = row
        self.appearance = appearance
    }

    func draw(into grid: inout Grid) {
        let words = ChangeWords(appearance: appearance)
        let rows = changes.items.map { (words.line($0), "   " + $0.fault.text) } + moved.map { ($0, "") }
        var lines = rows.enumerated().map { place, texts in
            let isChosen = place == row
            let mark = isChosen ? String(appearance.glyphs.pointer) : " "
            return RichLine([
                RichRun("\(mark) ", isChosen ? .heading : .plain),
                RichRun(texts.0, isChosen ? .selected : .plain),
                RichRun(texts.1, .dimmed),
            ])
        }
        if lines.isEmpty {
            let text = appearance.say(
                "Nothing has been changed. Put the cursor on a packet and press x to drop it.",
                "还没有任何改动。把光标移到一个包上，按x把它丢掉。")
            lines = RichText(text, role: .dimmed).wrapped(columns: 50)
        }
        let columns = max(lines.map(\.width).max() ?? 0, 30) + 4
        let size = Size(columns: min(columns, grid.size.columns - 4), rows: min(lines.count + 2, grid.size.rows - 4))
        let inner = Panel.draw(
            title: appearance.say("What you changed", "你的改动"), into: &grid, in: Rect(grid.size).centered(size),
            glyphs: appearance.glyphs)
        TextPane(lines: lines, scroll: max(row - inner.rows + 1, 0), glyphs: appearance.glyphs)
            .draw(into: &grid, in: inner)
    }
}
