import CellGrid
import Courseware
import Localization
import Study
import Timelines

/// The words beside the ladder: what the page says, in lines for a panel of some width.
struct PlayerText {
    let appearance: Appearance
    let columns: Int
    private(set) var lines: [RichLine] = []
    /// The lines of the choice that the pointer is on, while a question is open.
    private var chosen: Range<Int>?

    init(_ player: PlayerScreen, appearance: Appearance, columns: Int) {
        self.init(appearance: appearance, columns: columns)
        if case .sliders(let row) = player.sheet {
            lines = SliderLines(appearance: appearance, columns: columns).lines(player, row: row)
            addBlank()
        }
        // What is asked needs the room.
        if let place = player.challenge, player.question == nil {
            add(player.lesson.challenges[place], player.grade, player)
        }
        if let question = player.question {
            add(question)
        } else if player.page == 0 {
            addOpening(of: player)
        } else if let step = player.step {
            if let verdict = player.verdict { add(verdict) }
            add(appearance.text(step.say))
            add(step.citations)
        } else {
            addClosing(of: player)
        }
    }

    /// Whether the words of a step surely take no more than so many rows, without its sources.
    ///
    /// A line is broken because what comes next does not fit on it, so two lines together are wider than the area; no
    /// character is wider than its bytes are many, and markup only goes away.
    static func surelyFits(_ step: Step, appearance: Appearance, columns: Int, rows: Int) -> Bool {
        let text = appearance.text(step.say).utf8
        let paragraphs = text.count { $0 == UInt8(ascii: "\n") } + 1
        return columns > 2 && 2 * text.count / (columns - 2) + paragraphs <= rows
    }

    /// How many rows the words of a step take, without its sources.
    static func rows(of step: Step, appearance: Appearance, columns: Int) -> Int {
        var text = PlayerText(appearance: appearance, columns: columns)
        text.add(appearance.text(step.say))
        return text.lines.count
    }

    private init(appearance: Appearance, columns: Int) {
        self.appearance = appearance
        self.columns = max(columns, 1)
    }

    /// How far to scroll in `rows` rows: as far as the learner has, but the choice that the pointer is on is seen.
    func scroll(_ wanted: Int, rows: Int) -> Int {
        guard let chosen else { return wanted }
        return min(max(wanted, chosen.upperBound - max(rows - 1, 1)), chosen.lowerBound)
    }

    /// How long the page takes to read, in milliseconds: some 200 words or 400 Chinese characters a minute.
    var readingTime: Int64 {
        let cells = lines.reduce(0) { $0 + $1.width }
        return max(Int64(cells) * (appearance.language == .chinese ? 75 : 55), 1500)
    }

    private mutating func add(_ markup: String, role: Role = .plain) {
        lines += RichText(markup, role: role).wrapped(columns: columns)
    }

    private mutating func addBlank() { if !lines.isEmpty { lines.append(RichLine()) } }

    private mutating func add(_ citations: [Citation]) {
        guard !citations.isEmpty else { return }
        let text = citations.map { appearance.charset.adapt($0.text) }.joined(separator: appearance.say("; ", "；"))
        lines += RichText([RichRun(text, .citation)]).wrapped(columns: columns)
    }

    /// The challenge that the learner is at; once it is solved, its explanation where it was, and elsewhere only that it is.
    private mutating func add(_ challenge: Challenge, _ grade: Challenge.Grade?, _ player: PlayerScreen) {
        let words = ChallengeWords(appearance: appearance)
        let isSolved = grade?.isMet ?? false, isAtSolution = player.solvedPage ?? player.page == player.page
        if !isSolved || isAtSolution { add(words.task(challenge), role: .heading) }
        if let grade, grade.isMet {
            let mark = "\(appearance.glyphs.check) "
            add(
                mark
                    + (player.sawSolution
                        ? appearance.say("This is a solution; it does not count.", "这是一种解法，不计成绩。")
                        : words.score(grade)),
                role: .success)
            if isAtSolution {
                add(appearance.text(challenge.because))
                add(challenge.citations)
                if player.asked == nil {
                    add(appearance.say("C: the next challenge, or leave this one.", "按C：下一个挑战，或离开这个挑战。"), role: .dimmed)
                }
            }
        } else if grade != nil {
            add(appearance.say("Not yet.", "还没有完成。"), role: .dimmed)
        }
        addBlank()
    }

    private mutating func addOpening(of player: PlayerScreen) {
        if player.sceneIndex > 0 {
            add(appearance.text(player.scene.title), role: .heading)
            if let about = player.scene.about { add(appearance.text(about)) }
        } else {
            if let question = player.lesson.question { add(appearance.text(question), role: .heading) }
            add(appearance.text(player.lesson.summary))
        }
        addBlank()
        let others = player.lesson.scenes.count - 1
        let hint =
            player.sceneIndex > 0 || others == 0 || player.asked != nil
            ? appearance.say("Right arrow: first step. Space: play.", "右方向键：第一步。空格键：播放。")
            : appearance.say(
                "Right arrow: begin. Tab: \(others) other \(others == 1 ? "way" : "ways").",
                "右方向键：开始。Tab键：另外\(others)种情形。")
        add(hint, role: .dimmed)
        if player.isSimulated, player.sceneIndex == 0 {
            add(
                appearance.say(
                    "Everything here is simulated: up and down put the cursor on a packet, x drops it, w asks why, Enter opens its bytes.",
                    "这里的一切都是实时模拟的：用上下键把光标移到一个包上，按x丢掉它，按w问为什么，按Enter查看它的每个字节。"),
                role: .dimmed)
            let count = player.lesson.challenges.count
            if count > 0, player.asked == nil {
                add(
                    appearance.say(
                        "C: \(count == 1 ? "a challenge" : "\(count) challenges").", "按C：\(count)个挑战。"),
                    role: .dimmed)
            }
        }
    }

    private mutating func addClosing(of player: PlayerScreen) {
        if player.sceneIndex > 0 {
            add(appearance.say("That was: ", "以上是：") + appearance.text(player.scene.title), role: .heading)
            add(
                appearance.say("Tab: the next variant. Left arrow: back through it.", "Tab键：下一种情形。左方向键：往回看。"),
                role: .dimmed)
            return
        }
        if let answer = player.lesson.answer {
            add(appearance.say("In an interview you could say:", "面试时可以这样回答："), role: .heading)
            add(appearance.text(answer))
        }
        for myth in player.lesson.myths {
            addBlank()
            add(appearance.say("Often heard: ", "常见误解：") + appearance.text(myth.claim), role: .warning)
            add(appearance.say("In truth: ", "事实是：") + appearance.text(myth.truth))
            add(myth.citations)
        }
        addBlank()
        let hint =
            player.lesson.quiz == nil
            ? appearance.say("Tab: the variants. Esc: the lessons.", "Tab键：其他情形。Esc键：课程目录。")
            : appearance.say("q: the quiz. Tab: the variants. Esc: the lessons.", "q键：测验。Tab键：其他情形。Esc键：课程目录。")
        add(hint, role: .dimmed)
    }

    private mutating func add(_ question: OpenQuestion) {
        add(appearance.text(question.posed.ask), role: .heading)
        guard case .choice(let choices) = question.posed.form else { return }
        for (place, choice) in choices.enumerated() {
            let isChosen = place == question.row
            let mark = isChosen ? String(appearance.glyphs.pointer) : " "
            let wrapped = RichText(appearance.text(choice.text), role: isChosen ? .selected : .plain)
                .wrapped(columns: max(columns - 5, 1))
            if isChosen { chosen = lines.count..<lines.count + wrapped.count }
            for (row, line) in wrapped.enumerated() {
                let lead = row == 0 ? "\(mark) \(place + 1) " : "    "
                lines.append(RichLine([RichRun(lead, isChosen ? .selected : .key)] + line.runs))
            }
        }
        add(appearance.say("Enter answers; the right arrow skips.", "Enter键回答；右方向键跳过。"), role: .dimmed)
    }

    private mutating func add(_ verdict: Feedback) {
        let glyphs = appearance.glyphs
        if verdict.isRight {
            add("\(glyphs.check) " + appearance.say("Right.", "答对了。"), role: .success)
        } else {
            add(
                "\(glyphs.wrong) " + appearance.say("It is: ", "答案是：") + appearance.text(verdict.solutionText),
                role: .failure)
            for remark in verdict.remarks { add(appearance.text(remark.because), role: .dimmed) }
        }
        addBlank()
    }
}
