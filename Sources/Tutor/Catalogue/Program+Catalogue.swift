import CellGrid
import Courseware
import Localization
import Study

extension Program {
    mutating func performInCatalogue(_ action: Action, at now: WallTime) -> [Effect] {
        let page = max(size.rows - 6, 1)
        switch action {
        case .up: catalogue.move(-1, in: catalog)
        case .down: catalogue.move(1, in: catalog)
        case .pageUp: catalogue.move(-page, in: catalog)
        case .pageDown: catalogue.move(page, in: catalog)
        case .first: catalogue.move(-.max, in: catalog)
        case .last: catalogue.move(.max, in: catalog)
        case .choose:
            if let lesson = chosenLesson { open(lesson, at: now) }
        case .openQuiz:
            if let lesson = chosenLesson { openQuiz(of: lesson) }
        case .resume: resume(at: now)
        case .review: openReview(at: now)
        case .interview: openBriefing()
        case .diagnose: openDiagnostic(seed: draw())
        case .decline: return declineDiagnostic(at: now)
        case .openProgress: return openProgress(at: now)
        case .find:
            catalogue.isTyping = true
            catalogue.query = catalogue.query ?? ""
        case .back: catalogue.query = nil
        default: break
        }
        return []
    }

    /// The chosen lesson in full.
    private var chosenLesson: Lesson? { catalogue.lesson(in: catalog).flatMap { catalog.lesson($0.id) } }

    /// Opens a lesson where the learner left it, or at its beginning.
    mutating func open(_ lesson: Lesson, at now: WallTime) {
        catalogue.selected = lesson.id
        var player = PlayerScreen(lesson)
        if let visit = progress.lessons[lesson.id]?[player.scene.id]?.visit.value,
            visit.step + 1 < player.scene.steps.count
        {
            player.jump(to: visit.step + 1)
        }
        screens.append(.player(player))
    }

    /// Opens the lesson, scene and step where the learner was last.
    private mutating func resume(at now: WallTime) {
        guard let bookmark = progress.resume?.value, let lesson = catalog.lesson(bookmark.lesson) else {
            notice = appearance.say("There is nothing to go on with yet.", "还没有可以继续的课程。")
            return
        }
        catalogue.selected = lesson.id
        let scene = lesson.scenes.firstIndex { $0.id == bookmark.scene } ?? 0
        var player = PlayerScreen(lesson, scene: scene)
        player.jump(to: min(bookmark.step, player.scene.steps.count - 1) + 1)
        screens.append(.player(player))
    }

    /// Begins the quiz of a lesson.
    mutating func openQuiz(of lesson: Lesson) {
        guard let quiz = lesson.quiz.flatMap(catalog.quiz) else {
            notice = appearance.say("This lesson has no quiz.", "这一课没有测验。")
            return
        }
        screens.append(.quiz(QuizScreen(QuizSession(quiz, seed: draw(), in: catalog))))
    }
}
