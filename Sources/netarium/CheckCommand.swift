import ArgumentParser
import Courseware
import Localization
import LocatedJSON
import Runtime

/// Checks lessons and quizzes.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check lessons and quizzes; exit status 1 if any has a fault.",
        discussion: """
            Each fault is a line 'FILE:LINE:COLUMN: error: …' with the line it is in.

            Examples:
              netarium check lessons quizzes
              netarium check my-lesson.json
            """)

    @Argument(help: "Files, or directories with lessons and quizzes.", completion: .file(extensions: ["json"]))
    var paths: [String]
    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = Environment.ofProcess()
        let language = options.lang ?? environment.language ?? .english
        let found = CourseLibrary.read(CourseLibrary.places(checking: paths))
        for problem in found.problems { Output.error(problem.message(language)) }
        // What the files refer to may stand in the course that is installed.
        let course = CourseLibrary.read(
            CourseLibrary.places(options: options.lessonDirectories, environment: environment))
        let diagnostics = Catalog.load(found.courses, besides: Catalog.load(course.courses).catalog).diagnostics
        let sources = Dictionary(found.files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        for diagnostic in diagnostics {
            Output.line(sources[diagnostic.file].map(diagnostic.excerpt) ?? diagnostic.description)
        }
        if !found.problems.isEmpty || diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode.failure }
        if found.files.isEmpty {
            Output.error("no lessons or quizzes were found in: " + paths.joined(separator: " "))
            throw ExitCode.failure
        }
    }
}
