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
    /// Whether everything is tried out while a lesson is read: simulated scenes are performed, challenges solved, and
    /// written exchanges held against the rules of their protocols.
    ///
    /// Who only plays a lesson need not wait for that: a scene is then performed when somebody first looks at it.
    public var rehearses: Bool
    /// Whether a file that does not name its schema is told so.
    public var expectsSchema: Bool
    /// Looks at each lesson that could be read, with the file's contents.
    public var lessonSurvey: (@Sendable (Lesson, JSONNode, FaultLog) -> Void)?
    /// Looks at each quiz that could be read, with the file's contents.
    public var quizSurvey: (@Sendable (Quiz, JSONNode, FaultLog) -> Void)?

    /// The usual way of looking, or a closer one; see the properties.
    public init(
        languages: Set<Language>? = nil, isThorough: Bool = false, rehearses: Bool = true, expectsSchema: Bool = false,
        lessonSurvey: (@Sendable (Lesson, JSONNode, FaultLog) -> Void)? = nil,
        quizSurvey: (@Sendable (Quiz, JSONNode, FaultLog) -> Void)? = nil
    ) {
        self.languages = languages
        self.isThorough = isThorough
        self.rehearses = rehearses
        self.expectsSchema = expectsSchema
        self.lessonSurvey = lessonSurvey
        self.quizSurvey = quizSurvey
    }

    /// The way in which a learner's lessons are looked at: whether they can be used, and no more.
    ///
    /// - Parameter languages: Those that the course says it has; `nil` when it says nothing.
    /// - Returns: The quickest look that there is.
    public static func ofLearner(languages: Set<Language>? = nil) -> Scrutiny {
        Scrutiny(languages: languages, rehearses: false)
    }

    /// How grave a fault is: a language that the course does not have is not missed, and one that it has only warned of.
    func severity(of fault: any LocatedJSON.Fault) -> Diagnostic.Severity? {
        guard let languages, case .missingLanguage(let tag)? = fault as? CourseFault else { return fault.severity }
        return languages.contains { $0.rawValue == tag } ? .warning : nil
    }

    /// An empty log for a file looked at in this way.
    func log(of source: SourceFile, census: KeyCensus? = nil) -> FaultLog {
        FaultLog(of: source, isThorough: isThorough, census: census, severity: severity)
    }
}
