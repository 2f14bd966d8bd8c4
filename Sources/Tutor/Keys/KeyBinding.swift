public import Localization

/// One row of the key table: keys, what they do, and how that is said in the help and in the bar below the screen.
public struct KeyBinding: Sendable {
    /// The keys that do it.
    public var keys: [Key]
    /// What they do.
    public var action: Action
    /// What the help screen says.
    public var help: LocalizedText
    /// What the bar says; `nil` for what the bar leaves out.
    public var short: LocalizedText?

    init(_ keys: [Key], _ action: Action, en: String, zh: String, bar: (en: String, zh: String)? = nil) {
        self.keys = keys
        self.action = action
        help = LocalizedText(en: en, zh: zh)
        short = bar.map { LocalizedText(en: $0.en, zh: $0.zh) }
    }
}

extension Key {
    /// The key as the help and the bar write it: `→`, `Space`, `^L`; words instead of arrows for `isASCII`.
    func label(isASCII: Bool) -> String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .up: isASCII ? "Up" : "↑"
        case .down: isASCII ? "Down" : "↓"
        case .left: isASCII ? "Left" : "←"
        case .right: isASCII ? "Right" : "→"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .enter: isASCII ? "Enter" : "⏎"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "S-Tab"
        case .backspace: "Bksp"
        case .delete: "Del"
        case .control(let letter): "^\(letter.uppercased())"
        }
    }
}
