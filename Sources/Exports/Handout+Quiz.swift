import Courseware
import Localization
import Study
import Timelines

extension Handout {
    /// The questions, and under a heading of their own the answers.
    ///
    /// Drawn values and the order of choices come from a fixed seed, so that the same quiz gives the same paper.
    func asked(_ quiz: Quiz) -> [[String]] {
        let questions = QuizSession(quiz, seed: 1).questions
        var blocks = [["## " + say("Quiz", "测验")]]
        for (number, question) in questions.enumerated() {
            let marker = "\(number + 1)."
            let indent = String(repeating: " ", count: marker.count + 1)
            blocks.append(Markdown.item(marker, Markdown.paragraphs(question.ask(language))))
            if let picture = question.picture.flatMap(picture) {
                blocks.append(Markdown.block(picture, indent: indent))
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
        case .match(let left, let shown, _):
            return [say("(Match each with one of the others.)", "（请配对。）"), ""] + list(left)
                + ["", say("with", "对应："), ""] + list(shown)
        }
    }

    private func boxes(_ texts: [LocalizedText]) -> [String] {
        texts.map { "- [ ] " + Markdown.line($0(language)) }
    }

    private func list(_ texts: [LocalizedText]) -> [String] { texts.map { "- " + Markdown.line($0(language)) } }

    /// The ladder beside a question.
    private func picture(of moment: LessonMoment) -> String? {
        guard let scene = catalog.lesson(moment.lesson)?.scene(moment.variant),
            let event = scene.timeline.event(anchored: moment.anchor)
        else { return nil }
        return ladder(scene.timeline, at: Moment(scene.timeline.events[event].instant, happened: event + 1))
    }
}
