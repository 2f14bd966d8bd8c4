import ArgumentParser
import Courseware
import Localization
import LocatedJSON
import Runtime
import Tutor

/// Checks lessons and quizzes.
struct CheckCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check lessons and quizzes; exit status 1 if any has an error.",
        discussion: """
            Each fault is a line 'FILE:LINE:COLUMN: error: …' or '… warning: …' with the line it is in. A warning is about
            what can be used as it is, and is probably not meant.

            Examples:
              netarium check lessons quizzes
              netarium check --strict my-lesson.json
              netarium check --fix my-lesson.json
            """)

    /// How faults are written.
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Argument(help: "Files, or directories with lessons and quizzes.", completion: .file(extensions: ["json"]))
    var paths: [String]
    @Flag(help: "Exit with status 1 for warnings too.") var strict = false
    @Option(help: "How faults are written: text, or json for programs.") var format: Format = .text
    @Flag(
        help: "Change what is mechanical: misspelled keys and names, the form of citations, references back, '$schema'."
    )
    var fix = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = Environment.ofProcess()
        let language = options.lang ?? environment.language ?? .english
        let found = CourseLibrary.read(CourseLibrary.places(checking: paths))
        var report = CheckReport(language: language, problems: found.problems, files: found.files)
        report.check()
        if report.diagnostics.contains(where: \.isAboutAnotherDocument) {
            // What the files refer to may stand in the course that is installed, which takes a while to read.
            let places = CourseLibrary.places(options: options.lessonDirectories, environment: environment)
            report.known = Catalog.load(CourseLibrary.read(places).courses, by: Cores()).catalog
            report.check()
        }
        if fix { report.mend() }
        switch format {
        case .text: report.printText()
        case .json: report.printJSON()
        }
        if found.files.isEmpty, found.problems.isEmpty {
            Output.error("no lessons or quizzes were found in: " + paths.joined(separator: " "))
            throw ExitCode.failure
        }
        if report.fails(strictly: strict) { throw ExitCode.failure }
    }
}

extension Diagnostic {
    /// Whether it would be no fault if another document were there.
    fileprivate var isAboutAnotherDocument: Bool { code == "unknown-lesson" || code == "unknown-quiz" }
}
