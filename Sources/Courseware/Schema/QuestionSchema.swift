import LocatedJSON

/// The JSON Schema of the kinds of question.
enum QuestionSchema {
    /// A kind of question, and the keys that only it has.
    struct Kind {
        var name: String, about: String
        var keys: [SchemaKey]
        /// Whether values can be drawn for it, and a ladder stand beside it.
        var isFree = true
        /// Whether a lesson may have the words for it.
        var hasLentWords = false
        /// Whether what is said after the answer may be left out.
        var needsReason = true
        /// What else it must be like.
        var rules: [SchemaNode] = []
    }

    static let definitions: [(String, SchemaNode)] =
        [
            ("moment", moment), ("scene", scene), ("formula", formula), ("given", given), ("item", item),
            ("textItem", textItem), ("drawnEvents", drawnEvents), ("messageField", messageField),
            ("anchors", anchors), ("wrongPlace", wrongPlace),
        ] + all.map { ("\($0.name)Question", question(of: $0)) }

    static func kindKey(_ words: [String], _ about: String) -> SchemaKey {
        .required("kind", .word(words), "Kind", about)
    }

    // MARK: What all have

    private static func key(
        _ name: String, isRequired: Bool, _ schema: SchemaNode, _ title: String, _ about: String, _ example: JSONNode
    ) -> SchemaKey {
        isRequired
            ? .required(name, schema, title, about, examples: [example])
            : .optional(name, schema, title, about, examples: [example])
    }

    private static func question(of kind: Kind) -> SchemaNode {
        let isTold = !kind.hasLentWords
        let beginning: [SchemaKey] = [
            .required(
                "id", .ref("id"), "Id", "Unique in the quiz; answers are stored under it. It outlives a rewording.",
                examples: ["next-ack"]),
            kindKey([kind.name], kind.about),
            key("ask", isRequired: isTold, .ref("text"), "Question", "What is asked.", "Which `ack` confirms the SYN?"),
        ]
        let end: [SchemaKey] = [
            .optional(
                "hints", .list(of: .ref("text"), atLeast: 1, atMost: CourseLimits.hints), "Hints",
                "Shown one after the other to who asks; each lowers the grade.",
                examples: [["Does the SYN use up a number?"]]),
            key(
                "because", isRequired: isTold && kind.needsReason, .ref("text"), "Explanation",
                "What is shown after any answer.", "The SYN uses up one number."),
            key(
                "cite", isRequired: isTold, .ref("citations"), "Citation", "The source of the explanation.",
                "RFC 9293 §3.4"),
            .optional(
                "show", .ref("moment"), "Show",
                "The moment in a lesson that answers it; the key s goes there after the answer."),
        ]
        let free: [SchemaKey] = [
            .optional(
                "given", .ref("given"), "Given values", "Values that are written {name} in texts and formulas.",
                examples: [.object([("isn", .object([("random", [1000, 90_000])]))])]),
            .optional(
                "picture", .ref("moment"), "Picture",
                "The moment drawn beside the question from 100 columns on; one that does not give the answer away."),
        ]
        let object = SchemaNode.object(
            "'\(kind.name)' question", kind.about, beginning + kind.keys + end + (kind.isFree ? free : []))
        return kind.rules.isEmpty ? object : object.adding("allOf", kind.rules)
    }

    // MARK: The kinds

    static let all: [Kind] = [
        Kind(
            name: "choice", about: "One of several choices is right; they are shuffled.",
            keys: [.required("choices", .ref("oneRightChoice"), "Choices", "Exactly one is right.")]),
        Kind(
            name: "several", about: "One or more of the choices are right; they are shuffled.",
            keys: [.required("choices", .ref("rightChoices"), "Choices", "At least one is right.")]),
        Kind(
            name: "order", about: "Things are to be put in order; they are shuffled.",
            keys: [
                .optional(
                    "items", .list(of: .ref("item"), atLeast: 3), "Items", "In the right order, at least three.",
                    examples: [["SYN", "SYN,ACK", "ACK"]]),
                .optional("from", .ref("drawnEvents"), "From", "Or steps of a scene, drawn afresh for each attempt."),
            ], rules: [oneOf("items", "from")]),
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
                                .optional(
                                    "because", .ref("text"), "Why", "Why they belong together.",
                                    examples: ["Whoever sends it has no more data."]),
                            ]), atLeast: 3), "Pairs", "At least three, no two lefts or rights alike.")
            ]),
        Kind(
            name: "point", about: "The answer is an event on the ladder of a scene, which is shown beside it.",
            keys: [.required("scene", .ref("scene"), "Scene", "The ladder.")] + targetKeys + [
                .optional(
                    "wrong", .list(of: .ref("wrongPlace")), "Wrong places", "Events that you expect to be taken for it."
                )
            ], isFree: false, rules: [oneOf("at", "on")]),
        Kind(
            name: "challenge", about: "Something is to be brought about in the simulator.", keys: challengeKeys,
            isFree: false, hasLentWords: true, rules: [challengeRule]),
        Kind(
            name: "predict", about: "The ladder is shown up to a moment; asked is what comes then.", keys: predictKeys,
            isFree: false, hasLentWords: true, rules: [predictRule]),
        Kind(
            name: "recall", about: "An interviewer's question; what was said aloud is ticked, point by point.",
            keys: [
                .required(
                    "points",
                    .list(
                        of: .object(
                            "point", "Something that a good answer names.",
                            [
                                .required(
                                    "text", .ref("text"), "Point", "What is to be named, in a few words.",
                                    examples: ["Each direction is closed by its own FIN"]),
                                .optional(
                                    "because", .ref("text"), "Why", "Why it belongs to the answer.",
                                    examples: ["A connection is two streams of bytes."]),
                            ]), atLeast: 2, atMost: CourseLimits.recallPoints), "Points", "What is ticked; two to nine."
                ),
                .required(
                    "model", .ref("text"), "Model answer", "How the answer might sound, in about three sentences.",
                    examples: ["Each side closes its own direction with a FIN, and each FIN is acknowledged."]),
            ], needsReason: false),
    ]

    /// That exactly one of two keys is there.
    private static func oneOf(_ one: String, _ other: String) -> SchemaNode {
        SchemaNode([]).adding("oneOf", [.having([one]), .having([other])])
    }

    // MARK: Lists

    private static let textItem = SchemaNode.object(
        "item", "Something to be put in order, and why it comes where it comes.",
        [
            .required("text", .ref("text"), "Text", "What is put in order.", examples: ["SYN,ACK"]),
            .optional(
                "because", .ref("text"), "Why", "Why it comes after the item before it.",
                examples: ["Nobody answers before being asked."]),
        ])

    private static let item = SchemaNode.when(
        SchemaNode([("type", "object"), ("required", ["text"])]), .ref("textItem"), else: .ref("text")
    ).titled("Item", "A text, or a text and the reason for its place.")

    private static let drawnEvents = SchemaNode.object(
        "source of items", "Steps of a scene that are to be put in order.",
        sceneKeys + [
            .optional(
                "count", .whole(3...9), "Count", "How many are drawn.", usual: .integer(Int64(DrawnEvents.usualCount)),
                examples: [5])
        ])

    // MARK: Numbers and values

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
        .optional("unit", .ref("text"), "Unit", "Stands after the number.", examples: ["bytes"]),
        .optional(
            "wrong", .list(of: mistake(.ref("formula"), such: "{isn}")), "Expected mistakes",
            "Wrong answers you expect."),
    ]

    private static let formula = SchemaNode([("type", ["integer", "string"])])
        .adding("minimum", .integer(.min)).adding("maximum", .integer(.max))
        .titled(
            "Formula", "A whole number, or an expression of whole numbers, names in braces, + - * / % and brackets.")

    private static let given = SchemaNode.map(of: givenValue)
        .adding("propertyNames", SchemaNode([]).matching(.name).json)

        .titled("Given values", "Values that are drawn afresh for each attempt.")

    private static let givenValue = SchemaNode.object(
        "given value", "A value that is drawn afresh for each attempt: exactly one of random, pick, from.",
        [
            .optional(
                "random", .list(of: .whole, atLeast: 2, atMost: 2), "Range",
                "A whole number: the least and the greatest value.", examples: [[1000, 90_000]]),
            .optional(
                "pick", .list(of: .ref("text"), atLeast: 2), "Pick", "One of these texts.",
                examples: [["192.0.2.10", "198.51.100.20"]]),
            .optional(
                "with", .string, "With", "The name of another value that picks: the text in the same place is taken.",
                examples: ["port"]),
            .optional(
                "from", .ref("messageField"), "From", "A number or word out of a lesson, as it is in this attempt."),
        ]
    ).adding("oneOf", ["random", "pick", "from"].map { .having([$0]) }).requiring(["with": "pick"])

    // MARK: Lessons

    private static let sceneKeys: [SchemaKey] = [
        .required("lesson", .ref("id"), "Lesson", "The id of the lesson.", examples: ["three-way-handshake"]),
        .optional("variant", .ref("id"), "Variant", "Only for a variant: its id.", examples: ["syn-lost"]),
    ]

    private static let momentKeys: [SchemaKey] =
        sceneKeys + [
            .required(
                "at", .ref("id"), "Moment", "The id of an entry of the timeline, or of a step.", examples: ["syn-ack"])
        ]

    private static let moment = SchemaNode.object("moment", "A moment in a lesson.", momentKeys)
    private static let scene = SchemaNode.object("scene", "A lesson, or a variant of it.", sceneKeys)

    private static let messageField = SchemaNode.object(
        "field of a message", "A header field of a message in a lesson, whose scene is run anew.",
        momentKeys + [.required("field", .string(.wording), "Field", "The field's name.", examples: ["seq"])])

    private static let anchors = SchemaNode([("type", ["string", "array"])]).matching(.id)
        .adding("items", SchemaNode.string(.id).json).adding("minItems", 1)
        .titled("Events", "The id of an entry of the timeline or of a step, or a list of such ids.")

    private static let targetKeys: [SchemaKey] = [
        .optional("at", .ref("anchors"), "At", "The events, by their ids.", examples: ["syn-ack"]),
        .optional("on", .ref("pattern"), "On", "The events, by what happens."),
    ]

    private static let wrongPlace = SchemaNode.object(
        "wrong place", "Events that a learner may point at by mistake, and why they are wrong.",
        targetKeys + [
            .required(
                "because", .ref("text"), "Why", "What the learner got wrong.",
                examples: ["This one only announces the number."])
        ]
    ).adding("oneOf", [.having(["at"]), .having(["on"])])

    private static let challengeKeys: [SchemaKey] = [
        .optional(
            "lesson", .ref("id"), "Lesson", "The lesson that has the challenge.", examples: ["three-way-handshake"]),
        .optional("challenge", .ref("id"), "Challenge", "The challenge's id in that lesson.", examples: ["three-syns"]),
        .optional("scene", .ref("scene"), "Scene", "For a challenge of the quiz's own: where it starts."),
        .optional("goal", .ref("goal"), "Goal", "When a challenge of the quiz's own is done."),
        .optional(
            "solution", .list(of: .ref("fault"), atLeast: 1), "Solution", "Faults that do it, as few as you can find.",
            examples: [["drop:SYN"]]),
    ]

    private static let ownChallengeKeys = ["scene", "goal", "solution"]

    private static let challengeRule = SchemaNode.when(
        SchemaNode([]).adding("anyOf", ownChallengeKeys.map { .having([$0]) }),
        SchemaNode.having(ownChallengeKeys + ["ask", "because", "cite"])
            .adding("properties", .object([("lesson", false), ("challenge", false)])),
        else: .having(["lesson", "challenge"]))

    private static let predictKeys: [SchemaKey] = [
        .required("moment", .ref("moment"), "Moment", "The event to be predicted; the ladder is shown up to it."),
        .optional(
            "asks", .word(["event", "state", "number"]), "Asks",
            "What is asked: what happens, which state is entered, or the number in a field.", usual: "event"),
        .optional(
            "field", .string(.wording), "Field", "The field whose number is asked for; only with \"asks\": \"number\".",
            examples: ["ack"]),
    ]

    private static let predictRule = SchemaNode.when(
        SchemaNode([
            ("properties", .object([("asks", SchemaNode([("const", "number")]).json)])), ("required", ["asks"]),
        ]), .having(["field"]), else: .lacking(["field"]))
}
