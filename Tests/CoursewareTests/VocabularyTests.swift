import Courseware
import Localization
import LocatedJSON
import Testing
import Timelines

@Suite struct `The vocabulary of a script` {
    @Test func `repeats a loop, and names and narrates only the first round`() throws {
        let told = try #require(
            scene(
                """
                { "loop": "again", "times": 3, "do": [
                  { "send": "SYN", "from": "client", "to": "server", "lost": true, "id": "syn", "say": "Lost." },
                  { "pause": "1s" } ] },
                { "note": "over" }
                """))
        #expect(
            told.timeline.trace == """
                0 ms: client sends SYN to server #syn
                6 ms: SYN is lost
                1.006 s: client sends SYN to server
                1.012 s: SYN is lost
                2.012 s: client sends SYN to server
                2.018 s: SYN is lost
                3.018 s: note 0...1 over
                """)
        #expect(told.timeline.frames == [Frame(.loop(times: 3), title: "again", events: 0...5, lifelines: 0...1)])
        #expect(told.steps.map(\.event) == [0])
    }

    @Test func `goes round a loop twice unless it says how often`() {
        let timeline = scene(#"{ "loop": "again", "do": [ { "does": "x", "at": "server" } ] }"#)?.timeline
        #expect(timeline?.events.count == 2)
        #expect(timeline?.frames.map(\.kind) == [.loop(times: 2)])
    }

    @Test func `puts frames into frames`() throws {
        let timeline = try #require(
            scene(
                """
                { "group": "outer", "do": [
                  { "does": "x", "at": "client" },
                  { "parallel": [ [ { "group": "inner", "do": [ { "does": "y", "at": "server" } ] } ],
                                  [ { "does": "z", "at": "client" } ] ], "title": "both" } ] },
                { "parallel": [ [ { "does": "u", "at": "client" } ] ] }
                """)?.timeline)
        #expect(timeline.frames.map(\.title) == ["outer", "both", "inner", nil])
        #expect(timeline.frames.map(\.kind) == [.group, .parallel, .group, .parallel])
        #expect(timeline.frames.map(\.events) == [0...2, 1...2, 1...1, 3...3])
        #expect(timeline.frames.map(\.depth) == [0, 1, 2, 0])
        #expect(timeline.frames.map(\.lifelines) == [0...1, 0...1, 1...1, 0...0])
    }

    @Test func `tells a pause with a title when it is over, and draws dividers`() {
        let trace = scene(
            """
            { "pause": "10s", "title": "ten seconds later", "id": "later", "say": "It waits." },
            { "divider": "closing" }
            """)?.timeline.trace
        #expect(
            trace == """
                10 s: gap of 10 s ten seconds later #later
                10 s: divider closing
                """)
    }

    @Test func `lets a message come from outside, or leave to outside`() {
        let timeline = scene(
            """
            { "send": "GET /", "to": "server" },
            { "send": "200 OK", "from": "server", "takes": "5ms" }
            """)?.timeline
        #expect(
            timeline?.trace == """
                0 ms: outside sends GET / to server
                10 ms: GET / arrives
                10 ms: server sends 200 OK to outside
                15 ms: 200 OK arrives
                """)
        #expect(timeline?.messages.map(\.isToSelf) == [false, false])
    }

    @Test func `begins work with an arrival and ends it with a departure`() {
        let trace = scene(
            """
            { "send": "GET", "from": "client", "to": "server", "activates": true },
            { "active": true, "at": "server", "after": "1ms" },
            { "active": false, "at": "server", "after": "1ms" },
            { "send": "200", "from": "server", "to": "client", "deactivates": true }
            """)?.timeline.trace
        #expect(
            trace == """
                0 ms: client sends GET to server
                10 ms: GET arrives
                10 ms: server begins work
                11 ms: server begins work
                12 ms: server ends work
                12 ms: server sends 200 to client
                12 ms: server ends work
                22 ms: 200 arrives
                """)
    }

    @Test func `creates and destroys participants, also one after the other`() {
        let trace = scene(
            """
            { "send": "fork", "from": "client", "to": "server", "creates": true, "activates": true },
            { "destroy": "server" },
            { "send": "fork", "from": "client", "to": "server", "creates": true }
            """)?.timeline.trace
        #expect(
            trace == """
                0 ms: client sends fork to server
                10 ms: fork arrives
                10 ms: server is created
                10 ms: server begins work
                10 ms: server is destroyed
                10 ms: client sends fork to server
                20 ms: fork arrives
                20 ms: server is created
                """)
    }

    @Test func `numbers messages where a lesson or a variant says so`() {
        func numbered(_ rest: String, _ variant: String) -> [Bool]? {
            let timeline = #"{ "send": "A", "from": "client", "to": "server" }"#
            let variants = """
                "variants": [ { "id": "v", "title": "V", "about": "B", \(variant)"timeline": [ \(timeline) ] } ],
                """
            return LessonDecoder.decode(lessonFile(timeline: timeline, rest: rest + variants)).document?.scenes.map {
                $0.timeline.isNumbered
            }
        }
        #expect(numbered("", "") == [false, false])
        #expect(numbered(#""numbered": true, "#, "") == [true, true])
        #expect(numbered(#""numbered": true, "#, #""numbered": false, "#) == [true, false])
        #expect(numbered("", #""numbered": true, "#) == [false, true])
    }

    @Test func `numbers the messages of a simulation, also when it is changed`() throws {
        let lesson = try #require(
            simulatedLesson(
                #""numbered": true, "variants": [ { "id": "v", "title": "V", "about": "B", "faults": ["drop:SYN"] } ]"#)
        )
        #expect(lesson.scenes.map(\.timeline.isNumbered) == [true, true])
        let faults = lesson.scenes[1].simulation?.faults ?? []
        #expect(lesson.scenes[0].changed(by: faults).timeline.isNumbered)
    }

    @Test func `puts neighbours into groups`() {
        let file = SourceFile(
            "x.json",
            text: """
                { "format": 1, "id": "x", "track": "tcp", "title": "X", "summary": "S",
                  "participants": [ { "id": "a", "name": "A", "group": { "en": "Site", "zh": "站点" } } ],
                  "timeline": [ { "does": "x", "at": "a" } ] }
                """)
        let participants = LessonDecoder.decode(file).document?.scenes[0].timeline.participants
        #expect(participants?.map(\.group) == [LocalizedText(en: "Site", zh: "站点")])
    }
}
