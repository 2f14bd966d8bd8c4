import LocatedJSON

/// The JSON Schema of what the programs of a scenario call.
enum CallSchema {
    static let definitions: [(String, SchemaNode)] =
        [("call", call), ("payload", payload), ("socketOption", socketOption)]
        + verbs.map { (kind(of: $0.key), call($0.key, $0.about, $0.others)) }

    /// A call: its verb, what it does, and the keys that only it has.
    private typealias Verb = (key: SchemaKey, about: String, others: [SchemaKey])

    private static let call = SchemaNode.verbs(
        "call", "What a program calls next: its host and exactly one verb.", verbs.map { ($0.key, kind(of: $0.key)) })

    private static func kind(of verb: SchemaKey) -> String { "\(verb.name)Call" }

    private static func call(_ verb: SchemaKey, _ about: String, _ others: [SchemaKey]) -> SchemaNode {
        let article = verb.name
        let call = SchemaNode.object("'\(article)' call", about, [verb] + others + commonKeys)
        guard verb.name == "receive" else { return call }
        let isAll = SchemaNode([("properties", .object([("receive", SchemaNode([("const", "all")]).json)]))])
        return call.adding(
            "dependentSchemas",
            .object([
                ("chunk", isAll.adding("required", ["every"]).json),
                ("every", isAll.adding("required", ["chunk"]).json),
            ]))
    }

    private static let commonKeys: [SchemaKey] = [
        .required("host", .string, "Host", "The id of the host that the program runs on.", examples: ["client"]),
        .optional(
            "program", .ref("id"), "Program", "Which program on that host; several run side by side.", usual: "main",
            examples: ["web"]),
        .optional("at", .ref("duration"), "At", "Not before this time since the start.", examples: ["10ms"]),
        .optional(
            "after", .ref("duration"), "After",
            "How long after the program's call before it; of its first call, after the start.", usual: "0ms",
            examples: ["1s"]),
        .optional("label", .ref("id"), "Label", "A name for 'goTo'.", examples: ["next"]),
    ]

    private static func plain(_ name: String, _ title: String) -> SchemaKey {
        .required(name, .yes, title, "Write true.")
    }

    private static let verbs: [Verb] = [
        (
            .required(
                "connect", .string(.endpoint), "connect()", "The id of a host and a port.", examples: ["server:443"]),
            "connect(); returns when established or failed.",
            [
                .optional(
                    "from", ScenarioSchema.port, "From port", "The program's own port; the next free one unless given.",
                    examples: [40_000]),
                .optional(
                    "carrying", .ref("payload"), "Carrying",
                    "What the SYN may carry: by Fast Open where the host uses it, else as it is.", examples: ["16B"]),
            ]
        ),
        (
            .required("listen", ScenarioSchema.port, "listen()", "The port.", examples: [443]), "listen() on a port.",
            [
                .optional(
                    "backlog", .whole(0...100_000), "Backlog", "How many connections may wait.", usual: 4, examples: [1]
                )
            ]
        ),
        (
            plain("accept", "accept()"), "accept(); returns with the first connection of the accept queue.", []
        ),
        (
            .required("send", .ref("payload"), "send()", "How much, or what.", examples: ["100B"]),
            "send(); returns when all is in the send buffer.", []
        ),
        (
            .required(
                "receive", .string(.sizeOrAll), "recv()", "How much, or all: until the peer has closed.",
                examples: ["100B", "all"]),
            "recv() until so much has come; with 'chunk' and 'every' slowly.",
            [
                .optional(
                    "chunk", .string(.size), "Chunk", "With \"all\": how much is read at once.", examples: ["1kB"]),
                .optional(
                    "every", .ref("duration"), "Every", "With \"all\": the time between two reads.", examples: ["1s"]),
            ]
        ),
        (plain("echo", "Echo"), "Sends back whatever comes, until the peer has closed.", []),
        (plain("shutdown", "shutdown()"), "shutdown(SHUT_WR): no more will be sent.", []),
        (plain("close", "close()"), "close().", []),
        (plain("abort", "Abort"), "close() with SO_LINGER 0, which sends RST.", []),
        (plain("exit", "exit()"), "The program ends: its connection is closed, and it listens no more.", []),
        (
            .required("set", .ref("socketOption"), "setsockopt()", "One option."),
            "setsockopt() for this socket and those that come.", []
        ),
        (
            .required("ping", .string, "Ping", "The id of a host or router.", examples: ["server"]),
            "One echo request; waits up to a second.",
            [
                .optional(
                    "ttl", .whole(1...255), "TTL", "How many routers it may pass, and one.", usual: 64, examples: [2])
            ]
        ),
        (
            .required("bind", ScenarioSchema.port, "bind()", "The UDP port.", examples: [53]),
            "A UDP socket on a port; its datagrams wait for 'receiveFrom'.", []
        ),
        (
            .required(
                "sendTo", .string(.endpoint), "sendto()", "The id of a host and a UDP port.", examples: ["server:53"]),
            "Sends one UDP datagram.",
            [.required("data", .ref("payload"), "Data", "What it carries, 65507 bytes at the most.", examples: ["40B"])]
        ),
        (plain("receiveFrom", "recvfrom()"), "recvfrom(); returns with the next UDP datagram.", []),
        (
            .required("answer", .ref("payload"), "Answer", "How much, or what.", examples: ["120B"]),
            "sendto() whoever sent the UDP datagram that was received last.", []
        ),
        (
            .required("serve", .ref("payload"), "Serve", "How large each page is, or what it says.", examples: ["2kB"]),
            "Serves HTTP/1.1 until the peer closes.", []
        ),
        (
            .required("goTo", .ref("id"), "Go to", "The label of an earlier call of this program.", examples: ["next"]),
            "Goes on at an earlier call.", []
        ),
    ]

    private static let payload = SchemaNode([("type", ["string", "object"])]).matching(.size)
        .adding(
            "properties",
            .object([
                (
                    "text",
                    SchemaNode.string.adding("minLength", 1).titled("Text", "The bytes, as UTF-8.")
                        .adding("examples", ["GET / HTTP/1.1\r\n\r\n"]).json
                )
            ])
        )
        .adding("additionalProperties", false).adding("required", ["text"])
        .titled("payload", "A size such as 100B, or an object with the text itself.")

    private static let socketOption = SchemaNode.object(
        "socket option", "Exactly one of these.",
        [
            .optional(
                "reuseAddress", .bool, "SO_REUSEADDR",
                "Whether a port can be bound that a connection still has, when that has it too."),
            .optional("reusePort", .bool, "SO_REUSEPORT", "Whether several can listen on one port, when all have it."),
            .optional("keepAlive", .bool, "SO_KEEPALIVE", "Whether an idle connection is probed."),
            .optional("noDelay", .bool, "TCP_NODELAY", "Whether small segments go at once."),
            .optional(
                "userTimeout", .ref("duration"), "TCP_USER_TIMEOUT", "How long data may stay unacknowledged.",
                examples: ["30s"]),
        ]
    ).adding("minProperties", 1).adding("maxProperties", 1)
}
