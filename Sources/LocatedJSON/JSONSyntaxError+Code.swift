extension JSONSyntaxError.Fault {
    /// The kind of fault, in words that never change.
    public var code: String {
        switch self {
        case .tooLarge: "file-too-large"
        case .empty: "empty-file"
        case .byteOrderMark: "byte-order-mark"
        case .invalidUTF8: "not-utf-8"
        case .unexpectedEnd: "unexpected-end"
        case .unexpected: "unexpected-character"
        case .trailingComma: "trailing-comma"
        case .trailingText: "trailing-text"
        case .unknownWord: "not-a-json-value"
        case .malformedNumber: "malformed-json-number"
        case .duplicateKey: "duplicate-key"
        case .controlCharacter: "raw-control-character"
        case .unknownEscape: "unknown-escape"
        case .malformedUnicodeEscape: "malformed-unicode-escape"
        case .loneSurrogate: "lone-surrogate"
        case .tooDeep: "nested-too-deep"
        }
    }
}
