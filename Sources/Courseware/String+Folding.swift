extension String {
    /// Without white space at either end.
    package var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// With full-width forms as their ordinary counterparts: `ＲＳＴ` as `RST`, the ideographic space as a space.
    ///
    /// The block Halfwidth and Fullwidth Forms, U+FF01…U+FF5E, mirrors ASCII from `!` to `~`.
    package var halfWidth: String {
        var folded = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let isMirror = (0xFF01...0xFF5E).contains(scalar.value)
            let counterpart = isMirror ? Unicode.Scalar(scalar.value - 0xFF01 + 0x21) : nil
            folded.append(scalar == "\u{3000}" ? " " : counterpart ?? scalar)
        }
        return String(folded)
    }
}
