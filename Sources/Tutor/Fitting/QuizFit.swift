import CellGrid
import Courseware
import Localization
import LocatedJSON
import Study

/// Measures a quiz with its own layout on the smallest screen, and reports what finds no room there.
struct QuizFit {
    private let quiz: Quiz
    private let node: JSONNode
    private let log: FitLog

    init(_ quiz: Quiz, _ node: JSONNode, _ log: FaultLog) {
        self.quiz = quiz
        self.node = node
        self.log = FitLog(log)
    }

    /// Reports what does not fit in any of the quiz's languages.
    func survey() {
        let session = QuizSession(quiz, seed: 1)
        for language in Language.allCases {
            let appearance = Appearance(language: language)
            surveyTitle(of: session, appearance)
            for question in session.questions { survey(question, appearance) }
        }
    }

    private func survey(_ question: PosedQuestion, _ appearance: Appearance) {
        let open = OpenQuestion(question)
        let area = QuizLayout(
            LessonFit.screen, QuizPicture(of: question, open), isAnswered: false, settings: appearance.ladder
        ).text
        let text = QuestionText(open, appearance: appearance, columns: area.columns)
        guard text.lines.count > area.rows else { return }
        let asked = node["questions"]?.elements?.first { $0["id"]?.string == question.id }?["ask"]
        let place = asked.map { $0[appearance.language.rawValue]?.place ?? $0.head }
        let fault = FitFault.tallQuestion(rows: text.lines.count, has: area.rows, appearance.language)
        log.report(fault, at: place ?? node.head)
    }

    private func surveyTitle(of session: QuizSession, _ appearance: Appearance) {
        let view = QuizView(screen: QuizScreen(session), catalog: Catalog(), appearance: appearance)
        let cells = view.title.cellWidth, room = view.titleRoom(columns: LessonFit.screen.columns)
        guard cells > room, let title = node["title"] else { return }
        let place = title[appearance.language.rawValue]?.place ?? title.head
        log.report(FitFault.cutTitle(cells: cells, has: room, appearance.language), at: place)
    }
}
