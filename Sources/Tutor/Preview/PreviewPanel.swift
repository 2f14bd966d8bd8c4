import CellGrid
import LocatedJSON

/// The rows below the player: how the file stands, and what is wrong with it.
///
///     ── lessons/dns.json: 2 errors; last good version shown ────── 1/2  n p choose  e edit  Q leave ─
///     ▸ 14:13 error: no participant is named 'servr'; did you mean 'server'?
///       14 |   { "from": "servr", "to": "client" }
///          |             ^^^^^^^
///       20:3 error: a timeline entry needs one of 'send', 'state', …
struct PreviewPanel {
    let course: PreviewedCourse
    /// The fault that is shown with its source line.
    let chosen: Int
    let columns: Int
    let appearance: Appearance

    private var glyphs: Glyphs { appearance.glyphs }

    /// How many rows it takes to show everything, the rule included, but not more than a limit.
    func rows(atMost limit: Int) -> Int {
        var rows = 1
        for fault in course.diagnostics.indices {
            guard rows < limit else { break }
            rows += block(of: fault).count
        }
        return min(rows, limit)
    }

    /// The lines of one fault.
    private func block(of index: Int) -> [RichLine] {
        let fault = course.diagnostics[index], isChosen = index == chosen
        let file = fault.file == course.subject ? "" : appearance.charset.adapt(fault.file) + ":"
        let isError = fault.severity == .error
        let word = isError ? appearance.say("error: ", "错误：") : appearance.say("warning: ", "警告：")
        let text = RichText([
            RichRun("\(file)\(fault.place.line):\(fault.place.column) ", .code),
            RichRun(word, isError ? .failure : .warning), RichRun(appearance.charset.adapt(fault.message)),
        ])
        let pointer = isChosen ? "\(glyphs.pointer) " : "  "
        var lines = text.wrapped(columns: max(columns - 3, 1)).enumerated().map { index, line in
            RichLine([RichRun(index == 0 ? pointer : "  ", .key)] + line.runs)
        }
        if isChosen { lines += excerpt(of: fault) }
        return lines
    }

    /// The source line with carets below the fault.
    private func excerpt(of fault: Diagnostic) -> [RichLine] {
        let source = course.source(of: fault.file)
        guard !source.isEmpty else { return [] }
        let gutter = "  \(fault.place.line) | "
        let line = SourceLine(around: fault.place, in: source, width: columns - gutter.cellWidth - 1)
        let before = appearance.charset.adapt(line.before), marked = appearance.charset.adapt(line.marked)
        let blank = String(repeating: " ", count: gutter.cellWidth - 2)
        let carets = String(repeating: "^", count: max(marked.cellWidth, 1))
        return [
            RichLine([
                RichRun(gutter, .dimmed), RichRun(before), RichRun(marked, .emphasis),
                RichRun(appearance.charset.adapt(line.after)),
            ]),
            RichLine([
                RichRun(blank + "| ", .dimmed), RichRun(String(repeating: " ", count: before.cellWidth)),
                RichRun(carets, .failure),
            ]),
        ]
    }

    /// The lines that `rows` rows below the rule show, each with the fault it belongs to: the chosen one, as many as
    /// there is room for before it, and then those after it.
    private func visible(rows: Int) -> [(line: RichLine, fault: Int)] {
        func lines(of fault: Int) -> [(line: RichLine, fault: Int)] { block(of: fault).map { ($0, fault) } }
        guard course.diagnostics.indices.contains(chosen), rows > 0 else { return [] }
        var visible = Array(lines(of: chosen).prefix(rows))
        for fault in (0..<chosen).reversed() where visible.count < rows {
            visible = lines(of: fault).suffix(rows - visible.count) + visible
        }
        for fault in chosen + 1..<max(course.diagnostics.count, chosen + 1) where visible.count < rows {
            visible += lines(of: fault).prefix(rows - visible.count)
        }
        return visible
    }

    /// The fault that a row of the panel is about; the rule is row 0.
    func fault(atRow row: Int, of rows: Int) -> Int? {
        guard row > 0 else { return nil }
        return visible(rows: rows - 1).dropFirst(row - 1).first?.fault
    }

    func draw(into grid: inout Grid, in area: Rect) {
        drawRule(into: &grid, in: area)
        for (offset, item) in visible(rows: area.rows - 1).enumerated() {
            grid.write(line: item.line, column: area.column, row: area.row + 1 + offset, within: area)
        }
    }

    private func drawRule(into grid: inout Grid, in area: Rect) {
        Panel.rule(into: &grid, row: area.row, columns: area.column..<area.endColumn, glyphs: glyphs)
        let name = appearance.charset.adapt(course.subject)
        let said = appearance.say(": ", "：") + state.text
        // What fits of: all of it; the name without its folder; without the key that leaves.
        let file = name.split(separator: "/").last.map(String.init) ?? name
        func width(_ name: String, _ keys: [RichRun]) -> Int {
            name.cellWidth + said.cellWidth + keys.reduce(0) { $0 + $1.text.cellWidth } + Self.margins
        }
        let forms = [(name, keys + leaving), (file, keys + leaving), (file, keys), (file, [])]
        let (title, hints) = forms.first { width($0.0, $0.1) <= area.columns } ?? (file, [])
        let hintsWidth = hints.reduce(0) { $0 + $1.text.cellWidth }
        let room = area.columns - hintsWidth - Self.margins
        let heading = truncated(title, columns: max(room - said.cellWidth, 12), ellipsis: glyphs.ellipsis)
        var column = grid.write(" ", column: area.column + 2, row: area.row)
        column = grid.write(heading, column: column, row: area.row, role: .heading)
        let words = truncated(said, columns: max(room - heading.cellWidth, 0), ellipsis: glyphs.ellipsis)
        column = grid.write(words, column: column, row: area.row, role: state.role)
        grid.write(" ", column: column, row: area.row)
        guard !hints.isEmpty else { return }
        column = grid.write(" ", column: area.endColumn - hintsWidth - 3, row: area.row)
        for run in hints { column = grid.write(run.text, column: column, row: area.row, role: run.role) }
        grid.write(" ", column: column, row: area.row)
    }

    /// Cells of the rule that are neither words nor keys: rule and space at either end, and some rule between.
    private static let margins = 9

    /// The keys of the panel, as the rule shows them.
    private var keys: [RichRun] {
        let count = course.diagnostics.count
        var runs: [RichRun] = []
        if count > 1 {
            runs += [
                RichRun("\(chosen + 1)/\(count)  ", .dimmed), RichRun("n p", .heading),
                RichRun(appearance.say(" choose  ", " 选择  "), .dimmed),
            ]
        }
        return runs + [RichRun("e", .heading), RichRun(appearance.say(" edit", " 编辑"), .dimmed)]
    }

    private var leaving: [RichRun] {
        [RichRun("  Q", .heading), RichRun(appearance.say(" leave", " 退出"), .dimmed)]
    }
}
