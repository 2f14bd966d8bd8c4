import CellGrid
import Courseware
public import Study

extension Program {
    /// Asks what the interview is to be about.
    mutating func openBriefing() {
        let tracks = catalog.practiceCards.map(\.track).reduce(into: [String]()) { tracks, track in
            if !track.isEmpty, !tracks.contains(track) { tracks.append(track) }
        }
        guard !tracks.isEmpty else {
            notice = appearance.say("There are no questions to ask.", "没有可以提问的题目。")
            return
        }
        screens.append(.briefing(BriefingScreen(InterviewTerms(), tracks: tracks)))
    }

    /// Begins an interview at once.
    ///
    /// - Parameters:
    ///   - terms: What it is about and how long it takes.
    ///   - seed: Which questions, and what they draw.
    ///   - now: When it begins.
    /// - Returns: Whether there was anything to ask.
    @discardableResult
    public mutating func open(interview terms: InterviewTerms, seed: UInt64, at now: WallTime) -> Bool {
        let interview = Interview(terms, from: catalog.practiceCards, seed: seed, at: now.milliseconds)
        guard !interview.cards.isEmpty else {
            notice = appearance.say("There are no questions to ask.", "没有可以提问的题目。")
            return false
        }
        var screen = QuizScreen(QuizSession(.interview(interview), seed: seed, in: catalog))
        screen.pass(until: now)
        screens.append(.quiz(screen))
        return true
    }

    mutating func performInBriefing(_ action: Action, at now: WallTime) -> [Effect] {
        guard case .briefing(var screen) = screens.last else { return [] }
        switch action {
        case .up: screen.move(-1)
        case .down: screen.move(1)
        case .less: screen.change(-1)
        case .more: screen.change(1)
        case .mark: screen.change(1)
        case .choose:
            screens.removeLast()
            open(interview: screen.terms, seed: draw(), at: now)
            return []
        case .back:
            screens.removeLast()
            return []
        default: break
        }
        screens[screens.count - 1] = .briefing(screen)
        return []
    }

    /// How many mistakes the report about an interview tells.
    func mistakes(_ quiz: QuizScreen) -> Int { InterviewReport(quiz.session)?.misses.count ?? 0 }

    /// Opens the lesson at the moment that the chosen mistake of an interview is about; says whether there is one.
    mutating func revisitMistake(in quiz: QuizScreen) -> Bool {
        guard let report = InterviewReport(quiz.session), report.misses.indices.contains(quiz.mistake),
            let place = report.misses[quiz.mistake].revisit
        else { return false }
        switch place {
        case .moment(let moment): return show(moment)
        case .lesson(let id):
            guard let lesson = catalog.lesson(id) else { return false }
            screens.append(.player(PlayerScreen(lesson)))
            return true
        }
    }
}
