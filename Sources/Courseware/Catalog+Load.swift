import Localization
public import LocatedJSON
import Timelines

extension Catalog {
    /// Reads the documents in `files` and checks what they say about each other.
    ///
    /// A file with an error is left out and the rest is loaded. Of two documents with the same id the first is used.
    /// Diagnostics come file by file in the order given, and within a file by place. No file is opened here.
    ///
    /// - Parameters:
    ///   - files: Lessons and quizzes of one course in any order, and perhaps its `course.json`.
    ///   - known: Documents that exist besides and may be referred to, for checking a single file.
    ///   - scrutiny: How closely the files are looked at.
    ///   - workforce: Who reads them.
    /// - Returns: The catalogue of `files` alone, and everything wrong with them.
    public static func load(
        _ files: [SourceFile], besides known: Catalog = Catalog(), _ scrutiny: Scrutiny = Scrutiny(),
        by workforce: some Workforce = LoneWorker()
    ) -> (catalog: Catalog, diagnostics: [Diagnostic]) {
        load(CourseFiles.courses(of: files), besides: known, scrutiny, by: workforce)
    }

    /// Reads several courses and checks what their documents say about each other.
    ///
    /// A document whose id a course before it has too is left out, with a warning that names both files, because progress
    /// is stored under ids. That holds for a file before it that has an error as well: it will be mended, and progress
    /// should not change hands meanwhile. Where a course says which languages it has, no other is missed in it.
    ///
    /// - Parameters:
    ///   - courses: The courses, those first that win.
    ///   - known: Documents that exist besides and may be referred to.
    ///   - scrutiny: How closely the files are looked at.
    ///   - workforce: Who reads them; what comes out is the same whoever it is.
    /// - Returns: The catalogue of these courses, and everything wrong with their files.
    public static func load(
        _ courses: [CourseFiles], besides known: Catalog = Catalog(), _ scrutiny: Scrutiny = Scrutiny(),
        by workforce: some Workforce = LoneWorker()
    ) -> (catalog: Catalog, diagnostics: [Diagnostic]) {
        var loader = CatalogLoader(known: known, scrutiny: scrutiny)
        for course in courses { loader.add(course, by: workforce) }
        return loader.finish()
    }
}

/// Reads files, each by itself, and, when all are there, checks their references.
private struct CatalogLoader {
    private let known: Catalog
    /// As for the course whose files are being added.
    private var scrutiny: Scrutiny
    /// The languages that are missed in a course that does not say which it has.
    private let usualLanguages: Set<Language>?
    private var lessons: [Lesson] = []
    private var quizzes: [Quiz] = []
    private var courses: [CatalogCourse] = []
    /// The course whose files are being added, and how many there were before it.
    private var current = 0, number = 0
    /// The `course.json` files by id, each with its index in `courses`.
    private var outlines: [String: (file: String, course: Int)] = [:]
    private var lessonFiles = Shelf()
    private var quizFiles = Shelf()
    private var reports: [(file: SourceFile, diagnostics: [Diagnostic], references: [Reference])] = []

    /// The files of one kind.
    private struct Shelf {
        /// The first file of each id, and the number of its course.
        var files: [String: (source: SourceFile, course: Int)] = [:]
        /// Names, without folder and extension, of files with errors: what refers to them is not to blame.
        var broken: Set<String> = []
    }

    init(known: Catalog, scrutiny: Scrutiny) {
        self.known = known
        self.scrutiny = scrutiny
        usualLanguages = scrutiny.languages
    }

    mutating func add(_ course: CourseFiles, by workforce: some Workforce) {
        current = courses.count
        scrutiny.languages = usualLanguages
        if let file = course.outline {
            addOutline(file, else: course.unwritten)
        } else {
            courses.append(CatalogCourse(course.unwritten, lessons: []))
        }
        let scrutiny = scrutiny
        for file in workforce.map(course.documents, { ReadFile($0, scrutiny) }) { add(file) }
        number += 1
    }

    /// Adds what a course says of itself; one with an id that was there before is joined to that course.
    private mutating func addOutline(_ source: SourceFile, else unwritten: CourseOutline) {
        let file = ParsedFile(source, scrutiny)
        let decoded = CourseDecoder.decode(file)
        var diagnostics = decoded.diagnostics
        if let outline = decoded.document, let first = outlines[outline.id] {
            current = first.course
            let fault = CourseFault.takenCourseID(outline.id, firstFile: first.file)
            diagnostics += diagnosis(fault, of: source, at: file.idPlace)
        } else {
            if let id = decoded.document?.id { outlines[id] = (source.name, current) }
            courses.append(CatalogCourse(decoded.document ?? unwritten, lessons: []))
        }
        scrutiny.languages = decoded.document?.languages.map(Set.init) ?? usualLanguages
        reports.append((source, diagnostics, decoded.references))
    }

    private mutating func add(_ file: ReadFile) {
        switch file.content {
        case .quiz(let decoded):
            if note(file, decoded, id: decoded.document?.id, on: \.quizFiles), let quiz = decoded.document {
                quizzes.append(quiz)
            }
        case .lesson(let decoded):
            if note(file, decoded, id: decoded.document?.id, on: \.lessonFiles), let lesson = decoded.document {
                lessons.append(lesson)
                courses[current].lessons.insert(lesson.id)
            }
        }
    }

    /// Notes what was read; answers whether it is the first with its id.
    private mutating func note<Document>(
        _ file: ReadFile, _ decoded: Decoded<Document>, id: String?,
        on shelf: WritableKeyPath<Self, Shelf>
    ) -> Bool {
        var diagnostics = decoded.diagnostics
        let name = id ?? file.source.stem
        let first = self[keyPath: shelf].files[name]
        if let first {
            if first.course != number {
                let fault = CourseFault.shadowedDocumentID(name, firstFile: first.source.name)
                diagnostics += diagnosis(fault, of: file.source, at: file.idPlace)
            } else if id != nil {
                let fault = CourseFault.takenDocumentID(name, firstFile: first.source.name)
                diagnostics += diagnosis(fault, of: file.source, at: file.idPlace)
            }
        } else {
            self[keyPath: shelf].files[name] = (file.source, number)
        }
        if id == nil { self[keyPath: shelf].broken.insert(name) }
        reports.append((file.source, diagnostics, decoded.references))
        return first == nil
    }

    /// A fault found when a file was compared with others.
    private func diagnosis(_ fault: CourseFault, of file: SourceFile, at place: Place) -> [Diagnostic] {
        let log = scrutiny.log(of: file)
        log.report(fault, at: place)
        return log.diagnostics
    }

    func finish() -> (catalog: Catalog, diagnostics: [Diagnostic]) {
        let catalog = Catalog(lessons: lessons, quizzes: quizzes, courses: courses)
        var diagnostics: [Diagnostic] = []
        let survey = ReferenceSurvey(of: scrutiny.isThorough ? catalog : Catalog())
        let missed = survey.diagnostics(
            lessons: lessonFiles.files.mapValues(\.source), quizzes: quizFiles.files.mapValues(\.source))
        for report in reports {
            let log = scrutiny.log(of: report.file)
            for reference in report.references { check(reference, in: catalog, log) }
            diagnostics += (report.diagnostics + log.diagnostics + missed[report.file.name, default: []]).sortedByPlace
        }
        return (catalog, diagnostics)
    }

    private func check(_ reference: Reference, in catalog: Catalog, _ log: FaultLog) {
        switch reference.target {
        case .lesson(let id): _ = lesson(id, at: reference.place, in: catalog, log)
        case .lessonOfTrack(let id, let track):
            guard let lesson = lesson(id, at: reference.place, in: catalog, log), lesson.track != track else { return }
            let fault = CourseFault.lessonOfOtherTrack(id, track: lesson.track, listed: track)
            log.report(fault, at: reference.place)
        case .quiz(let id):
            guard catalog.quiz(id) == nil, known.quiz(id) == nil, !quizFiles.broken.contains(id) else { return }
            let ids = (catalog.quizzes + known.quizzes).map(\.id)
            log.report(CourseFault.unknownQuiz(id, known: ids), at: reference.place)
        default:
            guard let id = reference.lesson, let lesson = lesson(id, at: reference.place, in: catalog, log) else {
                return
            }
            // Who only plays does not have scenes simulated that nobody looks at.
            guard scrutiny.rehearses || lesson.scenes.allSatisfy(\.isPerformed) else { return }
            ReferenceCheck(lesson: lesson, log: log).check(reference.target)
        }
    }

    private func lesson(_ id: String, at place: Place, in catalog: Catalog, _ log: FaultLog) -> Lesson? {
        if let lesson = catalog.lesson(id) ?? known.lesson(id) { return lesson }
        if !lessonFiles.broken.contains(id) {
            log.report(CourseFault.unknownLesson(id, known: (catalog.lessons + known.lessons).map(\.id)), at: place)
        }
        return nil
    }
}

/// A file after it was read by itself.
private struct ReadFile: Sendable {
    /// What it holds.
    enum Content: Sendable {
        case lesson(Decoded<Lesson>)
        case quiz(Decoded<Quiz>)
    }

    let source: SourceFile
    let content: Content
    let idPlace: Place

    init(_ source: SourceFile, _ scrutiny: Scrutiny) {
        let file = ParsedFile(source, scrutiny)
        self.source = source
        idPlace = file.idPlace
        content = file.holdsQuiz ? .quiz(QuizDecoder.decode(file)) : .lesson(LessonDecoder.decode(file))
    }
}

extension ParsedFile {
    /// Where its id stands; its beginning when it has none.
    fileprivate var idPlace: Place { node?["id"]?.place ?? .start }

    /// Whether the file holds a quiz: it has questions, or, when its contents do not tell, lies in a folder for quizzes.
    fileprivate var holdsQuiz: Bool {
        if node?["questions"] != nil { return true }
        if ["timeline", "participants", "scenario"].contains(where: { node?[$0] != nil }) { return false }
        return source.name.split(separator: "/").dropLast().last == "quizzes"
    }
}
