import Testing

@testable import CellGrid

@Suite struct RichTextTests {
    /// The runs as text: `e[…]` for emphasis, `c[…]` for code.
    private func picture(_ markup: String) -> String {
        RichText(markup).runs.map { run in
            switch run.role {
            case .emphasis: "e[\(run.text)]"
            case .code: "c[\(run.text)]"
            default: run.text
            }
        }.joined()
    }

    @Test func `marks become roles`() {
        #expect(picture("the *next* byte is `seq + 1`") == "the e[next] byte is c[seq + 1]")
        #expect(picture("服务器*确认*了`SYN`。") == "服务器e[确认]了c[SYN]。")
        #expect(picture("*a* *b*") == "e[a] e[b]")
        #expect(picture("*its `seq` field*") == "e[its ]c[seq]e[ field]")
        #expect(picture("`*.example.com`") == "c[*.example.com]")
    }

    @Test(arguments: [
        "*", "`", "a*b", "a`b", "2 * 3 * 4", "**", "``", "**bold**", "* a*", "*a *", "*a\nb*", "`a\nb`", "***",
    ])
    func `marks without a partner are literal`(markup: String) {
        #expect(picture(markup) == markup)
        #expect(RichText.plain(markup) == markup)
    }

    @Test func `plain text has no marks`() {
        #expect(RichText.plain("the *next* byte is `seq + 1`\nand *so* on") == "the next byte is seq + 1\nand so on")
    }

    @Test func `the base role is the caller's`() {
        #expect(RichText("a `b`", role: .note).runs == [RichRun("a ", .note), RichRun("b", .code)])
        #expect(RichText("", role: .note).runs == [])
    }

    @Test func `rich text wraps as plain text does`() {
        let markup = "服务器*确认*了`seq=1000`，（见 *RFC 9293*）。\n\n第二段 `a b`——*完*。"
        for columns in 0...40 {
            let lines = RichText(markup).wrapped(columns: columns)
            #expect(lines.map(\.text) == wrapped(RichText.plain(markup), columns: columns))
            #expect(lines.allSatisfy { $0.width <= max(columns, 2) })
        }
    }

    @Test func `a run that is broken keeps its role on both lines`() {
        let lines = RichText("ab *cd ef* g").wrapped(columns: 5)
        #expect(
            lines == [
                RichLine([RichRun("ab "), RichRun("cd", .emphasis)]),
                RichLine([RichRun("ef", .emphasis), RichRun(" g")]),
            ])
    }

    @Test func `a rich line is written with its roles`() {
        var grid = Grid(Size(columns: 8, rows: 1))
        let line = RichLine([RichRun("三", .code), RichRun("次x")])
        #expect(grid.write(line: line, column: 1, row: 0) == 6)
        #expect(grid.text == " 三次x")
        #expect(grid.row(0).map(\.role) == [.plain, .code, .code, .plain, .plain, .plain, .plain, .plain])
        #expect(grid.write(line: line, column: -1, row: 0, within: Rect(column: 0, row: 0, columns: 3, rows: 1)) == 4)
        #expect(grid.text == " 次次x")
    }

    @Test(arguments: 0..<100 as Range<UInt64>) func `no markup loses a letter`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let markup = (0..<30).map { _ in ["*", "`", "a", "中", " ", "\n"].randomElement(using: &random) ?? "" }.joined()
        let kept = RichText.plain(markup).filter { $0 != "*" && $0 != "`" }
        #expect(kept == markup.filter { $0 != "*" && $0 != "`" })
    }
}
