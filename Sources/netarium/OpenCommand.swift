import ArgumentParser
import CellGrid
import NcursesTerminal
import Runtime
import Study
import Tutor

/// Opens the tutor at its catalogue.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the tutor (the default).",
        discussion: """
            Examples:
              netarium
              netarium --lang zh
              netarium --lessons ~/my-course
            """)

    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options)
        setting.reportProblems()
        guard case .full = setting.choice.screen.value else {
            Output.error(
                setting.appearance.say(
                    "there is no terminal to draw on; 'netarium list' names the lessons and 'netarium play LESSON --plain' tells one as text",
                    "没有可供绘制的终端；`netarium list` 列出课程，`netarium play LESSON --plain` 用文字讲一课"))
            throw ExitCode.failure
        }
        try FullScreen.run(setting) { _ in }
    }
}
