import CellGrid
import Courseware
import Localization
import LocatedJSON
import Study
import TestSupport
import Testing
import Timelines

@testable import Tutor

/// An author at work: files that change, keys that are pressed, and what the preview makes of it.
struct Writing {
    var preview: Preview
    private(set) var effects: [Effect] = []
    private(set) var now = WallTime(milliseconds: 1_700_000_000_000)
    static let path = "lessons/hello.json"

    init(
        _ path: String = path, size: Size = Size(columns: 80, rows: 24), _ appearance: Appearance = Appearance(),
        known: Catalog = Catalog()
    ) {
        preview = Preview(
            PreviewedCourse(subject: path, known: known), appearance: appearance, size: size, seed: 7)
        send(.resize(size))
    }

    mutating func send(_ input: Input, after milliseconds: Int64 = 10) {
        now.milliseconds += milliseconds
        effects += preview.update(input, at: now)
    }

    mutating func press(_ keys: Key...) { for key in keys { send(.key(key)) } }

    mutating func save(_ text: String, as path: String = path) {
        send(.files([FileReading(path: path, content: .bytes(Array(text.utf8)))]))
    }

    mutating func remove(_ path: String = path) { send(.files([FileReading(path: path, content: .missing)])) }

    mutating func wait(_ milliseconds: Int64) {
        var left = milliseconds
        while left > 0, let wake = preview.wake {
            let step = min(max(wake, 1), left)
            send(.tick, after: step)
            left -= step
        }
    }

    var text: String { preview.view().text }
    var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    /// The line that tells how the file stands.
    var rule: String { lines.first { $0.contains("hello.json: ") } ?? "" }

    var player: PlayerScreen {
        get throws {
            guard case .player(let player) = preview.program.screens.last else { throw NoScreen() }
            return player
        }
    }

    var quiz: QuizScreen {
        get throws {
            guard case .quiz(let quiz) = preview.program.screens.last else { throw NoScreen() }
            return quiz
        }
    }

    struct NoScreen: Error {}
}

extension SmallCourse {
    /// The lesson without its quiz, changed in one place.
    static func lesson(changing old: String = "", to new: String = "") -> String {
        let alone = lesson.replacing(",\n  \"quiz\": \"hello\"", with: "")
        return old.isEmpty ? alone : alone.replacing(old, with: new)
    }
}
