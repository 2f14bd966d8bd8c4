import CellGrid

/// Every key of a screen, drawn from the table that handles them.
struct HelpView {
    let map: KeyMap
    let appearance: Appearance
    /// Lines scrolled by.
    var scroll = 0

    private var rows: [(keys: String, help: String)] {
        let isASCII = appearance.charset != .unicode
        var rows: [(keys: String, help: String)] = []
        var digits: [String] = []
        for binding in map.bindings {
            switch binding.action {
            case .seek, .pick:  // One row for the digits.
                digits += binding.keys.map { $0.label(isASCII: isASCII) }
                continue
            default: break
            }
            rows.append(
                (binding.keys.map { $0.label(isASCII: isASCII) }.joined(separator: " "), appearance.text(binding.help)))
        }
        if let first = digits.first, let last = digits.last {
            let isSeek = map.action(for: .character("0")) != nil
            let help =
                isSeek
                ? appearance.say("go to that tenth of the lesson", "跳到全课的十分之几处")
                : appearance.say("choose that one", "选择该编号的选项")
            rows.insert(("\(first)-\(last)", help), at: min(9, rows.count))
        }
        rows.append(
            (
                appearance.say("mouse", "鼠标"),
                appearance.say(
                    "click an event, a row or the time bar; the wheel scrolls", "点击事件、列表行或时间条；滚轮滚动")
            ))
        return rows
    }

    /// How far it can be scrolled in an area of this height.
    func maximumScroll(rows height: Int) -> Int { max(rows.count - max(height - 4, 1), 0) }

    func draw(into grid: inout Grid, in area: Rect) {
        let rows = rows
        let keyWidth = rows.map(\.keys.cellWidth).max() ?? 0
        let width = min((rows.map { keyWidth + 3 + $0.help.cellWidth }.max() ?? 0) + 4, area.columns - 2)
        let box = area.centered(Size(columns: width, rows: min(rows.count + 4, area.rows)))
        let inner = Panel.draw(
            title: appearance.say("Keys", "按键"), into: &grid, in: box, glyphs: appearance.glyphs)
        let visible = max(inner.rows - 1, 0)
        for (offset, row) in rows.dropFirst(min(scroll, maximumScroll(rows: box.rows))).prefix(visible).enumerated() {
            grid.write(row.keys, column: inner.column, row: inner.row + offset, role: .key, within: inner)
            grid.write(row.help, column: inner.column + keyWidth + 2, row: inner.row + offset, within: inner)
        }
        let hint =
            rows.count > visible
            ? appearance.say("arrows scroll, any other key closes", "方向键滚动，其他任意键关闭")
            : appearance.say("any key closes", "按任意键关闭")
        grid.write(hint, column: inner.column, row: inner.endRow - 1, role: .dimmed, within: inner)
    }
}
