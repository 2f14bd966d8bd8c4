import Localization
import LocatedJSON

/// Where the texts of a document are written, found again by what they say.
///
/// Made in one pass over the document, and only when there is something to point at.
struct WrittenTexts {
    private struct Key: Hashable {
        var key: String
        var text: LocalizedText
    }

    private var nodes: [Key: JSONNode] = [:]

    /// The texts in an object or list, and in all that it holds.
    init(in node: JSONNode) { note(node, under: "") }

    private mutating func note(_ node: JSONNode, under key: String) {
        switch node.value {
        case .string(let text): note(LocalizedText(text), node, under: key)
        case .array(let elements): for element in elements { note(element, under: key) }
        case .object(let members):
            let wordings = members.compactMap { member in
                Language(rawValue: member.key).flatMap { language in member.value.string.map { (language, $0) } }
            }
            if wordings.count == members.count, !members.isEmpty {
                let text = LocalizedText(Dictionary(wordings, uniquingKeysWith: { first, _ in first }))
                note(text, node, under: key)
            } else {
                for member in members { note(member.value, under: member.key) }
            }
        case .number, .bool, .null: return
        }
    }

    private mutating func note(_ text: LocalizedText, _ node: JSONNode, under key: String) {
        let key = Key(key: key, text: text)
        if nodes[key] == nil { nodes[key] = node }
    }

    /// Where a text stands first under one of some keys, in the wording of a language if it has one; `nil` if nowhere.
    func place(of text: LocalizedText, under keys: String..., in language: Language) -> Place? {
        let node = keys.lazy.compactMap { nodes[Key(key: $0, text: text)] }.first
        return node.map { $0[language.rawValue]?.place ?? $0.head }
    }
}
