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
        let places = Dictionary(uniqueKeysWithValues: catalog.heads.enumerated().map { ($1.id, (track: $1.track, $0)) })
        for lesson in catalog.lessons where !lesson.needs.isEmpty {
            guard let file = lessons[lesson.id], let place = places[lesson.id] else { continue }
            let log = FaultLog(of: file)
            let nodes = (try? JSONNode(parsing: file.bytes))?["needs"]?.elements ?? []
            for (id, node) in zip(lesson.needs, nodes)
            where places[id].map({ $0.track == place.track && $0.1 >= place.1 }) ?? false {
                log.report(CourseFault.needsLater(lesson: id), at: node.place)
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
