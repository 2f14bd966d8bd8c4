import CellGrid

/// The way texts are written inside a Mermaid diagram.
///
/// `#` and `;` have a meaning of their own and are written as entity codes, `#35;` and `#59;`; a line break is `<br/>`.
enum MermaidText {
    /// A text, made safe to print, as it may stand behind a colon; nothing in it is markup.
    static func encoded(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            encodedLine(String($0).sanitized)
        }
        let encoded = lines.joined(separator: "<br/>")
        // Behind a colon these words would say how the text is to be broken into lines.
        for word in ["wrap", "nowrap"] where encoded.lowercased().hasPrefix(word + ":") {
            return encoded.prefix(word.count) + "#58;" + encoded.dropFirst(word.count + 1)
        }
        return encoded
    }

    private static func encodedLine(_ text: String) -> String {
        var encoded = ""
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "#": encoded += "#35;"
            case ";": encoded += "#59;"
            case "<": encoded += "#lt;"
            case ">": encoded += "#gt;"
            case "&": encoded += "#amp;"
            // Two of them begin a comment or a formula.
            case "%" where last == "%": encoded += "#37;"
            case "$" where last == "$": encoded += "#36;"
            default: encoded.unicodeScalars.append(scalar)
            }
            last = scalar
        }
        return encoded
    }

    /// What a text says: entity codes and line breaks resolved, spaces at its ends dropped, made safe to print.
    static func decoded(_ text: String) -> String {
        var text = text.drop { $0.isWhitespace }
        for word in ["wrap:", "nowrap:"] where text.lowercased().hasPrefix(word) {
            text = text.dropFirst(word.count)
            break
        }
        var decoded = ""
        while let character = text.first {
            if character == "#", let (length, meaning) = entity(text) {
                decoded += meaning
                text = text.dropFirst(length)
            } else if character == "<", let length = lineBreak(text) {
                decoded += "\n"
                text = text.dropFirst(length)
            } else {
                decoded.append(character)
                text = text.dropFirst()
            }
        }
        return decoded.split(separator: "\n", omittingEmptySubsequences: false)
            .map { trimmed(String($0).sanitized) }.joined(separator: "\n")
    }

    /// The entity code that a text begins with: its length, and what it stands for; `nil` for none that is known.
    private static func entity(_ text: Substring) -> (length: Int, meaning: String)? {
        let name = text.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard !name.isEmpty, name.count <= 10, text[name.endIndex...].first == ";" else { return nil }
        if let meaning = names[String(name)] { return (name.count + 2, meaning) }
        let isHexadecimal = name.first == "x"
        guard let number = UInt32(isHexadecimal ? name.dropFirst() : name, radix: isHexadecimal ? 16 : 10),
            let scalar = Unicode.Scalar(number)
        else { return nil }
        return (name.count + 2, String(Character(scalar)))
    }

    private static func lineBreak(_ text: Substring) -> Int? {
        ["<br/>", "<br>", "<br />"].first { text.prefix($0.count).lowercased() == $0 }?.count
    }

    /// Whether there is nothing to see in a text.
    static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    private static let names = [
        "quot": "\"", "amp": "&", "lt": "<", "gt": ">", "apos": "'", "nbsp": " ", "semi": ";", "colon": ":", "num": "#",
        "comma": ",", "percnt": "%", "dollar": "$", "infin": "∞", "larr": "←", "rarr": "→", "harr": "↔", "le": "≤",
        "ge": "≥", "ne": "≠", "times": "×", "deg": "°", "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘",
        "rsquo": "’", "ldquo": "“", "rdquo": "”", "copy": "©", "check": "✓", "hearts": "♥",
    ]
}
