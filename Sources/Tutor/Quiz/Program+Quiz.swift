import CellGrid
import Courseware
import Simulator
import Study

extension Program {
    mutating func performInQuiz(_ action: Action, at now: WallTime) -> [Effect] {
        guard case .quiz(var quiz) = screens.last else { return [] }
        var effects: [Effect] = []
        let mayEnd = quiz.mayEnd
        quiz.mayEnd = false
        switch action {
        case .up where quiz.session.isFinished: quiz.mistake = max(quiz.mistake - 1, 0)
        case .down where quiz.session.isFinished: quiz.mistake = min(quiz.mistake + 1, max(mistakes(quiz) - 1, 0))
        case .up: quiz.open?.move(-1)
        case .down: quiz.open?.move(1)
        case .first where quiz.isRead: quiz.scroll = 0
        case .last where quiz.isRead: quiz.scroll = maximumScroll(of: quiz)
        case .scrollUp: quiz.scroll = max(quiz.scroll - 1, 0)
        case .scrollDown: quiz.scroll = min(quiz.scroll + 1, maximumScroll(of: quiz))
        case .first: quiz.open?.move(-.max)
        case .last: quiz.open?.move(.max)
        case .pick(let place): quiz.open?.pick(place)
        case .mark: quiz.open?.mark()
        case .hint: quiz.takeHint()
        case .choose where quiz.open?.canReveal ?? false: quiz.reveal()
        case .choose where quiz.session.isFinished: return openBeginning(after: quiz, at: now)
        case .choose, .giveUp:
            if action == .choose, attempt(quiz.open?.posed) { return [] }
            if quiz.answer(givingUp: action == .giveUp, at: now.milliseconds) {
                keepAnswer(in: &quiz, at: now)
                if let practice = quiz.session.practice, !practice.helps { goOn(in: &quiz, at: now) }
                effects = [.save]
            }
        case .nextQuestion:
            goOn(in: &quiz, at: now)
            if quiz.session.isFinished { effects = [.save] }
        case .undo:
            effects = takeBack(in: &quiz)
        case .retryWrong where quiz.session.practice != nil: return reviewMore(after: quiz, at: now)
        case .retryWrong:
            if let again = quiz.session.retryingWrong(seed: draw()) { quiz = QuizScreen(again) }
        case .showMe where quiz.session.isFinished:
            if revisitMistake(in: quiz) { return [] }
        case .showMe: if show(quiz) { return [] }
        case .pageUp, .pageDown: turn(&quiz, isForward: action == .pageDown)
        case .back where quiz.hasUntoldReport && !mayEnd:
            quiz.mayEnd = true
            notice = appearance.say(
                "Esc again ends the interview and shows the report; any other key goes on.", "再按Esc结束面试并查看报告，按其他键继续。")
        case .back where quiz.hasUntoldReport:
            quiz.end(isTimeUp: false)
            effects = [.save]
        case .back: return leaveScreen()
        default: break
        }
        screens[screens.count - 1] = .quiz(quiz)
        return effects
    }

    /// Keeps the answer just given.
    private mutating func keepAnswer(in quiz: inout QuizScreen, at now: WallTime) {
        let (language, offset) = (appearance.language, utcOffset)
        record { $0.recordCurrentAnswer(of: &quiz.session, in: language, at: now.milliseconds, offset: offset) }
    }

    /// Goes on to the next question, or to what is said at the end.
    private mutating func goOn(in quiz: inout QuizScreen, at now: WallTime) {
        quiz.next()
        guard quiz.session.isFinished else { return }
        record { $0.finished(quiz.session, at: now.milliseconds) }
        keepPlacement(of: quiz.session, at: now)
    }

    private func maximumScroll(of quiz: QuizScreen) -> Int {
        let view = QuizView(screen: quiz, catalog: catalog, appearance: appearance)
        let area = view.layout(size).text
        let lines = view.questionText(columns: area.columns)?.lines ?? view.summary(columns: area.columns)
        return TextPane(lines: lines, scroll: 0, glyphs: appearance.glyphs).maximumScroll(rows: area.rows)
    }

    /// Turns a page: of the words first, and where they are all in sight of the ladder beside them.
    private func turn(_ quiz: inout QuizScreen, isForward: Bool) {
        let view = QuizView(screen: quiz, catalog: catalog, appearance: appearance)
        let layout = view.layout(size), maximum = maximumScroll(of: quiz)
        let page = max(layout.text.rows - 1, 1)
        if isForward {
            if quiz.scroll == maximum { quiz.lookBack = max(quiz.lookBack - Self.lookBackStep, 0) }
            quiz.scroll = min(quiz.scroll + page, maximum)
        } else {
            let longest = view.longestLookBack(in: layout.picture)
            if quiz.scroll == 0 { quiz.lookBack = min(quiz.lookBack + Self.lookBackStep, longest) }
            quiz.scroll = max(quiz.scroll - page, 0)
        }
    }

    /// Rows by which a page key moves the ladder of a question.
    private static let lookBackStep = 4

    /// Notes when the question that is on the screen was first seen.
    mutating func noteShowing(at now: WallTime) {
        guard case .quiz(var quiz) = screens.last, quiz.open != nil else { return }
        quiz.session.show(at: now.milliseconds)
        screens[screens.count - 1] = .quiz(quiz)
    }

    /// Opens the lesson at the moment that answers the question, or a challenge solved; Esc comes back to the quiz.
    private mutating func show(_ quiz: QuizScreen) -> Bool {
        guard let feedback = quiz.session.currentFeedback else { return false }
        if case .challenge(let posed)? = quiz.session.current?.form {
            var player = PlayerScreen(posed.lesson)
            player.showSolution(of: 0)
            screens.append(.player(player))
            return true
        }
        return feedback.show.map { show($0) } ?? false
    }

    /// Opens a lesson at a moment; Esc comes back.
    mutating func show(_ place: LessonMoment) -> Bool {
        guard let lesson = catalog.lesson(place.lesson) else { return false }
        let scene = place.variant.flatMap { id in lesson.scenes.firstIndex { $0.id == id } } ?? 0
        var player = PlayerScreen(lesson, scene: scene)
        player.jump(toAnchor: place.anchor)
        screens.append(.player(player))
        return true
    }

    // MARK: Challenges

    /// Opens the simulator for a question that is answered there; says whether it is one.
    private mutating func attempt(_ question: PosedQuestion?) -> Bool {
        guard case .challenge(let posed)? = question?.form else { return false }
        var player = PlayerScreen(posed.lesson)
        player.take(challenge: 0)
        player.asked = posed
        screens.append(.player(player))
        return true
    }

    /// Settles the question that the player on top was opened for: with what was changed there, or by giving up.
    mutating func settleChallenge(_ faults: [Simulator.Fault]?, at now: WallTime) -> [Effect] {
        guard case .player(let player) = screens.last, player.asked != nil, screens.count > 1,
            case .quiz(var quiz) = screens[screens.count - 2], quiz.open != nil
        else { return [] }
        quiz.settle(faults.map { .challenge($0) }, at: now.milliseconds)
        keepAnswer(in: &quiz, at: now)
        screens[screens.count - 2] = .quiz(quiz)
        notice =
            faults == nil
            ? appearance.say(
                "Shown, and counted as not known. Esc goes back to the quiz.", "已演示解法，本题按不会计。按Esc返回测验。")
            : appearance.say("Solved, and counted. Esc goes back to the quiz.", "完成，已计入测验。按Esc返回测验。")
        return [.save]
    }
}
