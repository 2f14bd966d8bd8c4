import ArgumentParser
import CellGrid
import Courseware
import LocatedJSON
import Runtime
import Study
import Tutor

/// Tells what has been learnt so far.
struct ShowProgressCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show your progress (the default).",
        discussion: """
            Examples:
              netarium progress
              netarium progress --json
            """)

    @Flag(help: "Print JSON.") var json = false
    @Flag(help: "Print lines of text, as it does anyway.") var plain = false
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if json && plain { throw ValidationError("--json and --plain exclude each other; give one of them") }
    }

    func run() throws {
        let setting = Setting(options.preferences)
        let catalog = setting.course().catalog
        let overview = ProgressOverview(
            catalog, setting.progress, at: setting.clock.now().milliseconds, offset: setting.utcOffset)
        if json { return Output.raw(overview.json.text + "\n") }
        let appearance = setting.appearance
        let rows = overview.lessons.rows.map { row in
            [
                row.lesson, Self.words(row.status, appearance), Self.words(row.best), Self.words(row.challenges),
                appearance.text(row.title),
            ]
        }
        for line in TextTable([Self.heads(appearance)] + rows).lines { Output.line(line) }
        let done = overview.lessons.lessonsDone
        Output.line(appearance.say("\(done.right) of \(done.of) lessons done", "已完成\(done.right) / \(done.of)课"))
        Output.line()
        for line in PlainProgress(overview, in: catalog, appearance: appearance).lines { Output.line(line) }
    }

    /// What stands over the columns.
    private static func heads(_ appearance: Appearance) -> [String] {
        [
            appearance.say("LESSON", "课程"), appearance.say("SEEN", "学到"), appearance.say("QUIZ", "测验"),
            appearance.say("CHALLENGES", "挑战"), appearance.say("TITLE", "标题"),
        ]
    }

    private static func words(_ status: LessonStatus, _ appearance: Appearance) -> String {
        switch status {
        case .new: appearance.say("new", "未开始")
        case .inProgress(let done, let of): appearance.say("step \(done) of \(of)", "第\(done) / \(of)步")
        case .done: appearance.say("done", "已完成")
        }
    }

    private static func words(_ score: Score?) -> String { score.map { "\($0.right)/\($0.of)" } ?? "-" }
}
