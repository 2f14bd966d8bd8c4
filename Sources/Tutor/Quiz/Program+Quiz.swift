import CellGrid
import Courseware
import Study

extension Program {
    mutating func performInQuiz(_ action: Action, at now: WallTime) -> [Effect] {
        guard case .quiz(var quiz) = screens.last else { return [] }
        var effects: [Effect] = []
        switch action {
        case .up: quiz.open?.move(-1)
        case .down: quiz.open?.move(1)
        case .pick(let place): quiz.open?.pick(place)
        case .mark: quiz.open?.mark()
        case .choose, .giveUp:
            if quiz.answer(givingUp: action == .giveUp) {
                record { $0.recordCurrentAnswer(of: quiz.session, at: now.milliseconds) }
                effects = [.save]
            }
        case .nextQuestion:
            quiz.next()
            if quiz.session.isFinished {
                record { $0.finished(quiz.session, at: now.milliseconds) }
                effects = [.save]
            }
        case .retryWrong:
            if let again = quiz.session.retryingWrong(seed: draw()) { quiz = QuizScreen(again) }
        case .showMe: if show(quiz) { return [] }
        case .pageUp: quiz.scroll = max(quiz.scroll - 1, 0)
        case .pageDown: quiz.scroll = min(quiz.scroll + 1, maximumScroll(of: quiz))
        case .back: return leaveScreen()
        default: break
        }
        screens[screens.count - 1] = .quiz(quiz)
        return effects
    }

    private func maximumScroll(of quiz: QuizScreen) -> Int {
        let view = QuizView(screen: quiz, catalog: catalog, appearance: appearance)
        let area = QuizView.areas(size, hasPicture: view.picture != nil).text
        let lines = view.questionText(columns: area.columns)?.lines ?? view.summary(columns: area.columns)
        return TextPane(lines: lines, scroll: 0, glyphs: appearance.glyphs).maximumScroll(rows: area.rows)
    }

    /// Opens the lesson at the moment that answers the question; Esc comes back to the quiz.
    private mutating func show(_ quiz: QuizScreen) -> Bool {
        guard let place = quiz.session.currentFeedback?.show, let lesson = catalog.lesson(place.lesson) else {
            return false
        }
        let scene = place.variant.flatMap { id in lesson.scenes.firstIndex { $0.id == id } } ?? 0
        var player = PlayerScreen(lesson, scene: scene)
        player.jump(toAnchor: place.anchor)
        screens.append(.player(player))
        return true
    }
}
