import CellGrid
import Localization

/// What the learner is told or asked about their progress file, over whatever else is on the screen.
enum SavingQuestion: Equatable, Sendable {
    /// Whether to bring a backup back: what happened to the file, and what the backup is.
    case restore(trouble: LocalizedText, backup: LocalizedText)
    /// What happened to the file.
    case told(LocalizedText)
    /// Where to save instead, as far as it has been typed.
    case elsewhere(path: String)
    /// Whether to leave although something is not saved.
    case leaving
}

/// A question about the progress file as a panel.
struct SavingQuestionView {
    let question: SavingQuestion
    /// Why the progress is not saved, if that is what it is about.
    let unsaved: LocalizedText?
    let appearance: Appearance

    /// The keys that answer it.
    var keys: KeyMap { question.keys(isUnsaved: unsaved != nil) }

    func draw(into grid: inout Grid) {
        // The bar of keys below stays in sight.
        let area = grid.bounds.inset(bottom: 1)
        let columns = min(area.columns - 4, 72)
        let lines = lines(columns: columns - 4, rows: area.rows - 2)
        let inner = Panel.draw(
            title: appearance.say("Your progress", "学习进度"), into: &grid,
            in: area.centered(Size(columns: columns, rows: lines.count + 2)), glyphs: appearance.glyphs)
        for (row, line) in lines.prefix(inner.rows).enumerated() {
            grid.write(line.text, column: inner.column, row: inner.row + row, role: line.role, within: inner)
        }
    }

    private typealias Line = (text: String, role: Role)

    /// What is said: the reason, of which as much as there is room for, and below it what can be done.
    private func lines(columns: Int, rows: Int) -> [Line] {
        let (reason, rest) = parts(columns: columns)
        let room = max(rows - rest.count, 1)
        var shown = told(reason, columns: columns)
        if shown.count > room {
            let ellipsis = appearance.glyphs.ellipsis, last = shown[room - 1].text
            let cut = last.cellWidth < columns ? last : truncated(last, columns: columns - 1, ellipsis: ellipsis)
            shown = shown.prefix(room - 1) + [(cut.last == ellipsis ? cut : cut + String(ellipsis), .plain)]
        }
        return shown + rest
    }

    private func parts(columns: Int) -> (reason: LocalizedText?, rest: [Line]) {
        switch question {
        case .restore(let trouble, let backup):
            let backup = appearance.text(backup)
            let offer = appearance.say("There is a backup: \(backup).", "有一份备份：\(backup)。")
            return (trouble, paragraph(offer, columns: columns) + choices)
        case .told(let trouble): return (trouble, [("", .plain)] + choices)
        case .elsewhere(let path):
            let shown = truncatedAtStart(path.sanitized, columns: columns - 1) + "_"
            return (
                unsaved,
                paragraph(appearance.say("Save to which file?", "保存到哪个文件？"), columns: columns)
                    + [("", .plain), (shown, .key), ("", .plain)] + choices
            )
        case .leaving:
            let fact = appearance.say("Your last answers are not saved.", "最近的答案还没有保存。")
            return (unsaved, paragraph(fact, columns: columns) + [("", .plain)] + choices)
        }
    }

    private func told(_ reason: LocalizedText?, columns: Int) -> [Line] {
        reason.map {
            let words = appearance.text($0).sanitized
            return wrapped(appearance.say("\(words).", "\(words)。"), columns: columns).map { ($0, .plain) }
        } ?? []
    }

    private func paragraph(_ sentence: String, columns: Int) -> [Line] {
        [("", .plain)] + wrapped(sentence, columns: columns).map { ($0, .plain) }
    }

    /// A line for each key but the one for the language, which the bar names.
    private var choices: [Line] {
        let bindings = keys.bindings.filter { $0.action != .switchLanguage }
        let labels = bindings.map { $0.keys.first?.label(isASCII: appearance.charset != .unicode) ?? "" }
        let width = labels.map(\.cellWidth).max() ?? 0
        return zip(labels, bindings).map { label, binding in
            (label.padded(to: width) + "  " + appearance.text(binding.help), .key)
        }
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
