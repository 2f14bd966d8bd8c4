import Testing

@testable import CellGrid

@Suite struct TextWrapTests {
    static let forbiddenStarts = Set("，。、；：？！）」』】》”’…％,.;:?!)]}%/-")
    static let forbiddenEnds = Set("（「『【《“‘([{")

    @Test func `Chinese breaks between any two characters but not before a comma`() {
        #expect(wrapped("服务器回复 SYN-ACK，连接建立。", columns: 12) == ["服务器回复", "SYN-ACK，连", "接建立。"])
        #expect(wrapped("三次握手，四次挥手。", columns: 8) == ["三次握", "手，四次", "挥手。"])
        #expect(wrapped("他说“你好”，走了", columns: 5) == ["他说", "“你", "好”，", "走了"])
        #expect(wrapped("看（图）", columns: 4) == ["看", "（图", "）"])
    }

    @Test func `a space does not let a comma start a line or a bracket end one`() {
        #expect(wrapped("三次 ，好", columns: 5) == ["三", "次 ，", "好"])
        #expect(wrapped("好（ 三", columns: 5) == ["好", "（ 三"])
    }

    @Test func `Latin words stay whole`() {
        #expect(wrapped("the server answers", columns: 10) == ["the server", "answers"])
        #expect(wrapped("SYN-RECEIVED state", columns: 13) == ["SYN-RECEIVED", "state"])
        #expect(wrapped("状态SYN-SENT是", columns: 10) == ["状态", "SYN-SENT是"])
        #expect(wrapped("I don’t know", columns: 6) == ["I", "don’t", "know"])
        #expect(wrapped("say \"a b\" (or c)", columns: 6) == ["say \"a", "b\" (or", "c)"])
    }

    @Test func `a word longer than a line is cut, at a joint if it has one`() {
        #expect(wrapped("abcdefghij", columns: 4) == ["abcd", "efgh", "ij"])
        #expect(wrapped("192.0.2.10:50000", columns: 12) == ["192.0.2.10:", "50000"])
        #expect(wrapped("http://www.example.com/", columns: 16) == ["http://www.", "example.com/"])
        #expect(wrapped("（abcdefgh）。", columns: 10) == ["（abcdefg", "h）。"])
    }

    @Test func `ASCII punctuation stays with the Chinese before it`() {
        #expect(wrapped("字节流, 好", columns: 6) == ["字节", "流, 好"])
        #expect(wrapped("占比百分之50%", columns: 12) == ["占比百分之", "50%"])
        #expect(wrapped("请求/响应", columns: 5) == ["请求/", "响应"])
    }

    @Test func `a double dash is not divided`() {
        #expect(wrapped("客户端——服务器", columns: 7) == ["客户端", "——服务", "器"])
        #expect(wrapped("one—two", columns: 5) == ["one—", "two"])
    }

    @Test func `line feeds start paragraphs and empty ones are kept`() {
        #expect(wrapped("a\nb", columns: 9) == ["a", "b"])
        #expect(wrapped("a\r\n\nb\n", columns: 9) == ["a", "", "b", ""])
        #expect(wrapped("", columns: 9) == [])
    }

    @Test func `spaces at a break vanish, others stay`() {
        #expect(wrapped("ab   cd", columns: 3) == ["ab", "cd"])
        #expect(wrapped("  ab  cd", columns: 8) == ["  ab  cd"])
        #expect(wrapped("      ab", columns: 3) == ["ab"])
        #expect(wrapped("   ", columns: 2) == [""])
        #expect(wrapped("a\u{A0}b c", columns: 3) == ["a\u{A0}b", "c"])
    }

    @Test(arguments: -1...2) func `hardly any room is no trap`(columns: Int) {
        for text in ["三次握手，（好）", "a b", "（（（", "）））", "\u{1B}[m\u{301}", " ", "\n\n", "——……", "中a中"] {
            let lines = wrapped(text, columns: columns)
            #expect(lines.isEmpty == (columns <= 0))
            #expect(lines.allSatisfy { $0.cellWidth <= max(columns, 2) })
            if columns == 2 { #expect(lines.allSatisfy { $0.cellWidth <= 2 }) }
        }
    }

    static let pieces = [
        "三", "次", "握手", "SYN", "seq=1000", " ", "，", "。", "“", "”", "（", "）", "、", "a", "it’s", "(x)", ", ", "……", "——",
        "》",
        "《", "1", "%", "🎉", "e\u{301}",
    ]

    @Test(arguments: 0..<200 as Range<UInt64>) func `no text is lost and no line is too long`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let text = (0..<40).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
        for columns in 2...40 {
            let lines = wrapped(text, columns: columns)
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            for line in lines {
                #expect(line.cellWidth <= columns && !line.isEmpty && line.last != " ")
                #expect(line == lines.first || line.first != " ")
            }
        }
    }

    /// Whole sentences with at most three marks in a row: no stretch of them is longer than 14 cells.
    @Test(arguments: 0..<200 as Range<UInt64>) func `no line starts or ends with a mark that must not`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let words = ["三", "次", "握", "手", "SYN", "ACK", "40"]
        var text = "序"
        for _ in 0..<40 {
            let word = words.randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<9, using: &random) {
            case 0: text += "“\(word)”，"
            case 1: text += "（\(word)）。"
            case 2: text += "《\(word)》"
            case 3: text += "\(word), "
            case 4: text += " (\(word))"
            case 5: text += "的\(word)……"
            default: text += word == "三" ? word : "的\(word)"
            }
        }
        for columns in 14...50 {
            let lines = wrapped(text, columns: columns)
            for line in lines {
                #expect(line.first.map(Self.forbiddenStarts.contains) == false, "\(line)")
                #expect(line.last.map(Self.forbiddenEnds.contains) == false, "\(line)")
            }
        }
    }

    @Test func `a text that is too long ends in an ellipsis`() {
        for (columns, expected) in [
            (9, "三次握手"), (8, "三次握手"), (7, "三次握…"), (6, "三次…"), (2, "…"), (1, "…"), (0, ""), (-1, ""),
        ] {
            #expect(truncated("三次握手", columns: columns, ellipsis: "…") == expected)
        }
        #expect(truncated("", columns: 0, ellipsis: "…") == "")
    }
}
