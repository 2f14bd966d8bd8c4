extension JSONNode {
    /// The node as JSON text for authors, at most `columns` cells wide as far as its strings allow it, with a line break at
    /// the end.
    ///
    ///     {
    ///       "id": "hello",
    ///       "timeline": [
    ///         { "send": "SYN", "from": "client", "to": "server",
    ///           "say": { "en": "…", "zh": "…" } }
    ///       ]
    ///     }
    ///
    /// What fits on a line stands on one. The members of a longer object fill lines, except those of the outermost, which
    /// stand on lines of their own as the elements of a longer array do. What is read back equals the node.
    public func text(fitting columns: Int) -> String {
        guard case .object(let members) = value, !members.isEmpty else {
            return fitted(columns: columns, indent: 0, used: 1) + "\n"
        }
        let lines = members.map { member in
            let key = JSONNode.string(member.key).oneLine + ": "
            return "  " + key + member.value.fitted(columns: columns, indent: 2, used: 3 + DisplayWidth.of(key))
        }
        return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
    }

    /// The node where `used` cells of its line are taken by what stands before it and the comma behind it.
    private func fitted(columns: Int, indent: Int, used: Int) -> String {
        let line = oneLine
        if used + DisplayWidth.of(line) <= columns { return line }
        let margin = String(repeating: " ", count: indent + 2)
        switch value {
        case .array(let elements) where !elements.isEmpty:
            let lines = elements.map { margin + $0.fitted(columns: columns, indent: indent + 2, used: indent + 3) }
            return "[\n" + lines.joined(separator: ",\n") + "\n" + margin.dropLast(2) + "]"
        case .object(let members) where !members.isEmpty:
            var text = "{ ", end = used + 1
            for (index, member) in members.enumerated() {
                let key = JSONNode.string(member.key).oneLine + ": "
                let width = DisplayWidth.of(key + member.value.oneLine) + 2
                if index > 0 {
                    let isFull = end + width + 2 > columns
                    text += isFull ? ",\n" + margin : ", "
                    end = isFull ? margin.count : end + 2
                }
                text +=
                    key
                    + member.value.fitted(columns: columns, indent: indent + 2, used: end + DisplayWidth.of(key) + 3)
                end += width - 2
            }
            return text + " }"
        default: return line
        }
    }

    /// The node on one line, with spaces inside braces.
    private var oneLine: String {
        switch value {
        case .object(let members) where !members.isEmpty:
            let list = members.map { JSONNode.string($0.key).oneLine + ": " + $0.value.oneLine }
            return "{ " + list.joined(separator: ", ") + " }"
        case .array(let elements) where !elements.isEmpty:
            return "[" + elements.map(\.oneLine).joined(separator: ", ") + "]"
        default: return String(text.dropLast())
        }
    }
}
