import LocatedJSON
import Simulator
import Timelines

/// The JSON Schema of what is told and tried in a simulated lesson: steps, patterns, faults, challenges and goals.
enum TellingSchema {
    static let definitions: [(String, SchemaNode)] =
        [
            (
                "steps",
                SchemaNode.list(of: .ref("step"), atMost: CourseLimits.steps).titled(
                    "Steps", "What is said at which event.")
            ),
            ("step", step), ("faults", faults), ("challenge", challenge),
        ] + patternsAndGoals

    /// What quizzes need too.
    static let patternsAndGoals: [(String, SchemaNode)] =
        [("fault", fault), ("pattern", pattern), ("goal", goal)]
        + patterns.map { ("\($0.key.name)Pattern", pattern($0.key, $0.others)) }
        + goals.map { ("\($0.key.name)Goal", goal($0.key, $0.others)) }

    private static let step = SchemaNode.object(
        "step", "What is said at the first event that fits a pattern, whenever it happens.",
        [
            .required("on", .ref("pattern"), "Event", "The event it is about."),
            .optional(
                "id", .ref("id"), "Id", "A name for this event, unique in its scene, so that a quiz can point at it.",
                examples: ["syn"]),
            .optional(
                "say", .ref("text"), "Narration", "What is said; the player stops here.",
                examples: ["The client picks `seq=1000`."]),
            .optional(
                "cite", .ref("citations"), "Citation", "The source of what 'say' says.", examples: ["RFC 9293 §3.4"]),
            .optional(
                "ask", .ref("ask"), "Question", "A question put to the learner before the event, in predict mode."),
            .optional(
                "spotlight", .list(of: .string), "Spotlight",
                "The names of the message's fields that this is about; with 'sent', 'arrived' and 'lost'.",
                examples: [["seq"]]),
            .optional(
                "optional", .bool, "Optional",
                "true: it need not happen here; it is for what a learner may change.", usual: false),
        ]
    ).adding("anyOf", [.having(["say"]), .having(["id"])]).requiring(["cite": "say", "ask": "say"])

    private static let faults = SchemaNode.list(of: .ref("fault"))
        .titled("Faults", "What goes wrong, each as on the command line.")
    private static let fault = SchemaNode.string.adding(
        "examples",
        ["drop:2", "drop:SYN,ACK", "drop:SYN@client#2", "delay:2:500ms", "duplicate:2", "overtake:2", "corrupt:2"]
    ).titled("Fault", "An effect and a message: by its number, or its label, @sender/receiver and #which.")

    // MARK: Patterns

    /// Something with a verb and the keys that only it has.
    private typealias Verb = (key: SchemaKey, others: [SchemaKey])

    private static let pattern = SchemaNode.verbs(
        "pattern", "Which event is meant: exactly one of these, and what narrows it down.",
        patterns.map { ($0.key, "\($0.key.name)Pattern") })

    private static func pattern(_ verb: SchemaKey, _ others: [SchemaKey]) -> SchemaNode {
        let nth = SchemaKey.optional(
            "nth", .whole(1...1_000_000), "Which", "Which of the events that fit; 1 is the first.", examples: [2])
        let pattern = SchemaNode.object("'\(verb.name)' pattern", verb.about, [verb] + others + [nth])
        guard verb.name == "timer" else { return pattern }
        return pattern.adding("oneOf", ["starts", "cancelled", "fires"].map { .having([$0]) })
    }

    private static let at = SchemaKey.optional(
        "at", .string, "Participant", "Whose event it is; anybody's unless given.", examples: ["server"])
    private static let from = SchemaKey.optional(
        "from", .string, "Sender", "Who sent it; anybody unless given.", examples: ["client"])
    private static let to = SchemaKey.optional(
        "to", .string, "Receiver", "Where the link ends; anywhere unless given.", examples: ["server"])
    private static let fields = SchemaKey.optional(
        "fields", .ref("fields"), "Header fields", "The message has these values.", examples: [.object([("ack", 1101)])]
    )

    private static let patterns: [Verb] = [
        (
            .required(
                "sent", .string(.wording), "Sent", "A message with this label left; \"any\" is every one.",
                examples: ["SYN", "SYN,ACK"]),
            [
                from, to, .optional("again", .bool, "Again", "true: a retransmission; false: none."), fields,
            ]
        ),
        (
            .required(
                "arrived", .string(.wording), "Arrived", "A message with this label arrived; \"any\" is every one.",
                examples: ["SYN"]),
            [
                from,
                .optional("at", .string, "Receiver", "Where it arrived; anywhere unless given.", examples: ["server"]),
                fields,
            ]
        ),
        (
            .required(
                "lost", .string(.wording), "Lost", "A message with this label was lost; \"any\" is every one.",
                examples: ["SYN"]),
            [from, to, fields]
        ),
        (
            .required(
                "state", .word(ConnectionState.allCases.map(\.rawValue) + ["any"]), "State",
                "Somebody entered this state."),
            [at]
        ),
        (
            .required(
                "timer", .string(.wording), "Timer",
                "A timer of this name, and what becomes of it; \"any\" is every one.",
                examples: ["RTO"]),
            [
                at, .optional("starts", .yes, "Starts", "It starts."),
                .optional("cancelled", .yes, "Cancelled", "It is cancelled."),
                .optional("fires", .yes, "Fires", "It fires."),
            ]
        ),
        (
            .required(
                "does", .string(.wording), "Does", "An application did what begins with these words, in any language.",
                examples: ["connect"]),
            [at]
        ),
        (
            .required(
                "table", .string(.wording), "Table", "A table of this name changed; \"any\" is every one.",
                examples: ["SYN queue"]), [at]
        ),
        (
            .required(
                "rule", .ref("id"), "Rule", "Something happened by this rule of the simulator.", examples: ["link-down"]
            ), [at]
        ),
    ]

    // MARK: Challenges

    private static let challenge = SchemaNode.object(
        "challenge", "Something that the learner can try to bring about.",
        [
            .required(
                "id", .ref("id"), "Id", "Unique in the lesson; progress is stored under it.", examples: ["two-syns"]),
            .required(
                "task", .ref("text"), "Task", "What is to be brought about.",
                examples: ["Make the client send its SYN twice."]),
            .optional(
                "hint", .ref("text"), "Hint", "A nudge for who is stuck.", examples: ["Who notices that a SYN is lost?"]
            ),
            .required(
                "because", .ref("text"), "Because", "What is said once it is done.",
                examples: ["Nobody answered, so the timer fired."]),
            .required(
                "cite", .ref("citations"), "Citation", "The source of what 'because' says.", examples: ["RFC 6298 §5"]),
            .optional(
                "scene", .string, "Scene", "The scene it starts from: main or a variant.", usual: "main",
                examples: ["syn-lost"]),
            .required("goal", .ref("goal"), "Goal", "When it is done."),
            .required(
                "solution", .list(of: .ref("fault"), atLeast: 1), "Solution",
                "Faults that do it, as few as you can find: that number is par.", examples: [["drop:SYN"]]),
        ])

    private static let goal = SchemaNode.verbs(
        "goal", "When a challenge is done: exactly one of these.", goals.map { ($0.key, "\($0.key.name)Goal") })

    private static func goal(_ verb: SchemaKey, _ others: [SchemaKey]) -> SchemaNode {
        let goal = SchemaNode.object("'\(verb.name)' goal", verb.about, [verb] + others)
        guard verb.name == "count" else { return goal }
        return goal.adding("anyOf", ["is", "atLeast", "atMost"].map { .having([$0]) })
            .adding("dependentSchemas", .object([("is", SchemaNode.lacking(["atLeast", "atMost"]).json)]))
    }

    private static let number = SchemaNode.whole(0...1_000_000)
    private static let state = SchemaNode.word(ConnectionState.allCases.map(\.rawValue))

    private static let goals: [Verb] = [
        (
            .required("count", .ref("pattern"), "Count", "So many events fit this pattern."),
            [
                .optional("is", number, "Is", "Exactly so many.", examples: [3]),
                .optional("atLeast", number, "At least", "So many or more.", examples: [2]),
                .optional("atMost", number, "At most", "So many or fewer.", examples: [5]),
            ]
        ),
        (
            .required(
                "ends", SchemaNode.map(of: state).adding("minProperties", 1), "Ends",
                "Participants and the states they are in at the end.", examples: [.object([("server", "LAST-ACK")])]),
            []
        ),
        (
            .required("lasts", state, "Lasts", "This state lasts without a break."),
            [
                .required("at", .string, "Participant", "Who is in it.", examples: ["server"]),
                .required("for", .ref("duration"), "For", "For at least so long.", examples: ["5s"]),
            ]
        ),
        (
            .required("first", .ref("pattern"), "First", "The earlier of two events."),
            [.required("then", .ref("pattern"), "Then", "The later one.")]
        ),
        (
            .required("happens", .ref("pattern"), "Happens", "An event that happens in time."),
            [
                .optional(
                    "before", .ref("duration"), "Before", "No later than this, on the timeline's clock.",
                    examples: ["3s"]),
                .optional(
                    "after", .ref("duration"), "After", "No earlier than this, on the timeline's clock.",
                    examples: ["1s"]),
            ]
        ),
        (.required("all", .list(of: .ref("goal"), atLeast: 1), "All", "All of these goals."), []),
        (.required("any", .list(of: .ref("goal"), atLeast: 1), "Any", "At least one of these goals."), []),
        (.required("not", .ref("goal"), "Not", "Not this goal."), []),
    ]
}
