import CellGrid
import Courseware
import Localization
import Study

/// A question and what has been put in so far, or what is said about the answer, in lines for a panel of some width.
struct QuestionText {
    let appearance: Appearance
    let columns: Int
    private(set) var lines: [RichLine] = []
    /// For each row that can be chosen the lines that show it, for the mouse and for keeping the pointer in sight.
    private(set) var rowLines: [Range<Int>] = []

    private var glyphs: Glyphs { appearance.glyphs }

    /// The question as it is being answered.
    init(_ question: OpenQuestion, appearance: Appearance, columns: Int) {
        self.appearance = appearance
        self.columns = max(columns, 8)
        add(appearance.text(question.posed.ask), .heading)
        for (place, text) in question.hints.enumerated() {
            add(appearance.say("Hint \(place + 1): ", "提示\(place + 1)：") + appearance.text(text), .emphasis)
        }
        lines.append(RichLine())
        addForm(of: question)
        addOffer(ofHintsFor: question)
        if let complaint = question.complaint {
            lines.append(RichLine())
            add(appearance.text(complaint), .warning)
        }
    }

    /// What is said about an answer, with a remark of the program's own at the end.
    init(
        _ feedback: Feedback, to question: PosedQuestion, appearance: Appearance, columns: Int, remark: String? = nil
    ) {
        self.appearance = appearance
        self.columns = max(columns, 8)
        add(appearance.text(question.ask), .heading)
        lines.append(RichLine())
        addVerdict(feedback, question.form)
        for remark in feedback.remarks {
            lines.append(RichLine())
            if case .recall = question.form {
                add(remark)
            } else {
                add(appearance.text(remark.subject), .emphasis)
                add(appearance.text(remark.because))
            }
        }
        lines.append(RichLine())
        if case .recall(_, let model) = question.form {
            add(appearance.say("It could sound like this:", "可以这样回答："), .emphasis)
            add(appearance.text(model))
            if feedback.because != model { add(appearance.text(feedback.because)) }
        } else {
            add(appearance.text(feedback.because))
        }
        let sources = feedback.citations.map { appearance.charset.adapt($0.text) }.joined(
            separator: appearance.say("; ", "；"))
        lines += RichText([RichRun(sources, .citation)]).wrapped(columns: self.columns)
        if case .challenge = question.form {
            lines.append(RichLine())
            add(appearance.say("s: see it solved in the simulator", "s：在模拟器中演示解法"), .dimmed)
        } else if feedback.show != nil {
            lines.append(RichLine())
            add(appearance.say("s: show me in the lesson", "s：在课程中演示"), .dimmed)
        }
        if let remark {
            lines.append(RichLine())
            add(remark, .dimmed)
        }
    }

    /// A point that was left out, with why it belongs to the answer.
    private mutating func add(_ remark: Feedback.Remark) {
        let start = lines.count
        lines += RichText(appearance.text(remark.subject), role: .emphasis).wrapped(columns: columns - 2)
        lines += RichText(appearance.text(remark.because)).wrapped(columns: columns - 2)
        for place in start..<lines.count {
            let lead = place == start ? RichRun("\(glyphs.wrong) ", .failure) : RichRun("  ")
            lines[place] = RichLine([lead] + lines[place].runs)
        }
    }

    /// Whether it was right, and what would have been.
    private mutating func addVerdict(_ feedback: Feedback, _ form: PosedQuestion.Form) {
        let mark = feedback.isRight ? "\(glyphs.check) " : "\(glyphs.wrong) "
        let role: Role = feedback.isRight ? .success : .failure
        if case .recall = form, feedback.answer != nil {
            let named = feedback.credit.right, all = feedback.credit.of
            add(mark + appearance.say("You named \(named) of \(all) points.", "\(all)个要点中，你说到了\(named)个。"), role)
            return
        }
        let solution = appearance.text(feedback.solutionText)
        if case .challenge(let posed) = form, case .challenge(let faults)? = feedback.answer, feedback.isRight {
            add(mark + appearance.say("Solved: ", "完成：") + appearance.text(posed.words(for: faults)), role)
        } else if feedback.isRight {
            add(mark + appearance.say("Right: ", "答对了：") + solution, role)
        } else {
            let word =
                feedback.answer == nil
                ? appearance.say("The answer: ", "答案：") : appearance.say("Not quite. The answer: ", "不对。正确答案：")
            add(mark + word + solution, role)
        }
    }

    private mutating func add(_ markup: String, _ role: Role = .plain) {
        lines += RichText(markup, role: role).wrapped(columns: columns)
    }

    private mutating func addForm(of question: OpenQuestion) {
        switch question.posed.form {
        case .choice(let choices):
            for (place, choice) in choices.enumerated() {
                let mark = place == question.row ? glyphs.radioOn : glyphs.radioOff
                addRow("\(place + 1) \(mark) ", choice.text, isUnderPointer: place == question.row)
            }
        case .several(let choices):
            for (place, choice) in choices.enumerated() {
                let mark = question.marked.contains(place) ? glyphs.checkboxOn : glyphs.checkboxOff
                addRow("\(place + 1) \(mark) ", choice.text, isUnderPointer: place == question.row)
            }
            hint(appearance.say("More than one may be right: space marks, Enter answers.", "可能不止一项：空格勾选，Enter提交。"))
        case .order(let shown, _):
            for (row, place) in question.order.enumerated() {
                let isHeld = question.isHolding && row == question.row
                let lead = "\(row + 1) \(isHeld ? glyphs.bullet : " ") "
                addRow(lead, shown[place], isUnderPointer: row == question.row)
            }
            hint(
                question.isHolding
                    ? appearance.say("Up and down move it, space puts it down.", "上下键移动，空格放下。")
                    : appearance.say("Space picks an item up, Enter answers.", "空格拿起一项，Enter提交。"))
        case .number(_, let unit, _):
            addInput(question.typed, unit: unit.map(appearance.text))
        case .text: addInput(question.typed, unit: nil)
        case .match(let shown, let pairs):
            for (row, pair) in pairs.enumerated() {
                let given = question.matches[row].map { "\($0 + 1)" } ?? "_"
                addRow("[\(given)] ", pair.left, isUnderPointer: row == question.row)
            }
            lines.append(RichLine())
            for (place, text) in shown.enumerated() {
                addPlain("\(place + 1)   ", text)
            }
            hint(appearance.say("Type the number that belongs to the line; Enter answers.", "为每一行按下对应的编号，Enter提交。"))
        case .point(let point): addCursor(on: point, question)
        case .challenge:
            hint(
                appearance.say(
                    "Enter opens the simulator: change what happens there until it is done. Tab shows a solution.",
                    "按Enter打开模拟器，改变其中发生的事，直到做成为止。按Tab看解法。"))
        case .recall(let points, _): addPoints(points, question)
        }
    }

    /// What the cursor on the ladder is on.
    private mutating func addCursor(on point: PosedPoint, _ question: OpenQuestion) {
        let place = "\(question.row + 1)/\(point.events.count) "
        let start = lines.count
        let words = question.pointedEvent.map { appearance.text(point.words(for: $0)) } ?? ""
        for (row, line) in RichText(words, role: .selected).wrapped(columns: max(columns - place.cellWidth, 1))
            .enumerated()
        {
            let lead = row == 0 ? place : String(repeating: " ", count: place.cellWidth)
            lines.append(RichLine([RichRun(lead, .key)] + line.runs))
        }
        rowLines = Array(repeating: start..<lines.count, count: point.events.count)
        hint(appearance.say("Up and down move along the ladder; Enter answers.", "上下键在时序图上移动，Enter提交。"))
    }

    /// The points to tick, once the answer has been said.
    private mutating func addPoints(_ points: [RecallPoint], _ question: OpenQuestion) {
        guard question.isRevealed else {
            let text = appearance.say(
                "Say your answer aloud, as in an interview. Then Enter shows what it should name.",
                "像面试那样说出你的回答，然后按Enter查看应当提到的要点。")
            return add(text, .dimmed)
        }
        for (place, point) in points.enumerated() {
            let mark = question.marked.contains(place) ? glyphs.checkboxOn : glyphs.checkboxOff
            addRow("\(place + 1) \(mark) ", point.text, isUnderPointer: place == question.row)
        }
        hint(appearance.say("Tick what you named: space marks, Enter goes on.", "勾选你说到的要点：空格勾选，Enter继续。"))
    }

    /// That there are hints, or more of them.
    private mutating func addOffer(ofHintsFor question: OpenQuestion) {
        let left = question.hintsLeft
        guard left > 0, !question.isRevealed else { return }
        let key = question.isTyped ? "^T" : "h"
        add(
            question.hintsTaken == 0
                ? appearance.say(
                    "\(key): a hint (there \(left == 1 ? "is 1" : "are \(left)")).", "\(key)：提示（共\(left)条）。")
                : appearance.say("\(key): one more hint (\(left) left).", "\(key)：再给一条提示（还有\(left)条）。"), .dimmed)
    }

    private mutating func hint(_ text: String) {
        lines.append(RichLine())
        add(text, .dimmed)
    }

    private mutating func addInput(_ typed: String, unit: String?) {
        var runs = [RichRun("\(glyphs.pointer) ", .key), RichRun(appearance.charset.adapt(typed) + "_", .selected)]
        if let unit { runs.append(RichRun(" " + unit, .dimmed)) }
        lines.append(RichLine(runs))
        hint(appearance.say("Type the answer, then Enter.", "输入答案，然后按Enter。"))
    }

    /// A row that can be chosen: a lead, then the text, wrapped under itself.
    private mutating func addRow(_ lead: String, _ text: LocalizedText, isUnderPointer: Bool) {
        let pointer = isUnderPointer ? "\(glyphs.pointer) " : "  "
        let indent = 2 + lead.cellWidth
        let role: Role = isUnderPointer ? .selected : .plain
        let start = lines.count
        for (index, line) in RichText(appearance.text(text), role: role).wrapped(columns: max(columns - indent, 1))
            .enumerated()
        {
            let head = index == 0 ? pointer + lead : String(repeating: " ", count: indent)
            lines.append(RichLine([RichRun(head, isUnderPointer ? .selected : .key)] + line.runs))
        }
        rowLines.append(start..<lines.count)
    }

    private mutating func addPlain(_ lead: String, _ text: LocalizedText) {
        for (index, line) in RichText(appearance.text(text)).wrapped(columns: max(columns - lead.cellWidth, 1))
            .enumerated()
        {
            let head = index == 0 ? lead : String(repeating: " ", count: lead.cellWidth)
            lines.append(RichLine([RichRun(head, .key)] + line.runs))
        }
    }
}
