import Courseware
import Localization
import LocatedJSON
import Study

@testable import Tutor

/// A quiz of the kinds that are about a scene or said aloud, on the small simulated lesson.
enum QuestionCourse {
    static let quiz = """
        { "format": 1, "id": "doing", "title": { "en": "Doing it", "zh": "动手" }, "lesson": "hello-tcp",
          "questions": [
            { "id": "where", "kind": "point", "scene": { "lesson": "hello-tcp" }, "on": { "sent": "SYN,ACK" },
              "ask": { "en": "Which message confirms the client's number?", "zh": "哪个报文段确认了客户端的序列号？" },
              "hints": [ { "en": "Look at the `ack` fields.", "zh": "看看`ack`字段。" },
                { "en": "It comes from the server.", "zh": "它来自服务器。" } ],
              "wrong": [ { "at": "syn", "because": { "en": "It only announces the number.", "zh": "它只是公布序列号。" } } ],
              "because": { "en": "Its `ack` is one more than the client's `seq`.", "zh": "它的`ack`比客户端的`seq`大1。" },
              "cite": "RFC 9293 §3.5", "show": { "lesson": "hello-tcp", "at": "syn" } },
            { "id": "next", "kind": "predict", "moment": { "lesson": "hello-tcp", "at": "syn-ack" }, "asks": "number", "field": "ack",
              "because": { "en": "The SYN used up one number.", "zh": "SYN占用了一个序列号。" }, "cite": "RFC 9293 §3.4" },
            { "id": "do-it", "kind": "challenge", "lesson": "hello-tcp", "challenge": "three-syns" },
            { "id": "own", "kind": "challenge", "scene": { "lesson": "hello-tcp" }, "solution": ["drop:SYN,ACK"],
              "goal": { "count": { "sent": "SYN,ACK" }, "atLeast": 2 },
              "ask": { "en": "Make the server send its SYN-ACK twice.", "zh": "让服务器发送两次SYN-ACK。" },
              "because": { "en": "Its timer fires, or the SYN comes again.", "zh": "它的定时器到期，或者SYN再次到达。" }, "cite": "RFC 6298 §5.4" },
            { "id": "aloud", "kind": "recall",
              "ask": { "en": "\\"Why three messages and not two?\\"", "zh": "“为什么是三次而不是两次？”" },
              "points": [ { "text": { "en": "Both sides choose a number", "zh": "双方各选一个序列号" } },
                { "text": { "en": "Each number is confirmed", "zh": "每个序列号都要确认" },
                  "because": { "en": "With two, one of them is not.", "zh": "只有两次的话，有一个得不到确认。" } },
                { "text": { "en": "SYN and ACK share a segment", "zh": "SYN和ACK合在一起" } } ],
              "model": { "en": "Each side picks a number and must hear it confirmed; the server confirms and picks in one segment.",
                "zh": "双方各选一个序列号，并要听到对方确认；服务器的确认和选号合在一个报文段里。" },
              "cite": "RFC 9293 §3.5" } ] }
        """

    static let loaded = Catalog.load([
        SourceFile("course.json", text: SmallCourse.outline),
        SourceFile(
            "lessons/hello-tcp.json",
            text: SimulatedCourse.lesson.replacing(
                "{ \"on\": { \"sent\": \"SYN,ACK\" }, \"cite\"",
                with: "{ \"on\": { \"sent\": \"SYN,ACK\" }, \"id\": \"syn-ack\", \"cite\"")),
        SourceFile("quizzes/doing.json", text: quiz),
    ])

    static var catalog: Catalog { loaded.catalog }

    /// A program at the question with this id.
    static func asking(_ id: String, _ look: Look = .english80x24) -> Driven {
        var driven = Driven(look.size, look.appearance, catalog: catalog)
        driven.program.open(quiz: "doing", seed: 5)
        while let current = driven.quiz?.session.current, current.id != id { driven.press(.tab, .enter) }
        return driven
    }
}

extension String {
    fileprivate func replacing(_ text: String, with other: String) -> String {
        guard let range = firstRange(of: text) else { return self }
        return self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}

extension Driven {
    /// The quiz on top or below, if there is one.
    var quiz: QuizScreen? {
        for screen in program.screens.reversed() { if case .quiz(let quiz) = screen { return quiz } }
        return nil
    }
}
