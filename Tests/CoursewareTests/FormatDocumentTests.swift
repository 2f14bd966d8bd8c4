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

    /// Each block `<!-- file: NAME -->` of the tutorial, as its reader has it on disk at that point.
    @Test func `is preceded by a tutorial whose files have no fault at any step`() throws {
        let bytes = try Data(contentsOf: URL(filePath: "\(SourceTree.root)/docs/authoring.md"))
        var course: [String: SourceFile] = [:]
        var steps = 0
        for block in String(decoding: bytes, as: UTF8.self).split(separator: "<!-- file: ").dropFirst() {
            let name = try #require(block.split(separator: " ").first.map(String.init))
            let rest = try #require(block.split(separator: "```json\n").dropFirst().first)
            let text = try #require(rest.split(separator: "```").first.map(String.init))
            course[name] = SourceFile(name, text: text)
            let files = course.values.sorted { $0.name < $1.name }
            // The quiz that the lesson names is written last.
            let found = Catalog.load(files).diagnostics.filter { !$0.message.contains("no quiz 'who-has'") }
            #expect(found == [], "after step \(steps) of the tutorial")
            steps += 1
        }
        #expect(steps == 3)
        let all = Catalog.load(course.values.sorted { $0.name < $1.name })
        #expect(all.diagnostics == [] && all.catalog.lessons.first?.challenges.count == 1)
    }
}
