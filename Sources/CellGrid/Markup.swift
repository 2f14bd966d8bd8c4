/// One paragraph of lesson markup: `*emphasis*` and `` `code` ``.
struct Markup {
    private let characters: [Character]

    init(_ paragraph: String) { characters = Array(paragraph) }

    /// The stretches between the marks; neighbours may have the same role, and none is empty.
    func runs(role: Role) -> [RichRun] { runs(in: 0..<characters.count, role: role, allowsEmphasis: true) }

    private func runs(in range: Range<Int>, role: Role, allowsEmphasis: Bool) -> [RichRun] {
        var runs: [RichRun] = []
        var literal = ""
        func flush() {
            if !literal.isEmpty { runs.append(RichRun(literal, role)) }
            literal = ""
        }
        var index = range.lowerBound
        while index < range.upperBound {
            if let close = closingBackquote(for: index, before: range.upperBound) {
                flush()
                runs.append(RichRun(String(characters[index + 1..<close]), .code))
                index = close + 1
            } else if allowsEmphasis, let close = closingAsterisk(for: index, before: range.upperBound) {
                flush()
                runs += self.runs(in: index + 1..<close, role: .emphasis, allowsEmphasis: false)
                index = close + 1
            } else {
                literal.append(characters[index])
                index += 1
            }
        }
        flush()
        return runs
    }

    /// The backquote that ends the code begun at `open`, if code begins there; code is never empty.
    private func closingBackquote(for open: Int, before end: Int) -> Int? {
        guard characters[open] == "`" else { return nil }
        let close = (open + 1..<end).first { characters[$0] == "`" }
        return close == open + 1 ? nil : close
    }

    /// The asterisk that ends the emphasis begun at `open`, if emphasis begins there.
    private func closingAsterisk(for open: Int, before end: Int) -> Int? {
        guard isSingleAsterisk(open), open + 1 < end, !characters[open + 1].isWhitespace else { return nil }
        var index = open + 1
        while index < end {
            if let close = closingBackquote(for: index, before: end) {
                index = close + 1
                continue
            }
            if isSingleAsterisk(index), !characters[index - 1].isWhitespace { return index }
            index += 1
        }
        return nil
    }

    private func isSingleAsterisk(_ index: Int) -> Bool {
        characters[index] == "*" && (index == 0 || characters[index - 1] != "*")
            && (index + 1 == characters.count || characters[index + 1] != "*")
    }
}
