import CellGrid
import Courseware
import LocatedJSON
import Study

/// A version of a previewed file as lines of text: what is wrong with it, and what it tells.
public struct PlainPreview: Sendable {
    /// The lines, without line breaks.
    public private(set) var lines: [String] = []

    /// Tells the version that has just been read.
    ///
    /// - Parameters:
    ///   - course: The file and what it refers to.
    ///   - appearance: Its language and characters.
    public init(_ course: PreviewedCourse, appearance: Appearance) {
        let panel = PreviewPanel(course: course, chosen: 0, columns: 80, appearance: appearance)
        let name = appearance.charset.adapt(course.subject).sanitized
        lines.append("== " + name + appearance.say(": ", "：") + panel.state.text.sanitized)
        for diagnostic in course.diagnostics {
            let excerpt = diagnostic.excerpt(of: course.source(of: diagnostic.file))
            lines += excerpt.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        lines.append("")
        guard course.isCurrent else { return }
        switch course.shown {
        case .lesson(let lesson): lines += PlainLesson(lesson, appearance: appearance).lines
        case .quiz(let quiz): lines += Self.told(quiz, in: course.catalog, appearance)
        case nil: return
        }
        lines.append("")
    }

    /// Every question with what is said about its answer.
    private static func told(_ quiz: Quiz, in catalog: Catalog, _ appearance: Appearance) -> [String] {
        var talk = PlainQuiz(QuizSession(quiz, seed: 1, in: catalog), appearance: appearance)
        var lines = [appearance.text(quiz.title).sanitized]
        while !talk.session.isFinished {
            lines += [""] + talk.question + talk.giveUp()
            _ = talk.next()
        }
        return lines
    }
}
