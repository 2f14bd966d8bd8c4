import Courseware
import FoundationEssentials
import LocatedJSON
import TestSupport
import Testing

@Suite struct `The description of the format` {
    @Test func `shows a simulated lesson that is one`() throws {
        let bytes = try Data(contentsOf: URL(filePath: "\(SourceTree.root)/docs/lesson-format.md"))
        let text = String(decoding: bytes, as: UTF8.self)
        let chapter = try #require(text.split(separator: "## A simulated lesson\n").last)
        let example = try #require(
            chapter.split(separator: "```json\n").dropFirst().first?.split(separator: "```").first)
        let decoded = LessonDecoder.decode(SourceFile("hello-tcp.json", text: String(example)))
        #expect(decoded.diagnostics == [])
        #expect(decoded.document?.scenes.count == 2 && decoded.document?.challenges.count == 1)
    }
}
