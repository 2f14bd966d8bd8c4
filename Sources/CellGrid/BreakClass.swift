/// What a glyph does to the place before and after it when a line is broken.
///
/// A small cut of Unicode Standard Annex 14, with what Chinese typesetting adds to it (W3C, *Requirements for Chinese
/// Text Layout*, §3.1.6 "Prohibition rules for line start and line end").
enum BreakClass {
    /// A line may end after it, and then it is not drawn.
    case space
    /// A character with a possible break on both sides: Chinese, emoji.
    case ideograph
    /// `（「“`: never at the end of a line.
    case opening
    /// `，。」”……％`: never at the start of a line, not even after a space.
    case closing
    /// `)`, `,`, `%`, `/` and their like: they stay with what stands directly before them.
    case postfix
    /// `(`, `[`, `$`: they stay with what stands directly after them.
    case prefix
    /// Letters, digits and everything else that makes up a word.
    case word
    /// `—`, `―`: a break is possible after it, but not between two.
    case dash
    /// No-break space, straight quotes: no break on either side.
    case glue

    init(_ glyph: Glyph) {
        guard let scalar = glyph.text.unicodeScalars.first else {
            self = .space
            return
        }
        switch scalar {
        case " ", "\u{1680}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}", "\u{3000}": self = .space
        case "A"..."Z", "a"..."z", "0"..."9": self = .word
        case "(", "[", "{", "$", "#", "£", "§": self = .prefix
        case ")", "]", "}", ",", ".", ":", ";", "!", "?", "%", "/", "-", "–", "°", "»", "›", "′", "″": self = .postfix
        case "\"", "'", "\u{A0}", "\u{2007}", "\u{202F}": self = .glue
        case "—", "―", "⸺": self = .dash
        case "“", "‘", "（", "［", "｛", "〈", "《", "「", "『", "【", "〔", "〖", "〘", "〚", "〝", "｟", "￥", "＄": self = .opening
        case "”", "’", "）", "］", "｝", "〉", "》", "」", "』", "】", "〕", "〗", "〙", "〛", "〞", "〟", "｠": self = .closing
        case "，", "。", "、", "；", "：", "？", "！", "．", "｡", "､", "％", "…", "‥", "‰", "℃", "·", "・", "～", "／", "々", "ー",
            "¢":
            self = .closing
        default: self = glyph.width == 2 ? .ideograph : .word
        }
    }
}
