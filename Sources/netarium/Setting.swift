import CellGrid
import Courseware
import Localization
import LocatedJSON
import NcursesTerminal
import Runtime
import Study
import Tutor

/// What a command needs to begin, apart from the course: the progress, and how to present itself.
struct Setting {
    let preferences: Preferences
    let environment: Environment
    let choice: TerminalChoice
    /// Where the course is looked for.
    let places: [CourseLibrary.Place]
    var progressFile: ProgressFile?
    let progress: Progress
    let progressNotice: ProgressNotice?
    /// What tells the time.
    let clock: SystemClock

    /// Reads the environment and the progress.
    init(_ preferences: Preferences) {
        self.preferences = preferences
        environment = Environment.ofProcess()
        choice = TerminalChoice(.ofProcess(environment, options: preferences.terminal))
        places = CourseLibrary.places(options: preferences.lessonDirectories, environment: environment)
        clock = SystemClock(startingAt: preferences.now)
        progressFile = (preferences.progressPath ?? environment.progressPath).map(ProgressFile.init)
        (progress, progressNotice) = progressFile?.load(now: clock.now()) ?? (Progress(), nil)
    }

    /// The language asked for on the command line, before, or by the locale.
    var language: Language { preferences.language ?? progress.language?.value ?? environment.language ?? .english }

    /// How far the learner's clock is ahead of UTC, in milliseconds.
    var utcOffset: Int64 { SystemClock.offset(at: clock.now()) }

    /// Whether there is a terminal on which the full screen can be drawn.
    var hasScreen: Bool { choice.screen.value != .plain }

    /// How the program presents itself on a terminal or in lines of text.
    var appearance: Appearance {
        Appearance(
            language: language, charset: choice.charset.value, whyNoChinese: choice.whyNoChinese,
            reducedMotion: choice.reducedMotion.value || progress.reducedMotion?.value ?? false)
    }

    /// Reads the whole course, and says on standard error what is wrong with it and with the progress file.
    func course() -> Course {
        let course = Course(places)
        reportProblems(of: course)
        reportMissingChinese()
        return course
    }

    /// Says on standard error what there is to say when only a part of the course is read: what could not be, and what is
    /// wrong with the progress file.
    func reportCircumstances(_ problems: [FileProblem]) {
        for problem in problems { Output.error(problem.message(language)) }
        if let progressNotice { Output.error(progressNotice.message(language)) }
        reportMissingChinese()
    }

    private func reportMissingChinese() {
        if preferences.language == .chinese, let why = choice.whyNoChinese { Output.error(why) }
    }

    /// Says on standard error what is wrong with the course and the progress file, a sentence each.
    func reportProblems(of course: Course) {
        for problem in course.library.problems { Output.error(problem.message(language)) }
        for diagnostic in course.diagnostics { Output.error(diagnostic.description, prefixed: false) }
        if let progressNotice { Output.error(progressNotice.message(language)) }
    }
}

/// The whole course, and what is wrong with it.
struct Course: Sendable {
    let library: CourseLibrary.Contents
    let catalog: Catalog
    /// Faults of lessons and quizzes; the files without faults are in the catalogue.
    let diagnostics: [Diagnostic]

    /// Reads every file, as closely as somebody who plays needs it.
    init(_ places: [CourseLibrary.Place]) {
        library = CourseLibrary.read(places)
        (catalog, diagnostics) = Catalog.load(library.courses, .ofLearner(), by: Cores())
    }

    /// The lesson with this id; throws a sentence that names the nearest one.
    func lesson(_ id: String) throws -> Lesson {
        if let lesson = catalog.lesson(id) { return lesson }
        if let file = brokenFile(of: id) { throw CommandProblem.broken(.lesson, id, file: file) }
        throw CommandProblem.unknown(.lesson, id, among: catalog.lessons.map(\.id))
    }

    /// The quiz with this id, or the quiz of the lesson with this id.
    func quiz(_ id: String) throws -> Quiz {
        if let quiz = catalog.quiz(id) ?? catalog.lesson(id)?.quiz.flatMap(catalog.quiz) { return quiz }
        if let file = brokenFile(of: id) { throw CommandProblem.broken(.quiz, id, file: file) }
        throw CommandProblem.unknown(.quiz, id, among: catalog.quizzes.map(\.id))
    }

    /// The file that would be this lesson or quiz if it had no errors.
    private func brokenFile(of id: String) -> String? {
        diagnostics.first { $0.severity == .error && $0.file.hasSuffix("/\(id).json") }?.file
    }

    /// How many files are left out because of their faults.
    var brokenFiles: Int { Set(diagnostics.filter { $0.severity == .error }.map(\.file)).count }
}
