import Localization

/// What can be compared in two wordings of a text without knowing their languages.
///
/// When an author mends one wording and forgets the other, then nearly always code, a number or a mark shows it.
struct Translation {
    /// What one wording has and the other lacks.
    struct Disagreement: Equatable {
        /// As they are written, in order: `` `seq=1001` ``, `3`, `{isn}`, `*emphasis*`.
        var pieces: [String]
        /// Who has them, and who lacks them.
        var having: Language, lacking: Language
    }

    private struct Wording {
        var language: Language
        var text: String
        var marks: TextMarks
    }

    private let one: Wording, other: Wording

    /// The two wordings of a text that has two; `nil` for any other text.
    init?(_ text: LocalizedText) {
        let wordings = text.wordings.compactMap { language, text in
            language.map { Wording(language: $0, text: text, marks: TextMarks(text)) }
        }
        guard wordings.count == 2 else { return nil }
        (one, other) = (wordings[0], wordings[1])
    }

    /// What is odd in either of them; at most one for each direction.
    var disagreements: [Disagreement] {
        guard one.marks != TextMarks() || other.marks != TextMarks() else { return [] }
        return [disagreement(one, other), disagreement(other, one)].compactMap { $0 }
    }

    private func disagreement(_ one: Wording, _ other: Wording) -> Disagreement? {
        // What the other wording marks likewise need not be looked for among its words, which takes longer.
        lazy var words = TextWords(other.text)
        // Code in the other language's own words stands for as many pieces of code.
        var translated = other.marks.code.count { !$0.utf8.allSatisfy { $0 < 0x80 } }
        var pieces: [String] = []
        for code in one.marks.code where !other.marks.code.contains(code) && !words.contains(allOf: TextWords(code)) {
            guard code.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
            if translated > 0 {
                translated -= 1
            } else {
                pieces.append("`\(code)`")
            }
        }
        pieces += one.marks.placeholders.filter { !other.marks.placeholders.contains($0) }.map { "{\($0)}" }
        pieces += one.marks.numbers.filter { !other.marks.numbers.contains($0) && !words.contains(number: $0) }
        if let emphasis = one.marks.emphasis.first, other.marks.emphasis.isEmpty { pieces.append("*\(emphasis)*") }
        guard !pieces.isEmpty else { return nil }
        return Disagreement(pieces: pieces, having: one.language, lacking: other.language)
    }
}

/// What in a text is the same in every language.
struct TextMarks: Equatable {
    /// What stands between backticks, each once.
    var code: [String] = []
    /// What stands between asterisks that hug it.
    var emphasis: [String] = []
    /// The names in braces, each once.
    var placeholders: [String] = []
    /// The numbers outside of code, each once, without separators for thousands.
    var numbers: [String] = []

    init() {}

    init(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            guard bytes.contains(where: Self.isTelling) else { return }
            for paragraph in bytes.split(separator: UInt8(ascii: "\n")) { note(paragraph) }
        }
    }

    /// Whether a byte is a digit, a backtick, an asterisk or a brace: in a text without them nothing can be compared.
    private static func isTelling(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "{"): true
        default: false
        }
    }

    private mutating func note(_ paragraph: Slice<UnsafeBufferPointer<UInt8>>) {
        var rest = paragraph
        while let open = rest.firstIndex(of: UInt8(ascii: "`")) {
            notePlain(rest[..<open])
            rest = rest[(open + 1)...]
            // A backtick without a second one stands for itself.
            guard let close = rest.firstIndex(of: UInt8(ascii: "`")) else { break }
            if close > open + 1 {
                let text = String(decoding: rest[..<close], as: UTF8.self)
                if !code.contains(text) { code.append(text) }
            }
            rest = rest[(close + 1)...]
        }
        notePlain(rest)
    }

    private mutating func notePlain(_ part: Slice<UnsafeBufferPointer<UInt8>>) {
        guard part.contains(UInt8(ascii: "{")) else {
            return noteNumbersAndEmphasis(UnsafeBufferPointer(rebasing: part))
        }
        var text = String(decoding: part, as: UTF8.self)
        for placeholder in Placeholders.all(in: text).reversed() {
            if !placeholders.contains(placeholder.name) { placeholders.insert(placeholder.name, at: 0) }
            text.replaceSubrange(placeholder.range, with: " ")
        }
        text.withUTF8 { noteNumbersAndEmphasis($0) }
    }

    private mutating func noteNumbersAndEmphasis(_ text: UnsafeBufferPointer<UInt8>) {
        for number in TextWords.numbers(in: text) where !number.followsLetter && !numbers.contains(number.digits) {
            numbers.append(number.digits)
        }
        let star = UInt8(ascii: "*")
        guard var open = text.firstIndex(of: star) else { return }
        while let close = text[(open + 1)...].firstIndex(of: star) {
            let inner = String(decoding: text[(open + 1)..<close], as: UTF8.self)
            if inner.first?.isWhitespace == false, inner.last?.isWhitespace == false {
                emphasis.append(inner)
                return
            }
            open = close
        }
    }
}
