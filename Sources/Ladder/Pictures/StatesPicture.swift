import CellGrid
import Timelines

/// The state machine of a connection: the way so far, the present state, and every way out of it.
///
///     Client  SYN-SENT ▸ ESTABLISHED
///     ● close() ━▶ FIN-WAIT-1
///     ├ ACK of FIN ▸ FIN-WAIT-2
///     ├ FIN ▸ CLOSING
///     ├ FIN + ACK of FIN ▸ TIME-WAIT
///     └ RST/abort/timeout ▸ CLOSED
///
/// The heavy arrow is the way that was taken just now. Where there are more rows, earlier ways stand above it line by line.
/// Source: RFC 9293 §3.3.2, Figure 5 with its notes.
struct StatesPicture: PictureDrawing {
    /// The way so far; the present state last.
    private let path: [StateStep]
    /// Whether the last step was taken at this instant.
    private let isNew: Bool
    private let head: PictureHead
    private let settings: LadderSettings

    init(_ picture: Picture, _ timeline: Timeline, at moment: Moment, _ settings: LadderSettings) {
        path = timeline.statePath(of: picture.owner, connection: picture.connection ?? 1, until: moment)
        isNew = path.last.map { $0.event != nil && $0.instant == moment.instant } ?? false
        head = PictureHead(picture, timeline, settings)
        self.settings = settings
    }

    var minimumRows: Int { 2 + exits.count }
    var usualRows: Int { 7 }
    var preferredRows: Int { 12 }
    var minimumColumns: Int {
        let ways = exits.map { 2 + $0.words.cellWidth + arrow.cellWidth + $0.target.cellWidth }
        let present = path.last.map { step in
            2 + (words(step, short: true).map { $0.cellWidth + heavyArrow.cellWidth } ?? 0)
                + step.state.rawValue.cellWidth
        }
        return max(head.owner.cellWidth, ways.max() ?? 0, present ?? 0)
    }

    // MARK: In words

    var sentence: String? {
        guard let last = path.last else { return nil }
        let way = words(last, short: false).map { line($0, last.state.rawValue) } ?? last.state.rawValue
        let comma = settings.say(", ", "，")
        let ways = exits.map { line($0.words, $0.target) }.joined(separator: comma)
        return head.owner + settings.say(": ", "：") + way + settings.say("; from here: ", "；接下来：") + ways
    }

    private func line(_ words: String, _ target: String) -> String {
        words + " " + settings.charset.adapt("→") + " " + target
    }

    /// What led to a step; `nil` where nothing is known to have.
    private func words(_ step: StateStep, short: Bool) -> String? {
        if !short, let deed = step.deed { return settings.text(deed) }
        return (step.trigger?.name ?? step.deed).map(settings.text)
    }

    /// The ways out, those that lead to the same state on one line; apart from them those that end the connection.
    private var exits: [(words: String, target: String)] {
        guard let state = path.last?.state else { return [] }
        let sudden = state.suddenEnds
        let others = state.ways.filter { !sudden.contains($0) }
        let targets = others.map(\.target).reduce(into: [ConnectionState]()) { if !$0.contains($1) { $0.append($1) } }
        let groups = targets.map { target in others.filter { $0.target == target } } + (sudden.isEmpty ? [] : [sudden])
        return groups.map { ways in
            let names = ways.map { settings.text($0.trigger.name) }.joined(separator: "/")
            return (names, ways[0].target.rawValue)
        }
    }

    // MARK: On the screen

    private var arrow: String { " \(settings.glyphs.pointer) " }
    private var heavyArrow: String { " \(settings.glyphs.heavyHorizontal)\(settings.glyphs.arrowRight) " }

    func draw(into grid: inout Grid, in area: Rect) {
        guard area.rows > 0 else { return }
        let former = path.dropLast()
        let exits = self.exits
        // What there is room for stands line by line, what came before it beside the name.
        let lines = former.suffix(max(area.rows - 2 - exits.count, 0))
        drawHead(Array(former.dropLast(lines.count)), into: &grid, in: area)
        var row = area.row + 1
        func begin(_ mark: Character, _ role: Role) -> Int {
            grid.write("\(mark) ", column: area.column, row: row, role: role, within: area)
        }
        for step in lines {
            let column = begin(settings.glyphs.former, .dimmed)
            write(step, arrow, .dimmed, .dimmed, column: column, row: row, into: &grid, in: area)
            row += 1
        }
        if let last = path.last {
            let column = begin(settings.glyphs.done, .emphasis)
            write(
                last, isNew ? heavyArrow : arrow, isNew ? .emphasis : .plain, .state, column: column, row: row,
                into: &grid, in: area)
            row += 1
        }
        for (place, exit) in exits.enumerated() where row < area.endRow {
            let isLast = place == exits.count - 1
            var column = begin(isLast ? settings.glyphs.bottomLeft : settings.glyphs.teeLeft, .border)
            column = grid.write(exit.words, column: column, row: row, role: .plain, within: area)
            column = grid.write(arrow, column: column, row: row, role: .border, within: area)
            grid.write(exit.target, column: column, row: row, role: .dimmed, within: area)
            row += 1
        }
    }

    private func write(
        _ step: StateStep, _ arrow: String, _ role: Role, _ target: Role, column: Int, row: Int, into grid: inout Grid,
        in area: Rect
    ) {
        var column = column
        let rest = arrow.cellWidth + step.state.rawValue.cellWidth
        let room = area.endColumn - column - rest
        let fitting = [words(step, short: false), words(step, short: true)].compactMap(\.self)
        if let words = fitting.first(where: { $0.cellWidth <= room }) ?? fitting.last {
            column = grid.write(words + arrow, column: column, row: row, role: role, within: area)
        }
        grid.write(step.state.rawValue, column: column, row: row, role: target, within: area)
    }

    /// Whose it is, and as many of the last of these states as there is room for.
    private func drawHead(_ steps: [StateStep], into grid: inout Grid, in area: Rect) {
        let column = grid.write(head.owner, column: area.column, row: area.row, role: .participant, within: area) + 2
        let names = steps.map(\.state.rawValue), room = area.endColumn - column
        for count in stride(from: names.count, to: 0, by: -1) {
            let lead = count < names.count ? String(settings.glyphs.ellipsis) + arrow : ""
            let text = lead + names.suffix(count).joined(separator: arrow)
            guard text.cellWidth <= room else { continue }
            grid.write(text, column: column, row: area.row, role: .dimmed, within: area)
            return
        }
    }
}
