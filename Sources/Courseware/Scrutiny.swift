public import Localization
public import LocatedJSON

/// How closely lessons and quizzes are looked at while they are read.
///
/// A learner is told what keeps a file from being used; its author is told what could be better besides.
public struct Scrutiny: Sendable {
    /// The languages that the course says it has; `nil` when it says nothing, and then no language may be missing.
    public var languages: Set<Language>?
    /// Whether to look also for what only the author cares about.
    public var isThorough: Bool
    /// Whether a file that does not name its schema is told so.
    public var expectsSchema: Bool
    /// Looks at each lesson that could be read, with the file's contents.
    public var lessonSurvey: (@Sendable (Lesson, JSONNode, FaultLog) -> Void)?
    /// Looks at each quiz that could be read, with the file's contents.
    public var quizSurvey: (@Sendable (Quiz, JSONNode, FaultLog) -> Void)?

    /// The usual way of looking, or a closer one; see the properties.
    public init(
        languages: Set<Language>? = nil, isThorough: Bool = false, expectsSchema: Bool = false,
        lessonSurvey: (@Sendable (Lesson, JSONNode, FaultLog) -> Void)? = nil,
        quizSurvey: (@Sendable (Quiz, JSONNode, FaultLog) -> Void)? = nil
    ) {
        self.languages = languages
        self.isThorough = isThorough
        self.expectsSchema = expectsSchema
        self.lessonSurvey = lessonSurvey
        self.quizSurvey = quizSurvey
    }

    /// How grave a fault is: a language that the course does not have is not missed, and one that it has only warned of.
    func severity(of fault: any LocatedJSON.Fault) -> Diagnostic.Severity? {
        guard let languages, case .missingLanguage(let tag)? = fault as? CourseFault else { return fault.severity }
        return languages.contains { $0.rawValue == tag } ? .warning : nil
    }

    /// An empty log for a file looked at in this way.
    func log(of source: SourceFile) -> FaultLog {
        FaultLog(of: source, isThorough: isThorough, severity: severity)
    }
}
