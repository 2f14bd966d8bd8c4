import Courseware
import Foundation
import Localization
import LocatedJSON
import TestSupport
import Testing

@testable import Tutor

/// The README promises keys and a lesson; these tests keep it honest.
@Suite struct `The README` {
    private let text: String

    init() throws { text = try String(contentsOfFile: SourceTree.root + "/README.md", encoding: .utf8) }

    /// What stands between `<!-- name -->` and the comment that closes it.
    private func section(_ name: String, closedBy close: String) throws -> String {
        let start = try #require(text.range(of: "<!-- \(name) -->\n"))
        let end = try #require(text.range(of: "<!-- /\(close) -->", range: start.upperBound..<text.endIndex))
        return String(text[start.upperBound..<end.lowerBound])
    }

    @Test func `lists the player's keys as the program has them`() throws {
        var rows = ["| keys | what they do |", "|---|---|"]
        for binding in KeyMap.player.bindings {
            if case .seek(let tenths) = binding.action {
                if tenths == 0 { rows.append("| `0`-`9` | go to that tenth of the lesson |") }
                continue
            }
            let keys = binding.keys.map { "`\($0.label(isASCII: false))`" }.joined(separator: " ")
            rows.append("| \(keys) | \(binding.help(.english)) |")
        }
        #expect(try section("keys:player", closedBy: "keys") == rows.joined(separator: "\n") + "\n")
    }

    @Test func `shows a lesson that has no faults`() throws {
        let lesson = try section("lesson", closedBy: "lesson")
            .replacingOccurrences(of: "```json\n", with: "").replacingOccurrences(of: "```\n", with: "")
        let loaded = Catalog.load([SourceFile("lessons/dns-forwarder.json", text: lesson)])
        #expect(loaded.diagnostics.map(\.description) == [])
        #expect(loaded.catalog.lesson("dns-forwarder")?.scenes[0].steps.count == 3)
    }

    @Test func `names every lesson of the course`() {
        for lesson in Course.catalog.lessons { #expect(text.contains("`\(lesson.id)`"), "\(lesson.id)") }
    }
}
