public import CellGrid
public import Localization

/// How a ladder is written: the language, the glyphs, and what the terminal can show.
public struct LadderSettings: Hashable, Sendable {
    /// The language of names, notes and states.
    public var language: Language
    /// The characters that a terminal can show; also decides between the Unicode and the ASCII drawing.
    public var charset: Charset
    /// The fields of messages that are always shown, by name: what has no room beside the message's name stands below it.
    public var fieldsKept: Set<String> = []

    /// The names of tables that are not shown.
    public var hiddenTables: Set<LocalizedText> = []

    /// Settings for a ladder in this language and charset.
    public init(language: Language = .english, charset: Charset = .unicode) {
        self.language = language
        self.charset = charset
    }

    /// The structural glyphs for this charset.
    public var glyphs: Glyphs { charset.glyphs }

    /// A text in the language of these settings, in characters that the terminal has.
    public func text(_ text: LocalizedText) -> String { charset.adapt(text(language)) }

    /// A state, with a mark when it is against the rules.
    func state(_ text: LocalizedText, wrong: LocalizedText?) -> String {
        wrong == nil ? self.text(text) : "\(self.text(text)) \(glyphs.wrong)"
    }

    /// A sentence of the ladder's own, in the language of these settings.
    func say(_ english: String, _ chinese: String) -> String {
        charset.adapt(language == .chinese ? chinese : english)
    }
}
