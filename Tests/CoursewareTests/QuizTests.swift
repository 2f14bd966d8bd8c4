import Courseware
import Localization
import LocatedJSON
import Testing

/// A quiz file `q.json` with these questions, which begin on line 2.
func quizFile(_ questions: String) -> SourceFile {
    SourceFile(
        "q.json",
        text: "{ \"format\": 1, \"id\": \"q\", \"title\": \"Q\", \"lesson\": \"x\", \"questions\": [\n\(questions)\n] }"
    )
}

@Suite struct `A quiz file` {
    /// What is wrong with one question that has everything but what its kind needs.
    private func faults(kind: String, _ rest: String, ask: String = "?") -> [String] {
        let question =
            "{ \"id\": \"a\", \"kind\": \"\(kind)\", \"ask\": \"\(ask)\", \"because\": \"b\", \"cite\": \"listen(2)\",\n\(rest) }"
        return QuizDecoder.decode(quizFile(question)).diagnostics.map(\.text)
    }

    @Test func `becomes a quiz`() throws {
        let decoded = QuizDecoder.decode(
            quizFile(
                """
                { "id": "a", "kind": "choice", "ask": "?", "because": "b", "cite": "listen(2)",
                  "choices": [ { "text": "x", "because": "y" }, { "text": "z", "right": true } ],
                  "show": { "lesson": "x", "variant": "v", "at": "syn" }, "picture": { "lesson": "x", "at": "ack" } },
                { "id": "b", "kind": "several", "ask": "?", "because": "b", "cite": "listen(2)",
                  "choices": [ { "text": "x", "right": true }, { "text": "z", "right": true } ] },
                { "id": "c", "kind": "order", "ask": "?", "because": "b", "cite": "listen(2)", "items": ["1", "2", "3"] },
                { "id": "d", "kind": "number", "ask": "{isn}?", "because": "{isn}", "cite": ["listen(2)", "accept(2)"],
                  "given": { "isn": { "random": [10, 20] } }, "answer": "{isn} + 1", "unit": "B",
                  "wrong": [ { "answer": "{isn}", "because": "w" }, { "answer": 5, "because": "v" } ] },
                { "id": "e", "kind": "text", "ask": "?", "because": "b", "cite": "listen(2)", "accept": ["RST", "reset"],
                  "wrong": [ { "answer": "FIN", "because": "w" } ] },
                { "id": "f", "kind": "match", "ask": "?", "because": "b", "cite": "listen(2)", "pairs": [
                  { "left": "1", "right": "a" }, { "left": "2", "right": "b" }, { "left": "3", "right": "c" } ] },
                { "id": "g", "kind": "number", "ask": "?", "because": "b", "cite": "listen(2)", "answer": 3 }
                """))
        #expect(decoded.diagnostics == [])
        let quiz = try #require(decoded.document)
        #expect((quiz.id, quiz.lesson) == ("q", "x"))
        let right = Choice(text: "z", isRight: true)
        #expect(
            quiz.questions.map(\.kind) == [
                .choice([Choice(text: "x", because: "y"), right]), .several([Choice(text: "x", isRight: true), right]),
                .order(["1", "2", "3"]),
                .number(
                    answer: .operation(.plus, .value("isn"), .number(1)), unit: "B",
                    wrong: [.init(answer: .value("isn"), because: "w"), .init(answer: .number(5), because: "v")]),
                .text(accept: ["RST", "reset"], wrong: [.init(answer: "FIN", because: "w")]),
                .match([Pair(left: "1", right: "a"), Pair(left: "2", right: "b"), Pair(left: "3", right: "c")]),
                .number(answer: .number(3), unit: nil, wrong: []),
            ])
        #expect(quiz.questions[3].given == [Given(name: "isn", range: 10...20)])
        #expect(quiz.questions[3].citations == [Citation("listen(2)"), Citation("accept(2)")])
        #expect(quiz.questions[0].show == LessonMoment(lesson: "x", variant: "v", anchor: "syn"))
        #expect(quiz.questions[0].picture == LessonMoment(lesson: "x", anchor: "ack"))
    }

    @Test(
        arguments: [
            (
                "choice", #""choices": [ { "text": "a", "because": "b" }, { "text": "c" } ]"#,
                [
                    "3:12: error: 0 choices are right; exactly one must be",
                    "3:47: error: a wrong choice needs a 'because' of its own",
                ]
            ),
            (
                "choice", #""choices": [ { "text": "a", "right": true }, { "text": "b", "right": true } ]"#,
                ["3:12: error: 2 choices are right; exactly one must be"]
            ),
            ("choice", #""choices": [ { "text": "a", "right": true } ]"#, ["3:12: error: needs at least 2, has 1"]),
            (
                "several", #""choices": [ { "text": "a", "because": "b" }, { "text": "c", "because": "d" } ]"#,
                ["3:12: error: no choice is right; at least one must be"]
            ),
            ("choise", #""choices": []"#, ["2:22: error: 'choise' is not known here; did you mean 'choice'?"]),
            ("order", #""items": ["a", "b"]"#, ["3:10: error: needs at least 3, has 2"]),
            (
                "order", #""items": ["a", "b", { "en": "c", "zh": "a" }]"#,
                ["3:21: error: two items read 'a'; nobody can tell them apart"]
            ),
            (
                "match",
                #""pairs": [ { "left": "a", "right": "x" }, { "left": "b", "right": "x" }, { "left": "a", "rigth": "z" } ]"#,
                [
                    "3:67: error: two right sides read 'x'; nobody can tell them apart",
                    "3:84: error: two left sides read 'a'; nobody can tell them apart",
                    "3:89: error: a pair has no key 'rigth'; did you mean 'right'?",
                ]
            ),
            ("text", #""accept": []"#, ["3:11: error: needs at least 1, has 0"]),
            (
                "text", #""accept": ["RST", " "], "wrong": [ { "answer": "r s t", "because": "b" } ]"#,
                [
                    "3:19: error: the text is empty; leave the key out or say something",
                    "3:48: error: the expected mistake 'r s t' is the right answer",
                ]
            ),
            ("text", #""accept": ["a"], "show": { "lesson": "x" }"#, ["3:26: error: a moment needs 'at'"]),
        ] as [(String, String, [String])])
    func `is told what is wrong with a question`(kind: String, rest: String, expected: [String]) {
        #expect(faults(kind: kind, rest) == expected)
    }

    private static let isn = #""given": { "isn": { "random": [1, 9] } }, "#

    @Test(
        arguments: [
            (
                #""answer": "{isn} +""#, "{isn}",
                ["3:61: error: the formula ends where a number or a name in braces should follow"]
            ),
            (#""answer": "{isn} + {len}""#, "{isn}", ["3:62: error: no value 'len' is given; known are 'isn'"]),
            (#""answer": "{isn}""#, "序 {ins}", ["2:42: error: no value 'ins' is given; did you mean 'isn'?"]),
            (#""answer": "4 / ({isn} - 3)""#, "{isn}", ["3:53: error: the formula divides by zero when isn = 3"]),
            (
                #""answer": "{isn} * 9000000000000000000""#, "{isn}",
                ["3:53: error: the formula can go beyond 64 bits; narrow the ranges"]
            ),
            (#""answer": 7"#, "?", ["3:12: warning: the value 'isn' is given but not used"]),
            (
                #""answer": 1.5"#, "{isn}",
                ["3:53: error: expected a whole number or a formula such as \"{isn} + 1\", found the number 1.5"]
            ),
            (
                #""answer": "{isn} + 1", "wrong": [ { "answer": "1 + {isn}", "because": "{x}" } ]"#, "{isn}",
                [
                    "3:89: error: the expected mistake '1 + {isn}' is the right answer",
                    "3:114: error: no value 'x' is given; known are 'isn'",
                ]
            ),
        ] as [(String, String, [String])])
    func `is told what is wrong with its numbers`(rest: String, ask: String, expected: [String]) {
        #expect(faults(kind: "number", Self.isn + rest, ask: ask) == expected)
    }

    @Test(arguments: [
        (#"{ "isn": { "random": [9, 1] } }"#, ["3:31: error: the range goes from 9 down to 1; swap them"]),
        (
            #"{ "isn": { "random": [9] } }"#,
            ["3:31: error: expected a list of the least and the greatest value, found a list"]
        ),
        (#"{ "isn": 5 }"#, ["3:19: error: expected a given value, an object, found the number 5"]),
        (
            #"{ "isn": { "random": [1, 2] }, "1x": { "random": [1, 2] } }"#,
            [
                "3:41: error: '1x' is no name; names are a letter, then letters, digits, '-' and '_'"
            ]
        ),
    ])
    func `is told what is wrong with what it gives`(given: String, expected: [String]) {
        #expect(faults(kind: "number", "\"given\": \(given), \"answer\": \"{isn}\"", ask: "{isn}") == expected)
    }

    @Test func `needs what every question needs, and an id only once`() {
        let questions = """
            { "id": "a", "kind": "order", "ask": "?", "because": "b", "cite": "listen(2)", "items": ["1", "2", "3"] },
            { "id": "a", "kind": "order", "ask": "{isn} is no value here", "items": ["1", "2", "3"] }
            """
        #expect(
            QuizDecoder.decode(quizFile(questions)).diagnostics.map(\.text) == [
                "3:1: error: an 'order' question needs 'because'", "3:1: error: an 'order' question needs 'cite'",
                "3:9: error: the question 'a' is already there, on line 2",
            ])
        #expect(QuizDecoder.decode(quizFile("")).diagnostics.map(\.text) == ["1:69: error: needs at least 1, has 0"])
    }
}
