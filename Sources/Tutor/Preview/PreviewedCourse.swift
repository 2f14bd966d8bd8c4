public import Courseware
public import LocatedJSON

/// A file under the hands of its author, with what it refers to: as it reads now, and as it was when it last was sound.
///
/// A lesson is read together with the quiz beside it, a quiz together with the lessons beside it. What is wrong with any
/// of them is known; what is played is the last version that could be.
public struct PreviewedCourse: Sendable {
    /// The lesson or quiz that is previewed.
    public enum Document: Equatable, Sendable {
        case lesson(Lesson)
        case quiz(Quiz)

        /// Whether both are lessons, or both quizzes.
        func isSameKind(as other: Document) -> Bool {
            switch (self, other) {
            case (.lesson, .lesson), (.quiz, .quiz): true
            default: false
            }
        }
    }

    /// The path of the file, as the author gave it.
    public let subject: String
    /// What else there is to refer to.
    private let known: Catalog
    private var contents: [String: FileReading.Content] = [:]
    /// The last sound version of each file.
    private var sound: [String: Document] = [:]
    /// What the subject refers to, by path.
    private var companions: [String] = []
    /// Whether the subject as it reads now is the one that is shown.
    public private(set) var isCurrent = false
    /// Faults of the subject, then those of what it refers to.
    public private(set) var diagnostics: [Diagnostic] = []

    /// A course of which nothing has been read yet.
    ///
    /// - Parameters:
    ///   - subject: The path of the file to preview.
    ///   - known: Lessons and quizzes that may be referred to besides those in files beside it.
    public init(subject: String, known: Catalog = Catalog()) {
        self.subject = subject
        self.known = known
    }

    /// The files that matter, the subject first.
    public var watched: [String] { [subject] + companions }

    /// What was found in the place of the subject; `nil` before it has been looked for.
    public var content: FileReading.Content? { contents[subject] }

    /// The last sound version of the subject; `nil` when there never was one.
    public var shown: Document? { sound[subject] }

    /// The bytes of one of the files as they are now; none for one that cannot be read.
    public func source(of path: String) -> [UInt8] {
        guard case .bytes(let bytes) = contents[path] else { return [] }
        return bytes
    }

    /// Everything that can be opened: what is shown, what it refers to, and what is known besides.
    public var catalog: Catalog {
        let documents = watched.compactMap { sound[$0] }
        let besides = besidesFiles
        return Catalog(
            lessons: documents.compactMap(\.lesson) + besides.lessons,
            quizzes: documents.compactMap(\.quiz) + besides.quizzes)
    }

    /// What is known besides the files, without what used to be in one of them.
    private var besidesFiles: Catalog {
        let gone = companions.filter { contents[$0] == .missing }.compactMap { sound[$0] }
        let lessons = Set(gone.compactMap(\.lesson?.id)), quizzes = Set(gone.compactMap(\.quiz?.id))
        guard !gone.isEmpty else { return known }
        return Catalog(
            lessons: known.lessons.filter { !lessons.contains($0.id) },
            quizzes: known.quizzes.filter { !quizzes.contains($0.id) })
    }

    /// Takes in what files hold now.
    ///
    /// Afterwards ``watched`` may name other files than before.
    public mutating func take(_ readings: [FileReading]) {
        for reading in readings { contents[reading.path] = reading.content }
        let files = watched.compactMap { path -> SourceFile? in
            guard case .bytes(let bytes) = contents[path] else { return nil }
            return SourceFile(path, bytes)
        }
        let (catalog, diagnostics) = Catalog.load(files, besides: besidesFiles, .ofAuthor())
        self.diagnostics = diagnostics
        isCurrent = false
        for file in files {
            guard let document = Document(file, in: catalog) else { continue }
            sound[file.name] = document
            if file.name == subject { isCurrent = true }
        }
        companions = wantedCompanions
        contents = contents.filter { watched.contains($0.key) }
    }

    private var wantedCompanions: [String] {
        let place = CoursePath(of: subject)
        var paths: [String] = []
        switch shown {
        case .lesson(let lesson): paths = lesson.quiz.map { [place.quiz($0)] } ?? []
        case .quiz(let quiz):
            paths = ([quiz.lesson].compactMap(\.self) + quiz.questions.flatMap(\.lessons)).map(place.lesson)
        case nil: return companions
        }
        return paths.reduce(into: []) { if $1 != subject, !$0.contains($1) { $0.append($1) } }
    }
}

extension PreviewedCourse.Document {
    /// The document that was read from a file; `nil` for one with errors.
    fileprivate init?(_ file: SourceFile, in catalog: Catalog) {
        // A lesson and a quiz may have the same id, and then each has a file of that name.
        if FirstSight(of: file) == .quiz {
            guard let quiz = catalog.quiz(file.stem) else { return nil }
            self = .quiz(quiz)
        } else {
            guard let lesson = catalog.lesson(file.stem) else { return nil }
            self = .lesson(lesson)
        }
    }

    /// The lesson, if it is one.
    var lesson: Lesson? { if case .lesson(let lesson) = self { lesson } else { nil } }

    /// The quiz, if it is one.
    var quiz: Quiz? { if case .quiz(let quiz) = self { quiz } else { nil } }
}
