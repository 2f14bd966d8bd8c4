public import Courseware
import LocatedJSON

/// The course before it has been read: which lessons there are, and where they and the quizzes lie.
///
/// What it costs depends on the number of files, hardly on their size. Nothing is said about faults; what has some may
/// be listed here and missing when the whole course has been read.
public struct CourseOverview: Sendable {
    /// The lessons, in order of their files.
    public let heads: [LessonHead]
    /// Which lesson belongs to which course.
    private let courses: [CatalogCourse]
    /// How closely a file is looked at, by its path, where its course says which languages it has.
    private let scrutiny: [String: Scrutiny]
    /// Paths by id.
    private let lessons: [String: String], quizzes: [String: String]

    /// Looks at the files in all places; see ``CourseLibrary/places(options:environment:executable:)``.
    public init(_ places: [CourseLibrary.Place]) {
        var heads: [LessonHead] = [], lessons: [String: String] = [:], quizzes: [String: String] = [:]
        var courses: [CatalogCourse] = [], scrutiny: [String: Scrutiny] = [:]
        for files in CourseLibrary.readBeginnings(places).courses {
            let outline = files.readOutline
            let known = files.outline == nil ? nil : courses.firstIndex { $0.outline.id == outline.id }
            if known == nil { courses.append(CatalogCourse(outline, lessons: [])) }
            let own = outline.languages.map { Scrutiny.ofLearner(languages: Set($0)) }
            let sights = Cores().map(files.documents) { Self.firstSight(of: $0, own ?? .ofLearner()) }
            for (file, sight) in zip(files.documents, sights) {
                scrutiny[file.name] = own
                switch sight {
                case .lesson(let head) where lessons[head.id] == nil:
                    lessons[head.id] = file.name
                    heads.append(head)
                    courses[known ?? courses.count - 1].lessons.insert(head.id)
                case .quiz where quizzes[file.stem] == nil: quizzes[file.stem] = file.name
                default: continue
                }
            }
        }
        self.heads = heads
        self.courses = courses
        self.scrutiny = scrutiny
        self.lessons = lessons
        self.quizzes = quizzes
    }

    private static func firstSight(of file: SourceFile, _ scrutiny: Scrutiny) -> FirstSight {
        if CourseLibrary.folder(of: file.name) == CourseFolder.quizzes { return .quiz }
        let sight = FirstSight(of: file, scrutiny)
        guard sight == .unclear, file.bytes.count == CourseLibrary.beginning else { return sight }
        return read(file.name).map { FirstSight(of: $0, scrutiny) } ?? .unclear
    }

    /// A catalogue with all heads and what is shown of one lesson beside them.
    ///
    /// - Parameter id: The lesson; the first of the list when it is `nil` or unknown.
    /// - Returns: The catalogue, without a preview when that lesson has a fault.
    public func catalog(showing id: String?) -> Catalog {
        let listed = Catalog(heads: heads, courses: courses)
        guard let chosen = listed.heads.first(where: { $0.id == id }) ?? listed.heads.first else { return listed }
        var preview = lessons[chosen.id].flatMap(Self.read).flatMap { LessonPreview(skimming: $0, scrutiny(of: $0)) }
        let quiz = preview?.lesson.quiz.flatMap { quizzes[$0] }.flatMap(Self.read)
        preview?.quiz = quiz.flatMap(QuizHead.init(skimming:))
        return Catalog(heads: heads, preview: preview, courses: courses)
    }

    /// A catalogue with all heads and one lesson in full.
    ///
    /// - Parameter id: The lesson.
    /// - Returns: The catalogue, without that lesson when it is unknown or has a fault.
    public func catalog(withLesson id: String) -> Catalog {
        Catalog(heads: heads, lessons: [lesson(id)].compactMap { $0 }, courses: courses)
    }

    /// A catalogue with all heads, and in full one quiz and the lessons that its questions are about or show.
    ///
    /// - Parameter id: The quiz, or the lesson it belongs to.
    /// - Returns: The catalogue, without that quiz when it is unknown or has a fault.
    public func catalog(withQuiz id: String) -> Catalog {
        guard let quiz = quiz(id) ?? lesson(id)?.quiz.flatMap({ self.quiz($0) }) else {
            return Catalog(heads: heads, courses: courses)
        }
        let shown = Set(quiz.questions.flatMap(\.lessons))
        return Catalog(
            heads: heads, lessons: shown.sorted().compactMap(lesson), quizzes: [quiz], courses: courses)
    }

    private func lesson(_ id: String) -> Lesson? {
        lessons[id].flatMap(Self.read).flatMap { LessonDecoder.decode($0, scrutiny(of: $0)).document }
    }

    private func quiz(_ id: String) -> Quiz? {
        quizzes[id].flatMap(Self.read).flatMap { QuizDecoder.decode($0, scrutiny(of: $0)).document }
    }

    private func scrutiny(of file: SourceFile) -> Scrutiny { scrutiny[file.name] ?? .ofLearner() }

    private static func read(_ path: String) -> SourceFile? {
        (try? Files.read(path, limit: CourseLibrary.sizeLimit)).map { SourceFile(path, $0) }
    }
}
