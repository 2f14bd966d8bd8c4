import Courseware
import FoundationEssentials
import LocatedJSON
import TestSupport
import Testing

@Suite struct `The page for authors` {
    private static func text() throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(SourceTree.root)/docs/authoring.md")), as: UTF8.self)
    }

    @Test func `shows a simulated lesson that is one`() throws {
        let chapter = try #require(try Self.text().split(separator: "## A simulated lesson\n").last)
        let example = try #require(
            chapter.split(separator: "```json\n").dropFirst().first?.split(separator: "```").first)
        let decoded = LessonDecoder.decode(SourceFile("hello-tcp.json", text: String(example)))
        #expect(decoded.diagnostics == [])
        #expect(decoded.document?.scenes.count == 2 && decoded.document?.challenges.count == 1)
    }

    @Test func `shows nothing that is no JSON`() throws {
        let examples = try Self.text().split(separator: "```json\n").dropFirst().compactMap {
            $0.split(separator: "```").first
        }
        #expect(examples.count > 15)
        for example in examples {
            // Some show entries of a list.
            let isWhole = (try? JSONNode(parsing: Array(example.utf8))) != nil
            let isPart = (try? JSONNode(parsing: Array("[\(example)]".utf8))) != nil
            #expect(isWhole || isPart, "\(example)")
        }
    }

    /// Each block `<!-- file: NAME -->` of the tutorial, as its reader has it on disk at that point.
    @Test func `has a tutorial whose files have no fault at any step`() throws {
        var course: [String: SourceFile] = [:]
        var steps = 0
        for block in try Self.text().split(separator: "<!-- file: ").dropFirst() {
            let name = try #require(block.split(separator: " ").first.map(String.init))
            let rest = try #require(block.split(separator: "```json\n").dropFirst().first)
            let text = try #require(rest.split(separator: "```").first.map(String.init))
            course[name] = SourceFile(name, text: text)
            let files = course.values.sorted { $0.name < $1.name }
            #expect(Catalog.load(files).diagnostics == [], "after step \(steps) of the tutorial")
            steps += 1
        }
        #expect(steps == 4)
        let all = Catalog.load(course.values.sorted { $0.name < $1.name })
        #expect(all.diagnostics == [] && all.catalog.lessons.first?.challenges.count == 1)
    }
}
