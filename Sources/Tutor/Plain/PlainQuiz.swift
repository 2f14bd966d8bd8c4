import CellGrid
import Courseware
import Localization
public import Study
import Timelines

/// A quiz as a conversation in lines of text: each line that comes in gets lines back.
///
/// Nothing is repainted; choices are numbered, results are said in words.
public struct PlainQuiz: Sendable {
    /// The attempt.
    public private(set) var session: QuizSession
    let appearance: Appearance
    /// How far the learner's clock is ahead of UTC, in milliseconds.
    let utcOffset: Int64
    /// Whether the points of an answer said aloud are being asked for.
    private var isRevealed = false

    /// A conversation about `session`.
    ///
    /// - Parameters:
    ///   - session: A quiz or practice.
    ///   - appearance: The language, and the characters that there are.
    ///   - utcOffset: How far the learner's clock is ahead of UTC, in milliseconds.
    public init(_ session: QuizSession, appearance: Appearance, utcOffset: Int64 = 0) {
        self.session = session
        self.appearance = appearance
        self.utcOffset = utcOffset
    }

    /// What is said at the beginning.
    public var opening: [String] {
        let count = session.length
        return [
            appearance.text(session.quiz.title).sanitized,
            instructions
                ?? appearance.say(
                    "\(count) question\(count == 1 ? "" : "s"). Type the answer and Enter; an empty line shows the answer.",
                    "共\(count)题。输入答案后按Enter；输入空行直接看答案。"), "",
        ] + question
    }

    /// The current question with what can be chosen; empty when the quiz is finished.
    public var question: [String] {
        guard let posed = session.current else { return [] }
        var lines = ["\(session.position + 1). \(plain(appearance.text(posed.ask)))"]
        if let picture = posed.picture, picture.isNeeded { lines += told(picture) }
        lines += choices(of: posed.form)
        if session.hintsLeft > 0 {
            lines.append(appearance.say("   (? for a hint)", "  （输入?看提示）"))
        }
        return lines.map(\.sanitized)
    }

    /// What there is to choose from, and how to answer.
    private func choices(of form: PosedQuestion.Form) -> [String] {
        switch form {
        case .choice(let choices):
            return listed(choices.map(\.text)) + [appearance.say("   (one number)", "  （输入一个编号）")]
        case .several(let choices):
            return listed(choices.map(\.text)) + [
                appearance.say("   (all right numbers, such as: 1 3)", "  （输入所有正确编号，例如：1 3）")
            ]
        case .order(let shown, _):
            return listed(shown) + [appearance.say("   (all numbers in the right order)", "  （按正确顺序输入全部编号）")]
        case .number(_, let unit, _):
            let suffix = unit.map { appearance.say(", ", "，") + appearance.text($0) } ?? ""
            return [appearance.say("   (a whole number\(suffix))", "  （输入一个整数\(suffix)）")]
        case .text: return [appearance.say("   (a word or a few)", "  （输入一个词或几个词）")]
        case .match(let shown, let pairs):
            return listed(pairs.map(\.left)) + listed(shown, letters: true) + [
                appearance.say("   (pairs, such as: 1b 2a 3c)", "  （配对，例如：1b 2a 3c）")
            ]
        case .point(let point):
            return listed(point.events.map(point.words)) + [
                appearance.say("   (the number of the event)", "  （输入事件的编号）")
            ]
        case .challenge(let posed):
            return [
                appearance.say("   In the lesson: ", "  所在课程：") + plain(appearance.text(posed.lesson.title)),
                appearance.say(
                    "   (what is to go wrong, such as: drop:2 or delay:SYN,ACK:500ms)",
                    "  （输入要制造的故障，例如：drop:2或delay:SYN,ACK:500ms）"),
            ]
        case .recall(let points, _):
            guard isRevealed else {
                return [appearance.say("   (say your answer aloud, then Enter)", "  （说出你的回答，然后按Enter）")]
            }
            return listed(points.map(\.text)) + [
                appearance.say("   (the numbers of what you named, 0 for none)", "  （输入你说到的要点的编号，都没说到就输入0）")
            ]
        }
    }

    private func listed(_ texts: [LocalizedText], letters: Bool = false) -> [String] {
        texts.enumerated().map { place, text in
            "   \(Self.label(place, letters: letters)) \(plain(appearance.text(text)))"
        }
    }

    /// What has happened on a ladder so far, in words: the last that matters.
    private func told(_ picture: PosedQuestion.Picture) -> [String] {
        let timeline = picture.scene.timeline
        let sentence = EventSentence(timeline: timeline, appearance: appearance)
        let told = (0..<picture.moment.happened).filter { timeline.words(forEvent: $0) != nil }
        return [appearance.say("   So far:", "  到目前为止：")]
            + told.suffix(Self.longestStory).map { "   - " + sentence.line($0) }
    }

    /// How many events are told before a question about what comes next.
    private static let longestStory = 24

    /// The mark before what can be chosen, such as `1.` or `a.` for the first.
    private static func label(_ place: Int, letters: Bool) -> String {
        guard letters, let scalar = Unicode.Scalar(97 + place), place < 26 else { return "\(place + 1)." }
        return "\(Character(scalar))."
    }

    private func plain(_ markup: String) -> String {
        RichText.plain(markup).split(separator: "\n").joined(separator: " ")
    }

    /// Takes one line in; gives back what is said to it, and whether a question was settled by it.
    ///
    /// - Parameters:
    ///   - line: What was typed; an empty line gives up, or says that an answer has been said aloud.
    ///   - instant: Milliseconds on a clock, to measure how long answers take.
    /// - Returns: What is said, without line breaks, and whether the question is settled.
    public mutating func answer(_ line: String, at instant: Int64? = nil) -> (lines: [String], isSettled: Bool) {
        if let instant, endsInterview(at: instant) { return (ended, false) }
        guard let posed = session.current else { return ([], false) }
        let isBlank = line.allSatisfy(\.isWhitespace)
        if ["?", "？"].contains(line.filter { !$0.isWhitespace }) { return (hint(), false) }
        if case .recall = posed.form, !isRevealed {
            isRevealed = true
            return (choices(of: posed.form).map(\.sanitized), false)
        }
        var answer: Answer?
        if !isBlank {
            do throws(AnswerProblem) {
                answer = try Answer.parse(line, for: posed)
            } catch {
                return ([appearance.text(error.message).sanitized], false)
            }
        }
        guard let feedback = session.answer(answer, at: instant) else { return ([], false) }
        return (session.practice?.helps ?? true ? said(about: feedback, posed.form) : [], true)
    }

    /// Settles the current question without an answer; gives back what is said about it.
    public mutating func giveUp() -> [String] {
        guard let posed = session.current, let feedback = session.answer(nil) else { return [] }
        return said(about: feedback, posed.form)
    }

    /// Notes when the current question was shown, in milliseconds.
    public mutating func show(at instant: Int64) { session.show(at: instant) }

    private mutating func hint() -> [String] {
        guard session.practice?.helps ?? true else {
            return [appearance.say("An interviewer gives no hints.", "面试官不会给提示。")]
        }
        guard let hint = session.takeHint() else {
            let hasNone = session.current?.hints.isEmpty ?? true
            return [
                hasNone
                    ? appearance.say("There is no hint for this question.", "这道题没有提示。")
                    : appearance.say("There is no more hint.", "没有更多提示了。")
            ]
        }
        return [(appearance.say("Hint: ", "提示：") + plain(appearance.text(hint))).sanitized]
    }

    private func said(about feedback: Feedback, _ form: PosedQuestion.Form) -> [String] {
        var lines: [String] = []
        let solution = plain(appearance.text(feedback.solutionText))
        if case .recall = form, feedback.answer != nil {
            let named = feedback.credit.right, all = feedback.credit.of
            lines.append(appearance.say("You named \(named) of \(all) points.", "\(all)个要点中，你说到了\(named)个。"))
        } else if feedback.isRight {
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
        if case .recall(_, let model) = form {
            lines.append(
                appearance.say("It could sound like this: ", "可以这样回答：") + plain(appearance.text(model)))
            if feedback.because != model { lines.append(plain(appearance.text(feedback.because))) }
        } else {
            lines.append(plain(appearance.text(feedback.because)))
        }
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
        isRevealed = false
        guard session.isFinished else { return [""] + question }
        return [""] + result
    }

    /// What is said at the end, or when it is broken off.
    public var result: [String] {
        if let practised = practiceResult { return practised }
        let score = session.score
        return [appearance.say("\(score.right) of \(score.of) right.", "\(score.of)题中答对\(score.right)题。")]
    }

    /// Changes the session from another file of this type.
    mutating func withSession<Result>(_ change: (inout QuizSession) -> Result) -> Result {
        isRevealed = false
        return change(&session)
    }
}
