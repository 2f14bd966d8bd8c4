import LocatedJSON

/// What a text is made of, found in one pass over its bytes.
struct TextSurvey {
    /// Whether there is nothing to see in it.
    private(set) var isBlank = true
    /// The first character that steers the terminal or shows nothing; line breaks are none.
    private(set) var firstControl: Unicode.Scalar?
    /// How many backticks it has, with which code is marked.
    private(set) var codeMarks = 0

    init(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var offset = 0
            while offset < bytes.count {
                switch bytes[offset] {
                case UInt8(ascii: " "), UInt8(ascii: "\n"): offset += 1
                case UInt8(ascii: "`"):
                    codeMarks += 1
                    isBlank = false
                    offset += 1
                case 0x21..<0x7F:
                    isBlank = false
                    offset += 1
                case 0xE4...0xE9:
                    // U+4000…9FFF, three bytes each: every one of them is assigned, and a Chinese character or a hexagram.
                    isBlank = false
                    offset += 3
                case 0xE3 where Self.isPair(bytes, offset, 0x80, 0x81...0xBE),
                    0xEF where Self.isPair(bytes, offset, 0xBC, 0x81...0xBF):
                    // U+3001…303E and U+FF01…FF3F: the punctuation of Chinese.
                    isBlank = false
                    offset += 3
                default:
                    let rest = UnsafeBufferPointer(rebasing: bytes[offset...].prefix(4))
                    guard let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first else { return }
                    note(scalar)
                    offset += UTF8.width(scalar)
                }
            }
        }
    }

    /// Whether the bytes after this one are `second` and one of `third`.
    private static func isPair(
        _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ second: UInt8, _ third: ClosedRange<UInt8>
    ) -> Bool { offset + 2 < bytes.count && bytes[offset + 1] == second && third.contains(bytes[offset + 2]) }

    private mutating func note(_ scalar: Unicode.Scalar) {
        if isBlank, !scalar.properties.isWhitespace { isBlank = false }
        if firstControl == nil, !DisplayWidth.isPrintable(scalar) { firstControl = scalar }
    }
}
