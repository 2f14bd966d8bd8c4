import CellGrid
import Courseware
import Ladder
import Localization
import Study
import Timelines

/// A quiz as a frame: the question, what is said about the answer, or the result.
struct QuizView {
    let screen: QuizScreen
    let catalog: Catalog
    let appearance: Appearance

    private var glyphs: Glyphs { appearance.glyphs }

    /// The ladder of the current question.
    private var picture: QuizPicture? { screen.session.current.flatMap { QuizPicture(of: $0, screen.open) } }

    /// Where the words stand, and the ladder if the question has one and there is room.
    func layout(_ size: Size) -> QuizLayout {
        QuizLayout(
            size, picture, isAnswered: screen.session.currentFeedback != nil, settings: appearance.ladder)
    }

    /// The question's text, for drawing and for the mouse.
    func questionText(columns: Int) -> QuestionText? {
        if let open = screen.open { return QuestionText(open, appearance: appearance, columns: columns) }
        guard let question = screen.session.current, let feedback = screen.session.currentFeedback else { return nil }
        return QuestionText(feedback, to: question, appearance: appearance, columns: columns)
    }

    func draw(into grid: inout Grid) {
        drawTitle(into: &grid)
        Panel.rule(into: &grid, row: 1, columns: 0..<grid.size.columns, glyphs: glyphs)
        Panel.rule(into: &grid, row: grid.size.rows - 2, columns: 0..<grid.size.columns, glyphs: glyphs)
        let layout = layout(grid.size), area = layout.text
        let text = questionText(columns: area.columns)
        let lines = text?.lines ?? summary(columns: area.columns)
        let pane = TextPane(lines: lines, scroll: scroll(text, rows: area.rows), glyphs: glyphs)
        pane.draw(into: &grid, in: area)
        if let rule = layout.rule {
            Panel.rule(into: &grid, row: rule, columns: 0..<grid.size.columns, glyphs: glyphs)
        }
        if !layout.picture.isEmpty { picture?.pane(appearance.ladder).draw(into: &grid, in: layout.picture) }
    }

    /// The learner's scrolling, moved so that the pointer's row is in sight.
    func scroll(_ text: QuestionText?, rows: Int) -> Int {
        guard let open = screen.open, let text, text.rowLines.indices.contains(open.row) else { return screen.scroll }
        let row = text.rowLines[open.row]
        return min(max(screen.scroll, row.upperBound - rows), max(row.lowerBound, 0))
    }

    private func drawTitle(into grid: inout Grid) {
        grid.fill(Rect(column: 0, row: 0, columns: grid.size.columns, rows: 1), with: Cell(" ", .bar))
        let right = reading, room = titleRoom(columns: grid.size.columns)
        grid.write(truncated(title, columns: room, ellipsis: glyphs.ellipsis), column: 1, row: 0, role: .bar)
        grid.write(right, column: grid.size.columns - right.cellWidth - 1, row: 0, role: .bar)
    }

    /// What the bar at the top says at its left.
    var title: String { appearance.say("Quiz: ", "测验：") + appearance.text(screen.session.quiz.title) }

    /// The cells that the title has.
    func titleRoom(columns: Int) -> Int { columns - 4 - reading.cellWidth }

    /// What the bar at the top says at its right: which question it is, and how many were right so far.
    private var reading: String {
        let session = screen.session
        let answered = session.feedback.count { $0 != nil }
        let right = appearance.say(
            "\(session.score.right) right of \(answered)", "已答\(answered)题，对\(session.score.right)题")
        return session.isFinished ? right : "\(session.position + 1) / \(session.questions.count)   " + right
    }

    /// The result: the score, and every question with a mark.
    func summary(columns: Int) -> [RichLine] {
        let session = screen.session
        let score = session.score
        var lines = RichText(
            appearance.say("\(score.right) of \(score.of) right", "\(score.of)题中答对\(score.right)题"), role: .title
        ).wrapped(columns: columns)
        lines.append(RichLine())
        for (question, feedback) in zip(session.questions, session.feedback) {
            let isRight = feedback?.isRight ?? false
            let mark = RichRun("\(isRight ? glyphs.check : glyphs.wrong) ", isRight ? .success : .failure)
            for (index, line) in RichText(appearance.text(question.ask)).wrapped(columns: max(columns - 2, 1))
                .enumerated()
            {
                lines.append(RichLine([index == 0 ? mark : RichRun("  ")] + line.runs))
            }
            if let feedback, !isRight {
                let answer = RichText(
                    appearance.say("Answer: ", "答案：") + appearance.text(feedback.solutionText), role: .dimmed)
                for line in answer.wrapped(columns: max(columns - 4, 1)) {
                    lines.append(RichLine([RichRun("    ")] + line.runs))
                }
            }
        }
        lines.append(RichLine())
        let hint =
            session.wrongQuestionIDs.isEmpty
            ? appearance.say("Nothing to repeat. Esc goes back.", "没有需要重做的题。按Esc返回。")
            : appearance.say("Enter asks the wrong ones again, Esc goes back.", "按Enter重做错题，按Esc返回。")
        return lines + RichText(hint, role: .dimmed).wrapped(columns: columns)
    }
}
