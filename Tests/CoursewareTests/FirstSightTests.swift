import Courseware
import FoundationEssentials
import Localization
import LocatedJSON
import Testing

@Suite struct `The first sight of a file` {
    private static let members = [
        #""format": 1"#, #""id": "x""#, #""track": "tcp""#, #""order": -3"#, #""minutes": 12"#,
        #""title": { "en": "A \"title\"", "zh": "标题" }"#, #""summary": "S""#,
        #""participants": [ { "id": "a", "name": "{[\"" } ]"#, #""timeline": [ { "note": "n\\", "id": "moment" } ]"#,
        #""myths": [ { "claim": "c}", "truth": "t", "cite": "RFC 9293 §3.5" } ]"#,
    ]
    private static let head = LessonHead(
        id: "x", track: "tcp", order: -3, minutes: 12, title: LocalizedText(en: "A \"title\"", zh: "标题"))

    private func file(_ members: [String], between: String = ",\n ") -> SourceFile {
        SourceFile("lessons/x.json", text: "{ " + members.joined(separator: between) + " }\n")
    }

    /// What the whole file says, if it is sound.
    private func whole(_ file: SourceFile) -> FirstSight? {
        if let lesson = LessonDecoder.decode(file).document { return .lesson(lesson.head) }
        return QuizDecoder.decode(file).document == nil ? nil : .quiz
    }

    @Test func `is what the whole file says, for every file of the built-in course`() {
        #expect(!BuiltInCourse.files.isEmpty)
        for file in BuiltInCourse.files {
            #expect(FirstSight(of: file) == whole(file), "\(file.name)")
            // The program reads so much of a file before it shows the list.
            let beginning = SourceFile(file.name, Array(file.bytes.prefix(2048)))
            #expect(FirstSight(of: beginning) == whole(file), "\(file.name)")
        }
    }

    @Test func `does not depend on the order of the members`() {
        var members = Self.members
        for _ in members.indices {
            members.append(members.removeFirst())
            #expect(whole(file(members)) == .lesson(Self.head))
            #expect(FirstSight(of: file(members)) == .lesson(Self.head))
            #expect(FirstSight(of: file(members, between: ",")) == .lesson(Self.head))
        }
    }

    @Test func `knows the usual order and minutes`() {
        let members = Self.members.filter { !$0.contains("order") && !$0.contains("minutes") }
        let lesson = FirstSight(of: file(members))
        #expect(lesson == whole(file(members)))
        guard case .lesson(let head) = lesson else { return #expect(Bool(false), "no lesson") }
        #expect(head.order == 100 && head.minutes == 5)
    }

    @Test func `reads keys with escapes`() {
        let members = Self.members.map { $0.replacing(#""title""#, with: #""t\u0069tle""#) }
        #expect(FirstSight(of: file(members)) == .lesson(Self.head))
    }

    @Test func `of a file cut anywhere is the right one or none`() {
        for members in [Self.members, Self.members.reversed()] {
            let bytes = file(members).bytes
            var isClear = false
            for length in bytes.indices {
                switch FirstSight(of: SourceFile("x.json", Array(bytes[..<length]))) {
                case .unclear: #expect(!isClear, "\(length) bytes told less than fewer did")
                case .lesson(let head):
                    #expect(head == Self.head)
                    isClear = true
                case .quiz: Issue.record("no quiz at \(length)")
                }
            }
        }
    }

    @Test(arguments: [
        "", "{}", "[]", "null", "{", "{,}", #"{ "id" }"#, #"{ "id": }"#, #"{ "format": 1 "id": "x" }"#,
        "{ \"a\": \u{1}\u{2}, \"b\": 1 }",
        #"{ "format": 2, "id": "x", "track": "t", "order": 1, "minutes": 1, "title": "T" }"#,
        #"{ "format": 1, "id": "y", "track": "t", "order": 1, "minutes": 1, "title": "T" }"#,
        #"{ "format": 1, "id": "x", "track": "t", "order": 1, "minutes": 0, "title": "T" }"#,
        #"{ "format": 1, "id": "x", "track": "t", "order": 1, "minutes": 1, "title": { "en": "T" } }"#,
        #"{ "format": 1, "id": "x", "order": 1, "minutes": 1, "title": "T" }"#,
    ])
    func `is unclear for what is no lesson`(text: String) {
        #expect(FirstSight(of: SourceFile("lessons/x.json", text: text)) == .unclear)
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func `of a damaged file never traps, and agrees when it is sound`(
        seed: UInt64
    ) {
        var random = SplitMix64(seed: seed)
        let tokens = ["{", "}", "[", "]", "\"", "\\", ",", ":", "1", "null", "\u{1}", "名", "\"id\": 5", " ", "\\u00"]
        for source in [file(Self.members)] + BuiltInCourse.files.prefix(1) {
            for _ in 0..<30 {
                var bytes = source.bytes
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let place = Int.random(in: 0..<min(bytes.count, 3000), using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.remove(at: place)
                    default: bytes.insert(contentsOf: (tokens.randomElement(using: &random) ?? "").utf8, at: place)
                    }
                }
                let damaged = SourceFile(source.name, bytes)
                let sight = FirstSight(of: damaged)
                if let whole = whole(damaged) { #expect(sight == whole) }
            }
        }
    }
}
