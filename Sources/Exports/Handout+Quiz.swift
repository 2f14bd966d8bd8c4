import Courseware
import Localization
import Study
import Timelines

extension Handout {
    /// The questions, and under a heading of their own the answers.
    ///
    /// Drawn values and the order of choices come from a fixed seed, so that the same quiz gives the same paper.
    func asked(_ quiz: Quiz) -> [[String]] {
        let questions = QuizSession(quiz, seed: 1, in: catalog).questions
        var blocks = [["## " + say("Quiz", "测验")]]
        for (number, question) in questions.enumerated() {
            let marker = "\(number + 1)."
            let indent = String(repeating: " ", count: marker.count + 1)
            blocks.append(Markdown.item(marker, Markdown.paragraphs(question.ask(language))))
            if let picture = question.picture {
                let ladder = ladder(picture.scene.timeline, at: picture.moment)
                blocks.append(Markdown.block(ladder, indent: indent))
            }
            blocks.append(choices(of: question.form).map { indent + $0 })
        }
        blocks.append(["## " + say("Answers", "答案")])
        for (number, question) in questions.enumerated() {
            let solution = question.grade(nil).solutionText(language)
            var paragraphs = ["**\(Markdown.line(solution))**"] + Markdown.paragraphs(question.because(language))
            paragraphs[paragraphs.count - 1] += sources(question.citations)
            blocks.append(Markdown.item("\(number + 1).", paragraphs))
        }
        return blocks
    }

    /// What can be chosen, a line each.
    private func choices(of form: PosedQuestion.Form) -> [String] {
        switch form {
        case .choice(let choices): return boxes(choices.map(\.text))
        case .several(let choices):
            return [say("(More than one may be right.)", "（可能不止一项。）"), ""] + boxes(choices.map(\.text))
        case .order(let shown, _):
            return [say("(Put in order.)", "（请排序。）"), ""] + list(shown)
        case .number(_, let unit, _):
            let suffix = unit.map { say(", ", "，") + Markdown.line($0(language)) } ?? ""
            return [say("(A whole number\(suffix).)", "（填一个整数\(suffix)。）")]
        case .text: return [say("(A word or a few.)", "（填一个词或几个词。）")]
        case .match(let shown, let pairs):
            return [say("(Match each with one of the others.)", "（请配对。）"), ""] + list(pairs.map(\.left))
                + ["", say("with", "对应："), ""] + list(shown)
        case .point(let point):
            return [say("(Which event is it?)", "（是哪个事件？）"), ""] + boxes(point.events.map(point.words))
        case .challenge(let posed):
            let lesson = Markdown.line(posed.lesson.title(language))
            return [say("(In the simulator, in the lesson “\(lesson)”.)", "（在模拟器里完成，课程：\(lesson)。）")]
        case .recall: return [say("(Say it aloud.)", "（请口头回答。）")]
        }
    }

    private func boxes(_ texts: [LocalizedText]) -> [String] {
        texts.map { "- [ ] " + Markdown.line($0(language)) }
    }

    private func list(_ texts: [LocalizedText]) -> [String] { texts.map { "- " + Markdown.line($0(language)) } }
}
