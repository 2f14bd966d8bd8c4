import Courseware
import Study

extension QuizScreen {
    /// The same question of a quiz that its author has changed, or a lesson of it, with what has been put in so far.
    func renewed(with quiz: Quiz, in course: Catalog) -> QuizScreen {
        let former = session
        let asked = former.isWhole ? nil : Set(former.questions.map(\.id))
        let fresh = QuizSession(quiz, seed: former.seed, only: asked, in: course)
        guard !former.isFinished else { return QuizScreen(fresh).moved(to: fresh.questions.count, as: former) }
        // The question that is shown, or else the next one that is still there.
        let ids = former.questions[former.position...].map(\.id)
        let places = Dictionary(fresh.questions.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let position = ids.lazy.compactMap { places[$0] }.first ?? max(fresh.questions.count - 1, 0)
        var screen = QuizScreen(fresh).moved(to: position, as: former)
        if former.currentFeedback != nil, screen.session.current?.id == former.current?.id {
            screen.settle(as: former.currentFeedback, of: former.current)
        }
        screen.takeInput(of: open)
        screen.scroll = scroll
        return screen
    }

    /// The same quiz at another question, 0-based; what is passed over counts as given up.
    func moved(to position: Int) -> QuizScreen {
        let fresh = session.begunAnew
        return QuizScreen(fresh).moved(to: min(max(position, 0), fresh.questions.count), as: session)
    }

    /// A fresh session gone through as far as `position`, answered as it was in a former one.
    private func moved(to position: Int, as former: QuizSession) -> QuizScreen {
        var screen = self
        let answers = Dictionary(
            zip(former.questions, former.feedback).map { ($0.id, ($0, $1)) }
        ) { first, _ in first }
        while screen.session.position < position, let current = screen.session.current {
            let answer = answers[current.id]
            screen.settle(as: answer?.1, of: answer?.0)
            screen.next()
        }
        return screen
    }

    /// Answers the current question as it was answered, if it still is the same one; otherwise gives it up.
    private mutating func settle(as feedback: Feedback?, of question: PosedQuestion?) {
        let isSame = question?.form == session.current?.form
        session.answer(isSame ? feedback?.answer : nil)
        open = nil
    }

    /// Takes over what has been put in, as far as the question still has the same form.
    private mutating func takeInput(of former: OpenQuestion?) {
        guard let former, let fresh = open, former.posed.id == fresh.posed.id else { return }
        if former.posed.form == fresh.posed.form {
            open = former.asking(fresh.posed)
            for _ in 0..<former.hintsTaken { session.takeHint() }
        } else {
            open?.typed = former.typed
            open?.move(former.row)
        }
    }
}

extension OpenQuestion {
    /// The same input to another wording of the question.
    fileprivate func asking(_ posed: PosedQuestion) -> OpenQuestion {
        var question = OpenQuestion(posed)
        question.row = row
        question.marked = marked
        question.order = order
        question.isHolding = isHolding
        question.matches = matches
        question.typed = typed
        question.isRevealed = isRevealed
        question.hintsTaken = min(hintsTaken, posed.hints.count)
        question.complaint = complaint
        return question
    }
}
