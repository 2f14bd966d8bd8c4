import CellGrid
import Courseware
import Ladder
import Study
import Timelines

extension Program {
    /// The mouse: a click chooses what it hits, the wheel scrolls.
    mutating func handle(_ mouse: Mouse, at now: WallTime) -> [Effect] {
        guard size.holds(Self.minimumSize) else { return [] }
        if help != nil {
            switch mouse.action {
            case .click: help = nil
            case .wheelUp: return handle(.up, at: now)
            case .wheelDown: return handle(.down, at: now)
            }
            return []
        }
        switch screens.last {
        case nil: return ground == nil ? handleInCatalogue(mouse, at: now) : []
        case .player: return handleInPlayer(mouse, at: now)
        case .quiz(let quiz): return handle(mouse, in: quiz, at: now)
        case .briefing, .progress:
            switch mouse.action {
            case .wheelUp: return perform(.up, at: now)
            case .wheelDown: return perform(.down, at: now)
            case .click: return []
            }
        }
    }

    private mutating func handleInCatalogue(_ mouse: Mouse, at now: WallTime) -> [Effect] {
        switch mouse.action {
        case .wheelUp: return perform(.up, at: now)
        case .wheelDown: return perform(.down, at: now)
        case .click: break
        }
        let view = catalogueView
        let list = view.areas(size).list, rows = view.rows
        let row = mouse.row - list.row + view.firstRow(of: rows, height: list.rows)
        guard list.contains(column: mouse.column, row: mouse.row), rows.indices.contains(row),
            case .lesson(let lesson) = rows[row]
        else { return [] }
        // A click chooses; a click on what is chosen opens it.
        if catalogue.lesson(in: catalog)?.id == lesson.id { return perform(.choose, at: now) }
        catalogue.selected = lesson.id
        return []
    }

    private mutating func handleInPlayer(_ mouse: Mouse, at now: WallTime) -> [Effect] {
        guard case .player(let player) = screens.last else { return [] }
        if player.sheet != nil { return handleInSheet(mouse, at: now) }
        let layout = PlayerLayout(size: size, player: player, appearance: appearance)
        let isOverText = layout.text.contains(column: mouse.column, row: mouse.row)
        switch mouse.action {
        case .wheelUp: return perform(isOverText ? .pageUp : .cursorUp, at: now)
        case .wheelDown: return perform(isOverText ? .pageDown : .cursorDown, at: now)
        case .click: break
        }
        if mouse.row == layout.timeBarRow, layout.timeBar.contains(mouse.column) {
            let show =
                player.pacing.length * Int64(mouse.column - layout.timeBar.lowerBound)
                / Int64(max(layout.timeBar.count - 1, 1))
            return withPlayer(at: now) { $0.seek(to: show) }
        }
        guard player.comparedScene == nil else { return [] }
        let pane = PlayerView(player: player, appearance: appearance).ladder
        let event = pane.event(atColumn: mouse.column, row: mouse.row, in: layout.ladder)
        return withPlayer(at: now) { player in
            // A click puts the cursor on the event; a click on the cursor's event opens it.
            if event != nil, player.cursor == event {
                player.inspect()
            } else {
                player.showsDetails = false
            }
            player.cursor = event
        }
    }

    private mutating func handle(_ mouse: Mouse, in quiz: QuizScreen, at now: WallTime) -> [Effect] {
        switch mouse.action {
        case .wheelUp: return perform(quiz.open == nil ? .scrollUp : .up, at: now)
        case .wheelDown: return perform(quiz.open == nil ? .scrollDown : .down, at: now)
        case .click: break
        }
        let view = QuizView(screen: quiz, catalog: catalog, appearance: appearance)
        let area = view.layout(size).text
        if case .point = quiz.open?.posed.form { return [] }
        guard quiz.open != nil, area.contains(column: mouse.column, row: mouse.row),
            let text = view.questionText(columns: area.columns)
        else { return [] }
        let line = mouse.row - area.row + max(view.scroll(text, rows: area.rows), 0)
        guard let row = text.rowLines.firstIndex(where: { $0.contains(line) }) else { return [] }
        var changed = quiz
        changed.open?.row = row
        if case .several = changed.open?.posed.form { changed.open?.mark() }
        screens[screens.count - 1] = .quiz(changed)
        return []
    }
}
