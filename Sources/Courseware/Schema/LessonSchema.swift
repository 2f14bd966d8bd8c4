import LocatedJSON

/// The JSON Schema of a lesson.
enum LessonSchema {
    static let document = CommonSchema.document(.lesson, lesson, definitions)

    private static let definitions: [(String, SchemaNode)] =
        [
            ("id", CommonSchema.id), ("text", CommonSchema.text), ("duration", CommonSchema.duration),
            ("citations", CommonSchema.citations), ("fields", CommonSchema.fields), ("choice", CommonSchema.choice),
            ("oneRightChoice", CommonSchema.oneRightChoice), ("ask", CommonSchema.prediction),
            ("participants", participants), ("myth", myth), ("variantOfScripted", variantOfScripted),
            ("variantOfSimulated", variantOfSimulated),
        ] + TimelineSchema.definitions
        + SliderSchema.sliding(ScenarioSchema.definitions + CallSchema.definitions) + SliderSchema.definitions
        + TellingSchema.definitions + PictureSchema.definitions

    // MARK: The lesson

    /// Scripted, unless there is a scenario.
    private static let lesson = SchemaNode.object(
        "lesson", "A lesson of netarium: scripted with participants and a timeline, or simulated with a scenario.",
        CommonSchema.header(.lesson, id: "The lesson's id for ever, and the name of its file without .json.")
            + catalogueKeys + sceneKeys + closingKeys
    ).adding(
        "if", SchemaNode.having(["scenario"]).json
    ).adding(
        "then",
        SchemaNode([("properties", .object(forbidden(["participants", "timeline"]) + variants("variantOfSimulated")))])
            .json
    ).adding(
        "else",
        SchemaNode.having(["participants", "timeline"])
            .adding("properties", .object(forbidden(["steps", "faults", "sliders"]) + variants("variantOfScripted")))
            .json
    )

    private static func forbidden(_ keys: [String]) -> [(String, JSONNode)] { keys.map { ($0, false) } }

    private static func variants(_ kind: String) -> [(String, JSONNode)] {
        [("variants", SchemaNode([("items", SchemaNode.ref(kind).json)]).json)]
    }

    private static let catalogueKeys: [SchemaKey] = [
        .required(
            "track", .ref("id"), "Track",
            "Under which heading the catalogue lists it; 'course.json' says what the heading reads.",
            examples: ["tcp", "dns", "tls", "web"]),
        .optional(
            "order", .whole(LessonHead.orders), "Order", "Its place inside the track; ties are broken by id.",
            usual: .integer(Int64(LessonHead.usualOrder)), examples: [10]),
        .optional(
            "minutes", .whole(LessonHead.lengths), "Minutes",
            "How long a learner needs: about half a minute for a step.",
            usual: .integer(Int64(LessonHead.usualMinutes)), examples: [8]),
        .required(
            "title", .ref("text"), "Title", "At most 36 cells wide; a Chinese character takes two.",
            examples: [.object([("en", "Three-way handshake"), ("zh", "三次握手")])]),
        .optional(
            "question", .ref("text"), "Question", "The question as an interviewer asks it; opens the lesson.",
            examples: ["What does TCP do before the first byte?"]),
        .required(
            "summary", .ref("text"), "Summary", "One to three sentences for the catalogue.",
            examples: ["Two hosts agree on where to start counting."]),
        .optional(
            "needs", .list(of: .ref("id"), atMost: CourseLimits.neededLessons), "Needs",
            "The ids of lessons that are best known before; they stand before it in the list.",
            examples: [.array(["three-way-handshake"])]),
    ]

    private static let sceneKeys: [SchemaKey] = [
        .optional(
            "delay", .ref("duration"), "Delay",
            "How long a message travels that does not say 'takes', and a bit on a link that does not say 'delay'.",
            usual: "20ms", examples: ["40ms"]),
        .optional(
            "numbered", .bool, "Numbered", "Whether messages are numbered in the order in which they leave.",
            usual: false),
        .optional("participants", .ref("participants"), "Participants", "Who takes part, from left to right."),
        .optional("timeline", .ref("timeline"), "Timeline", "What happens, entry by entry."),
        .optional(
            "scenario", .ref("scenario"), "Scenario", "Who there is and what they do; the packets come by themselves."),
        .optional("steps", .ref("steps"), "Steps", "What is said at which event of the simulation."),
        .optional("faults", .ref("faults"), "Faults", "What goes wrong in the lesson as it is told."),
        .optional(
            "sliders", .ref("sliders"), "Sliders", "Values of the scenario that the learner can move."),
        .optional("pictures", .ref("pictures"), "Pictures", "What is drawn beside the ladder, in order."),
        .optional(
            "variants", SchemaNode([("type", "array"), ("maxItems", .integer(Int64(CourseLimits.variants)))]),
            "Variants", "Other ways it can go."),
    ]

    private static let closingKeys: [SchemaKey] = [
        .optional(
            "challenges", .list(of: .ref("challenge"), atMost: CourseLimits.challenges), "Challenges",
            "What the learner can try to bring about in a simulated scene."),
        .optional("myths", .list(of: .ref("myth")), "Myths", "What people believe, and what is true."),
        .optional(
            "answer", .ref("text"), "Answer", "What one could say aloud, in about three sentences; closes the lesson.",
            examples: ["Both sides tell each other their first number and confirm it."]),
        .optional(
            "quiz", .ref("id"), "Quiz", "The id of the quiz that belongs to the lesson.",
            examples: ["three-way-handshake"]),
    ]

    private static let participants = SchemaNode.list(
        of: .object(
            "participant", "One who sends and receives: a lifeline.",
            [
                .required("id", .ref("id"), "Id", "What the timeline calls it.", examples: ["client"]),
                .required(
                    "name", .ref("text"), "Name", "What stands above the lifeline.",
                    examples: [.object([("en", "Client"), ("zh", "客户端")])]),
                .optional(
                    "address", .string(.wording), "Address",
                    "Stands below the name where there are rows for it: not at 80x24.", examples: ["192.0.2.10:50000"]),
                .optional(
                    "state", .ref("text"), "State", "The state it is in when the lesson starts.", examples: ["CLOSED"]),
                .optional(
                    "group", .ref("text"), "Group",
                    "Neighbours with the same one stand under a bracket with this name.",
                    examples: ["Data centre"]),
            ]), atLeast: 1, atMost: CourseLimits.participants
    ).titled("Participants", "Who takes part, from left to right.")

    private static let myth = SchemaNode.object(
        "myth", "Something that people believe and that is not so.",
        [
            .required("claim", .ref("text"), "Claim", "What people say.", examples: ["An ACK uses up a number."]),
            .required("truth", .ref("text"), "Truth", "What is so.", examples: ["Only data, SYN and FIN do."]),
            .required("cite", .ref("citations"), "Citation", "Where it says so.", examples: ["RFC 9293 §3.4"]),
        ])

    // MARK: Variants

    private static func variant(scenario: String) -> SchemaNode {
        .object(
            "variant", "Another way that it can go.",
            [
                .required(
                    "id", .ref("id"), "Id", "Unique in the lesson; progress is stored under it. Not 'main'.",
                    examples: ["syn-lost"]),
                .required("title", .ref("text"), "Title", "What the variant is called.", examples: ["The SYN is lost"]),
                .required(
                    "about", .ref("text"), "About", "One or two sentences: what is different.",
                    examples: ["The client has to ask again."]),
                .optional(
                    "numbered", .bool, "Numbered", "Whether messages are numbered; as in the lesson unless given."),
                .optional(
                    "participants", .ref("participants"), "Participants",
                    "Who takes part in a scripted variant, all of them; those of a scripted lesson unless given."),
                .optional("timeline", .ref("timeline"), "Timeline", "What happens in a scripted variant."),
                .optional(
                    "scenario", .ref(scenario), "Scenario",
                    "What is simulated; its keys replace those of the lesson's scenario one by one."),
                .optional("faults", .ref("faults"), "Faults", "What goes wrong in a simulated variant."),
                .optional("steps", .ref("steps"), "Steps", "What is said in it; the lesson's own steps unless given."),
                .optional(
                    "sliders", .ref("sliders"), "Sliders",
                    "What the learner can move in a simulated variant; the lesson's own sliders unless given."),
                .optional(
                    "pictures", .ref("pictures"), "Pictures",
                    "What is drawn beside its ladder; the lesson's own pictures unless given."),
            ])
    }

    private static let variantOfScripted = variant(scenario: "scenario")
        .adding("if", SchemaNode.having(["scenario"]).json)
        .adding("then", SchemaNode.lacking(["participants", "timeline"]).json)
        .adding(
            "else",
            SchemaNode.having(["timeline"]).adding("properties", .object(forbidden(["steps", "faults", "sliders"])))
                .json)

    private static let variantOfSimulated = variant(scenario: "scenarioPart")
        .adding(
            "if",
            SchemaNode([("not", SchemaNode.having(["scenario"]).json)])
                .adding("anyOf", [.having(["timeline"]), .having(["participants"])]).json
        )
        .adding(
            "then",
            SchemaNode.having(["participants", "timeline"])
                .adding("properties", .object(forbidden(["steps", "faults", "sliders"]))).json
        )
        .adding(
            "else",
            SchemaNode.lacking(["participants", "timeline"])
                .adding(
                    "anyOf", [.having(["scenario"]), .having(["faults"]), .having(["steps"]), .having(["sliders"])]
                )
                .json)
}
