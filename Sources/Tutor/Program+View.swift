public import CellGrid

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
        KeyBar(map: keys, appearance: appearance).draw(into: &grid, row: size.rows - 1)
        if let notice { draw(notice: notice, into: &grid) }
        if let help {
            HelpView(map: keys, appearance: appearance, scroll: help).draw(
                into: &grid, in: grid.bounds.inset(bottom: 1))
        }
        if let question {
            SavingQuestionView(question: question, trouble: unsaved, appearance: appearance).draw(into: &grid)
        }
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
        guard let ground else { return keysOfScreen }
        return keysOfScreen.over(ground, isBottom: screens.count == 1)
    }

    private var keysOfScreen: KeyMap {
        switch screens.last {
        case nil where ground != nil: .waiting
        case nil: isNewcomer ? .newcomer : .catalogue
        case .player(let player): player.keys
        case .quiz(let quiz): quiz.keys
        case .briefing: .briefing
        case .progress: .progress
        }
    }

    private func draw(notice: String, into grid: inout Grid) {
        let lines = wrapped(appearance.charset.adapt(notice), columns: size.columns - 2)
        for (offset, line) in lines.suffix(3).enumerated() {
            let row = size.rows - min(lines.count, 3) + offset
            grid.fill(Rect(column: 0, row: row, columns: size.columns, rows: 1), with: Cell(" ", .bar))
            grid.write(line, column: 1, row: row, role: .bar)
        }
    }

    func drawTooSmall(needing needed: Size, into grid: inout Grid) {
        let has = grid.size
        let text = appearance.say(
            "netarium needs at least \(needed.columns)x\(needed.rows); this terminal has \(has.columns)x\(has.rows).",
            "netarium至少需要\(needed.columns)x\(needed.rows)，当前终端为\(has.columns)x\(has.rows)。")
        for (row, line) in wrapped(text, columns: max(has.columns, 1)).enumerated() {
            grid.write(line, column: 0, row: row)
        }
    }
}
