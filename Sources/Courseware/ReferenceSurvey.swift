import LocatedJSON

/// Looks whether lessons and quizzes that belong together name each other, and lessons stand behind those that they need.
struct ReferenceSurvey {
    private let catalog: Catalog
    /// Lessons by the quiz that they name, quizzes by the lesson.
    private var naming: (lessons: [String: [String]], quizzes: [String: [String]]) = ([:], [:])

    /// A survey of all that is in a catalogue.
    init(of catalog: Catalog) {
        self.catalog = catalog
        for lesson in catalog.lessons {
            if let quiz = lesson.quiz { naming.lessons[quiz, default: []].append(lesson.id) }
        }
        for quiz in catalog.quizzes {
            if let lesson = quiz.lesson { naming.quizzes[lesson, default: []].append(quiz.id) }
        }
    }

    /// What is found.
    ///
    /// - Parameters:
    ///   - lessons: The files of the lessons by id.
    ///   - quizzes: The files of the quizzes by id.
    /// - Returns: Warnings by the name of the file that they are about.
    func diagnostics(
        lessons: [String: SourceFile], quizzes: [String: SourceFile]
    ) -> [String: [Diagnostic]] {
        var found: [String: [Diagnostic]] = [:]
        for lesson in catalog.lessons where lesson.quiz == nil {
            let owners = naming.quizzes[lesson.id] ?? []
            guard let quiz = owners.first, owners.count == 1, let file = lessons[lesson.id] else { continue }
            let log = FaultLog(of: file)
            let node = try? JSONNode(parsing: file.bytes)
            let fix = node?.inserting("quiz", quiz, after: node?.members?.last?.key, in: file.bytes)
            log.report(CourseFault.missingQuizReference(quiz: quiz), at: node?["id"]?.place ?? .start, fix: fix)
            found[file.name, default: []] += log.diagnostics
        }
        // In which order tracks stand is the course's affair.
        let places = Dictionary(
            uniqueKeysWithValues: catalog.heads.enumerated().map { ($1.id, (track: $1.track, place: $0)) })
        for lesson in catalog.lessons where !lesson.needs.isEmpty {
            guard let file = lessons[lesson.id], let own = places[lesson.id] else { continue }
            let late = lesson.needs.indices.filter { index in
                places[lesson.needs[index]].map { $0.track == own.track && $0.place >= own.place } ?? false
            }
            // Only a file with such a fault is read once more, to find the place; it has been read without an error before.
            guard !late.isEmpty else { continue }
            let log = FaultLog(of: file)
            let nodes = (try? JSONNode(parsing: file.bytes))?["needs"]?.elements
            for index in late {
                let place = nodes?.dropFirst(index).first?.place ?? .start
                log.report(CourseFault.needsLater(lesson: lesson.needs[index]), at: place)
            }
            found[file.name, default: []] += log.diagnostics
        }
        for quiz in catalog.quizzes {
            let owners = naming.lessons[quiz.id] ?? []
            // A lesson that does not exist is reported where it is named.
            let isSettled = quiz.lesson.map { owners.contains($0) || catalog.lesson($0) == nil } ?? (owners.count != 1)
            guard !isSettled, let first = owners.first, let file = quizzes[quiz.id] else { continue }
            let log = FaultLog(of: file)
            let node = try? JSONNode(parsing: file.bytes)
            if quiz.lesson != nil {
                let fault = CourseFault.crossedReference(quiz: quiz.id, lessons: owners)
                log.report(fault, at: node?["lesson"]?.place ?? .start)
            } else {
                let fix = node?.inserting("lesson", first, after: "title", in: file.bytes)
                log.report(
                    CourseFault.missingLessonReference(lesson: first), at: node?["id"]?.place ?? .start, fix: fix)
            }
            found[file.name, default: []] += log.diagnostics
        }
        return found
    }
}
