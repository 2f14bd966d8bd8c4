/// A language that the course is written in.
public enum Language: String, CaseIterable, Hashable, Sendable {
    case english = "en"
    case chinese = "zh"

    /// Reads a language from a command line or an environment: `zh`, `zh_CN.UTF-8`, `zh-Hans`, `EN`.
    ///
    /// Only the primary subtag counts (RFC 5646 §2.2.1); `nil` for a language the course does not have.
    public init?(tag: String) {
        let primary = tag.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }.lowercased()
        self.init(rawValue: primary)
    }

    /// What the language calls itself, as the language switch shows it.
    public var endonym: String {
        switch self {
        case .english: "English"
        case .chinese: "中文"
        }
    }

    /// The language that the switch key goes to from here.
    public var next: Language {
        switch self {
        case .english: .chinese
        case .chinese: .english
        }
    }
}
