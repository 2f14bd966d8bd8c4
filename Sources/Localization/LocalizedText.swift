/// A text in one or several languages.
///
///     LocalizedText("SYN")                        // the same in every language
///     LocalizedText(en: "Server", zh: "服务器")
///
/// Equality compares all languages.
public struct LocalizedText: Hashable, Sendable, ExpressibleByStringLiteral {
    private enum Storage: Hashable, Sendable {
        case universal(String)
        /// Each language at most once, in the order of `Language.allCases`.
        case perLanguage([Wording])
    }

    private struct Wording: Hashable, Sendable {
        var language: Language
        var text: String
    }

    private var storage: Storage

    /// A text that reads the same in every language, such as `SYN` or `connect()`.
    public init(_ universal: String) { storage = .universal(universal) }

    /// The same as ``init(_:)``.
    public init(stringLiteral value: String) { storage = .universal(value) }

    /// A text with its own wording in English and Simplified Chinese.
    public init(en: String, zh: String) {
        storage = .perLanguage([Wording(language: .english, text: en), Wording(language: .chinese, text: zh)])
    }

    /// A text with one wording for each of the given languages; at least one.
    public init(_ wordings: [Language: String]) { self.init(wording: { wordings[$0] }) }

    /// A text with the wording that `wording` answers for each language, if any; for one at least.
    public init(wording: (Language) -> String?) {
        var wordings: [Wording] = []
        for language in Language.allCases {
            if let text = wording(language) { wordings.append(Wording(language: language, text: text)) }
        }
        storage = .perLanguage(wordings)
    }

    /// The wording in `language`; in English when there is none, and in any language when there is no English.
    public func callAsFunction(_ language: Language) -> String {
        switch storage {
        case .universal(let text): text
        case .perLanguage(let wordings):
            Self.text(in: language, of: wordings) ?? Self.text(in: .english, of: wordings) ?? wordings.first?.text ?? ""
        }
    }

    private static func text(in language: Language, of wordings: [Wording]) -> String? {
        for wording in wordings where wording.language == language { return wording.text }
        return nil
    }

    /// The languages that have a wording of their own; empty for a text that is the same in all.
    public var languages: Set<Language> {
        switch storage {
        case .universal: []
        case .perLanguage(let wordings): Set(wordings.map(\.language))
        }
    }

    /// Languages of ``Language`` in which this text is missing although it is written for others.
    public var missingLanguages: [Language] {
        languages.isEmpty ? [] : Language.allCases.filter { !languages.contains($0) }
    }

    /// Every wording that is written down, for checks that go over all of them.
    public var wordings: [(language: Language?, text: String)] {
        switch storage {
        case .universal(let text): [(nil, text)]
        case .perLanguage(let wordings): wordings.map { ($0.language, $0.text) }
        }
    }

    /// The text with `transform` applied to each wording.
    public func mapped(_ transform: (String) -> String) -> LocalizedText {
        switch storage {
        case .universal(let text): return LocalizedText(transform(text))
        case .perLanguage(let wordings):
            var text = self
            text.storage = .perLanguage(wordings.map { Wording(language: $0.language, text: transform($0.text)) })
            return text
        }
    }
}
