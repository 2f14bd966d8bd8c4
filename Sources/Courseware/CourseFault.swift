import LocatedJSON
import Timelines

/// What can be wrong with a lesson or a quiz, as facts.
///
/// `CourseFault+Wording.swift` puts them into words.
enum CourseFault: Equatable, Sendable {
    // Documents
    case unknownFormat(Int64)
    case idIsNotFileName(id: String, file: String)
    case malformedID(String)
    case repeatedID(String, of: String, firstLine: Int)
    case reservedID(String)
    case takenDocumentID(String, firstFile: String)

    // Texts
    case emptyText
    case unknownLanguage(String)
    case missingLanguage(String)
    case controlCharacter(Unicode.Scalar)
    case openCodeSpan
    case wideTitle(cells: Int, limit: Int)
    case malformedCitation(String)

    // Timelines
    case malformedDuration(String)
    case longDuration(Span)
    case emptyTimeline
    case unknownParticipant(String, known: [String])
    case noVerb
    case secondVerb(String, first: String)
    case noMoment(key: String, verb: String)
    case keyWithoutSay(String)
    case afterAndWhen
    case pastWhen(Span, clock: Span)
    case malformedField(String)
    case unknownSpotlight(String, known: [String])
    case unclearTimer
    case timerNotRunning(String, at: String, known: [String])
    case timerRanOut(String, expiry: Span, clock: Span)
    case timerNeverEnds(String, expiry: Span)
    case emptyTableChange
    case unknownRow(String, known: [String])
    case fullTable(String, rows: Int, slots: Int)
    case tooManyEvents(limit: Int)
    case pointlessStep

    // Questions
    case rightChoices(Int)
    case noRightChoice
    case unexplainedChoice
    case repeatedText(String, of: String)
    case malformedFormula(Expression.ParsingError.Fault)
    case unknownValue(String, known: [String])
    case divisionByZero([String: Int64])
    case formulaOverflow
    case mistakeIsRight(String)
    case malformedName(String)
    case emptyRange(Int64, Int64)
    case unusedValue(String)

    // References
    case unknownLesson(String, known: [String])
    case unknownQuiz(String, known: [String])
    case unknownVariant(String, lesson: String, known: [String])
    case unknownMoment(String, scene: String, known: [String])
}

extension CourseFault: Fault {
    /// Warnings are about what plays as written but is probably not meant.
    var severity: Diagnostic.Severity {
        switch self {
        case .openCodeSpan, .timerNeverEnds, .pointlessStep, .unusedValue: .warning
        default: .error
        }
    }
}
