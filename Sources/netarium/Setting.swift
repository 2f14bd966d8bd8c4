import CellGrid
import Courseware
import Localization
import LocatedJSON
import NcursesTerminal
import Runtime
import Study
import Tutor

/// Everything that a command needs to begin: the course, the progress, and how to present itself.
struct Setting {
    let options: CommonOptions
    let environment: Environment
    let choice: TerminalChoice
    let library: CourseLibrary.Contents
    let places: [CourseLibrary.Place]
    let catalog: Catalog
    /// Faults of lessons and quizzes; the files without faults are in the catalogue.
    let diagnostics: [Diagnostic]
    var progressFile: ProgressFile?
    let progress: Progress
    let progressNotice: ProgressNotice?

    /// Reads the environment, the course and the progress.
    init(_ options: CommonOptions) {
        self.options = options
        environment = Environment.ofProcess()
        choice = TerminalChoice(.ofProcess(environment, options: options.terminal))
        places = CourseLibrary.places(options: options.lessonDirectories, environment: environment)
        library = CourseLibrary.read(places)
        (catalog, diagnostics) = Catalog.load(library.files)
        progressFile = (options.progressPath ?? environment.progressPath).map(ProgressFile.init)
        (progress, progressNotice) = progressFile?.load(now: SystemClock().now()) ?? (Progress(), nil)
    }

    /// The language asked for on the command line, before, or by the locale.
    var language: Language { options.lang ?? progress.language?.value ?? environment.language ?? .english }

    /// How the program presents itself on a terminal or in lines of text.
    var appearance: Appearance {
        Appearance(
            language: language, charset: choice.charset.value, canShowChinese: choice.chinese.value,
            reducedMotion: choice.reducedMotion.value || progress.reducedMotion?.value ?? false)
    }

    /// The lesson with this id; throws a sentence that names the nearest one.
    func lesson(_ id: String) throws -> Lesson {
        if let lesson = catalog.lesson(id) { return lesson }
        throw CommandProblem.unknown("lesson", id, among: catalog.lessons.map(\.id))
    }

    /// The quiz with this id, or the quiz of the lesson with this id.
    func quiz(_ id: String) throws -> Quiz {
        if let quiz = catalog.quiz(id) ?? catalog.lesson(id)?.quiz.flatMap(catalog.quiz) { return quiz }
        throw CommandProblem.unknown("quiz", id, among: catalog.quizzes.map(\.id))
    }

    /// Says on standard error what is wrong with the course and the progress file, a sentence each.
    func reportProblems() {
        for problem in library.problems { Output.error(problem.message(language)) }
        for diagnostic in diagnostics { Output.error(diagnostic.description, prefixed: false) }
        if let progressNotice { Output.error(progressNotice.message(language)) }
    }
}
