import ArgumentParser
import Courseware
import Localization
import Runtime
import Tutor

/// The `netarium` command: without a subcommand it opens the tutor.
@main
struct Netarium: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "netarium",
        abstract: "A small internet under glass: learn how networks work by watching packets cross the wire.",
        discussion: """
            Examples:
              netarium                                   open the tutor
              netarium play three-way-handshake          one lesson
              netarium play dns-lookup-path --plain      the same as lines of text
              netarium render tls-handshake --format svg -o tls.svg
            """,
        version: "netarium \(Version.text)",
        subcommands: [
            OpenCommand.self, PlayCommand.self, QuizCommand.self, ReviewCommand.self, InterviewCommand.self,
            DiagnoseCommand.self, ListCommand.self, ProgressCommand.self, RenderCommand.self, ImportCommand.self,
            CheckCommand.self, NewCommand.self, PreviewCommand.self,
            SchemaCommand.self, DoctorCommand.self, BridgeCommand.self,
        ],
        defaultSubcommand: OpenCommand.self)

    private static func names(of commands: [any ParsableCommand.Type]) -> [String] {
        commands.compactMap { $0.configuration.commandName }
    }

    /// Runs the command that the arguments name.
    ///
    /// Without arguments, or with a lesson to play and nothing else, there is nothing to parse, and the parser would take half
    /// of the time to the first frame: it finds out what may be parsed by looking at types while the program runs.
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        var preferences = Preferences()
        do {
            if arguments.isEmpty { return try OpenCommand.open(preferences) }
            if arguments.count == 2, arguments.first == "play", let lesson = arguments.last, !lesson.hasPrefix("-"),
                try PlayCommand.open(lesson)
            {
                return
            }
            let arranged = ArrangedArguments(arguments)
            let command = configuration.subcommands.first { $0.configuration.commandName == arranged.word }
            if let word = arranged.word, command == nil, word != "help" {
                preferences = (try? OpenCommand.parse(arranged.shared))?.options.preferences ?? preferences
                let isLesson = CourseOverview(Setting(preferences).places).heads.contains { $0.id == word }
                throw CommandProblem.unknownCommand(
                    word, among: names(of: configuration.subcommands) + ["help"], isLesson: isLesson)
            }
            let nested = names(of: command?.configuration.subcommands ?? [])
            var parsed = try parseAsRoot(arranged.all(subcommands: nested))
            if let parsed = parsed as? any CommandWithOptions { preferences = parsed.options.preferences }
            try parsed.run()
        } catch let problem as CommandProblem {
            Output.error(problem.message(Setting(preferences).appearance.language))
            exit(withError: ExitCode(problem.status))
        } catch {
            exit(withError: error)
        }
    }
}

/// A command after which the options may stand that all have.
protocol CommandWithOptions: ParsableCommand {
    var options: CommonOptions { get }
}

/// The program's version, semantic (semver.org).
enum Version {
    static let text = "0.1.0"
}
