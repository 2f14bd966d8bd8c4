import Testing

@testable import CellGrid

@Suite struct CharsetTests {
    /// Every scalar of the first two planes but the inner ones of the blocks with thousands of Chinese, Korean and Tangut.
    private static let scalars = (0x20...0x1FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
        scalar in
        ![0x3500...0x9F00, 0xAD00...0xD700, 0xE100...0xF800, 0x12400...0x16A00, 0x17100...0x1AF00]
            .contains { range in range.contains(Int(scalar.value)) }
    }

    @Test(arguments: [
        ("RFC 9293 §3.5", "RFC 9293 sec. 3.5"), ("§ 3.5", "sec. 3.5"), ("§§3–4", "secs. 3-4"), ("1–2", "1-2"),
        ("wait…", "wait..."), ("“a” ‘b’", "\"a\" 'b'"), ("2×", "2x"), ("a ≥ b ≠ c", "a >= b != c"), ("A → B", "A -> B"),
        ("one—two", "one--two"),
        ("Lefèvre, Ångström, Łódź, Nguyễn, Æsir, straße", "Lefevre, Angstrom, Lodz, Nguyen, AEsir, strasse"),
        ("（ＡＢＣ，１）！", "(ABC,1)!"), ("《书》", "(..)"), ("40 µs", "40 us"), ("①②⑳", "(1)(2)(20)"), ("α Δ ω", "a D o"),
        ("e\u{301}", "e"), ("三次", "...."), ("⠉⣀⠤⠀", "'.. "), ("─│┌┼╌┊━", "-|++.:="), ("plain ?\n", "plain ?\n"),
        ("", ""),
    ])
    func `ASCII reads like the original`(text: String, expected: String) {
        #expect(Charset.ascii.adapt(text) == expected)
    }

    @Test(arguments: [
        ("他说：“你好……”——然后走了。", "他说：\"你好...\"--然后走了。"), ("RFC 9293 §3.5", "RFC 9293 sec. 3.5"),
        ("▶ 1× · 40 °", "> 1x . 40  deg"), ("naïve", "naïve"), ("café", "cafe"), ("⠉", "⠉"),
    ])
    func `Chinese stays where ambiguous widths are avoided`(text: String, expected: String) {
        #expect(Charset.ambiguousSafe.adapt(text) == expected)
    }

    @Test func `Unicode is left alone`() {
        #expect(Charset.unicode.adapt("“§3.5” ▶ 三次…") == "“§3.5” ▶ 三次…")
    }

    @Test func `no character becomes a question mark or leaves the charset`() {
        for scalar in Self.scalars where scalar != "？" && scalar != "?" {
            for charset in [Charset.ambiguousSafe, .ascii] {
                let adapted = charset.adapt(String(Character(scalar))).unicodeScalars
                guard
                    !adapted.allSatisfy(charset.permits) || adapted.contains("?")
                        || (adapted.isEmpty && CellWidth.of(scalar) > 0)
                else { continue }
                Issue.record("U+\(String(scalar.value, radix: 16)) in \(charset): '\(String(adapted))'")
            }
        }
        #expect(Charset.ascii.adapt("？") == "?")
    }

    @Test(arguments: [0xC0...0x17F, 0x1E00...0x1E9B, 0x1E9E...0x1E9E, 0x1EA0...0x1EF9] as [ClosedRange<UInt32>])
    func `every accented Latin letter has a base letter`(range: ClosedRange<UInt32>) {
        for scalar in range.compactMap(Unicode.Scalar.init) where scalar.properties.isAlphabetic {
            let base = Charset.ascii.adapt(String(Character(scalar)))
            #expect(base.unicodeScalars.allSatisfy { $0.properties.isAlphabetic }, "\(scalar) became '\(base)'")
        }
    }

    @Test func `an adapted grid keeps every width and needs no other charset`() {
        for scalar in Self.scalars {
            let cell = Cell(Character(scalar), .code)
            var grid = Grid(Size(columns: 4, rows: 1))
            grid[1, 0] = cell
            grid[1 + Int(cell.width), 0] = Cell("|")
            for charset in Charset.allCases {
                let adapted = grid.adapted(to: charset)
                let text = adapted.text.unicodeScalars
                if !text.allSatisfy(charset.permits) || adapted[1 + Int(cell.width), 0] != Cell("|")
                    || adapted[1, 0].role != .code || !GridTests.isSound(adapted)
                {
                    Issue.record("U+\(String(scalar.value, radix: 16)) in \(charset): \(adapted.text)")
                }
            }
        }
    }

    @Test func `an adapted grid still looks like itself`() {
        var grid = Grid(Size(columns: 20, rows: 4))
        grid.write("┌──┐ §3 “三”…", column: 0, row: 0)
        grid.write("│▶━│ → ≥", column: 0, row: 1)
        grid.write("└──┘ e\u{301} （１）", column: 0, row: 2)
        #expect(grid.adapted(to: .unicode) == grid)
        #expect(grid.adapted(to: .ascii).text == "+--+ S3 \"..\".\n|>=| > >\n+--+ e ( 1 )\n")
        #expect(grid.adapted(to: .ambiguousSafe).text == "+--+ S3 \"三\".\n|>=| > >\n+--+ e\u{301} （１）\n")
        #expect(Grid(Size(columns: 0, rows: 0)).adapted(to: .ascii).text == "")
    }
}
