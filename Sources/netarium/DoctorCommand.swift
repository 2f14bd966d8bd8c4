import ArgumentParser
import CellGrid
import Localization
import LocatedJSON
import NcursesTerminal
import Runtime
import Study
import Tutor

/// Tells how the terminal is used, where files are, and why.
struct DoctorCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Tell how the terminal is used and where files are, and why.",
        discussion: """
            Examples:
              netarium doctor
              TERM=vt100 netarium doctor --lang zh
            """)

    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options.preferences)
        let course = Course(setting.places)
        let appearance = setting.appearance
        for line in TextTable(terminal(setting, appearance)).lines { Output.line(line) }
        Output.line()
        for line in TextTable(paths(setting, course.library, appearance)).lines { Output.line(line) }
        setting.reportProblems(of: course)
    }

    /// What was decided about the terminal, and the reason for each decision.
    private func terminal(_ setting: Setting, _ appearance: Appearance) -> [[String]] {
        let choice = setting.choice
        func row<Value>(_ name: String, _ decision: TerminalChoice.Decision<Value>, _ words: String) -> [String] {
            [name, words, appearance.text(decision.reason.message)]
        }
        let screen =
            switch choice.screen.value {
            case .full(let term): appearance.say("full screen on \(term)", "全屏（\(term)）")
            case .plain: appearance.say("lines of text", "逐行文字")
            }
        return [
            ["netarium", Version.text, TerminalDatabase.library],
            row(appearance.say("screen", "屏幕"), choice.screen, screen),
            row(appearance.say("characters", "字符"), choice.charset, Self.words(choice.charset.value, appearance)),
            row(appearance.say("colours", "颜色"), choice.colors, Self.words(choice.colors.value, appearance)),
            row(appearance.say("Chinese", "中文"), choice.chinese, Self.words(choice.chinese.value, appearance)),
            row(appearance.say("mouse", "鼠标"), choice.mouse, Self.words(choice.mouse.value, appearance)),
            row(
                appearance.say("reduced motion", "减少动画"), choice.reducedMotion,
                Self.words(choice.reducedMotion.value, appearance)),
            [appearance.say("language", "语言"), appearance.language.endonym, languageReason(setting, appearance)],
        ]
    }

    private func languageReason(_ setting: Setting, _ appearance: Appearance) -> String {
        if options.lang != nil { return appearance.say("--lang was given", "指定了 --lang") }
        if setting.progress.language != nil { return appearance.say("chosen before", "以前选择过") }
        if setting.environment.language != nil { return appearance.say("the locale asks for it", "由locale决定") }
        return appearance.say("nothing says otherwise", "没有另外的指定")
    }

    private static func words(_ isOn: Bool, _ appearance: Appearance) -> String {
        isOn ? appearance.say("yes", "是") : appearance.say("no", "否")
    }

    private static func words(_ charset: Charset, _ appearance: Appearance) -> String {
        switch charset {
        case .unicode: "UTF-8"
        case .ambiguousSafe: appearance.say("UTF-8 without ambiguous widths", "UTF-8（不用宽度不定的字符）")
        case .ascii: "ASCII"
        }
    }

    private static func words(_ depth: ColorDepth, _ appearance: Appearance) -> String {
        switch depth {
        case .monochrome: appearance.say("none", "无")
        case .ansi8: "8"
        case .indexed256: "256"
        case .trueColor: appearance.say("true colour", "真彩色")
        }
    }

    /// Where lessons and progress are.
    private func paths(_ setting: Setting, _ library: CourseLibrary.Contents, _ appearance: Appearance) -> [[String]] {
        var rows = setting.places.map { place in
            let count = library.files.count { $0.name.hasPrefix(place.path + "/") }
            let found = appearance.say("\(count) \(count == 1 ? "file" : "files")", "\(count)个文件")
            return [appearance.say("lessons", "课程"), place.path, found]
        }
        let progress = options.progressPath ?? setting.environment.progressPath
        let count = setting.progress.answerCount
        rows.append([
            appearance.say("progress", "进度"), progress ?? "-",
            progress == nil
                ? appearance.say("nothing is saved: there is no home directory", "没有主目录，无法保存")
                : appearance.say("\(count) \(count == 1 ? "answer" : "answers")", "\(count)个答案"),
        ])
        return rows
    }
}
