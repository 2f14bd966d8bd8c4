import ArgumentParser
import CellGrid
import NcursesTerminal
import Runtime
import Study
import Tutor

/// Opens the tutor at its catalogue.
struct OpenCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the tutor (the default).",
        discussion: """
            Examples:
              netarium
              netarium --lang zh
              netarium --lessons ~/my-course
            """)

    @OptionGroup var options: CommonOptions

    func run() throws { try Self.open(options.preferences) }

    /// Opens the tutor.
    static func open(_ preferences: Preferences) throws {
        let setting = Setting(preferences)
        guard setting.hasScreen else {
            _ = setting.course()
            Output.error(
                setting.appearance.say(
                    "there is no terminal to draw on; 'netarium list' names the lessons and 'netarium play LESSON --plain' tells one as text",
                    "没有可供绘制的终端；`netarium list` 列出课程，`netarium play LESSON --plain` 用文字讲一课"))
            throw ExitCode.failure
        }
        let chosen = setting.progress.resume?.value.lesson
        try FullScreen.run(setting, with: CourseOverview(setting.places).catalog(showing: chosen)) { _ in }
    }
}
