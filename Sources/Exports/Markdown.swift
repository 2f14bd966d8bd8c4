import CellGrid

/// Text as it may stand in a Markdown document, whatever it holds (CommonMark 0.31, with GitHub's additions).
enum Markdown {
    /// A lesson's text, its own markup turned into Markdown's, a string for each paragraph.
    static func paragraphs(_ markup: String) -> [String] {
        var paragraphs: [[RichRun]] = [[]]
        for run in RichText(markup).runs {
            for (index, part) in run.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { paragraphs.append([]) }
                if !part.isEmpty { paragraphs[paragraphs.count - 1].append(RichRun(String(part), run.role)) }
            }
        }
        return paragraphs.filter { !$0.isEmpty }.map { runs in
            atLineStart(runs.map(inline).joined())
        }
    }

    /// The same on one line.
    static func line(_ markup: String) -> String { paragraphs(markup).joined(separator: " ") }

    private static func inline(_ run: RichRun) -> String {
        switch run.role {
        case .code: code(run.text)
        case .emphasis: emphasis(run.text)
        default: plain(run.text)
        }
    }

    /// Text in which nothing is markup.
    static func plain(_ text: String) -> String {
        var escaped = ""
        for scalar in text.sanitized.unicodeScalars {
            if "\\`*_[]<>&~|$".unicodeScalars.contains(scalar) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }

    /// Emphasis: stars, but not where punctuation on their inner side could keep them from being read as such.
    static func emphasis(_ text: String) -> String {
        let isWord = [text.first, text.last].allSatisfy { $0.map { $0.isLetter || $0.isNumber } ?? false }
        return isWord ? "*\(plain(text))*" : "<em>\(plain(text))</em>"
    }

    /// A code span, whose fence is longer than any run of backquotes inside.
    static func code(_ text: String) -> String {
        let text = text.sanitized
        let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
        let padding = text.hasPrefix("`") || text.hasSuffix("`") || text.allSatisfy { $0 == " " } ? " " : ""
        return fence + padding + text + padding + fence
    }

    /// A fenced block of text that stands as it is, each line indented by `indent`.
    static func block(_ text: String, language: String = "text", indent: String = "") -> [String] {
        let fence = String(repeating: "`", count: max(longestRun(of: "`", in: text) + 1, 3))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return [indent + fence + language] + lines.map { $0.isEmpty ? "" : indent + $0 } + [indent + fence]
    }

    /// A list item: a marker, then paragraphs below each other under the text of the first.
    static func item(_ marker: String, _ paragraphs: [String]) -> [String] {
        let indent = String(repeating: " ", count: marker.count + 1)
        var lines: [String] = []
        for (index, paragraph) in paragraphs.enumerated() {
            if index > 0 { lines.append("") }
            lines.append((index == 0 ? marker + " " : indent) + paragraph)
        }
        return lines.isEmpty ? [marker] : lines
    }

    /// The same with what would begin a heading, a list or a rule at the start of a line made harmless.
    private static func atLineStart(_ text: String) -> String {
        let text = text.drop { $0 == " " }
        if let first = text.first, "#+-=".contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text[digits.endIndex...]
        if !digits.isEmpty, let next = rest.first, ".)".contains(next) { return digits + "\\" + rest }
        return String(text)
    }

    private static func longestRun(of character: Character, in text: String) -> Int {
        var longest = 0, run = 0
        for other in text {
            run = other == character ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
