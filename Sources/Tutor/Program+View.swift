public import CellGrid
import Study

extension Program {
    /// The frame of the present state, as large as the terminal.
    public func view() -> Grid {
        var grid = Grid(size)
        guard size.holds(Self.minimumSize) else {
            drawTooSmall(needing: Self.minimumSize, into: &grid)
            return grid.adapted(to: appearance.charset)
        }
        switch screens.last {
        case nil where ground != nil: ground?.draw(into: &grid, appearance: appearance)
        case nil:
            catalogueView.draw(into: &grid)
        case .player(let player):
            PlayerView(player: player, appearance: appearance, progress: progress).draw(into: &grid)
        case .quiz(let quiz):
            QuizView(screen: quiz, catalog: catalog, appearance: appearance, utcOffset: utcOffset).draw(into: &grid)
        case .briefing(let screen):
            BriefingView(screen: screen, catalog: catalog, appearance: appearance).draw(into: &grid)
        case .progress(let screen):
            ProgressView(screen: screen, catalog: catalog, appearance: appearance).draw(into: &grid)
        }
        let asked = question.map { SavingQuestionView(question: $0, unsaved: unsaved, appearance: appearance) }
        KeyBar(map: asked?.keys ?? keys, appearance: appearance).draw(into: &grid, row: size.rows - 1)
        if unsaved != nil { drawUnsavedMark(into: &grid) }
        if let notice { draw(notice: notice, into: &grid) }
        if let help {
            HelpView(map: keys, appearance: appearance, scroll: help).draw(
                into: &grid, in: grid.bounds.inset(bottom: 1))
        }
        asked?.draw(into: &grid)
        return grid.adapted(to: appearance.charset)
    }

    /// The catalogue as it stands.
    var catalogueView: CatalogueView {
        CatalogueView(
            screen: catalogue, catalog: catalog, progress: progress, appearance: appearance, outlook: outlook,
            isNewcomer: isNewcomer)
    }

    /// The keys that work on the present screen.
    var keys: KeyMap {
        let own = ground.map { keysOfScreen.over($0, isBottom: screens.count == 1) } ?? keysOfScreen
        guard unsaved != nil else { return own }
        let isAsking = if case .quiz(let quiz) = screens.last { !quiz.session.isFinished } else { false }
        return own.whileUnsaved(hasAnswers: isAsking)
    }

    private var keysOfScreen: KeyMap {
        switch screens.last {
        case nil where ground != nil: .waiting
        case nil where progress.resume == nil: (isNewcomer ? KeyMap.newcomer : .catalogue).unlisted(.resume)
        case nil: isNewcomer ? .newcomer : .catalogue
        case .player(let player): player.keys
        case .quiz(let quiz): quiz.keys
        case .briefing: .briefing
        case .progress: .progress
        }
    }

    private func draw(notice: String, into grid: inout Grid) {
        let lines = wrapped(appearance.charset.adapt(notice), columns: size.columns - 2).prefix(size.rows / 2)
        for (offset, line) in lines.enumerated() {
            let row = size.rows - lines.count + offset
            grid.fill(Rect(column: 0, row: row, columns: size.columns, rows: 1), with: Cell(" ", .bar))
            grid.write(line, column: 1, row: row, role: .bar)
        }
    }

    /// What stands below the title on every screen for as long as something is not saved.
    private func drawUnsavedMark(into grid: inout Grid) {
        let mark = appearance.say(" not saved: ^S ", " 未保存：^S ")
        grid.write(mark, column: size.columns - mark.cellWidth - 2, row: 1, role: .warning)
    }

    func drawTooSmall(needing needed: Size, into grid: inout Grid) {
        let has = grid.size
        let fact = appearance.say(
            "netarium needs at least \(needed.columns)x\(needed.rows); this terminal has \(has.columns)x\(has.rows).",
            "netarium至少需要\(needed.columns)x\(needed.rows)，当前终端为\(has.columns)x\(has.rows)。")
        let way =
            question == .leaving
            ? appearance.say(
                " Your last answers are not saved. q leaves all the same.", "最近的答案还没有保存。按q仍然退出。")
            : appearance.say(" Q leaves.", "按Q退出。")
        let text = fact + way
        for (row, line) in wrapped(text, columns: max(has.columns, 1)).enumerated() {
            grid.write(line, column: 0, row: row)
        }
    }
}
