extension Citation {
    /// The citation in one of the forms, when only its spacing, its case or the sign for a section is wrong.
    ///
    ///     RFC9293 3.5                  RFC 9293 §3.5
    ///     rfc 9293, section 3.5        RFC 9293 §3.5
    ///     listen (2)                   listen(2)
    ///     measured:Linux 6.18          measured: Linux 6.18
    ///
    /// `nil` for a citation that is well-formed, and for one of which more is wrong.
    public var corrected: Citation? {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let candidates = [words, Self.rfc(words), Self.manualPage(words), Self.named(words)]
        let citation = candidates.lazy.compactMap { $0.map { Citation($0) } }.first(where: \.isWellFormed)
        return citation == self ? nil : citation
    }

    /// `RFC`, a number, and whatever stands between it and the number of a section.
    private static func rfc(_ text: String) -> String? {
        guard text.prefix(3).uppercased() == "RFC" else { return nil }
        let number = text.dropFirst(3).drop { " -".contains($0) }.prefix { $0.isASCII && $0.isNumber }
        var rest = text[number.endIndex...]
        guard !number.isEmpty else { return nil }
        rest = rest.drop { ", ".contains($0) }
        for sign in ["§", "sections", "section", "sect.", "sec.", "s."] where rest.lowercased().hasPrefix(sign) {
            rest = rest.dropFirst(sign.count).drop { $0 == " " }
            break
        }
        guard let first = rest.first else { return "RFC \(number)" }
        return first == "(" ? "RFC \(number) \(rest)" : "RFC \(number) §\(rest)"
    }

    /// `listen (2)`, or `man 2 listen` as one types it.
    private static func manualPage(_ text: String) -> String? {
        let words = text.split(separator: " ")
        guard words.count == 3, words[0].lowercased() == "man" else {
            return words.count == 2 ? words.joined() : nil
        }
        return "\(words[2])(\(words[1]))"
    }

    /// `linux tcp_syn_retries`, `Measured:Linux 6.18`.
    private static func named(_ text: String) -> String? {
        for name in ["Linux", "measured:"] where text.lowercased().hasPrefix(name.lowercased()) {
            let rest = text.dropFirst(name.count)
            // A name that only begins like this is another one.
            if name == "Linux", rest.first != " " { continue }
            return "\(name) \(rest.drop { $0 == " " })"
        }
        return nil
    }
}
