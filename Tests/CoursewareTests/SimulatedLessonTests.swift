import Courseware
import Localization
import LocatedJSON
import Simulator
import Testing
import Timelines

@Suite struct `A simulated lesson` {
    @Test func `has a timeline that nobody has written`() throws {
        let lesson = try #require(simulatedLesson(""))
        let scene = try #require(lesson.scenes.first)
        #expect(scene.steps == [] && lesson.challenges == [])
        #expect(
            scene.timeline.messages.prefix(4).map { $0.label(.english) } == ["SYN", "SYN,ACK", "ACK", "PSH,ACK"])
        #expect(scene.timeline.participants.map(\.state) == ["CLOSED", "CLOSED"])
        #expect(scene.simulation?.faults == [] && scene.simulation?.scenario.nodes.map(\.id) == ["client", "server"])
    }

    @Test func `hangs steps on the events that they are about`() throws {
        let scene = try #require(
            simulatedLesson(
                """
                "steps": [
                  { "on": { "state": "ESTABLISHED", "at": "server" }, "id": "done", "say": "last" },
                  { "on": { "sent": "any", "from": "client", "fields": { "seq": 1001, "ack": 5001 }, "nth": 2 }, "id": "data" },
                  { "on": { "sent": "SYN", "to": "server", "again": false }, "say": "first", "cite": "RFC 9293 §3.5", "spotlight": ["seq"],
                    "ask": { "question": "?", "choices": [ { "text": "a", "right": true }, { "text": "b", "because": "c" } ] } },
                  { "on": { "lost": "SYN" }, "id": "never", "say": "never", "optional": true }
                ]
                """)?.scenes.first)
        #expect(scene.steps.map { $0.say(.english) } == ["first", "last"])
        #expect(scene.steps[0].citations == [Citation("RFC 9293 §3.5")] && scene.steps[0].ask?.choices.count == 2)
        let timeline = scene.timeline
        guard case .sent(let syn) = timeline.events[scene.steps[0].event].kind else { return #expect(Bool(false)) }
        #expect(timeline.messages[syn].spotlight == ["seq"])
        #expect(timeline.events[scene.steps[1].event].kind == .state(1, "ESTABLISHED"))
        #expect(timeline.event(anchored: "done") == scene.steps[1].event)
        let data = try #require(timeline.event(anchored: "data"))
        #expect(timeline.events[data].kind == .sent(message: 3))
        #expect(timeline.event(anchored: "never") == nil)
    }

    @Test func `has variants that replace parts of it`() throws {
        let lesson = try #require(
            simulatedLesson(
                """
                "steps": [ { "on": { "sent": "SYN" }, "id": "syn", "say": "a SYN" } ],
                "variants": [
                  { "id": "lost", "title": "L", "about": "A", "faults": ["drop:SYN"] },
                  { "id": "refused", "title": "R", "about": "A", "scenario": { "do": [ { "host": "client", "connect": "server:80" } ] },
                    "steps": [ { "on": { "sent": "RST,ACK" }, "id": "rst", "say": "no" } ] },
                  { "id": "near", "title": "N", "about": "A", "scenario": { "links": [ { "between": ["client", "server"], "delay": "1ms" } ] } },
                  { "id": "written", "title": "W", "about": "A", "participants": [ { "id": "a", "name": "A" } ],
                    "timeline": [ { "note": "n", "say": "s" } ] }
                ]
                """))
        #expect(lesson.scenes.map(\.id) == ["main", "lost", "refused", "near", "written"])
        let lost = lesson.scenes[1], refused = lesson.scenes[2], near = lesson.scenes[3]
        #expect(lost.about == "A" && lost.timeline.messages[0].isLost && lost.timeline.event(anchored: "syn") != nil)
        #expect(lost.simulation?.faults == [Simulator.Fault(.drop, .matching(.init(label: "SYN"), nth: 1))])
        #expect(refused.timeline.messages.map { $0.label(.english) } == ["SYN", "RST,ACK"])
        #expect(refused.steps.map { $0.say(.english) } == ["no"] && refused.timeline.event(anchored: "syn") == nil)
        #expect(near.timeline.messages[0].end == .milliseconds(1) && near.steps.map { $0.say(.english) } == ["a SYN"])
        #expect(lesson.scenes[4].simulation == nil && lesson.scenes[4].steps.count == 1)
    }

    @Test func `may be a variant of a scripted one`() throws {
        let rest = """
            "variants": [ { "id": "real", "title": "R", "about": "A",
            "scenario": { "hosts": [ { "id": "a", "address": "192.0.2.1" }, { "id": "b", "address": "192.0.2.2" } ],
            "do": [ { "host": "a", "ping": "b" } ] },
            "steps": [ { "on": { "sent": "echo reply", "from": "b" }, "say": "s" } ] } ],

            """
        let lesson = try #require(
            LessonDecoder.decode(lessonFile(timeline: #"{ "note": "n" }"#, rest: rest)).document)
        #expect(lesson.scenes[0].simulation == nil)
        // The lesson's delay is that of its links.
        #expect(lesson.scenes[1].timeline.messages[0].end == .milliseconds(10))
        #expect(lesson.scenes[1].steps.count == 1)
    }

    @Test func `is known as a lesson wherever it lies`() {
        let file = simulatedFile("")
        let (catalog, diagnostics) = Catalog.load([SourceFile("quizzes/x.json", file.bytes)])
        #expect(diagnostics == [] && catalog.lessons.map(\.id) == ["x"])
    }

    @Test func `is previewed without its variants and challenges`() throws {
        let file = simulatedFile(
            """
            "variants": [ { "id": "lost", "title": "L", "about": "A", "faults": ["drop:SYN"] } ],
            "challenges": [ { "id": "c", "scene": "lost", "task": "t", "because": "b", "cite": "RFC 9293 §3.5",
              "goal": { "count": { "sent": "SYN" }, "is": 3 }, "solution": ["drop:SYN#2"] } ]
            """)
        #expect(LessonDecoder.decode(file).diagnostics == [])
        let preview = try #require(LessonPreview(skimming: file))
        #expect(preview.variants == ["L"] && preview.lesson.scenes.count == 1 && preview.lesson.challenges == [])
    }

    @Test func `shows moments that a quiz may point at`() {
        let quiz = SourceFile(
            "quizzes/q.json",
            text: """
                { "format": 1, "id": "q", "title": "T", "lesson": "x", "questions": [
                { "id": "a", "kind": "order", "ask": "?", "because": "b", "cite": "listen(2)", "items": ["1", "2", "3"],
                  "show": { "lesson": "x", "at": "syn" } } ] }
                """)
        let lesson = simulatedFile(#""steps": [ { "on": { "sent": "SYN" }, "id": "syn" } ]"#)
        #expect(Catalog.load([lesson, quiz]).diagnostics == [])
        #expect(
            Catalog.load([simulatedFile(""), quiz]).diagnostics.map(\.text) == [
                "3:34: error: no entry of the lesson 'x' has the id 'syn'"
            ])
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func `never traps when it is damaged`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let source = simulatedFile(
            """
            "faults": [ "drop:SYN#2" ], "steps": [ { "on": { "sent": "SYN" , "nth": 1 }, "id": "syn", "say": "s" } ],
            "variants": [ { "id": "v", "title": "T", "about": "A", "scenario": { "since": "10ms", "until": "2s", "seed": 3 } } ],
            "challenges": [ { "id": "c", "task": "t", "because": "b", "cite": "RFC 9293 §3.5", "solution": [ "drop:SYN#1" ],
              "goal": { "all": [ { "count": { "sent": "SYN" }, "is": 2 }, { "not": { "ends": { "client": "CLOSED" } } } ] } } ]
            """)
        let tokens = [
            "null", "-1", "[]", "{}", "\"\"", "1e9", "\"any\"", "\"9223372036854775807s\"", "\"1ns\"", "true", "65535",
            "\"drop:\\\\\"", "\"delay:1:1440min\"", "\"server:443\"", "\"100MB\"", "9223372036854775807",
        ]
        for _ in 0..<20 {
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
            let decoded = LessonDecoder.decode(SourceFile("x.json", text: parts.joined(separator: " ")))
            #expect(decoded.document != nil || !decoded.diagnostics.isEmpty)
        }
    }
}
