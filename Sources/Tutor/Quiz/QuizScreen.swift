import Courseware
import Study

/// A quiz in progress: the session, the question on the screen, and how far the text is scrolled.
struct QuizScreen: Sendable {
    var session: QuizSession
    /// The question being answered; `nil` when there is feedback to read or the session is finished.
    var open: OpenQuestion?
    var scroll = 0

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
        open = nil
        scroll = 0
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
    }

    /// The keys that work now.
    var keys: KeyMap {
        if let open { return .asking(open) }
        return session.isFinished ? .summary : .feedback
    }
}
