public import LocatedJSON
import Timelines

extension Catalog {
    /// Reads the documents in `files` and checks what they say about each other.
    ///
    /// A file with an error is left out and the rest is loaded. Of two documents with the same id the first is used.
    /// Diagnostics come file by file in the order given, and within a file by place. No file is opened here.
    ///
    /// - Parameters:
    ///   - files: Lessons and quizzes in any order; which is which shows in what they hold.
    ///   - known: Documents that exist besides and may be referred to, for checking a single file.
    ///   - scrutiny: How closely the files are looked at.
    /// - Returns: The catalogue of `files` alone, and everything wrong with them.
    public static func load(
        _ files: [SourceFile], besides known: Catalog = Catalog(), _ scrutiny: Scrutiny = Scrutiny()
    ) -> (catalog: Catalog, diagnostics: [Diagnostic]) {
        var loader = CatalogLoader(known: known, scrutiny: scrutiny)
        for file in files { loader.add(file) }
        return loader.finish()
    }
}

/// Reads files one by one and, when all are there, checks their references.
private struct CatalogLoader {
    private let known: Catalog
    private let scrutiny: Scrutiny
    private var lessons: [Lesson] = []
    private var quizzes: [Quiz] = []
    private var lessonFiles = Shelf()
    private var quizFiles = Shelf()
    private var reports: [(file: SourceFile, diagnostics: [Diagnostic], references: [Reference])] = []

    /// The files of one kind.
    private struct Shelf {
        /// The first file of each id.
        var files: [String: SourceFile] = [:]
        /// Names, without folder and extension, of files with errors: what refers to them is not to blame.
        var broken: Set<String> = []
    }

    init(known: Catalog, scrutiny: Scrutiny) {
        self.known = known
        self.scrutiny = scrutiny
    }

    mutating func add(_ source: SourceFile) {
        let file = ParsedFile(source, scrutiny)
        if file.holdsQuiz {
            let decoded = QuizDecoder.decode(file)
            note(file, decoded, id: decoded.document?.id, on: \.quizFiles)
            if let quiz = decoded.document { quizzes.append(quiz) }
        } else {
            let decoded = LessonDecoder.decode(file)
            note(file, decoded, id: decoded.document?.id, on: \.lessonFiles)
            if let lesson = decoded.document { lessons.append(lesson) }
        }
    }

    private mutating func note<Document>(
        _ file: ParsedFile, _ decoded: Decoded<Document>, id: String?,
        on shelf: WritableKeyPath<Self, Shelf>
    ) {
        var diagnostics = decoded.diagnostics
        if let id {
            if let first = self[keyPath: shelf].files[id] {
                let log = FaultLog(file: file.source.name)
                log.report(
                    CourseFault.takenDocumentID(id, firstFile: first.name), at: file.node?["id"]?.place ?? .start)
                diagnostics += log.diagnostics
            } else {
                self[keyPath: shelf].files[id] = file.source
            }
        } else {
            self[keyPath: shelf].broken.insert(file.source.stem)
        }
        reports.append((file.source, diagnostics, decoded.references))
    }

    func finish() -> (catalog: Catalog, diagnostics: [Diagnostic]) {
        let catalog = Catalog(lessons: lessons, quizzes: quizzes)
        var diagnostics: [Diagnostic] = []
        let survey = ReferenceSurvey(of: scrutiny.isThorough ? catalog : Catalog())
        let missed = survey.diagnostics(lessons: lessonFiles.files, quizzes: quizFiles.files)
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
        case .quiz(let id):
            guard catalog.quiz(id) == nil, known.quiz(id) == nil, !quizFiles.broken.contains(id) else { return }
            let ids = (catalog.quizzes + known.quizzes).map(\.id)
            log.report(CourseFault.unknownQuiz(id, known: ids), at: reference.place)
        case .moment(let moment, let variantPlace, let anchorPlace):
            guard let lesson = lesson(moment.lesson, at: reference.place, in: catalog, log) else { return }
            guard let scene = lesson.scene(moment.variant) else {
                let variants = lesson.scenes.dropFirst().map(\.id)
                let fault = CourseFault.unknownVariant(moment.variant ?? "", lesson: lesson.id, known: variants)
                log.report(fault, at: variantPlace)
                return
            }
            guard scene.timeline.event(anchored: moment.anchor) == nil else { return }
            let name = moment.variant.map { "the variant '\($0)' of '\(lesson.id)'" } ?? "the lesson '\(lesson.id)'"
            let anchors = scene.timeline.events.compactMap(\.anchor)
            log.report(CourseFault.unknownMoment(moment.anchor, scene: name, known: anchors), at: anchorPlace)
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

extension ParsedFile {
    /// Whether the file holds a quiz: it has questions, or, when its contents do not tell, lies in a folder for quizzes.
    fileprivate var holdsQuiz: Bool {
        if node?["questions"] != nil { return true }
        if ["timeline", "participants", "scenario"].contains(where: { node?[$0] != nil }) { return false }
        return source.name.split(separator: "/").dropLast().last == "quizzes"
    }
}
