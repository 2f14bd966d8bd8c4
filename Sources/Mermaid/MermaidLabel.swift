/// The text of a message, taken apart: its name, whether it is sent again, and the fields at its end.
///
///     SYN,ACK (resent)  seq=5000 ack=1001
struct MermaidLabel: Equatable {
    var name: String
    var isResent = false
    var fields: [(name: String, value: String)] = []

    /// How a message that is sent again is marked, in each language.
    static let resent = (english: " (resent)", chinese: "（重传）")

    init(_ text: String) {
        var words = text.split(separator: "\n").joined(separator: " ").split(separator: " ").map(String.init)
        while words.count > 1, let field = words.last.flatMap(Self.field),
            !fields.contains(where: { $0.name == field.name })
        {
            fields.insert(field, at: 0)
            words.removeLast()
        }
        name = words.joined(separator: " ")
        for mark in [Self.resent.english, Self.resent.chinese] where name.hasSuffix(mark) && name.count > mark.count {
            name = String(name.dropLast(mark.count))
            isResent = true
        }
    }

    /// `seq=1000` as its two sides; `nil` for what does not look like a header field.
    private static func field(_ word: String) -> (name: String, value: String)? {
        guard let sign = word.firstIndex(of: "="), let first = word.first, first.isASCII, first.isLetter else {
            return nil
        }
        let name = word[..<sign], value = word[word.index(after: sign)...]
        guard !value.isEmpty, value.first != "=",
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) })
        else { return nil }
        return (String(name), String(value))
    }

    static func == (one: MermaidLabel, other: MermaidLabel) -> Bool {
        one.name == other.name && one.isResent == other.isResent && one.fields.elementsEqual(other.fields, by: ==)
    }
}
