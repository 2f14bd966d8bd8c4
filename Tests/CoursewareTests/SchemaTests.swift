import FoundationEssentials
import LocatedJSON
import TestSupport
import Testing

@testable import Courseware

@Suite struct `The schemas` {
    /// Every document that is shipped, and those that use every key.
    private static let files: [(DocumentKind, SourceFile)] = ["", "Tests/schemas/course/"].flatMap { root in
        let folders: [(DocumentKind, String)] = [(.lesson, "\(root)lessons"), (.quiz, "\(root)quizzes")]
        let inFolders = folders.flatMap { kind, folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(SourceTree.root)/\(folder)")) ?? []
            return names.filter { $0.hasSuffix(".json") }.sorted().map { (kind, "\(folder)/\($0)") }
        }
        return (inFolders + [(DocumentKind.course, "\(root)course.json")]).compactMap { kind, name in
            (try? Data(contentsOf: URL(filePath: "\(SourceTree.root)/\(name)"))).map {
                (kind, SourceFile(name, Array($0)))
            }
        }
    }

    /// The keys that the decoder asks for, by the name of their object without its article.
    private static func keys(of kind: DocumentKind) -> [String: Set<String>] {
        let census = KeyCensus()
        for (_, file) in files.filter({ $0.0 == kind }) {
            let parsed = ParsedFile(file, census: census)
            switch kind {
            case .lesson: _ = LessonDecoder.decode(parsed)
            case .quiz: _ = QuizDecoder.decode(parsed)
            case .course: _ = CourseDecoder.decode(parsed)
            }
        }
        return census.keys.reduce(into: [:]) { keys, entry in
            let words = entry.key.split(separator: " ", maxSplits: 1)
            let name = words.count == 2 && ["a", "an"].contains(words[0]) ? String(words[1]) : entry.key
            keys[name, default: []].formUnion(entry.value)
        }
    }

    /// The keys of all closed objects in a schema, by title.
    private static func keys(in schema: JSONNode) -> [String: Set<String>] {
        var keys: [String: Set<String>] = [:]
        func visit(_ node: JSONNode) {
            for child in (node.members?.map(\.value) ?? []) + (node.elements ?? []) { visit(child) }
            guard node["additionalProperties"]?.bool == false, let title = node["title"]?.string else { return }
            keys[title, default: []].formUnion(node["properties"]?.members?.map(\.key) ?? [])
        }
        visit(schema)
        return keys
    }

    @Test(arguments: DocumentKind.allCases)
    func `stand in the tree as the program prints them`(kind: DocumentKind) throws {
        let file = try Data(contentsOf: URL(filePath: "\(SourceTree.root)/schemas/\(kind.schemaName)"))
        #expect(String(decoding: file, as: UTF8.self) == kind.schema.text, "run 'make schemas'")
    }

    @Test(arguments: DocumentKind.allCases)
    func `know every key that the decoder knows, object by object, and no other`(kind: DocumentKind) {
        var known = Self.keys(of: kind)
        var described = Self.keys(in: kind.schema)
        // Asked for only to be refused with a better word than "no key".
        for verb in ScriptVerb.allCases where verb != .pause {
            known["'\(verb.rawValue)' entry"]?.subtract(verb.excludedKeys)
        }
        // A text is no object to the decoder, and each of its languages is no key.
        described["Text"] = nil
        #expect(Set(known.keys) == Set(described.keys))
        for (name, keys) in known.sorted(by: { $0.key < $1.key }) { #expect(described[name] == keys, "\(name)") }
    }

    @Test(arguments: DocumentKind.allCases)
    func `have no key that the description of the format lacks`(kind: DocumentKind) throws {
        let bytes = try Data(contentsOf: URL(filePath: "\(SourceTree.root)/docs/authoring.md"))
        let text = String(decoding: bytes, as: UTF8.self)
        for key in Set(Self.keys(of: kind).values.joined()).sorted() {
            #expect(text.contains("`\(key)`") || text.contains("\"\(key)\""), "\(key)")
        }
    }

    @Test func `judge form and leave meaning to the checker`() {
        let file = SourceFile(
            "x.json",
            text: """
                { "format": 1, "id": "y", "track": "tcp", "title": "T", "sumary": "S",
                  "participants": [ { "id": "a", "name": "A" } ],
                  "timeline": [ { "send": "SYN", "from": "a", "to": "nobody", "takes": "5" } ] }
                """)
        #expect(
            DocumentKind.lesson.faultsOfForm(in: file).map(\.text) == [
                "1:57: error: a lesson has no key 'sumary'; did you mean 'summary'?",
                "3:72: error: '5' is no duration; write a number and its unit, one of us, ms, s, min, h: '40ms', '1.5s', '2h'",
            ])
    }
}
