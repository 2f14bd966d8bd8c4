import CellGrid
import Courseware
import Study

/// The lesson's challenges: what is to be brought about, and with how few faults it has been.
struct ChallengesView {
    let lesson: Lesson
    let list: ChallengeList
    let progress: Progress
    let appearance: Appearance

    private func lines(of challenges: [Challenge], columns: Int) -> (lines: [RichLine], chosen: Int) {
        var lines: [RichLine] = [], chosen = 0
        for (place, challenge) in challenges.enumerated() {
            let isChosen = place == list.row
            if isChosen { chosen = lines.count }
            let best = progress.fewestFaults(for: challenge.id, of: lesson.id)
            let mark = best == nil ? appearance.glyphs.new : appearance.glyphs.done
            let pointer = isChosen ? String(appearance.glyphs.pointer) : " "
            let task = RichText(appearance.text(challenge.task), role: isChosen ? .selected : .plain)
                .wrapped(columns: max(columns - 4, 10))
            for (row, line) in task.enumerated() {
                let lead = row == 0 ? "\(pointer) \(mark) " : "    "
                lines.append(RichLine([RichRun(lead, best == nil ? .key : .success)] + line.runs))
            }
            lines.append(RichLine([RichRun("    " + score(challenge, best), .dimmed)]))
            if isChosen, list.showsHint, let hint = challenge.hint {
                for line in RichText(appearance.text(hint), role: .heading).wrapped(columns: max(columns - 4, 10)) {
                    lines.append(RichLine([RichRun("    ", .plain)] + line.runs))
                }
            }
        }
        return (lines, chosen)
    }

    /// What it takes, and what it took: `par 2 · your best 3`.
    private func score(_ challenge: Challenge, _ best: Int?) -> String {
        let par = appearance.say("par \(challenge.par)", "标准\(challenge.par)处改动")
        guard let best else { return par }
        return par + appearance.say(" · your best \(best)", "·你的最好成绩\(best)处")
    }

    /// The rows that the chosen challenge takes, and the rows that there are for it on a screen of this size.
    func rowsOfChosen(in screen: Size) -> (taken: Int, room: Int) {
        let columns = Self.columns(in: screen)
        let alone = ChallengesView(
            lesson: lesson, list: ChallengeList(row: 0, showsHint: list.showsHint), progress: progress,
            appearance: appearance)
        let chosen = lesson.challenges.indices.contains(list.row) ? [lesson.challenges[list.row]] : []
        return (alone.lines(of: chosen, columns: columns - 4).lines.count, Self.mostRows(in: screen) - 2)
    }

    private static func columns(in screen: Size) -> Int { min(screen.columns - 4, 76) }

    private static func mostRows(in screen: Size) -> Int { screen.rows - 4 }

    func draw(into grid: inout Grid) {
        let columns = Self.columns(in: grid.size)
        let (lines, chosen) = lines(of: lesson.challenges, columns: columns - 4)
        let size = Size(columns: columns, rows: min(lines.count + 2, Self.mostRows(in: grid.size)))
        let inner = Panel.draw(
            title: appearance.say("Challenges", "挑战"), into: &grid, in: Rect(grid.size).centered(size),
            glyphs: appearance.glyphs)
        TextPane(lines: lines, scroll: max(chosen + 3 - inner.rows, 0), glyphs: appearance.glyphs)
            .draw(into: &grid, in: inner)
    }
}
