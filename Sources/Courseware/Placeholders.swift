/// The `{name}`s in a text that stand for values drawn at random.
enum Placeholders {
    /// Every `{name}` in a text with its place; braces around anything that is not a name are ordinary characters.
    static func all(in text: String) -> [(name: String, range: Range<String.Index>)] {
        var found: [(String, Range<String.Index>)] = []
        var open: String.Index?
        let bytes = text.utf8
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "{"): open = index
            case UInt8(ascii: "}"):
                if let start = open, Expression.isName(text[bytes.index(after: start)..<index]) {
                    found.append((String(text[bytes.index(after: start)..<index]), start..<bytes.index(after: index)))
                }
                open = nil
            default: continue
            }
        }
        return found
    }
}
