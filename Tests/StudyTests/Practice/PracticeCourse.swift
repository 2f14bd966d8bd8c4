import Courseware
import Localization
import LocatedJSON
import Testing

@testable import Study

/// A course of four tracks with three lessons each, and for every lesson a quiz of three questions.
enum PracticeCourse {
    static let tracks = ["tcp", "dns", "tls", "web"]

    static let files: [SourceFile] = tracks.flatMap { track in
        (1...3).flatMap { number -> [SourceFile] in
            let id = "\(track)-\(number)"
            return [
                SourceFile("lessons/\(id).json", text: lesson(id, track: track, order: number)),
                SourceFile("quizzes/\(id).json", text: quiz(id)),
            ]
        }
    }

    static let loaded = Catalog.load(files)
    static var catalog: Catalog { loaded.catalog }

    /// Progress of somebody who has seen these lessons to their end.
    static func progress(completing lessons: String..., at instant: Int64) -> Progress {
        var progress = Progress()
        for lesson in lessons { progress.reached(step: 0, of: 1, scene: "main", lesson: lesson, at: instant) }
        return progress
    }

    private static func lesson(_ id: String, track: String, order: Int) -> String {
        """
        { "format": 1, "id": "\(id)", "track": "\(track)", "order": \(order), "title": "Lesson \(id)", "summary": "About \(id).",
          "quiz": "\(id)",
          "participants": [ { "id": "a", "name": "A" }, { "id": "b", "name": "B" } ],
          "timeline": [ { "send": "Hello", "from": "a", "to": "b", "id": "hello", "say": "A greets.", "cite": "RFC 9293 §3.5" } ] }
        """
    }

    private static func quiz(_ id: String) -> String {
        """
        { "format": 1, "id": "\(id)", "title": "Quiz \(id)", "lesson": "\(id)", "questions": [
          { "id": "easy", "kind": "choice", "ask": "Who greets in \(id)?",
            "choices": [ { "text": "A", "right": true }, { "text": "B", "because": "It listens." },
              { "text": "C", "because": "There is none." } ],
            "because": "A greets.", "cite": "RFC 9293 §3.5", "show": { "lesson": "\(id)", "at": "hello" } },
          { "id": "medium", "kind": "order", "ask": "Order of \(id)", "items": [ "one", "two", "three", "four" ],
            "because": "By number.", "cite": "RFC 9293 §3.5" },
          { "id": "hard", "kind": "number", "given": { "n": { "random": [1, 90000] } }, "ask": "{n} and one?",
            "answer": "{n} + 1", "because": "Counting.", "cite": "RFC 9293 §3.5" } ] }
        """
    }
}

@Test func `the course for practice has no faults`() {
    #expect(PracticeCourse.loaded.diagnostics.filter { $0.severity == .error } == [])
    #expect(PracticeCourse.catalog.practiceCards.count == 36)
}
