import LocatedJSON
import Timelines

/// The JSON Schema of pictures beside the ladder.
enum PictureSchema {
    static let definitions: [(String, SchemaNode)] =
        [
            (
                "pictures",
                SchemaNode.list(of: .ref("picture"), atMost: CourseLimits.pictures)
                    .titled("Pictures", "What is drawn beside the ladder, in order.")
            ),
            (
                "picture",
                .verbs(
                    "picture", "What is drawn: exactly one kind, and the keys that go with it.",
                    PictureVerb.allCases.map { ($0.key, $0.definition) })
            ),
        ] + PictureVerb.allCases.map { ($0.definition, $0.schema) }
}

extension PictureVerb {
    fileprivate var definition: String { "\(rawValue)Picture" }

    fileprivate var schema: SchemaNode {
        .object("'\(rawValue)' picture", about, [key] + Self.common + others)
    }

    fileprivate var key: SchemaKey {
        switch self {
        case .curve:
            .required(
                rawValue,
                SchemaNode([("type", .array(["string", "array"]))]).matching(.wording)
                    .adding("items", SchemaNode.string(.wording).json).adding("minItems", 1).adding("maxItems", 2),
                "Curve", "The name of a quantity, or a list of two that count the same.",
                examples: ["RTO", ["cwnd", "ssthresh"]])
        case .bars:
            .required(rawValue, .string(.wording), "Bars", "The name of a quantity.", examples: ["RTO"])
        case .sequence:
            .required(
                rawValue, .word(Picture.Side.allCases.map(\.rawValue)), "Sequence space",
                "What the participant sends, or what it receives.", examples: ["sent"])
        case .dial:
            .required(rawValue, .string(.wording), "Dial", "The name of a quantity.", examples: ["ISS"])
        case .record:
            .required(
                rawValue, .word([Self.recordName]), "Record", "The transmission control block.",
                examples: [.string(Self.recordName)])
        case .states:
            .required(
                rawValue, .word([Self.machineName]), "States", "The states of a TCP connection.",
                examples: [.string(Self.machineName)])
        }
    }

    private var about: String {
        switch self {
        case .curve: "One or two quantities over time, up to the present."
        case .bars: "Every reading of a quantity so far, as a row of bars."
        case .sequence: "A sequence space with its edges, after RFC 9293 §3.3.1."
        case .dial: "A quantity as a place on a circle, where it wraps around."
        case .record: "What a host knows of a connection, as a card that is filled in, after RFC 9293 §3.3.1."
        case .states: "The way of a connection from state to state, and every way out of the present one."
        }
    }

    private static let common: [SchemaKey] = [
        .required(
            "at", .string, "Participant", "The id of the participant whose quantities they are.", examples: ["client"]),
        .optional(
            "connection", .whole(1...CourseLimits.measuredConnections), "Connection",
            "Which of the participant's connections, 1 for the first; the first unless given, and for a dial all of them.",
            examples: [2]),
        .optional(
            "title", .ref("text"), "Title", "Stands above it in the place of the participant's name.",
            examples: ["Sender"]),
    ]

    private static let scale: [SchemaKey] = [
        .optional(
            "per", .whole(1...ScriptDecoder.largestQuantity), "Per",
            "What numbers are divided by before they are shown.",
            usual: 1, examples: [1460]),
        .optional(
            "unit", .ref("text"), "Unit", "What they then count.",
            examples: [.object([("en", "segments"), ("zh", "个报文段")])]),
    ]

    private var others: [SchemaKey] {
        switch self {
        case .curve:
            Self.scale + [
                .optional(
                    "from", .ref("duration"), "From", "Where the time axis begins; with the first change unless given.",
                    examples: ["1s"]),
                .optional(
                    "until", .ref("duration"), "Until", "Where it ends; with the last change unless given.",
                    examples: ["5s"]),
            ]
        case .dial:
            [
                .optional(
                    "modulo", .whole(2...ScriptDecoder.largestQuantity), "Modulo",
                    "The number at which it begins anew.", usual: .integer(Int64(Self.usualModulus)),
                    examples: [65536])
            ]
        case .bars: Self.scale
        case .sequence:
            [
                .optional(
                    "arrivals", .bool, "Arrivals",
                    "true: shows where the segment falls that arrived last, of what is received.", usual: false)
            ]
        case .record, .states: []
        }
    }
}
