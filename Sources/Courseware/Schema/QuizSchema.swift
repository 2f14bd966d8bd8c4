import LocatedJSON

/// The JSON Schema of a quiz.
enum QuizSchema {
    static let document = CommonSchema.document(.quiz, quiz, definitions)

    private static let definitions: [(String, SchemaNode)] =
        [
            ("id", CommonSchema.id), ("text", CommonSchema.text), ("citations", CommonSchema.citations),
            ("choice", CommonSchema.choice), ("oneRightChoice", CommonSchema.oneRightChoice),
            ("rightChoices", CommonSchema.rightChoices), ("duration", CommonSchema.duration),
            ("fields", CommonSchema.fields), ("question", question),
        ] + QuestionSchema.definitions + TellingSchema.patternsAndGoals

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

    private static let question = SchemaNode([
        ("type", "object"), ("required", ["kind"]),
        (
            "properties",
            .object([
                ("kind", QuestionSchema.kindKey(QuestionSchema.all.map(\.name), "How it is answered.").schema.json)
            ])
        ),
    ]).titled("question", "A question; its kind decides which other keys it has.")
        .adding(
            "allOf",
            QuestionSchema.all.map { kind in
                let isKind = SchemaNode([
                    ("properties", .object([("kind", SchemaNode([("const", .string(kind.name))]).json)])),
                    ("required", ["kind"]),
                ])
                return .when(isKind, .ref("\(kind.name)Question"))
            })
}
