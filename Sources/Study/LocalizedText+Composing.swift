import Localization

extension LocalizedText {
    /// A text put together in each language by itself.
    init(inEach compose: (Language) -> String) {
        self.init(Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, compose($0)) }))
    }

    /// The text with every `{name}` that has a value replaced by it; other braces stay as they are.
    func filled(with values: [String: Int64]) -> LocalizedText {
        values.isEmpty ? self : mapped { $0.filled(with: values) }
    }
}

extension [LocalizedText] {
    /// The texts one after the other, with the separator of each language between them.
    func joined(en english: String, zh chinese: String) -> LocalizedText {
        LocalizedText { language in
            map { $0(language) }.joined(separator: language == .chinese ? chinese : english)
        }
    }
}

extension String {
    fileprivate func filled(with values: [String: Int64]) -> String {
        var result = ""
        var rest = self[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(where: { $0 == "}" || $0 == "{" }), inside[close] == "}",
                let value = values[String(inside[..<close])]
            else {
                result.append("{")
                rest = inside
                continue
            }
            result += String(value)
            rest = inside[inside.index(after: close)...]
        }
        return result + rest
    }
}
