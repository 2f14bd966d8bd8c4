public import ArgumentParser
import CellGrid
public import Localization
public import Runtime
import Study
public import Tutor

/// What may stand after any subcommand.
struct CommonOptions: ParsableArguments {
    @Option(help: "Language of everything: en or zh.") var lang: Language?
    @Option(
        name: .customLong("lessons"), help: "A directory with lessons and quizzes; may be repeated.",
        completion: .directory)
    var lessonDirectories: [String] = []
    @Option(name: .customLong("progress"), help: "The progress file.", completion: .file())
    var progressPath: String?
    @Flag(help: "Draw with ASCII characters only.") var ascii = false
    @Flag(help: "Draw with Unicode characters whatever the locale says.") var utf8 = false
    @Option(help: "Colours: auto, never, 8, 256 or truecolor.") var color: TerminalTraits.ColorOption = .auto
    @Option(help: "How wide the terminal draws ambiguous-width characters: narrow or wide.")
    var ambiguous: TerminalTraits.AmbiguousWidth?
    @Flag(help: "Steps appear at once; nothing moves.") var reducedMotion = false
    @Option(help: ArgumentHelp("The date to begin with, for tests: 2026-11-21T08:00:00Z.", visibility: .hidden))
    var now: WallTime?

    func validate() throws {
        if ascii && utf8 { throw ValidationError("--ascii and --utf8 exclude each other; give one of them") }
    }

    /// What the options say.
    var preferences: Preferences {
        Preferences(
            language: lang, lessonDirectories: lessonDirectories, progressPath: progressPath,
            terminal: TerminalTraits.Options(
                encoding: ascii ? .ascii : utf8 ? .utf8 : nil, color: color, ambiguous: ambiguous,
                reducedMotion: reducedMotion), now: now)
    }
}

/// What was asked for on the command line, whatever the command; nothing by default.
struct Preferences {
    var language: Language?
    var lessonDirectories: [String] = []
    var progressPath: String?
    var terminal = TerminalTraits.Options()
    var now: WallTime?
}

extension Language: ExpressibleByArgument {
    /// Reads `en`, `zh`, or anything else that begins with one of them, such as `zh_CN.UTF-8`.
    public init?(argument: String) { self.init(tag: argument) }
    /// What the help lists.
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension WallTime: ExpressibleByArgument {
    /// Reads ISO 8601, such as `2026-11-21T08:00:00Z`.
    public init?(argument: String) { self.init(iso: argument) }
}

extension TerminalTraits.ColorOption: ExpressibleByArgument {}
extension TerminalTraits.AmbiguousWidth: ExpressibleByArgument {}
