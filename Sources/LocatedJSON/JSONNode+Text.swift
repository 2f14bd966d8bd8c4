extension JSONNode {
    /// The node as JSON text for people and version control: two spaces to a level, one item to a line, members in
    /// their order, a line break at the end.
    ///
    /// What is read back from it equals the node.
    public var text: String {
        var text = ""
        write(to: &text, indent: "")
        return text + "\n"
    }

    private func write(to text: inout String, indent: String) {
        let deeper = indent + "  "
        switch value {
        case .object(let members) where !members.isEmpty:
            for (index, member) in members.enumerated() {
                text += index == 0 ? "{\n" : ",\n"
                text += deeper
                Self.write(member.key, to: &text)
                text += ": "
                member.value.write(to: &text, indent: deeper)
            }
            text += "\n\(indent)}"
        case .array(let elements) where !elements.isEmpty:
            for (index, element) in elements.enumerated() {
                text += index == 0 ? "[\n" : ",\n"
                text += deeper
                element.write(to: &text, indent: deeper)
            }
            text += "\n\(indent)]"
        case .object: text += "{}"
        case .array: text += "[]"
        case .string(let string): Self.write(string, to: &text)
        case .number(let number): text += number.text
        case .bool(let truth): text += truth ? "true" : "false"
        case .null: text += "null"
        }
    }

    /// A text as it stands between the quotation marks of a string; only what RFC 8259 §7 demands is escaped.
    public static func escaped(_ string: String) -> String {
        var text = ""
        writeEscaped(string, to: &text)
        return text
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        writeEscaped(string, to: &text)
        text += "\""
    }

    private static func writeEscaped(_ string: String, to text: inout String) {
        if PlainText.isWhole(string) {
            text += string
            return
        }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
