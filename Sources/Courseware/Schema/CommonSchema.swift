import Localization
import LocatedJSON

/// What the schemas of all kinds of documents are made of.
enum CommonSchema {
    /// A whole schema.
    ///
    /// - Parameters:
    ///   - kind: Gives it its name.
    ///   - root: What the document is.
    ///   - definitions: What the document refers to, by name.
    /// - Returns: The schema as it is published.
    static func document(
        _ kind: DocumentKind, _ root: SchemaNode, _ definitions: [(String, SchemaNode)]
    ) -> JSONNode {
        let head: [(String, JSONNode)] = [
            ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("$id", .string(kind.schemaName)),
        ]
        let members = root.json.members?.map { ($0.key, $0.value) } ?? []
        return .object(head + members + [("$defs", .object(definitions.map { ($0.0, $0.1.json) }))])
    }

    /// What every document begins with.
    static func header(_ kind: DocumentKind, id: String) -> [SchemaKey] {
        [
            .optional(
                "$schema", .string, "Schema", "Where an editor finds this schema; the program does not look at it.",
                examples: [.string("\(kind == .course ? "" : "../")schemas/\(kind.schemaName)")]),
            .required("format", SchemaNode([("const", 1)]), "Format", "The version of the format; there is one, 1."),
            .required(
                "id", .ref("id"), "Id", id, examples: [kind == .course ? "home-networks" : "three-way-handshake"]),
        ]
    }

    // MARK: Definitions

    static let id = SchemaNode.string(.id).titled("Id", "Lower-case letters, digits and hyphens.")
    static let duration = SchemaNode.string(.duration).titled(
        "Duration", "A number and its unit: ns, us, ms, s, min, h.")

    static let text: SchemaNode = {
        let names: [Language: (String, String)] = [
            .english: ("English", "The text as an English learner reads it."),
            .chinese: ("Simplified Chinese", "The text as a Chinese learner reads it."),
        ]
        let wordings = Language.allCases.map { language in
            let (title, about) = names[language] ?? (language.rawValue, "The text in this language.")
            return (language.rawValue, SchemaNode.string(.wording).titled(title, about).json)
        }
        return SchemaNode([("type", ["string", "object"])]).matching(.wording)
            .adding("properties", .object(wordings)).adding("additionalProperties", false).adding("minProperties", 1)
            .titled(
                "Text",
                "A string for all languages, or one string for each. *emphasis* and `code` are the only markup; "
                    + "\\n starts a new paragraph.")
    }()

    static let citations = SchemaNode([("type", ["string", "array"])]).matching(.citation)
        .adding("items", SchemaNode.string(.citation).json).adding("minItems", 1)
        .titled("Citation", "One source or a list of them, each with or without a remark in brackets.")

    static let fields = SchemaNode.map(
        of: SchemaNode([("type", ["string", "integer"])]).adding("minimum", .integer(.min))
            .adding("maximum", .integer(.max))
    ).titled("Header fields", "Names of header fields and their values, in order.")

    /// Choices of which `right` are right.
    private static func choices(right: String, atMost maximum: Int?) -> SchemaNode {
        let isRight = SchemaNode([
            ("properties", .object([("right", SchemaNode.yes.json)])), ("required", .array(["right"])),
        ])
        var list = SchemaNode.list(of: .ref("choice"), atLeast: 2).adding("contains", isRight.json)
        if let maximum { list = list.adding("maxContains", .integer(Int64(maximum))) }
        return list.titled("Choices", "What can be chosen, at least two; \(right).")
    }

    static let choice = SchemaNode.object(
        "choice", "What can be chosen. A wrong one says why it is wrong.",
        [
            .required(
                "text", .ref("text"), "Text", "What is chosen, in as few words as possible.", examples: ["SYN,ACK"]),
            .optional("right", .bool, "Right", "Whether it is right.", usual: false),
            .optional(
                "because", .ref("text"), "Why",
                "Why it is wrong: what the learner confused it with. Of a right one: said to who missed it.",
                examples: ["The port is open, so nothing is refused."]),
        ]
    ).adding(
        "if",
        SchemaNode([("properties", .object([("right", SchemaNode.yes.json)])), ("required", .array(["right"]))]).json
    ).adding("else", SchemaNode.having(["because"]).json)

    static let oneRightChoice = choices(right: "exactly one is right", atMost: 1)
    static let rightChoices = choices(right: "at least one is right", atMost: nil)

    static let prediction = SchemaNode.object(
        "'ask'", "A question put to the learner before something happens, in predict mode.",
        [
            .required(
                "question", .ref("text"), "Question", "What is asked, such as: what does the server send next?",
                examples: ["What does the server send next?"]),
            .required("choices", .ref("oneRightChoice"), "Choices", "Exactly one is right; every wrong one says why."),
        ])
}
