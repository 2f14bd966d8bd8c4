/// The `{name}`s in a text that stand for values drawn at random.
enum Placeholders {
    /// Every `{name}` in a text with its place; braces around anything that is not a name are ordinary characters.
    static func all(in text: String) -> [(name: String, range: Range<String.Index>)] {
        var found: [(String, Range<String.Index>)] = []
        var open: String.Index?
        for index in text.indices {
            switch text[index] {
            case "{": open = index
            case "}":
                if let start = open, Expression.isName(text[text.index(after: start)..<index]) {
                    found.append((String(text[text.index(after: start)..<index]), start..<text.index(after: index)))
                }
                open = nil
            default: continue
            }
        }
        return found
    }
}
