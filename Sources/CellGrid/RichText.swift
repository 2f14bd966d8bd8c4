/// A stretch of text that is one thing.
public struct RichRun: Hashable, Sendable {
    /// What it says.
    public var text: String
    /// What it is.
    public var role: Role

    /// A text in a role.
    public init(_ text: String, _ role: Role = .plain) {
        self.text = text
        self.role = role
    }
}

/// One line of rich text, wrapped already; ``Grid/write(line:column:row:within:)`` draws it.
public struct RichLine: Hashable, Sendable {
    /// The stretches, left to right; no two neighbours have the same role.
    public var runs: [RichRun]

    /// A line of runs.
    public init(_ runs: [RichRun] = []) { self.runs = runs }

    /// Width in cells.
    public var width: Int { runs.reduce(0) { $0 + $1.text.cellWidth } }
    /// The words alone.
    public var text: String { runs.map(\.text).joined() }
}

/// A lesson's text with its markup read.
///
///     RichText("the *next* byte is `seq + 1`").runs
///     // "the " plain, "next" emphasis, " byte is " plain, "seq + 1" code
///
/// `*emphasis*` hugs its words: a mark with a space on its inner side, or doubled, is an asterisk. Between backquotes
/// everything is literal. A mark whose partner is missing in the same paragraph stands for itself.
public struct RichText: Hashable, Sendable {
    /// The stretches in reading order; a `\n` inside starts a new line.
    public private(set) var runs: [RichRun]

    /// Reads marked-up text; what is not marked has the role `role`.
    public init(_ markup: String, role: Role = .plain) {
        runs = []
        for (index, paragraph) in paragraphs(of: markup).enumerated() {
            if index > 0 { append(RichRun("\n", role)) }
            for run in Markup(paragraph).runs(role: role) { append(run) }
        }
    }

    /// A text made of runs, in which no mark has a meaning.
    public init(_ runs: [RichRun]) {
        self.runs = []
        for run in runs { append(run) }
    }

    /// The words without their marks.
    public static func plain(_ markup: String) -> String { RichText(markup).text }

    /// The words alone.
    public var text: String { runs.map(\.text).joined() }

    /// Adds a stretch at the end.
    public mutating func append(_ run: RichRun) {
        if run.text.isEmpty { return }
        if runs.last?.role == run.role {
            runs[runs.count - 1].text += run.text
        } else {
            runs.append(run)
        }
    }

    /// The text in lines of at most `columns` cells, by the same rules as ``wrapped(_:columns:)``.
    public func wrapped(columns: Int) -> [RichLine] {
        guard !runs.isEmpty else { return [] }
        var glyphs: [[Glyph]] = [[]], roles: [[Role]] = [[]]
        for run in runs {
            for (index, part) in paragraphs(of: run.text).enumerated() {
                if index > 0 {
                    glyphs.append([])
                    roles.append([])
                }
                let more = Glyph.glyphs(of: part)
                glyphs[glyphs.count - 1] += more
                roles[roles.count - 1] += Array(repeating: run.role, count: more.count)
            }
        }
        return zip(glyphs, roles).flatMap { glyphs, roles in
            LineBreaking(glyphs).lines(columns: columns).map { line in
                RichLine(RichText(line.map { RichRun(glyphs[$0].text, roles[$0]) }).runs)
            }
        }
    }
}

extension Grid {
    /// Writes a line of rich text as ``write(_:column:row:role:within:)`` writes a plain one.
    ///
    /// - Returns: The column after the last character, as if nothing had been clipped.
    @discardableResult
    public mutating func write(line: RichLine, column: Int, row: Int, within area: Rect? = nil) -> Int {
        line.runs.reduce(column) { write($1.text, column: $0, row: row, role: $1.role, within: area) }
    }
}
