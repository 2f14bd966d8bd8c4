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
    /// How far the learner's clock is ahead of UTC, in milliseconds.
    var utcOffset: Int64 = 0

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
        return QuestionText(
            feedback, to: question, appearance: appearance, columns: columns, remark: again)
    }

    /// When a question just reviewed comes again.
    private var again: String? {
        guard case .review(let review) = screen.session.practice, let last = review.answers.last,
            let answered = screen.answered, !review.isWaiting(for: last.card.id)
        else { return nil }
        return ReviewWords(appearance: appearance, offset: utcOffset)
            .again(last.memory.rested(offset: utcOffset), at: answered)
    }

    func draw(into grid: inout Grid) {
        drawTitle(into: &grid)
        Panel.rule(into: &grid, row: 1, columns: 0..<grid.size.columns, glyphs: glyphs)
        Panel.rule(into: &grid, row: grid.size.rows - 2, columns: 0..<grid.size.columns, glyphs: glyphs)
        let layout = layout(grid.size), area = layout.text
        let text = questionText(columns: area.columns)
        let lines = text?.lines ?? summary(columns: area.columns)
        let offset =
            report(columns: area.columns).map { scroll($0, rows: area.rows) } ?? scroll(text, rows: area.rows)
        let pane = TextPane(lines: lines, scroll: offset, glyphs: glyphs)
        pane.draw(into: &grid, in: area)
        if let rule = layout.rule {
            Panel.rule(into: &grid, row: rule, columns: 0..<grid.size.columns, glyphs: glyphs)
        }
        if !layout.picture.isEmpty { ladder?.draw(into: &grid, in: layout.picture) }
    }

    /// The ladder of the current question, moved as far as the learner has moved it.
    private var ladder: LadderPane? {
        var pane = picture?.pane(appearance.ladder)
        pane?.lookBack = screen.lookBack
        return pane
    }

    /// How far the ladder can be moved in its rectangle, in rows.
    func longestLookBack(in area: Rect) -> Int { ladder?.longestLookBack(in: area) ?? 0 }

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
    var title: String {
        let title = appearance.text(screen.session.quiz.title)
        return screen.session.practice == nil ? appearance.say("Quiz: ", "测验：") + title : title
    }

    /// The cells that the title has.
    func titleRoom(columns: Int) -> Int { columns - 4 - reading.cellWidth }

    /// What the bar at the top says at its right: which question it is, and how many were right so far.
    private var reading: String {
        let session = screen.session
        let place = "\(min(session.position + 1, session.length)) / \(session.length)"
        if let left = screen.left, !session.isFinished {
            let seconds = left / 1000, rest = seconds % 60
            return place + "   " + appearance.say("time left ", "剩余时间 ")
                + "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
        }
        let answered = session.feedback.count { $0 != nil }
        let right = appearance.say(
            "\(session.score.right) right of \(answered)", "已答\(answered)题，对\(session.score.right)题")
        return session.isFinished ? right : place + "   " + right
    }

    /// The report about an interview that has ended.
    func report(columns: Int) -> ReportText? {
        guard screen.session.isFinished, let report = InterviewReport(screen.session) else { return nil }
        return ReportText(
            report, catalog: catalog, appearance: appearance, chosen: report.misses.isEmpty ? nil : screen.mistake,
            columns: columns)
    }

    /// The learner's scrolling, moved so that as much as possible of the chosen mistake is in sight.
    private func scroll(_ report: ReportText, rows: Int) -> Int {
        guard screen.mistake > 0, report.missLines.indices.contains(screen.mistake) else { return screen.scroll }
        let lines = report.missLines[screen.mistake]
        return min(max(screen.scroll, lines.upperBound - rows), lines.lowerBound)
    }

    /// What is said at the end.
    func summary(columns: Int) -> [RichLine] {
        switch screen.session.practice {
        case nil: quizSummary(columns: columns)
        case .interview: report(columns: columns)?.lines ?? []
        case .review(let review): reviewSummary(review, columns: columns)
        case .diagnostic:
            screen.session.placement(among: catalog.heads).map {
                PlacementText(placement: $0, catalog: catalog, appearance: appearance).lines(columns: columns)
            } ?? []
        }
    }

    /// The end of a review: how much was done, what had been forgotten, and whether there is more.
    private func reviewSummary(_ review: ReviewSession, columns: Int) -> [RichLine] {
        let words = ReviewWords(appearance: appearance, offset: utcOffset)
        func wrapped(_ text: String, _ role: Role) -> [RichLine] {
            RichText(text, role: role).wrapped(columns: max(columns, 1))
        }
        var lines = wrapped(words.done(review.score), .title)
        if screen.hasMore { lines += wrapped(words.more, .dimmed) }
        let session = screen.session
        for card in review.forgotten {
            guard let place = session.cards.firstIndex(of: card.id) else { continue }
            let ask = RichText(appearance.text(session.questions[place].ask)).wrapped(columns: max(columns - 2, 1))
            lines.append(RichLine())
            lines += ask.enumerated().map {
                RichLine([$0 == 0 ? RichRun("\(glyphs.wrong) ", .failure) : RichRun("  ")] + $1.runs)
            }
            guard let feedback = session.feedback[place] else { continue }
            let answer = appearance.say("Answer: ", "答案：") + appearance.text(feedback.solutionText)
            lines += RichText(answer, role: .dimmed).wrapped(columns: max(columns - 2, 1)).map {
                RichLine([RichRun("  ")] + $0.runs)
            }
        }
        return lines
    }

    /// The result of a quiz: the score, and every question with a mark.
    private func quizSummary(columns: Int) -> [RichLine] {
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
