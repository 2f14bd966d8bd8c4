import ArgumentParser
import CellGrid
import Courseware
import Localization
import LocatedJSON
import Study
import Tutor

/// Lists the lessons.
struct ListCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the courses and their lessons.",
        discussion: """
            Examples:
              netarium list
              netarium list --json
            """)

    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options.preferences)
        let catalog = setting.course().catalog
        if json { return Output.raw(Self.json(catalog).text + "\n") }
        let appearance = setting.appearance
        let rows = catalog.lessons.map { lesson in
            [
                lesson.id, lesson.track, appearance.say("\(lesson.minutes) min", "\(lesson.minutes)分钟"),
                appearance.text(lesson.title),
            ]
        }
        var course: CourseOutline?
        for (lesson, line) in zip(catalog.heads, TextTable(rows).lines) {
            if catalog.courses.count > 1, let outline = catalog.course(of: lesson), outline != course {
                if course != nil { Output.line() }
                let about = outline.about.map { appearance.say(": ", "：") + appearance.text($0) } ?? ""
                Output.line((appearance.text(outline.title) + about).sanitized)
                course = outline
            }
            Output.line(line)
        }
        if rows.isEmpty {
            Output.error(
                appearance.say(
                    "there are no lessons; 'netarium doctor' tells where they are looked for",
                    "没有课程；netarium doctor会说明查找过的位置"))
        }
    }

    private static func json(_ catalog: Catalog) -> JSONNode {
        .array(
            catalog.lessons.map { lesson in
                .object([
                    ("id", .string(lesson.id)), ("track", .string(lesson.track)),
                    ("course", catalog.course(of: lesson.head).map { .string($0.id) } ?? .null),
                    ("minutes", .integer(Int64(lesson.minutes))), ("title", lesson.title.json),
                    ("summary", lesson.summary.json), ("steps", .integer(Int64(lesson.scenes[0].steps.count))),
                    ("variants", .array(lesson.scenes.dropFirst().map { .string($0.id) })),
                    ("quiz", lesson.quiz.map { .string($0) } ?? .null),
                ])
            })
    }
}

extension LocalizedText {
    /// The text as authors write it: a string, or an object with a string for each language.
    var json: JSONNode {
        let wordings = wordings
        if wordings.count == 1, wordings[0].language == nil { return .string(wordings[0].text) }
        return .object(wordings.compactMap { wording in wording.language.map { ($0.rawValue, .string(wording.text)) } })
    }
}

/// Rows of text in columns that line up, in cells.
struct TextTable {
    /// The rows, each one line; the last column is not padded.
    let lines: [String]

    init(_ rows: [[String]]) {
        let safe = rows.map { $0.map(\.sanitized) }
        let count = safe.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in safe.map { $0.count > column ? $0[column].cellWidth : 0 }.max() ?? 0 }
        lines = safe.map { row in
            row.enumerated().map { column, text in
                column == row.count - 1 ? text : text + String(repeating: " ", count: widths[column] - text.cellWidth)
            }.joined(separator: "  ")
        }
    }
}
