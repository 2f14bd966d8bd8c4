import CellGrid
import Courseware
public import Localization
public import Study

extension PlainQuiz {
    /// How to answer in practice; `nil` for a quiz.
    var instructions: String? {
        let count = session.length
        switch session.practice {
        case nil: return nil
        case .review:
            return appearance.say(
                "\(count) for now. Type the answer and Enter; an empty line shows the answer, and u takes your last answer back.",
                "这次\(count)题。输入答案后按Enter；输入空行直接看答案，输入u撤回上一次回答。")
        case .interview(let interview):
            let minutes = interview.terms.minutes
            return appearance.say(
                "\(count) questions, \(minutes) minutes. No hints, and the answers come at the end; an empty line passes.",
                "共\(count)题，限时\(minutes)分钟。没有提示，答案最后揭晓；输入空行跳过。")
        case .diagnostic:
            return appearance.say(
                "\(count) questions find out where to begin. An empty line says that you do not know.",
                "用\(count)道题找到学习起点。不知道就输入空行。")
        }
    }

    /// Keeps the answer just given in `progress`.
    ///
    /// - Parameters:
    ///   - progress: What the learner has done.
    ///   - language: In which the question was read.
    ///   - instant: Milliseconds since 1970 UTC.
    public mutating func keep(in progress: inout Progress, language: Language, at instant: Int64) {
        let offset = utcOffset
        withSession { progress.recordCurrentAnswer(of: &$0, in: language, at: instant, offset: offset) }
    }

    /// Whether a line asks for the last answer to be taken back, which only a review does.
    public func takesBack(_ line: String) -> Bool {
        guard case .review = session.practice else { return false }
        if case .text = session.current?.form { return line.trimmedOfSpaces == ":u" }
        return ["u", "U", ":u"].contains(line.trimmedOfSpaces)
    }

    /// Takes the last answer back; gives back what is said, and the question that is open again.
    public mutating func takeBack(from progress: inout Progress) -> [String] {
        guard withSession({ progress.takeBackLastAnswer(of: &$0) }) else {
            return [appearance.say("There is no answer to take back.", "没有可以撤回的回答。")]
        }
        return [appearance.say("The last answer is taken back.", "已撤回上一次回答。"), ""] + question
    }

    /// Ends an interview whose time is up at `instant`, in milliseconds since 1970 UTC; says whether it did.
    mutating func endsInterview(at instant: Int64) -> Bool {
        guard case .interview(let interview) = session.practice, !session.isFinished, interview.left(at: instant) == 0
        else { return false }
        withSession { $0.end(isTimeUp: true) }
        return true
    }

    /// What is said when the time is up.
    var ended: [String] { [appearance.say("The time is up.", "时间到。"), ""] + result }

    /// What is said at the end of practice; `nil` for a quiz.
    var practiceResult: [String]? {
        let lines: [RichLine]
        switch session.practice {
        case nil: return nil
        case .review(let review):
            let words = ReviewWords(appearance: appearance, offset: utcOffset)
            return [(session.isFinished ? words.done(review.score) : words.stopped(review)).sanitized]
        case .interview:
            guard let report = InterviewReport(session) else { return [] }
            lines = ReportText(report, catalog: session.course, appearance: appearance, columns: Self.columns).lines
        case .diagnostic:
            guard let placement = session.placement(among: session.course.heads) else { return [] }
            lines = PlacementText(placement: placement, catalog: session.course, appearance: appearance)
                .lines(columns: Self.columns)
        }
        return lines.map { line in String(line.text.sanitized.reversed().drop { $0 == " " }.reversed()) }
    }

    /// The cells that a line of a report may take.
    private static let columns = 78
}

/// What is said around a review in lines of text.
public enum PlainReview {
    /// Why there is nothing to ask, and when there will be.
    public static func nothing(
        _ outlook: ReviewOutlook, at now: WallTime, appearance: Appearance, utcOffset: Int64
    ) -> String {
        ReviewWords(appearance: appearance, offset: utcOffset).nothing(outlook, at: now.milliseconds)
    }

    /// That there is more, and that it can wait.
    public static func more(_ appearance: Appearance) -> String {
        appearance.say("There is more, and it can wait until tomorrow.", "还有题目，可以留到明天。")
    }
}

extension String {
    fileprivate var trimmedOfSpaces: String { filter { !$0.isWhitespace } }
}
