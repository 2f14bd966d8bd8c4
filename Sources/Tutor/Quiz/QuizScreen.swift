import Courseware
import Study

/// A quiz or practice in progress: the session, the question on the screen, and how far the text is scrolled.
struct QuizScreen: Sendable {
    var session: QuizSession
    /// The question being answered; `nil` when there is feedback to read or the session is finished.
    var open: OpenQuestion?
    var scroll = 0
    /// Review: the only track asked about, by id.
    var track: String?
    /// Review: whether there is more than this session asks.
    var hasMore = false
    /// Interview: the milliseconds that are left.
    private(set) var left: Int64?
    /// Interview: the mistake under the pointer, in the report.
    var mistake = 0
    /// Interview: whether the learner has been asked if it is to end.
    var mayEnd = false
    /// Rows that the ladder is moved down by, to show what is above.
    var lookBack = 0
    /// When the last answer was given, in milliseconds since 1970 UTC.
    private(set) var answered: Int64?

    init(_ session: QuizSession) {
        self.session = session
        open = session.current.map(OpenQuestion.init)
    }

    /// Takes the answer in, or giving up; says whether the question is settled now.
    mutating func answer(givingUp: Bool, at instant: Int64? = nil) -> Bool {
        guard let question = open else { return false }
        if givingUp {
            settle(nil, at: instant)
            return true
        }
        switch question.answer() {
        case .failure(let incomplete):
            open?.complaint = incomplete.message
            return false
        case .success(let answer):
            settle(answer, at: instant)
            return true
        }
    }

    /// Settles the question with an answer, or with giving up when it is `nil`.
    mutating func settle(_ answer: Answer?, at instant: Int64? = nil) {
        session.answer(answer, at: instant)
        answered = instant
        open = nil
        scroll = 0
        lookBack = 0
    }

    /// Notes the time: an interview ends when its time is up.
    mutating func pass(until now: WallTime) {
        guard case .interview(let interview) = session.practice, !session.isFinished else { return }
        let left = interview.left(at: now.milliseconds)
        self.left = left
        guard left == 0 else { return }
        end(isTimeUp: true)
    }

    /// Ends an interview here and shows the report.
    mutating func end(isTimeUp: Bool) {
        session.end(isTimeUp: isTimeUp)
        open = nil
        scroll = 0
    }

    /// Whether leaving would throw away the report about what was answered.
    var hasUntoldReport: Bool {
        guard case .interview = session.practice, !session.isFinished else { return false }
        return session.feedback.contains { $0 != nil }
    }

    /// Milliseconds until the clock of an interview shows another second; `nil` where no clock runs.
    var wake: Int64? {
        guard let left, !session.isFinished else { return nil }
        return left % 1000 == 0 ? 1000 : left % 1000
    }

    /// Asks the question again whose answer was taken back.
    mutating func reopen(_ session: QuizSession) {
        self.session = session
        open = session.current.map(OpenQuestion.init)
        open?.hintsTaken = session.hints.count
        scroll = 0
        lookBack = 0
    }

    /// Shows the next hint, if there is one.
    mutating func takeHint() {
        if session.takeHint() != nil { open?.hintsTaken += 1 }
    }

    /// Shows the points of an answer that was said aloud.
    mutating func reveal() {
        open?.isRevealed = true
        scroll = 0
    }

    /// Goes on to the next question, or to the result.
    mutating func next() {
        guard session.next() else { return }
        open = session.current.map(OpenQuestion.init)
        scroll = 0
        lookBack = 0
    }

    /// Whether the keys that move a text move one.
    var isRead: Bool { open == nil }

    /// The keys that work now.
    var keys: KeyMap {
        let helps = session.practice?.helps ?? true
        if let open { return helps ? .asking(open) : KeyMap.asking(open).inInterview }
        let canShow = session.currentFeedback?.show != nil || session.current?.form.isChallenge ?? false
        func told(_ map: KeyMap) -> KeyMap { canShow ? map : map.without(.showMe) }
        switch session.practice {
        case nil: return session.isFinished ? .summary : told(.feedback)
        case .review: return session.isFinished ? hasMore ? .reviewedInPart : .reviewed : told(.reviewFeedback)
        case .diagnostic: return session.isFinished ? .placed : told(.feedback)
        case .interview: return .report
        }
    }
}
