import Localization

extension LocalizedText {
    /// A text put together in each language by itself.
    init(inEach compose: (Language) -> String) {
        self.init(Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, compose($0)) }))
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
