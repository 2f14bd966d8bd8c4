import Courseware
import Localization
import LocatedJSON
import Testing
import Timelines

@Suite struct `A lesson file` {
    @Test func `becomes a lesson`() throws {
        let file = SourceFile(
            "lessons/hello.json",
            text: """
                { "$schema": "x", "format": 1, "id": "hello", "track": "tcp", "order": 7, "minutes": 3,
                  "title": { "en": "Hello", "zh": "你好" }, "question": "Q?", "summary": "S", "delay": "1s",
                  "participants": [ { "id": "a", "name": "A", "address": "192.0.2.1" } ],
                  "timeline": [ { "send": "m", "from": "a", "to": "a" } ],
                  "variants": [ { "id": "other", "title": "O", "about": "B",
                    "participants": [ { "id": "b", "name": "B", "state": "UP" } ], "timeline": [ { "does": "x", "at": "b" } ] } ],
                  "myths": [ { "claim": "c", "truth": "t", "cite": "listen(2)" } ], "answer": "A.", "quiz": "hello" }
                """)
        let decoded = LessonDecoder.decode(file)
        #expect(decoded.diagnostics == [])
        let lesson = try #require(decoded.document)
        #expect((lesson.id, lesson.track, lesson.order, lesson.minutes) == ("hello", "tcp", 7, 3))
        #expect(lesson.title == LocalizedText(en: "Hello", zh: "你好"))
        #expect(lesson.question == "Q?" && lesson.answer == "A." && lesson.quiz == "hello")
        #expect(lesson.scenes.map(\.id) == ["main", "other"])
        #expect(lesson.scenes.map(\.title) == [lesson.title, "O"])
        #expect(lesson.scenes.map(\.about) == [nil, "B"])
        #expect(lesson.scenes[0].timeline.end == .milliseconds(1000))
        #expect(lesson.scenes[0].timeline.participants[0].address == "192.0.2.1")
        #expect(lesson.scenes[1].timeline.participants.map(\.state) == ["UP"])
        #expect(lesson.myths == [Myth(claim: "c", truth: "t", citations: [Citation("listen(2)")])])
        #expect(lesson.scene(nil)?.id == "main" && lesson.scene("other")?.id == "other" && lesson.scene("no") == nil)
    }

    @Test func `may leave out what has a default`() throws {
        let lesson = try #require(LessonDecoder.decode(lessonFile(timeline: #"{ "note": "n" }"#)).document)
        #expect((lesson.order, lesson.minutes) == (100, 5))
        #expect(lesson.question == nil && lesson.answer == nil && lesson.quiz == nil && lesson.myths == [])
        #expect(lesson.scenes.count == 1 && lesson.scenes[0].steps == [])
    }
}
