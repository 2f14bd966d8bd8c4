import ArgumentParser
import CellGrid
import Courseware
import LocatedJSON
import Runtime
import Study
import Tutor

/// Tells what has been learnt so far.
struct ShowProgressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show your progress (the default).",
        discussion: """
            Examples:
              netarium progress
              netarium progress --json
            """)

    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options.preferences)
        let catalog = setting.course().catalog
        let overview = ProgressOverview(
            catalog, setting.progress, at: setting.clock.now().milliseconds, offset: setting.utcOffset)
        if json { return Output.raw(overview.json.text + "\n") }
        let appearance = setting.appearance
        let rows = overview.lessons.rows.map { row in
            [
                row.lesson, Self.words(row.status, appearance), Self.words(row.best, appearance),
                Self.words(row.challenges, appearance: appearance),
                appearance.text(row.title),
            ]
        }
        for line in TextTable(rows).lines { Output.line(line) }
        let done = overview.lessons.lessonsDone
        Output.line(appearance.say("\(done.right) of \(done.of) lessons done", "已完成\(done.right) / \(done.of)课"))
        Output.line()
        for line in PlainProgress(overview, in: catalog, appearance: appearance).lines { Output.line(line) }
    }

    private static func words(_ status: LessonStatus, _ appearance: Appearance) -> String {
        switch status {
        case .new: appearance.say("new", "未开始")
        case .inProgress(let done, let of): appearance.say("step \(done) of \(of)", "第\(done) / \(of)步")
        case .done: appearance.say("done", "已完成")
        }
    }

    private static func words(_ best: Score?, _ appearance: Appearance) -> String {
        best.map { appearance.say("quiz \($0.right)/\($0.of)", "测验\($0.right)/\($0.of)") } ?? "-"
    }

    private static func words(_ challenges: Score?, appearance: Appearance) -> String {
        challenges.map { appearance.say("challenges \($0.right)/\($0.of)", "挑战\($0.right)/\($0.of)") } ?? "-"
    }
}
