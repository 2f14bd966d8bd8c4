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
    mutating func answer(givingUp: Bool) -> Bool {
        guard let question = open else { return false }
        if givingUp {
            session.answer(nil)
        } else {
            switch question.answer() {
            case .failure(let incomplete):
                open?.complaint = incomplete.message
                return false
            case .success(let answer): session.answer(answer)
            }
        }
        open = nil
        scroll = 0
        return true
    }

    /// Goes on to the next question, or to the result.
    mutating func next() {
        guard session.next() else { return }
        open = session.current.map(OpenQuestion.init)
        scroll = 0
    }

    /// The keys that work now.
    var keys: KeyMap {
        if let open { return open.isTyped ? .typing : .question }
        return session.isFinished ? .summary : .feedback
    }
}
