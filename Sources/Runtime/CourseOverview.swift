public import Courseware
import LocatedJSON

/// The course before it has been read: which lessons there are, and where they and the quizzes lie.
///
/// What it costs depends on the number of lessons, hardly on their size, and not on the quizzes: one is looked for when it
/// is asked for. Nothing is said about faults; what has some may be listed here and missing when the whole course has been
/// read.
public struct CourseOverview: Sendable {
    /// The lessons, in order of their files.
    public let heads: [LessonHead]
    /// Which lesson belongs to which course.
    private let courses: [CatalogCourse]
    /// Where the lessons lie, by id.
    private let lessons: [String: Source]
    /// Where the courses lie.
    private let folders: [Folder]
    /// What could not be looked at, apart from quizzes.
    public let problems: [FileProblem]
    /// Names, without folder and extension, of files that come before any lesson of that id and may have a fault.
    private let unclear: Set<String>

    /// A file that has not been read in full.
    private struct Source {
        var path: String
        /// The index of its course among ``folders``.
        var folder: Int
    }

    /// Where one course lies.
    private struct Folder {
        var folder: CourseFolder
        /// How closely its files are looked at.
        var scrutiny: Scrutiny
        /// What turned out to be quizzes among the files that were looked at; paths by id.
        var quizzes: [String: String] = [:]

        /// The path of a quiz.
        func quiz(_ id: String) -> String? { quizzes[id] ?? folder.quiz(id) }
    }

    /// Looks at the files in all places; see ``CourseLibrary/places(options:environment:executable:)``.
    public init(_ places: [CourseLibrary.Place]) {
        var heads: [LessonHead] = [], lessons: [String: Source] = [:], folders: [Folder] = []
        var courses: [CatalogCourse] = [], problems: [FileProblem] = [], unclear: Set<String> = []
        for found in FoundCourse.all(in: places, CourseLibrary.Limits(), kinds: [CourseFolder.lessons]) {
            problems += found.problems
            var files = CourseFiles(name: found.folder.name)
            do throws(FileProblem) {
                files.outline = try found.outline.map(CourseLibrary.file)
            } catch {
                problems.append(error)
            }
            let outline = files.readOutline
            let scrutiny = Scrutiny.ofLearner(languages: outline.languages.map { Set($0) })
            var folder = Folder(folder: found.folder, scrutiny: scrutiny)
            var own = Set<String>(minimumCapacity: found.documents.count)
            lessons.reserveCapacity(lessons.count + found.documents.count)
            let sights = Cores().map(found.documents) { Self.firstSight(at: $0, scrutiny) }
            for (path, sight) in zip(found.documents, sights) {
                switch sight {
                case .failure(let problem): problems.append(problem)
                case .success(.lesson(let head)) where lessons[head.id] == nil:
                    lessons[head.id] = Source(path: path, folder: folders.count)
                    heads.append(head)
                    own.insert(head.id)
                case .success(.quiz):
                    let id = SourceFile(path, []).stem
                    if folder.quizzes[id] == nil { folder.quizzes[id] = path }
                case .success(.unclear):
                    let id = SourceFile(path, []).stem
                    if lessons[id] == nil { unclear.insert(id) }
                case .success(.lesson): continue
                }
            }
            folders.append(folder)
            if files.outline != nil, let known = courses.firstIndex(where: { $0.outline.id == outline.id }) {
                courses[known].lessons.formUnion(own)
            } else {
                courses.append(CatalogCourse(outline, lessons: own))
            }
        }
        self.heads = heads
        self.courses = courses
        self.lessons = lessons
        self.folders = folders
        self.problems = problems
        self.unclear = unclear
    }

    /// Bytes of a lesson's file in which nearly always everything stands that the list of lessons shows.
    private static let beginning = 2048

    private static func firstSight(at path: String, _ scrutiny: Scrutiny) -> Result<FirstSight, FileProblem> {
        Result { () throws(FileProblem) in
            let bytes = try Files.readBeginning(of: path, size: beginning)
            let sight = FirstSight(of: SourceFile(path, bytes), scrutiny)
            guard sight == .unclear, bytes.count == beginning else { return sight }
            return FirstSight(of: try CourseLibrary.file(path), scrutiny)
        }
    }

    /// A catalogue with all heads and what is shown of one lesson beside them.
    ///
    /// - Parameter id: The lesson; the first of the list when it is `nil` or unknown.
    /// - Returns: The catalogue, without a preview when that lesson has a fault.
    public func catalog(showing id: String?) -> Catalog {
        let listed = Catalog(heads: heads, courses: courses)
        guard let chosen = listed.heads.first(where: { $0.id == id }) ?? listed.heads.first else { return listed }
        var preview = lessons[chosen.id].flatMap { lesson in
            Self.read(lesson.path).flatMap { LessonPreview(skimming: $0, folders[lesson.folder].scrutiny) }
        }
        let quiz = preview?.lesson.quiz.flatMap(source(ofQuiz:)).flatMap { Self.read($0.path) }
        preview?.quiz = quiz.flatMap(QuizHead.init(skimming:))
        return listed.showing(preview)
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
        // Of two with the same id the first counts, also when it is faulty.
        (unclear.contains(id) ? nil : lessons[id]).flatMap { lesson in
            Self.read(lesson.path).flatMap { LessonDecoder.decode($0, folders[lesson.folder].scrutiny).document }
        }
    }

    private func quiz(_ id: String) -> Quiz? {
        source(ofQuiz: id).flatMap { quiz in
            Self.read(quiz.path).flatMap { QuizDecoder.decode($0, folders[quiz.folder].scrutiny).document }
        }
    }

    private func source(ofQuiz id: String) -> Source? {
        for (index, folder) in folders.enumerated() {
            if let path = folder.quiz(id) { return Source(path: path, folder: index) }
        }
        return nil
    }

    private static func read(_ path: String) -> SourceFile? {
        (try? Files.read(path, limit: CourseLibrary.sizeLimit)).map { SourceFile(path, $0) }
    }
}
