import LocatedJSON

/// The JSON Schema of a quiz.
enum QuizSchema {
    static let document = CommonSchema.document(.quiz, quiz, definitions)

    private static let definitions: [(String, SchemaNode)] =
        [
            ("id", CommonSchema.id), ("text", CommonSchema.text), ("citations", CommonSchema.citations),
            ("choice", CommonSchema.choice), ("oneRightChoice", CommonSchema.oneRightChoice),
            ("rightChoices", CommonSchema.rightChoices), ("moment", moment), ("formula", formula),
            ("question", question),
        ] + kinds.map { ("\($0.name)Question", question(of: $0)) }

    private static let quiz = SchemaNode.object(
        "quiz", "A quiz of netarium.",
        CommonSchema.header(.quiz, id: "The quiz's id for ever, and the name of its file without .json.") + [
            .required(
                "title", .ref("text"), "Title", "What the quiz is called.", examples: ["The three-way handshake"]),
            .optional(
                "lesson", .ref("id"), "Lesson", "The id of the lesson it belongs to.", examples: ["three-way-handshake"]
            ),
            .required(
                "questions", .list(of: .ref("question"), atLeast: 1, atMost: CourseLimits.questions), "Questions",
                "In the order in which they are asked."),
        ])

    // MARK: Questions

    /// A kind of question, and the keys that only it has.
    private struct Kind {
        var name: String, about: String
        var keys: [SchemaKey]
    }

    private static let question = SchemaNode([
        ("type", "object"), ("required", ["kind"]),
        (
            "properties",
            .object([("kind", kindKey(kinds.map(\.name), "How it is answered.").schema.json)])
        ),
    ]).titled("question", "A question; its kind decides which other keys it has.")
        .adding(
            "allOf",
            kinds.map { kind in
                let isKind = SchemaNode([
                    ("properties", .object([("kind", SchemaNode([("const", .string(kind.name))]).json)])),
                    ("required", ["kind"]),
                ])
                return .when(isKind, .ref("\(kind.name)Question"))
            })

    private static func kindKey(_ words: [String], _ about: String) -> SchemaKey {
        .required("kind", .word(words), "Kind", about)
    }

    private static func question(of kind: Kind) -> SchemaNode {
        .object(
            "'\(kind.name)' question", kind.about,
            [
                .required(
                    "id", .ref("id"), "Id", "Unique in the quiz; answers are stored under it. It outlives a rewording.",
                    examples: ["next-ack"]),
                kindKey([kind.name], kind.about),
                .required(
                    "ask", .ref("text"), "Question", "What is asked.", examples: ["Which `ack` confirms the SYN?"]),
            ] + kind.keys + [
                .required(
                    "because", .ref("text"), "Explanation", "What is shown after any answer.",
                    examples: ["The SYN uses up one number."]),
                .required(
                    "cite", .ref("citations"), "Citation", "The source of the explanation.", examples: ["RFC 9293 §3.4"]
                ),
                .optional("show", .ref("moment"), "Show", "The moment in a lesson that answers it."),
                .optional(
                    "picture", .ref("moment"), "Picture",
                    "The moment drawn beside the question; one that does not give the answer away."),
            ])
    }

    private static let kinds: [Kind] = [
        Kind(
            name: "choice", about: "One of several choices is right; they are shuffled.",
            keys: [.required("choices", .ref("oneRightChoice"), "Choices", "Exactly one is right.")]),
        Kind(
            name: "several", about: "One or more of the choices are right; they are shuffled.",
            keys: [.required("choices", .ref("rightChoices"), "Choices", "At least one is right.")]),
        Kind(
            name: "order", about: "Things are to be put in order; they are shuffled.",
            keys: [
                .required(
                    "items", .list(of: .ref("text"), atLeast: 3), "Items", "In the right order, at least three.",
                    examples: [["SYN", "SYN,ACK", "ACK"]])
            ]),
        Kind(name: "number", about: "The answer is a whole number.", keys: numberKeys),
        Kind(
            name: "text", about: "The answer is a word or two; case, width and spacing do not matter.",
            keys: [
                .required(
                    "accept", .list(of: .string(.wording), atLeast: 1), "Accepted answers", "Any of these is right.",
                    examples: [["RST", "reset"]]),
                .optional(
                    "wrong", .list(of: mistake(.string(.wording), such: "FIN")), "Expected mistakes",
                    "Wrong answers you expect."),
            ]),
        Kind(
            name: "match", about: "Things are to be paired; the right side is shuffled.",
            keys: [
                .required(
                    "pairs",
                    .list(
                        of: .object(
                            "pair", "What belongs together.",
                            [
                                .required("left", .ref("text"), "Left", "Stands where it is.", examples: ["FIN"]),
                                .required(
                                    "right", .ref("text"), "Right", "Is shuffled.", examples: ["closes a connection"]),
                            ]), atLeast: 3), "Pairs", "At least three, no two lefts or rights alike.")
            ]),
    ]

    private static func mistake(_ answer: SchemaNode, such example: JSONNode) -> SchemaNode {
        .object(
            "expected mistake", "A wrong answer that you expect, and why it is wrong.",
            [
                .required("answer", answer, "Answer", "The wrong answer.", examples: [example]),
                .required(
                    "because", .ref("text"), "Why", "What the learner got wrong.",
                    examples: ["The SYN itself counts as one."]),
            ])
    }

    private static let numberKeys: [SchemaKey] = [
        .required("answer", .ref("formula"), "Answer", "The right number.", examples: [1460, "{isn} + 1"]),
        .optional(
            "given",
            SchemaNode.map(
                of: .object(
                    "given value", "A number that is drawn afresh for each attempt.",
                    [
                        .required(
                            "random", .list(of: .whole, atLeast: 2, atMost: 2), "Range",
                            "The least and the greatest value.", examples: [[1000, 90_000]])
                    ])
            ).adding("propertyNames", SchemaNode([]).matching(.name).json), "Given values",
            "Values that are written {name} in texts and formulas.",
            examples: [.object([("isn", .object([("random", [1000, 90_000])]))])]),
        .optional("unit", .ref("text"), "Unit", "Stands after the number.", examples: ["bytes"]),
        .optional(
            "wrong", .list(of: mistake(.ref("formula"), such: "{isn}")), "Expected mistakes",
            "Wrong answers you expect."),
    ]

    private static let formula = SchemaNode([("type", ["integer", "string"])])
        .adding("minimum", .integer(.min)).adding("maximum", .integer(.max))
        .titled(
            "Formula", "A whole number, or an expression of whole numbers, names in braces, + - * / % and brackets.")

    private static let moment = SchemaNode.object(
        "moment", "A moment in a lesson.",
        [
            .required("lesson", .ref("id"), "Lesson", "The id of the lesson.", examples: ["three-way-handshake"]),
            .optional(
                "variant", .ref("id"), "Variant", "Only for a moment in a variant: its id.", examples: ["syn-lost"]),
            .required(
                "at", .ref("id"), "Moment", "The id of an entry of the timeline, or of a step.", examples: ["syn-ack"]),
        ])
}
