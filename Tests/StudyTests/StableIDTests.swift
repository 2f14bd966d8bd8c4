import Courseware
import LocatedJSON
import Study
import Testing

@Suite struct `Progress in a course that is revised` {
    /// A course whose titles and wordings begin with `words`; ids stay.
    private func course(_ words: String, folder: String, track: String, order: Int) -> Catalog {
        let lesson = """
            { "format": 1, "id": "hello", "track": "\(track)", "order": \(order), "title": "\(words) lesson", "summary": "\(words)",
            "scenario": { "hosts": [ { "id": "a", "address": "192.0.2.1" }, { "id": "b", "address": "192.0.2.2" } ],
            "do": [ { "host": "b", "listen": 80 }, { "host": "a", "connect": "b:80" } ] },
            "steps": [ { "on": { "sent": "SYN" }, "say": "\(words) first" }, { "on": { "arrived": "SYN" }, "say": "\(words) second" } ],
            "challenges": [ { "id": "twice", "task": "\(words) task", "because": "b", "cite": "RFC 6298 §5.4",
            "goal": { "count": { "sent": "SYN" }, "atLeast": 2 }, "solution": ["drop:SYN"] } ], "quiz": "hello" }
            """
        let quiz = """
            { "format": 1, "id": "hello", "title": "\(words) quiz", "lesson": "hello", "questions": [
            { "id": "order", "kind": "order", "ask": "\(words)?", "because": "b", "cite": "listen(2)", "items": ["\(words)", "2", "3"] },
            { "id": "flags", "kind": "text", "ask": "\(words)?", "because": "b", "cite": "listen(2)", "accept": ["\(words)"] } ] }
            """
        let (catalog, diagnostics) = Catalog.load([
            SourceFile(
                "\(folder)/course.json", text: #"{ "format": 1, "id": "mine", "title": "\#(words) course" }"#),
            SourceFile("\(folder)/lessons/hello.json", text: lesson),
            SourceFile("\(folder)/quizzes/hello.json", text: quiz),
        ])
        #expect(diagnostics == [])
        return catalog
    }

    @Test func `outlives new titles, words, tracks, places and folders`() throws {
        let before = course("Old", folder: "mine", track: "tcp", order: 1)
        let after = course("New", folder: "elsewhere", track: "other", order: 9)
        var progress = Progress()
        progress.reached(step: 0, of: 2, scene: "main", lesson: "hello", at: 10)
        progress.record(answerTo: "flags", in: "hello", seed: 1, isRight: false, at: 20)
        progress.record(answerTo: "order", in: "hello", seed: 1, isRight: true, at: 30)
        progress.finished(quiz: "hello", seed: 1, score: Score(right: 1, of: 2), at: 40)
        _ = progress.solved(challenge: "twice", of: "hello", faults: 1, at: 50)
        for catalog in [before, after] {
            let lesson = try #require(catalog.lesson("hello")), quiz = try #require(catalog.quiz("hello"))
            #expect(progress.status(of: lesson) == .inProgress(done: 1, of: 2))
            #expect(progress.challengesSolved(of: lesson) == Score(right: 1, of: 1))
            #expect(progress.best("hello") == Score(right: 1, of: 2))
            #expect(progress.wrongLastTime(in: QuizHead(quiz)) == ["flags"])
        }
        #expect(before.lesson("hello") != after.lesson("hello"))
    }
}
