import CellGrid
import Courseware
import Localization
public import Study

/// A quiz as a conversation in lines of text: each line that comes in gets lines back.
///
/// Nothing is repainted; choices are numbered, results are said in words.
public struct PlainQuiz: Sendable {
    /// The attempt.
    public private(set) var session: QuizSession
    private let appearance: Appearance

    /// A conversation about `session`.
    public init(_ session: QuizSession, appearance: Appearance) {
        self.session = session
        self.appearance = appearance
    }

    /// What is said at the beginning.
    public var opening: [String] {
        let count = session.questions.count
        return [
            appearance.text(session.quiz.title).sanitized,
            appearance.say(
                "\(count) questions. Type the answer and Enter; an empty line shows the answer.",
                "共\(count)题。输入答案后按Enter；输入空行直接看答案。"), "",
        ] + question
    }

    /// The current question with what can be chosen; empty when the quiz is finished.
    public var question: [String] {
        guard let posed = session.current else { return [] }
        var lines = ["\(session.position + 1). \(plain(appearance.text(posed.ask)))"]
        func list(_ texts: [String], letters: Bool = false) {
            for (place, text) in texts.enumerated() {
                lines.append("   \(Self.label(place, letters: letters)) \(plain(text))")
            }
        }
        switch posed.form {
        case .choice(let choices):
            list(choices.map { appearance.text($0.text) })
            lines.append(appearance.say("   (one number)", "  （输入一个编号）"))
        case .several(let choices):
            list(choices.map { appearance.text($0.text) })
            lines.append(appearance.say("   (all right numbers, such as: 1 3)", "  （输入所有正确编号，例如：1 3）"))
        case .order(let shown, _):
            list(shown.map(appearance.text))
            lines.append(appearance.say("   (all numbers in the right order)", "  （按正确顺序输入全部编号）"))
        case .number(_, let unit, _):
            let suffix = unit.map { appearance.say(", ", "，") + appearance.text($0) } ?? ""
            lines.append(appearance.say("   (a whole number\(suffix))", "  （输入一个整数\(suffix)）"))
        case .text: lines.append(appearance.say("   (a word or a few)", "  （输入一个词或几个词）"))
        case .match(let left, let shown, _):
            list(left.map(appearance.text))
            list(shown.map(appearance.text), letters: true)
            lines.append(appearance.say("   (pairs, such as: 1b 2a 3c)", "  （配对，例如：1b 2a 3c）"))
        }
        return lines.map(\.sanitized)
    }

    /// The mark before what can be chosen, such as `1.` or `a.` for the first.
    private static func label(_ place: Int, letters: Bool) -> String {
        guard letters, let scalar = Unicode.Scalar(97 + place), place < 26 else { return "\(place + 1)." }
        return "\(Character(scalar))."
    }

    private func plain(_ markup: String) -> String {
        RichText.plain(markup).split(separator: "\n").joined(separator: " ")
    }

    /// Takes one line in; gives back what is said to it, and whether a question was settled by it.
    public mutating func answer(_ line: String) -> (lines: [String], isSettled: Bool) {
        guard let posed = session.current else { return ([], false) }
        var answer: Answer?
        if !line.allSatisfy(\.isWhitespace) {
            do throws(AnswerProblem) {
                answer = try Answer.parse(line, for: posed)
            } catch {
                return ([appearance.text(error.message).sanitized], false)
            }
        }
        guard let feedback = session.answer(answer) else { return ([], false) }
        return (said(about: feedback), true)
    }

    private func said(about feedback: Feedback) -> [String] {
        var lines: [String] = []
        let solution = plain(appearance.text(feedback.solutionText))
        if feedback.isRight {
            lines.append(appearance.say("Right: ", "答对了：") + solution)
        } else {
            lines.append(
                (feedback.answer == nil
                    ? appearance.say("The answer: ", "答案：") : appearance.say("Wrong. The answer: ", "答错了。正确答案："))
                    + solution)
        }
        for remark in feedback.remarks {
            lines.append(
                plain(appearance.text(remark.subject)) + appearance.say(": ", "：")
                    + plain(appearance.text(remark.because)))
        }
        lines.append(plain(appearance.text(feedback.because)))
        if !feedback.citations.isEmpty {
            lines.append(
                appearance.charset.adapt(
                    "[" + feedback.citations.map(\.text).joined(separator: appearance.say("; ", "；")) + "]"))
        }
        return lines.map(\.sanitized)
    }

    /// Goes on to the next question; gives back what is said then.
    public mutating func next() -> [String] {
        session.next()
        guard session.isFinished else { return [""] + question }
        return ["", result]
    }

    /// The result in one line.
    public var result: String {
        let score = session.score
        return appearance.say("\(score.right) of \(score.of) right.", "\(score.of)题中答对\(score.right)题。")
    }
}
