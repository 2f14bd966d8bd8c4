import LocatedJSON
import Simulator

/// The JSON Schema of a scenario: who there is and what joins them.
enum ScenarioSchema {
    static let definitions: [(String, SchemaNode)] = [
        ("scenario", scenario(.required)), ("scenarioPart", scenario(.optional)), ("host", host), ("router", router),
        ("switch", ethernetSwitch), ("with", with), ("link", link), ("pair", pair), ("incident", incident),
        ("downIncident", down), ("crashIncident", crash), ("rebootIncident", reboot), ("floodIncident", flood),
        ("segmentIncident", segment),
    ]

    private enum Presence { case required, optional }

    private static func scenario(_ hosts: Presence) -> SchemaNode {
        let list = SchemaNode.list(of: .ref("host"), atLeast: 1, atMost: CourseLimits.participants)
        let about = "The computers, from left to right."
        let first: SchemaKey =
            hosts == .required ? .required("hosts", list, "Hosts", about) : .optional("hosts", list, "Hosts", about)
        return .object(
            "scenario",
            hosts == .required
                ? "A small internet and what its programs do; the packets come by themselves."
                : "What is different in the variant; other keys are those of the lesson's scenario.",
            [first] + rest)
    }

    private static let rest: [SchemaKey] = [
        .optional(
            "routers", .list(of: .ref("router"), atMost: CourseLimits.participants), "Routers", "What joins networks."),
        .optional(
            "switches", .list(of: .ref("switch"), atMost: CourseLimits.participants), "Switches",
            "What joins hosts of one network; their links carry Ethernet."),
        .optional(
            "lifelines", .list(of: .string), "Lifelines",
            "The ids of all of them, left to right; hosts, routers, switches unless given.",
            examples: [["client", "router", "server"]]),
        .optional(
            "links", .list(of: .ref("link"), atMost: CourseLimits.links), "Links",
            "What joins two of them; each lifeline to the next unless given."),
        .optional(
            "do", .list(of: .ref("call"), atMost: CourseLimits.calls), "Calls", "What the programs call, in order."),
        .optional(
            "incidents", .list(of: .ref("incident"), atMost: CourseLimits.incidents), "Incidents",
            "What befalls links and hosts."),
        .optional("seed", .whole(0 ... .max), "Seed", "Where every chance comes from.", usual: 1, examples: [7]),
        .optional(
            "since", .ref("duration"), "Since", "What happens earlier is simulated but not shown.", usual: "0s",
            examples: ["2s"]),
        .optional(
            "until", .ref("duration"), "Until", "How long the timeline is at the most, counted from 'since'.",
            usual: "10min", examples: ["30s"]),
    ]

    // MARK: Nodes

    private static func idKey(_ example: JSONNode) -> SchemaKey {
        .required("id", .ref("id"), "Id", "What calls and steps name it by.", examples: [example])
    }
    private static func nameKey(en: String, zh: String) -> SchemaKey {
        .optional(
            "name", .ref("text"), "Name", "What stands above the lifeline; the id unless given.",
            examples: [.object([("en", .string(en)), ("zh", .string(zh))])])
    }
    private static let groupKey = SchemaKey.optional(
        "group", .ref("text"), "Group", "Neighbours with the same one stand under a bracket with this name.",
        examples: ["Data centre"])
    private static let prefixKey = SchemaKey.optional(
        "prefix", .whole(0...32), "Prefix length", "Bits of the network part; what lies outside goes to the gateway.",
        usual: 24, examples: [16])
    private static let profileKeys: [SchemaKey] = [
        .optional(
            "profile", .word(HostProfile.all.map(\.id)), "Profile", "Whose choices it makes where the RFCs leave room.",
            usual: .string(HostProfile.linux65.id)),
        .optional("with", .ref("with"), "Choices", "Single choices that differ from the profile."),
    ]
    private static let address = SchemaNode.string(.address)

    private static let host = SchemaNode.object(
        "host", "A computer that runs programs.",
        [
            idKey("client"), nameKey(en: "Client", zh: "客户端"), groupKey,
            .required("address", address, "Address", "Its IPv4 address.", examples: ["192.0.2.10"]), prefixKey,
            .optional(
                "gateway", address, "Gateway",
                "Where packets for other networks go; a router in the host's network unless given.",
                examples: ["192.0.2.1"]),
        ] + profileKeys + [
            .optional(
                "isn", initialSequences, "Initial sequence number",
                "That of each connection, or a list of those of its first ones, in turn; by 'isnRule' unless given.",
                examples: [1000, [5000, 6000]]),
            .optional(
                "port", port, "First port", "The first that connect() picks; the ones after it follow.", usual: 50_000,
                examples: [40_000]),
            .optional(
                "filtered", .list(of: port), "Filtered ports",
                "A firewall drops, without a word, what arrives for these.",
                examples: [[443]]),
            .optional(
                "external", .bool, "External", "true: not simulated, the real host behind 'netarium bridge'.",
                usual: false),
        ])

    private static let initialSequences = SchemaNode([("type", ["integer", "array"])])
        .adding("minimum", 0).adding("maximum", .integer(Int64(UInt32.max)))
        .adding("items", SchemaNode.whole(0...Int(UInt32.max)).json)
        .adding("minItems", 1).adding("maxItems", .integer(Int64(CourseLimits.calls)))

    /// A port.
    static let port = SchemaNode.whole(1...65_535)

    private static let router = SchemaNode.object(
        "router", "What joins networks.",
        [
            idKey("router"), nameKey(en: "Router", zh: "路由器"), groupKey,
            .required(
                "addresses", .list(of: address, atLeast: 1), "Addresses",
                "One for each link, in the order of the links.", examples: [["192.0.2.1", "198.51.100.1"]]),
            prefixKey,
            .optional(
                "checksSources", .bool, "Source filtering",
                "true: drops what comes from a source address that it would not answer by the same interface (RFC 1812).",
                usual: false),
            .optional(
                "forgets", .ref("duration"), "Idle limit",
                "It passes only TCP connections that it has seen open, and forgets one that is idle for so long (RFC 5382).",
                examples: ["5min"]),
            .optional(
                "forgotten", .word(["dropped", "reset"]), "Unknown connections",
                "With 'forgets': whether it answers their segments with RST.", usual: "dropped", examples: ["reset"]),
        ] + profileKeys
    ).requiring(["forgotten": "forgets"])

    private static let ethernetSwitch = SchemaNode.object(
        "switch", "What joins hosts of one network; it has no address.",
        [idKey("switch"), nameKey(en: "Switch", zh: "交换机"), groupKey])

    private static let link = SchemaNode.object(
        "link", "What joins two participants.",
        [
            .required("between", .ref("pair"), "Between", "Its two ends.", examples: [["client", "server"]]),
            .optional(
                "delay", .ref("duration"), "Delay", "How long a bit is on its way; the lesson's unless given.",
                examples: ["30ms"]),
            .optional(
                "bandwidth", .string(.bandwidth), "Bandwidth", "Bits a second; no limit unless given.",
                examples: ["10Mbit/s"]),
            .optional(
                "queue", .whole(0...100_000), "Queue", "How many packets wait at each end.", usual: 100, examples: [20]),
            .optional("mtu", .whole(68...65_535), "MTU", "The longest packet in bytes.", usual: 1500, examples: [576]),
            .optional(
                "ethernet", .bool, "Ethernet",
                "true: frames and ARP; false: bare IP. Left out, Ethernet where an end is a switch."),
        ])

    private static let pair = SchemaNode.list(of: .string, atLeast: 2, atMost: 2).adding("uniqueItems", true)
        .titled("Two ends", "The ids of two different participants.")

    // MARK: Incidents

    private static let time = SchemaKey.required(
        "at", .ref("duration"), "Time", "When, since the start.", examples: ["2s"])
    private static let downKey = SchemaKey.required(
        "down", .ref("pair"), "Link down", "The link between these loses everything.", examples: [["client", "server"]])
    private static let crashKey = SchemaKey.required(
        "crash", .string, "Crash", "This host or router; it forgets everything.", examples: ["server"])
    private static let rebootKey = SchemaKey.required(
        "reboot", .string, "Reboot", "This host or router; its programs start again from their first call.",
        examples: ["server"])
    private static let floodKey = SchemaKey.required(
        "flood", .string(.endpoint), "SYN flood", "SYNs with made-up sources go there.", examples: ["server:443"])

    private static let segmentKey = SchemaKey.required(
        "segment", .string(.flags), "Stray segment", "One with these control bits gets into the network.",
        examples: ["RST", "SYN,ACK"])

    private static let incident = SchemaNode.verbs(
        "incident", "What befalls links and hosts: a time and exactly one of these.",
        [
            (downKey, "downIncident"), (crashKey, "crashIncident"), (rebootKey, "rebootIncident"),
            (floodKey, "floodIncident"), (segmentKey, "segmentIncident"),
        ])
    private static let down = SchemaNode.object(
        "'down' incident", "A link loses everything for some time.",
        [downKey, time, .required("for", .ref("duration"), "Duration", "For how long.", examples: ["3s"])])
    private static let crash = SchemaNode.object(
        "'crash' incident", "A host or router falls silent.", [crashKey, time])
    private static let reboot = SchemaNode.object(
        "'reboot' incident", "A host or router is up again and knows nothing any more.", [rebootKey, time])
    private static let flood = SchemaNode.object(
        "'flood' incident", "A host sends SYNs with made-up sources.",
        [
            floodKey, time, .required("from", .string, "From", "The host that sends them.", examples: ["client"]),
            .required("count", .whole(1...10_000), "Count", "How many.", examples: [100]),
            .required("every", .ref("duration"), "Every", "The time between two.", examples: ["1ms"]),
        ])

    private static let number = SchemaNode.whole(0...Int(UInt32.max))
    private static let segment = SchemaNode.object(
        "'segment' incident", "A segment that no endpoint sends: a forged one, or a duplicate of earlier.",
        [
            segmentKey, time,
            .required(
                "from", .string, "From", "The host or router that puts it on its links.", examples: ["attacker"]),
            .required(
                "as", .string(.endpoint), "As", "The host and port that it claims to come from.",
                examples: ["client:50000"]),
            .required("to", .string(.endpoint), "To", "Where it goes.", examples: ["server:443"]),
            .required("seq", number, "Sequence number", "The number in its header.", examples: [1101]),
            .optional(
                "ack", number, "Acknowledgment number", "The number in its header, when ACK is among the bits.",
                usual: 0, examples: [5301]),
            .optional("data", .ref("payload"), "Data", "What it carries, 1460 bytes at the most.", examples: ["50B"]),
            .optional(
                "window", .whole(0...Int(UInt16.max)), "Window", "The field as it stands in the header.", usual: 64_240,
                examples: [502]),
            .optional(
                "timestamp", number, "Timestamp", "TSval (RFC 7323); without it there is no such option.",
                examples: [1000]),
            .optional(
                "old", .bool, "Old",
                "true: a duplicate that was under way for a long time; false: forged. Left out, old where 'from' is also the one in 'as'."
            ),
        ])

    // MARK: Profiles

    private static let with = SchemaNode.object(
        "'with'", "Single choices that differ from the profile.",
        durations + counts + [
            .optional("receiveBuffer", .string(.size), "Receive buffer", "In bytes.", examples: ["64kB"]),
            .optional("sendBuffer", .string(.size), "Send buffer", "In bytes.", examples: ["64kB"]),
            .optional("sack", .bool, "SACK", "Whether selective acknowledgments are offered (RFC 2018)."),
            .optional("timestamps", .bool, "Timestamps", "Whether timestamps are offered (RFC 7323)."),
            .optional("synCookies", .bool, "SYN cookies", "Whether a full SYN queue is answered with cookies."),
            .optional(
                "resetsOnUnreadData", .bool, "Reset on unread data", "Whether close() sends RST when data is unread."),
            .optional("fastOpen", .bool, "Fast Open", "Whether it is used, as client and as server (RFC 7413)."),
            .optional(
                "keepsSYNData", .bool, "Data on a SYN",
                "Without Fast Open: whether it is kept until the handshake is complete, rather than left."),
            .optional(
                "tailLossProbe", .bool, "Tail loss probe",
                "Whether an overdue ACK is asked for by a probe before the RTO (RFC 8985)."),
            .optional(
                "reusesTimeWait", .bool, "TIME-WAIT reuse",
                "Whether connect() may take over a pair in TIME-WAIT after a second, with timestamps, as with Linux's tcp_tw_reuse."
            ),
            .optional(
                "rfc1337", .bool, "RFC 1337", "Whether TIME-WAIT ignores RST, as with Linux's tcp_rfc1337."),
            .optional(
                "isnRule", .word(["rfc6528", "clock", "random"]), "ISN rule",
                "How initial sequence numbers come about: RFC 6528; RFC 793's clock, 0 at the start and 250,000 more each second; or chance."
            ),
            .optional(
                "windowShift",
                SchemaNode([("type", ["integer", "string"]), ("minimum", 0), ("maximum", 14), ("pattern", "^none$")]),
                "Window scale", "The shift that is offered, 0 to 14, or none (RFC 7323).", examples: [7]),
            .optional(
                "acceptOverflow", .word(["ignoresACK", "resets"]), "Accept queue overflow",
                "What a full accept queue does to the ACK that would complete a handshake."),
        ])

    private static let durations: [SchemaKey] = [
        .optional(
            "initialRTO", .ref("duration"), "Initial RTO", "Before a round trip has been measured (RFC 6298).",
            examples: ["1s"]),
        .optional(
            "minimumRTO", .ref("duration"), "Minimum RTO", "No retransmission timeout is shorter.", examples: ["200ms"]),
        .optional(
            "maximumRTO", .ref("duration"), "Maximum RTO", "No retransmission timeout is longer.", examples: ["2min"]),
        .optional(
            "delayedACK", .ref("duration"), "Delayed ACK", "How long an acknowledgment waits for data.",
            examples: ["40ms"]),
        .optional(
            "msl", .ref("duration"), "MSL", "The maximum segment lifetime; TIME-WAIT lasts twice as long.",
            examples: ["30s"]),
        .optional(
            "finWait2", .string(.durationOrForever), "FIN-WAIT-2", "How long it lasts after close(), or forever.",
            examples: ["60s"]),
        .optional(
            "keepAliveIdle", .ref("duration"), "Keep-alive idle time", "How long until the first probe.",
            examples: ["2min"]),
        .optional(
            "keepAliveInterval", .ref("duration"), "Keep-alive interval", "The time between two probes.",
            examples: ["75s"]),
    ]

    private static let counts: [SchemaKey] = [
        .optional("synRetries", count, "SYN retries", "How often a SYN is sent again.", examples: [6]),
        .optional("linearSYNTimeouts", count, "Linear SYN timeouts", "How many do not back off.", examples: [4]),
        .optional("synAckRetries", count, "SYN-ACK retries", "How often a SYN-ACK is sent again.", examples: [5]),
        .optional("dataRetries", count, "Data retries", "How often data is sent again.", examples: [15]),
        .optional("orphanRetries", count, "Orphan retries", "The same, after close().", examples: [8]),
        .optional("initialWindow", .whole(1...1000), "Initial window", "In segments (RFC 6928).", examples: [10]),
        .optional(
            "queueMargin", count, "Queue margin", "How many connections more than the backlog says fit.", examples: [1]),
        .optional(
            "maximumHalfOpen", .whole(1...100_000), "Half-open connections", "The most that a listener keeps.",
            examples: [256]),
        .optional("keepAliveProbes", .whole(1...1000), "Keep-alive probes", "How many go unanswered.", examples: [9]),
        .optional(
            "challengeACKs", .whole(0...100_000), "Challenge ACKs", "The most in a second (RFC 5961).", examples: [10]),
    ]

    private static let count = SchemaNode.whole(0...1000)
}
