/// The text of a message, taken apart: its name, whether it is sent again, and the fields at its end.
///
///     SYN,ACK (resent)  seq=5000 ack=1001
///
/// A line after the first that reads like a header, `ETag: "v1"`, is a field as well.
struct MermaidLabel: Equatable {
    var name: String
    var isResent = false
    var fields: [(name: String, value: String)] = []

    /// How a message that is sent again is marked, in each language.
    static let resent = (english: " (resent)", chinese: "（重传）")

    init(_ text: String) {
        var lines = text.split(separator: "\n")
        var headers: [(name: String, value: String)] = []
        while lines.count > 1, let header = lines.last.flatMap(Self.header),
            !headers.contains(where: { $0.name == header.name })
        {
            headers.insert(header, at: 0)
            lines.removeLast()
        }
        var words = lines.joined(separator: " ").split(separator: " ").map(String.init)
        while words.count > 1, let field = words.last.flatMap(Self.field), words.dropLast().last?.last != ":",
            !(fields + headers).contains(where: { $0.name == field.name })
        {
            fields.insert(field, at: 0)
            words.removeLast()
        }
        fields += headers
        name = words.joined(separator: " ")
        for mark in [Self.resent.english, Self.resent.chinese] where name.hasSuffix(mark) && name.count > mark.count {
            name = String(name.dropLast(mark.count))
            isResent = true
        }
    }

    /// `ETag: "v1"` as its two sides; `nil` for what does not look like a header of HTTP or mail.
    private static func header(_ line: Substring) -> (name: String, value: String)? {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[1].first == " ", let first = parts[0].first, first.isASCII, first.isLetter,
            parts[0].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        else { return nil }
        let value = parts[1].drop { $0 == " " }
        return value.isEmpty ? nil : (String(parts[0]), String(value))
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
