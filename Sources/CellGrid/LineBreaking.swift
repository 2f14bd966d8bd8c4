/// A paragraph that is divided into lines; plain and rich text share it.
///
/// Each line takes as much as fits, up to the last place where a break is allowed. A stretch without such a place that
/// is longer than a line is cut, after a joint (`-`, `/`, `.`, `=`) when there is one in the second half. Only a wide
/// character alone in a single column is wider than its line: ``Grid`` then leaves it out.
struct LineBreaking {
    private let glyphs: [Glyph]
    private let classes: [BreakClass]

    /// A paragraph, as the glyphs of a text without line feeds.
    init(_ glyphs: [Glyph]) {
        self.glyphs = glyphs
        classes = glyphs.map(BreakClass.init)
    }

    /// The parts of the paragraph that become lines of at most `columns` cells, without the spaces between them.
    ///
    /// - Returns: One range for each line, at least one: a paragraph of spaces is one empty line. None without columns.
    func lines(columns: Int) -> [Range<Int>] {
        guard columns > 0 else { return [] }
        var lines: [Range<Int>] = []
        var start = 0
        while start < glyphs.count {
            let end = endOfLine(from: start, columns: columns)
            let line = trimmed(start..<end)
            if !line.isEmpty { lines.append(line) }
            start = end
            while start < glyphs.count, classes[start] == .space { start += 1 }
        }
        return lines.isEmpty ? [0..<0] : lines
    }

    /// One past the last glyph of the line that begins at `start`; always past `start`.
    private func endOfLine(from start: Int, columns: Int) -> Int {
        var width = 0
        var lastBreak: Int?
        var previous: Int?  // the last glyph that is not a space
        for index in start..<glyphs.count {
            if classes[index] == .space {
                width += glyphs[index].width  // May hang over the edge: what hangs is not drawn.
                continue
            }
            if let previous, allowsBreak(after: previous, before: index) { lastBreak = index }
            guard width + glyphs[index].width <= columns || index == start else {
                return lastBreak ?? cut(start..<index)
            }
            width += glyphs[index].width
            previous = index
        }
        return glyphs.count
    }

    /// Whether a line may end after the glyph at `left`; between it and the one at `right` are none but spaces.
    private func allowsBreak(after left: Int, before right: Int) -> Bool {
        if left + 1 < right { return classes[left] != .opening && classes[right] != .closing }
        return switch (classes[left], classes[right]) {
        case (_, .closing), (_, .postfix), (_, .glue): false
        case (.opening, _), (.prefix, _), (.glue, _): false
        case (.dash, .dash), (.word, .dash), (.postfix, .dash): false
        case (.dash, _): true
        case (.closing, .word): glyphs[left].text != "’"  // don’t
        case (.word, .opening), (.postfix, .opening): glyphs[right].text != "‘"
        case (.word, .word), (.word, .prefix), (.postfix, .word), (.postfix, .prefix): false
        default: true
        }
    }

    /// Where to cut a stretch in which no break is allowed; `fitting` is what there is room for.
    private func cut(_ fitting: Range<Int>) -> Int {
        func isClean(_ index: Int) -> Bool {
            switch (classes[index - 1], classes[index]) {
            case (.opening, _), (.prefix, _), (_, .closing), (_, .postfix), (.dash, .dash): false
            default: true
            }
        }
        func isJoint(_ index: Int) -> Bool {
            ["-", "/", ".", ",", ":", "=", "&", "_", "?", ")"].contains(glyphs[index - 1].text)
        }
        let candidates = (fitting.lowerBound + 1...fitting.upperBound).reversed()
        let half = fitting.lowerBound + fitting.count / 2
        return candidates.first { $0 > half && isJoint($0) && isClean($0) }
            ?? candidates.first(where: isClean) ?? fitting.upperBound
    }

    private func trimmed(_ line: Range<Int>) -> Range<Int> {
        var end = line.upperBound
        while end > line.lowerBound, classes[end - 1] == .space { end -= 1 }
        return line.lowerBound..<end
    }
}
