import ArgumentParser
import Courseware
import Localization
import LocatedJSON
import Runtime
import Tutor

/// Checks lessons and quizzes.
struct CheckCommand: ParsableCommand {
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
    @Flag(help: "Change what is mechanical: misspelled keys and names, the form of citations, references back, '$schema'.")
    var fix = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = Environment.ofProcess()
        let language = options.lang ?? environment.language ?? .english
        let found = CourseLibrary.read(CourseLibrary.places(checking: paths))
        // What the files refer to may stand in the course that is installed.
        let course = CourseLibrary.read(
            CourseLibrary.places(options: options.lessonDirectories, environment: environment))
        let known = Catalog.load(course.files).catalog
        var report = CheckReport(language: language, problems: found.problems, files: found.files)
        if fix { report.mend(besides: known) }
        report.diagnostics = Catalog.load(report.files, besides: known, .ofAuthor()).diagnostics
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
