import Courseware
import Localization
import LocatedJSON
import Testing

@Suite struct `The catalogue` {
    private func lesson(
        _ id: String, track: String = "tcp", order: Int = 100, folder: String = "lessons", quiz: String? = nil
    ) -> SourceFile {
        let quiz = quiz.map { ", \"quiz\": \"\($0)\"" } ?? ""
        return SourceFile(
            "\(folder)/\(id).json",
            text: """
                { "format": 1, "id": "\(id)", "track": "\(track)", "order": \(order), "title": "T", "summary": "S"\(quiz),
                "participants": [ { "id": "a", "name": "A" } ], "timeline": [ { "note": "n", "id": "moment" } ],
                "variants": [ { "id": "lost", "title": "L", "about": "B", "timeline": [ { "note": "m", "id": "gone" } ] } ] }
                """)
    }

    private func quiz(_ id: String, lesson: String, show: String = "") -> SourceFile {
        SourceFile(
            "quizzes/\(id).json",
            text: """
                { "format": 1, "id": "\(id)", "title": "T", "lesson": "\(lesson)", "questions": [
                { "id": "a", "kind": "order", "ask": "?", "because": "b", "cite": "listen(2)", "items": ["1", "2", "3"]\(show) } ] }
                """)
    }

    private let outline = SourceFile(
        "course.json",
        text: """
            { "format": 1, "id": "c", "title": "C", "tracks": [ { "id": "tcp", "title": "TCP", "lessons": ["last"] },
            { "id": "dns", "title": "DNS" }, { "id": "tls", "title": "TLS" }, { "id": "web", "title": "The web" } ] }
            """)

    @Test func `lists tracks and lessons as the course says, then by order and id`() {
        let files = [
            outline, lesson("last", order: 900),
            lesson("zeta", track: "arp"), lesson("page", track: "web"), lesson("hello", track: "tls"),
            lesson("b", order: 2),
            lesson("lookup", track: "dns"), lesson("c", order: 1), lesson("a", order: 2),
            lesson("mine", track: "aardvark"),
        ]
        let (catalog, diagnostics) = Catalog.load(files)
        #expect(diagnostics == [])
        #expect(catalog.lessons.map(\.id) == ["last", "c", "a", "b", "lookup", "hello", "page", "mine", "zeta"])
        #expect(catalog.tracks == ["tcp", "dns", "tls", "web", "aardvark", "arp"])
        #expect(catalog.lessons(in: "tcp").map(\.id) == ["last", "c", "a", "b"])
        #expect(catalog.lesson("page")?.track == "web")
        #expect(catalog.lesson("nothing") == nil && catalog.quiz("page") == nil)
    }

    @Test func `loads the good files beside the broken ones`() {
        let (catalog, diagnostics) = Catalog.load([
            SourceFile("lessons/broken.json", text: "{"), lesson("good"), quiz("broken", lesson: "broken"),
            quiz("good", lesson: "good"),
        ])
        #expect(catalog.lessons.map(\.id) == ["good"])
        // The quiz is not told off for naming a lesson whose own fault is told already.
        #expect(diagnostics.map(\.description) == ["lessons/broken.json:1:2: error: the text ends inside an object"])
        #expect(catalog.quizzes.map(\.id) == ["good", "broken"])
    }

    @Test func `uses the first of two documents with the same id`() {
        let (catalog, diagnostics) = Catalog.load([
            lesson("x", order: 1), lesson("x", order: 2, folder: "mine"), quiz("x", lesson: "x"),
        ])
        #expect(catalog.lessons.map(\.order) == [1])
        #expect(
            diagnostics.map(\.description) == [
                "mine/x.json:1:22: error: the id 'x' is taken by lessons/x.json, which is used instead"
            ])
    }

    @Test(arguments: [
        (#", "show": { "lesson": "x", "at": "moment" }"#, []),
        (
            #", "show": { "lesson": "x", "variant": "lost", "at": "gone" }, "picture": { "lesson": "x", "at": "moment" }"#,
            []
        ),
        (#", "show": { "lesson": "y", "at": "moment" }"#, ["2:126: error: there is no lesson 'y'; known are 'x'"]),
        (
            #", "show": { "lesson": "x", "at": "momnet" }"#,
            ["2:137: error: no entry of the lesson 'x' has the id 'momnet'; did you mean 'moment'?"]
        ),
        (
            #", "show": { "lesson": "x", "variant": "last", "at": "gone" }"#,
            ["2:142: error: the lesson 'x' has no variant 'last'; did you mean 'lost'?"]
        ),
        (
            #", "picture": { "lesson": "x", "variant": "lost", "at": "moment" }"#,
            ["2:159: error: no entry of the variant 'lost' of 'x' has the id 'moment'; known are 'gone'"]
        ),
    ])
    func `checks that shown moments exist`(show: String, expected: [String]) {
        let (catalog, diagnostics) = Catalog.load([quiz("x", lesson: "x", show: show), lesson("x", quiz: "x")])
        #expect(diagnostics.map(\.text) == expected)
        #expect(catalog.quizzes.count == 1)
    }

    @Test func `checks that lessons and quizzes name each other`() {
        let (_, diagnostics) = Catalog.load([lesson("handshake", quiz: "handshaek"), quiz("handshake", lesson: "hand")])
        #expect(
            diagnostics.map(\.text) == [
                "1:103: error: there is no quiz 'handshaek'; did you mean 'handshake'?",
                "1:59: error: there is no lesson 'hand'; known are 'handshake'",
            ])
    }

    @Test func `lets a single file refer to what is known besides`() {
        let known = Catalog.load([lesson("x")]).catalog
        let show = #", "show": { "lesson": "x", "at": "moment" }"#
        #expect(Catalog.load([quiz("q", lesson: "x", show: show)], besides: known).diagnostics == [])
        #expect(Catalog.load([quiz("q", lesson: "x", show: show)]).diagnostics.count == 2)
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func `never traps on damaged files`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let show = #", "show": { "lesson": "x", "at": "moment" }"#
        let sources = [lesson("x", quiz: "x"), quiz("x", lesson: "x", show: show)]
        let tokens = [
            "null", "-1", "[]", "{}", "\"\"", "1e9", "\"{a}\"", "\"9223372036854775807s\"", "[[]]", "true",
            "\"parallel\"",
        ]
        for _ in 0..<30 {
            let damaged = sources.map { source in
                var parts = String(decoding: source.bytes, as: UTF8.self).split(
                    separator: " ", omittingEmptySubsequences: false
                ).map(String.init)
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let place = Int.random(in: 0..<parts.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: parts[place] = tokens.randomElement(using: &random) ?? ""
                    case 1: parts.remove(at: place)
                    default: parts.swapAt(place, Int.random(in: 0..<parts.count, using: &random))
                    }
                }
                return SourceFile(source.name, text: parts.joined(separator: " "))
            }
            let (catalog, diagnostics) = Catalog.load(damaged)
            #expect(catalog.lessons.count + catalog.quizzes.count == 2 || !diagnostics.isEmpty)
        }
    }
}

@Suite struct `A catalogue of several courses` {
    private func lesson(_ id: String, _ course: String, track: String = "tcp", title: String = "T") -> SourceFile {
        SourceFile(
            "\(course)/lessons/\(id).json",
            text: """
                { "format": 1, "id": "\(id)", "track": "\(track)", "title": "\(title)", "summary": "S",
                "participants": [ { "id": "a", "name": "A" } ], "timeline": [ { "note": "n" } ] }
                """)
    }

    private func outline(_ course: String, id: String = "c", _ rest: String = "") -> SourceFile {
        SourceFile(
            "\(course)/course.json", text: #"{ "format": 1, "id": "\#(id)", "title": "Course \#(course)"\#(rest) }"#)
    }

    private let tracks = #", "tracks": [ { "id": "tcp", "title": "Transport" } ]"#

    @Test func `lists course by course, those of the same order as they were found`() {
        let (catalog, diagnostics) = Catalog.load([
            CourseFiles(name: "one", documents: [lesson("b", "one"), lesson("a", "one", track: "dns")]),
            CourseFiles(
                name: "two", outline: outline("two", #", "order": 1"# + tracks), documents: [lesson("c", "two")]),
            CourseFiles(name: "three", outline: outline("three", id: "d"), documents: [lesson("d", "three")]),
            CourseFiles(name: "empty"),
        ])
        #expect(diagnostics == [])
        #expect(catalog.heads.map(\.id) == ["c", "a", "b", "d"])
        #expect(catalog.courses.map(\.outline.title) == ["Course two", "one", "Course three"])
        #expect(catalog.heads.map { catalog.course(of: $0)?.id } == ["c", "one", "one", "d"])
        // A track without a description is called what another course calls it, if one does.
        #expect(catalog.heads.map { catalog.track(of: $0).title } == ["Transport", "dns", "Transport", "Transport"])
    }

    @Test func `warns of a lesson whose id was taken, and leaves it out`() {
        let (catalog, diagnostics) = Catalog.load([
            CourseFiles(name: "one", documents: [lesson("x", "one", title: "First")]),
            CourseFiles(name: "two", documents: [lesson("x", "two", title: "Second"), lesson("y", "two")]),
        ])
        #expect(catalog.lessons.map { $0.title(.english) } == ["First", "T"])
        #expect(
            diagnostics.map(\.description) == [
                "two/lessons/x.json:1:22: warning: the id 'x' is taken by one/lessons/x.json, which comes first; "
                    + "this file is left out"
            ])
    }

    @Test func `gives no lesson the progress of another that is broken`() {
        let (catalog, diagnostics) = Catalog.load([
            CourseFiles(name: "one", documents: [SourceFile("one/lessons/x.json", text: "{")]),
            CourseFiles(name: "two", documents: [lesson("x", "two")]),
        ])
        #expect(catalog.lessons.isEmpty)
        #expect(diagnostics.map(\.severity) == [.error, .warning])
    }

    @Test func `opens the lessons of a course whose course file is broken`() {
        let (catalog, diagnostics) = Catalog.load([
            CourseFiles(
                name: "Home networks", outline: outline("home", #", "trakcs": []"#), documents: [lesson("x", "home")])
        ])
        #expect(catalog.courses.map(\.outline) == [CourseOutline(id: "home-networks", title: "Home networks")])
        #expect(catalog.lessons.map(\.id) == ["x"])
        #expect(
            diagnostics.map(\.description) == [
                "home/course.json:1:51: error: a course has no key 'trakcs'; did you mean 'tracks'?"
            ])
    }

    @Test func `joins two courses with the same id`() {
        let (catalog, diagnostics) = Catalog.load([
            CourseFiles(name: "one", outline: outline("one"), documents: [lesson("x", "one")]),
            CourseFiles(name: "two", outline: outline("two"), documents: [lesson("y", "two")]),
        ])
        #expect(catalog.courses.map(\.outline.title) == ["Course one"])
        #expect(catalog.lessons.map(\.id) == ["x", "y"])
        #expect(
            diagnostics.map(\.description) == [
                "two/course.json:1:22: warning: the course 'c' is also in one/course.json, which comes first; "
                    + "the lessons of both stand there"
            ])
    }

    @Test func `misses no language that a course does not have`() {
        let lesson = SourceFile(
            "home/lessons/x.json",
            text: """
                { "format": 1, "id": "x", "track": "t", "title": { "en": "T" }, "summary": { "zh": "S" },
                "participants": [ { "id": "a", "name": "A" } ], "timeline": [ { "note": "n" } ] }
                """)
        func load(_ languages: String) -> (ids: [String], faults: [String]) {
            let files = CourseFiles(name: "home", outline: outline("home", languages), documents: [lesson])
            let (catalog, diagnostics) = Catalog.load([files])
            return (catalog.lessons.map(\.id), diagnostics.map(\.text))
        }
        let english = load(#", "languages": ["en"]"#), silent = load("")
        #expect(english.ids == ["x"])
        #expect(
            english.faults == ["1:76: warning: the text has no 'en'; a plain string stands for every language"])
        #expect(silent.ids == [] && silent.faults.count == 2 && silent.faults.allSatisfy { $0.contains("error: ") })
    }

    @Test func `is told what is wrong in a course file`() {
        let wrong = """
            { "format": 1, "id": "C!", "title": "T", "languages": ["en", "fr"], "order": "first", "tracks": [
            { "id": "tcp", "title": "TCP", "lessons": ["x", "../y", "x", "z"] },
            { "id": "tcp", "title": "TCP", "lessons": ["w"] }, { "id": "dns" } ] }
            """
        let (catalog, diagnostics) = Catalog.load([
            SourceFile("course.json", text: wrong), lesson("x", ""), lesson("w", "", track: "udp"),
        ])
        #expect(catalog.lessons.map(\.id) == ["x", "w"])
        #expect(
            diagnostics.map(\.text) == [
                "1:22: error: 'C!' is no id; ids are lower-case letters, digits and hyphens",
                "1:62: error: 'fr' is not known here; known are 'en', 'zh'",
                "1:78: error: expected a whole number, found the string \"first\"",
                "2:49: error: '../y' is no id; ids are lower-case letters, digits and hyphens",
                "2:57: error: the lesson 'x' is already there, on line 2",
                "2:62: error: there is no lesson 'z'; known are 'x', 'w'",
                "3:9: error: the track 'tcp' is already there, on line 2",
                "3:44: error: the lesson 'w' belongs to the track 'udp'; list it there, or give it the track 'tcp'",
                "3:52: error: a track needs 'title'",
            ])
    }
}
