import LocatedJSON
import Testing
import Timelines

@testable import Courseware

@Suite struct `A lesson that is only played` {
    @Test func `is simulated when somebody looks, scene by scene`() throws {
        let lesson = try #require(LessonDecoder.decode(file(), .ofLearner()).document)
        #expect(lesson.scenes.map(\.isPerformed) == [false, false])
        #expect(lesson.scenes[1].timeline.messages.first?.isLost == true)
        #expect(lesson.scenes.map(\.isPerformed) == [false, true])
        #expect(LessonDecoder.decode(file()).document?.scenes.map(\.isPerformed) == [true, true])
    }

    @Test func `tells what its author heard`() throws {
        for file in [file()] + BuiltInCourse.files {
            guard let rehearsed = LessonDecoder.decode(file).document else { continue }
            #expect(LessonDecoder.decode(file, .ofLearner()).document == rehearsed, "\(file.name)")
        }
    }

    @Test func `can be changed before anybody has looked`() throws {
        var scene = try #require(LessonDecoder.decode(file(), .ofLearner()).document?.scenes.last)
        let steps = scene.steps
        scene.steps = []
        #expect(!steps.isEmpty && scene.steps.isEmpty && scene.isPerformed)
    }

    @Test func `is not kept from the learner by what only a rehearsal finds`() throws {
        let unsolved = #"["delay:SYN:1ms"]"#
        let faults = LessonDecoder.decode(file(solution: unsolved)).diagnostics.map(\.code)
        #expect(faults == ["unsolved-challenge"])
        let played = LessonDecoder.decode(file(solution: unsolved), .ofLearner())
        #expect(played.diagnostics == [] && played.document?.challenges.map(\.id) == ["twice"])
    }

    @Test func `has no participants but those of its scenario`() {
        let stranger = LessonDecoder.decode(file(goalAt: "nobody"), .ofLearner()).diagnostics.map(\.code)
        #expect(stranger == LessonDecoder.decode(file(goalAt: "nobody")).diagnostics.map(\.code))
        #expect(stranger == ["unknown-participant"])
    }

    private func file(solution: String = #"["drop:SYN"]"#, goalAt sender: String = "client") -> SourceFile {
        SourceFile(
            "x.json",
            text: """
                { "format": 1, "id": "x", "track": "tcp", "title": "X", "summary": "S",
                "scenario": { "hosts": [ { "id": "client", "address": "192.0.2.1" }, { "id": "server", "address": "192.0.2.2" } ],
                "do": [ { "host": "server", "listen": 80 }, { "host": "client", "connect": "server:80" } ] },
                "steps": [ { "on": { "sent": "SYN" }, "say": "one" }, { "on": { "state": "SYN-SENT", "at": "client" }, "say": "two" } ],
                "variants": [ { "id": "lost", "title": "L", "about": "A", "faults": ["drop:SYN"] } ],
                "challenges": [ { "id": "twice", "task": "T", "because": "B", "cite": "RFC 9293 §3.5",
                "goal": { "count": { "sent": "SYN", "from": "\(sender)" }, "atLeast": 2 }, "solution": \(solution) } ] }
                """)
    }
}
