import CellGrid

/// What the learner is asked about their progress file, over whatever else is on the screen.
enum SavingQuestion: Equatable, Sendable {
    /// Whether to bring a backup back: what happened to the file, and what the backup is.
    case restore(trouble: String, backup: String)
    /// Where to save instead, as far as it has been typed.
    case elsewhere(path: String)
    /// Whether to leave although something is not saved.
    case leaving
}

/// A question about the progress file as a panel.
struct SavingQuestionView {
    let question: SavingQuestion
    /// Why the progress is not saved, if that is what it is about.
    let trouble: String?
    let appearance: Appearance

    func draw(into grid: inout Grid) {
        let columns = min(grid.size.columns - 4, 72)
        let lines = lines(columns: columns - 4)
        let size = Size(columns: columns, rows: min(lines.count + 2, grid.size.rows - 1))
        let inner = Panel.draw(
            title: appearance.say("Your progress", "学习进度"), into: &grid, in: grid.bounds.centered(size),
            glyphs: appearance.glyphs)
        for (row, line) in lines.prefix(inner.rows).enumerated() {
            grid.write(line.text, column: inner.column, row: inner.row + row, role: line.role, within: inner)
        }
    }

    private typealias Line = (text: String, role: Role)

    private func lines(columns: Int) -> [Line] {
        func told(_ sentence: String) -> [Line] {
            let shown = appearance.charset.adapt(sentence.sanitized)
            return wrapped(shown, columns: columns).map { ($0, .plain) } + [("", .plain)]
        }
        switch question {
        case .restore(let trouble, let backup):
            return told(trouble) + told(appearance.say("There is a backup: \(backup).", "有一份备份：\(backup)。"))
                + keys(("Enter", "bring it back", "恢复备份"), ("Esc", "go on without it", "不恢复，继续"))
        case .elsewhere(let path):
            let shown = truncatedAtStart(path.sanitized, columns: columns - 1) + "_"
            return told(trouble ?? "") + told(appearance.say("Save to which file?", "保存到哪个文件？"))
                + [(shown, .key), ("", .plain)] + keys(("Enter", "save", "保存"), ("Esc", "go on", "继续"))
        case .leaving:
            return told(trouble ?? "") + told(appearance.say("Your last answers are not saved.", "最近的答案还没有保存。"))
                + keys(("s", "save elsewhere", "保存到别处"), ("q", "leave all the same", "仍然退出"), ("Esc", "go on", "继续"))
        }
    }

    private func keys(_ keys: (key: String, english: String, chinese: String)...) -> [Line] {
        keys.map { ("\($0.key)  \(appearance.say($0.english, $0.chinese))", .key) }
    }

    /// The end of a long text: where one types.
    private func truncatedAtStart(_ text: String, columns: Int) -> String {
        var room = columns
        let shown = text.reversed().prefix { character in
            room -= String(character).cellWidth
            return room >= 0
        }
        return String(shown.reversed())
    }
}
