/// The text in lines of at most `columns` cells.
///
///     wrapped("服务器回复 SYN-ACK，连接建立。", columns: 12)
///     // ["服务器回复", "SYN-ACK，连", "接建立。"]
///
/// Words of Latin letters stay whole unless they are longer than a line. No line starts with `，。、；：？！）」』】》”’%` and
/// their like or ends with `（「『【《“‘`, as long as the columns allow it. Every `\n` starts a new line.
///
/// - Returns: The lines, sanitised; an empty one for each empty paragraph. None for an empty text, or when there are no
///   columns at all. In a single column a wide character stands alone and is wider than its line.
public func wrapped(_ text: String, columns: Int) -> [String] {
    guard !text.isEmpty else { return [] }
    return paragraphs(of: text).flatMap { paragraph in
        let glyphs = Glyph.glyphs(of: paragraph)
        return LineBreaking(glyphs).lines(columns: columns).map { glyphs[$0].map(\.text).joined() }
    }
}

/// One line of at most `columns` cells; a text that is longer ends in `ellipsis` (``Glyphs/ellipsis``), one cell wide.
public func truncated(_ text: String, columns: Int, ellipsis: Character) -> String {
    let glyphs = Glyph.glyphs(of: text)
    guard glyphs.reduce(0, { $0 + $1.width }) > columns else { return glyphs.map(\.text).joined() }
    guard columns > 0 else { return "" }
    var line = "", width = 0
    for glyph in glyphs {
        guard width + glyph.width < columns else { break }
        line += glyph.text
        width += glyph.width
    }
    return line + String(ellipsis)
}

/// The text between line feeds, `\r\n` counting as one.
func paragraphs(of text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
        let isEndedByBoth = line.last == UInt8(ascii: "\r") && line.endIndex < text.utf8.endIndex
        return String(Substring(isEndedByBoth ? line.dropLast() : line))
    }
}
