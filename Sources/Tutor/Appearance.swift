public import CellGrid
public import Ladder
public import Localization

/// How the program presents itself: what the terminal can do and what the learner prefers.
public struct Appearance: Hashable, Sendable {
    /// The language of everything on the screen.
    public var language: Language
    /// The characters that the terminal shows.
    public var charset: Charset
    /// Whether Chinese can be shown at all; without it the program stays with English and says why.
    public var canShowChinese: Bool { whyNoChinese == nil }
    /// Why Chinese cannot be shown, and the way out, in English; `nil` when it can.
    public var whyNoChinese: String?
    /// Whether everything jumps instead of moving.
    public var reducedMotion: Bool

    /// An appearance; see the properties.
    public init(
        language: Language = .english, charset: Charset = .unicode, whyNoChinese: String? = nil,
        reducedMotion: Bool = false
    ) {
        self.language = whyNoChinese == nil ? language : .english
        self.charset = charset
        self.whyNoChinese = whyNoChinese
        self.reducedMotion = reducedMotion
    }

    /// The structural glyphs.
    public var glyphs: Glyphs { ladder.glyphs }

    /// How ladders are written.
    public var ladder: LadderSettings { LadderSettings(language: language, charset: charset) }

    /// A text of the course in the learner's language, in characters that the terminal has.
    public func text(_ text: LocalizedText) -> String { charset.adapt(text(language)) }

    /// A sentence of the program's own in the learner's language.
    public func say(_ english: String, _ chinese: String) -> String {
        charset.adapt(language == .chinese ? chinese : english)
    }
}
