import LocatedJSON

/// The JSON Schema of a scripted timeline.
enum TimelineSchema {
    static let definitions: [(String, SchemaNode)] =
        [
            ("timeline", SchemaNode.list(of: .ref("entry")).titled("Timeline", "What happens, entry by entry.")),
            ("entry", entry), ("firstBranch", branch(needsID: false)), ("branch", branch(needsID: true)),
            ("amount", amount),
        ]
        + ScriptVerb.allCases.map { ($0.definition, entry(of: $0)) }

    private static let entry = SchemaNode.verbs(
        "timeline entry", "What happens next: exactly one verb, and the keys that go with it.",
        ScriptVerb.allCases.map { ($0.key, $0.definition) })

    private static func entry(of verb: ScriptVerb) -> SchemaNode {
        let allowed = commonKeys.filter { verb == .pause || !verb.excludedKeys.contains($0.name) }
        let entry = SchemaNode.object("'\(verb.rawValue)' entry", verb.about, [verb.key] + verb.others + allowed)
            .excluding("when", beside: "after")
        // Nothing hangs on a pause that does not show.
        let companions = verb == .pause ? ["id": "title", "say": "title"] : [:]
        return verb.restricted(entry.requiring(companions.merging(["cite": "say", "ask": "say"]) { $1 }))
    }

    /// A branch of alternatives; those but the first make a variant each, which needs an id.
    private static func branch(needsID: Bool) -> SchemaNode {
        let name =
            "The id of the variant in which it happens; the first branch, which happens in the lesson, needs none."
        return .object(
            "alternative", "One of the ways it can go.",
            [
                .required("if", .ref("text"), "Condition", "When it goes this way.", examples: ["the page is gone"]),
                needsID
                    ? .required("id", .ref("id"), "Id", name, examples: ["gone"])
                    : .optional("id", .ref("id"), "Id", name, examples: ["gone"]),
                .optional(
                    "about", .ref("text"), "About", "One or two sentences about the variant.",
                    examples: ["Somebody has moved it."]),
                .required("do", .ref("timeline"), "Entries", "What then happens; perhaps nothing."),
            ])
    }

    private static let amount: SchemaNode = {
        let number = SchemaNode.whole(0...ScriptDecoder.largestQuantity)
        let piece = SchemaNode.list(of: number, atLeast: 2, atMost: 2)
        return SchemaNode([("type", ["integer", "string", "array"])]).matching(.duration)
            .adding("minimum", 0).adding("maximum", .integer(Int64(ScriptDecoder.largestQuantity)))
            .adding("items", piece.json)
            .titled(
                "Amount",
                "A whole number, a duration, or pieces of a sequence space, each from its first number to the one after its last."
            )
    }()

    private static let commonKeys: [SchemaKey] = [
        .optional(
            "after", .ref("duration"), "After", "How long to wait first, after the entry before.", usual: "0ms",
            examples: ["250ms"]),
        .optional(
            "when", .ref("duration"), "When", "An exact time since the start, instead of 'after'.", examples: ["1s"]),
        .optional(
            "id", .ref("id"), "Id", "A name for this moment, unique in its scene, so that a quiz can point at it.",
            examples: ["syn"]),
        .optional(
            "say", .ref("text"), "Narration", "What is said here. It makes the entry a step: where the player stops.",
            examples: ["The client picks `seq=1000`."]),
        .optional("cite", .ref("citations"), "Citation", "The source of what 'say' says.", examples: ["RFC 9293 §3.5"]),
        .optional("ask", .ref("ask"), "Question", "A question put to the learner before this entry, in predict mode."),
    ]
}

extension ScriptVerb {
    /// What `$defs` calls an entry with this verb.
    fileprivate var definition: String { "\(rawValue)Entry" }

    /// The verb itself as a key.
    fileprivate var key: SchemaKey {
        switch self {
        case .send:
            .required(
                rawValue, .ref("text"), "Message", "A message; its label is short.",
                examples: ["SYN", "A? www.example.com"])
        case .state:
            .required(rawValue, .ref("text"), "State", "The participant enters this state.", examples: ["ESTABLISHED"])
        case .timer: .required(rawValue, .ref("text"), "Timer", "The name of a timer.", examples: ["RTO", "TIME-WAIT"])
        case .table:
            .required(
                rawValue, .ref("text"), "Table", "The name of a cache or queue.",
                examples: ["DNS cache", .object([("en", "SYN queue"), ("zh", "半连接队列")])])
        case .does:
            .required(rawValue, .ref("text"), "Action", "What it does, in a few words.", examples: ["connect()"])
        case .note: .required(rawValue, .ref("text"), "Note", "A remark across lifelines.", examples: ["Both wait."])
        case .phase:
            .required(rawValue, .ref("text"), "Phase", "The title of a section of the ladder.", examples: ["Opening"])
        case .pause: .required(rawValue, .ref("duration"), "Pause", "Time passes.", examples: ["1s"])
        case .parallel:
            .required(
                rawValue, .list(of: .ref("timeline"), atLeast: 1), "Parallel",
                "Lists of entries, each of which runs on its own; all begin together.")
        case .divider:
            .required(
                rawValue, .ref("text"), "Divider", "The title of a rule across the ladder, lighter than a phase.",
                examples: ["The next day"])
        case .loop:
            .required(
                rawValue, .ref("text"), "Loop", "The title of a frame whose entries happen several times.",
                examples: ["until somebody answers"])
        case .alternatives:
            .required(
                rawValue, .list(of: .ref("branch"), atLeast: 2).adding("prefixItems", [.ref("firstBranch")]),
                "Alternatives", "At least two ways it can go: the first happens, each other one makes a variant.")
        case .group:
            .required(
                rawValue, .ref("text"), "Group", "The title of a frame round entries.", examples: ["The handshake"])
        case .active:
            .required(rawValue, .bool, "Active", "Whether the participant begins a piece of work, or ends one.")
        case .destroy:
            .required(rawValue, .string, "Destroy", "The id of the participant that is gone.", examples: ["worker"])
        case .quantity:
            .required(
                rawValue, .ref("text"), "Quantity", "The name of a number that changes with time.",
                examples: ["cwnd", .object([("en", "datagrams"), ("zh", "数据报")])])
        }
    }

    fileprivate var about: String {
        switch self {
        case .send: "A message from one participant to another. The script goes on when it has arrived or is lost."
        case .state: "A participant enters a state."
        case .timer: "A timer starts, is cancelled or fires. To start one that runs is to restart it."
        case .table: "A cache or queue gains or loses rows. An empty 'set' shows an empty table."
        case .does: "An application or a device does something."
        case .note: "A remark across lifelines, over all of them unless it says which."
        case .phase: "A titled section of the ladder begins."
        case .pause: "Time passes; with a title the lifelines are broken there."
        case .parallel: "Several things at once; the script goes on when the last list has ended."
        case .divider: "A titled rule across the ladder."
        case .loop: "A frame whose entries happen several times; what is said counts in the first round only."
        case .alternatives: "A frame in which the first way happens; the others are told at its foot."
        case .group: "A frame round entries that belong together."
        case .active: "A participant begins or ends a piece of work: its lifeline is thick meanwhile."
        case .destroy: "A participant is gone: its lifeline ends in a cross."
        case .quantity: "A number of a participant changes, of which pictures are drawn; the ladder does not show it."
        }
    }

    private static let owner = SchemaKey.required(
        "at", .string, "Participant", "The id of the participant it is about.", examples: ["server"])

    private static let inner = SchemaKey.required(
        "do", SchemaNode.ref("timeline").adding("minItems", 1), "Entries", "What happens in the frame.")
    private static let wrong = SchemaKey.optional(
        "wrong", .ref("text"), "Wrong", "Why no conforming endpoint does this; the player shows it as a violation.",
        examples: ["the SYN counts as one"])

    /// The keys that only this verb has, besides itself.
    fileprivate var others: [SchemaKey] {
        switch self {
        case .send: Self.messageKeys
        case .state: [Self.owner, Self.wrong]
        case .does, .active: [Self.owner]
        case .timer:
            [
                Self.owner,
                .optional("starts", .ref("duration"), "Starts", "It starts and runs for so long.", examples: ["1s"]),
                .optional("cancelled", .bool, "Cancelled", "true: it is cancelled."),
                .optional("fires", .bool, "Fires", "true: the script waits until its time has come, and it fires."),
            ]
        case .table:
            [
                Self.owner,
                .optional(
                    "set", .map(of: .ref("text")), "Rows", "Rows that are new or change, and what stands in them.",
                    examples: [.object([("192.0.2.10:50000", "SYN-RECEIVED")])]),
                .optional(
                    "remove", .list(of: .string, atLeast: 1), "Removed rows", "Rows that go.",
                    examples: [["192.0.2.10:50000"]]),
                .optional(
                    "slots", .whole(1...1000), "Slots", "How many rows it can hold, drawn as slots.", examples: [4]),
            ]
        case .note:
            [
                .optional(
                    "over", .list(of: .string, atLeast: 1), "Over", "The ids of the participants it is about.",
                    examples: [["client", "server"]])
            ]
        case .pause:
            [
                .optional(
                    "title", .ref("text"), "Title", "The lifelines are broken there, and this says why.",
                    examples: ["10 s later"])
            ]
        case .parallel:
            [
                .optional(
                    "title", .ref("text"), "Title", "The title of a frame round it.", examples: ["at the same time"])
            ]
        case .loop:
            [
                Self.inner,
                .optional(
                    "times", .whole(1...ScriptDecoder.mostRounds), "Times", "How often its entries happen.", usual: 2,
                    examples: [3]),
            ]
        case .group: [Self.inner]
        case .quantity:
            [
                Self.owner,
                .required(
                    "is", .ref("amount"), "Value",
                    "What it is from now on: a number, a duration, or pieces of a sequence space, each from its first number to "
                        + "the one after its last.",
                    examples: [14600, "1.5s", .array([.array([2921, 4381])])]),
                .optional("unit", .ref("text"), "Unit", "What a number counts.", examples: ["B"]),
            ]
        case .phase, .divider, .alternatives, .destroy: []
        }
    }

    /// One value, or a list of ids.
    private static func oneOrSeveral(_ type: String) -> SchemaNode {
        SchemaNode([("type", .array([.string(type), "array"]))]).adding("items", SchemaNode.string.json)
            .adding("minItems", 1)
    }

    private static let messageKeys: [SchemaKey] = [
        .optional(
            "from", .string, "Sender", "The id of the participant that sends it; left out, it comes from outside.",
            examples: ["client"]),
        .optional(
            "to", oneOrSeveral("string"), "Receiver",
            "The id of the participant it goes to; of a broadcast a list of them, or \"all\" for everybody but the sender. "
                + "Left out, it leaves to outside.",
            examples: ["server", ["printer", "phone"], "all"]),
        .optional(
            "takes", .ref("duration"), "Travel time", "How long it travels; the lesson's 'delay' unless given.",
            examples: ["40ms"]),
        .optional(
            "fields", .ref("fields"), "Header fields",
            "Strings or whole numbers; the ladder writes as many beside the label as fit, those of 'spotlight' first.",
            examples: [.object([("seq", 1000), ("ack", 5001)])]),
        .optional(
            "spotlight", .list(of: .string), "Spotlight", "The names of the fields that this step is about.",
            examples: [["seq"]]),
        .optional(
            "protected", .word(["handshake", "application"]), "Protected", "Under which keys the message is encrypted."),
        .optional(
            "lost", oneOrSeveral("boolean"), "Lost",
            "true: it vanishes at three fifths of its way, where the script goes on. Of a broadcast also a list of those "
                + "whom it does not reach.",
            usual: false, examples: [true, ["phone"]]),
        .optional("again", .bool, "Again", "true: it is a retransmission.", usual: false),
        .optional("wait", .bool, "Wait", "false: the script goes on as soon as the message has left.", usual: true),
        .optional("activates", .bool, "Activates", "true: the receiver begins a piece of work.", usual: false),
        .optional("deactivates", .bool, "Deactivates", "true: the sender ends its piece of work.", usual: false),
        .optional("creates", .bool, "Creates", "true: the receiver begins to exist with it.", usual: false),
        wrong,
    ]

    /// The rules among the keys of an entry with this verb.
    fileprivate func restricted(_ entry: SchemaNode) -> SchemaNode {
        switch self {
        case .timer:
            entry.adding(
                "oneOf",
                [.having(["starts"])]
                    + ["cancelled", "fires"].map {
                        SchemaNode.having([$0]).adding("properties", .object([($0, SchemaNode.yes.json)]))
                    })
        case .table: entry.adding("anyOf", ["set", "remove", "slots"].map { .having([$0]) })
        case .send: entry.adding("anyOf", ["from", "to"].map { .having([$0]) })
        case .state, .does, .note, .phase, .divider, .pause, .parallel, .loop, .alternatives, .group, .active, .destroy,
            .quantity:
            entry
        }
    }
}
