import ArgumentParser
import CellGrid
import Courseware
import LocatedJSON
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
        let report = ProgressReport(setting.course().catalog.lessons, setting.progress)
        if json { return Output.raw(Self.json(report).text + "\n") }
        let appearance = setting.appearance
        let rows = report.rows.map { row in
            [
                row.lesson, Self.words(row.status, appearance), Self.words(row.best, appearance),
                Self.words(row.challenges, appearance: appearance),
                appearance.text(row.title),
            ]
        }
        for line in TextTable(rows).lines { Output.line(line) }
        let done = report.lessonsDone
        Output.line(appearance.say("\(done.right) of \(done.of) lessons done", "已完成\(done.right) / \(done.of)课"))
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

    private static func json(_ report: ProgressReport) -> JSONNode {
        .array(
            report.rows.map { row in
                let (status, done, of): (String, Int, Int) =
                    switch row.status {
                    case .new: ("new", 0, 0)
                    case .inProgress(let done, let of): ("in progress", done, of)
                    case .done: ("done", 0, 0)
                    }
                var members: [(String, JSONNode)] = [("lesson", .string(row.lesson)), ("status", .string(status))]
                if of > 0 { members += [("step", .integer(Int64(done))), ("steps", .integer(Int64(of)))] }
                if let best = row.best { members.append(("best", node(best))) }
                if let challenges = row.challenges { members.append(("challenges", node(challenges))) }
                return .object(members)
            })
    }

    private static func node(_ score: Score) -> JSONNode {
        .object([("right", .integer(Int64(score.right))), ("of", .integer(Int64(score.of)))])
    }
}
