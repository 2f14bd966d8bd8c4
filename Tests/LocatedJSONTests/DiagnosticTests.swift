import LocatedJSON
import Testing

@Suite struct `A diagnostic` {
    /// The excerpt for the first place where `word` stands in `source`.
    private func excerpt(of word: String, in source: String) -> String {
        let bytes = Array(source.utf8)
        let parts = source.split(separator: word, maxSplits: 1, omittingEmptySubsequences: false)
        let before = String(parts[0])
        let line = before.unicodeScalars.count { $0 == "\n" } + 1
        let column =
            (before.split(separator: "\n", omittingEmptySubsequences: false).last?.unicodeScalars.count ?? 0) + 1
        let place = Place(line: line, column: column, offset: before.utf8.count, length: word.utf8.count)
        return Diagnostic(code: "c", file: "f.json", place: place, message: "wrong").excerpt(of: bytes)
    }

    @Test func `prints as editors expect`() {
        let place = Place(line: 14, column: 41, offset: 0, length: 0)
        #expect(
            Diagnostic(code: "c", file: "a/b.json", place: place, message: "no").description
                == "a/b.json:14:41: error: no")
        #expect(
            Diagnostic(.warning, code: "c", file: "b", place: place, message: "no").description
                == "b:14:41: warning: no")
    }

    @Test func `shows the line with carets under the fault`() {
        #expect(
            excerpt(of: "\"servr\"", in: "{\n  { \"from\": \"servr\", \"to\": \"client\" }\n}") == """
                f.json:2:13: error: wrong
                2 |   { "from": "servr", "to": "client" }
                  |             ^^^^^^^
                """)
    }

    @Test func `counts two cells for a Chinese character and four for a tab`() {
        #expect(
            excerpt(of: "错了", in: "\t\"服务器\": 错了, 好") == """
                f.json:1:9: error: wrong
                1 |     "服务器": 错了, 好
                  |               ^^^^
                """)
    }

    @Test func `cuts a long line around the fault`() {
        let long = String(repeating: "abcdefghi ", count: 30)
        #expect(
            excerpt(of: "HERE", in: long + "HERE" + long) == """
                f.json:1:301: error: wrong
                1 | ...def\("ghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi ")HERE\("abcdefghi abcdefghi abcdefghi abc")...
                  | \(String(repeating: " ", count: 60))^^^^
                """)
    }

    @Test func `shows one caret at the end of the text and never leaves the line`() {
        let atEnd = Diagnostic(
            code: "c", file: "f", place: Place(line: 1, column: 3, offset: 2, length: 0), message: "m")
        #expect(atEnd.excerpt(of: Array("{ ".utf8)) == "f:1:3: error: m\n1 | { \n  |   ^")
        let across = Diagnostic(
            code: "c", file: "f", place: Place(line: 1, column: 1, offset: 0, length: 9), message: "m")
        #expect(across.excerpt(of: Array("{ a\n b c\n}".utf8)) == "f:1:1: error: m\n1 | { a\n  | ^^^")
    }

    @Test func `lets no control character through to the terminal`() {
        #expect(excerpt(of: "x", in: "\u{1B}[31m\u{202E}x") == "f.json:1:7: error: wrong\n1 | ?[31m?x\n  |       ^")
    }

    /// Found by `make fuzz`: a string that is quoted where something else was expected.
    @Test(arguments: ["\u{202E}", "\u{1B}[31m", "\u{9B}", "\u{7}", "\u{2066}", "\n", "\u{200F}"])
    func `quotes nothing that a terminal obeys`(text: String) {
        let fault = Diagnostic(code: "x", file: "a\(text)", place: .start, message: "found '\(text)'")
        #expect(fault.description.contains("found '?"))
        #expect(fault.excerpt(of: []).unicodeScalars.allSatisfy { $0 == "\n" || DisplayWidth.isPrintable($0) })
        #expect(!fault.description.contains("\n"))
    }

    @Test(arguments: 0..<300) func `has a picture for any place in any text`(offset: Int) {
        let bytes = Array("{\"键\":\t\"".utf8) + [0xFF, 0xE4, 0x0A] + Array(repeating: 0x80, count: 250)
        for length in [0, 1, 7, 1000] {
            let place = Place(line: 1, column: 1, offset: offset, length: length)
            let lines = Diagnostic(code: "c", file: "f", place: place, message: "m").excerpt(of: bytes).split(
                separator: "\n")
            #expect(lines.count == 3)
        }
    }
}

@Suite struct `The nearest word` {
    @Test(arguments: [
        ("sned", "send"), ("Send", "send"), ("stat", "state"), ("timr", "timer"), ("parallell", "parallel"),
        ("nots", "note"),
    ])
    func `is suggested for a slip`(word: String, meant: String) {
        #expect(nearest(to: word, among: ["send", "state", "timer", "parallel", "note"]) == meant)
    }

    @Test(arguments: ["", "x", "banana", String(repeating: "a", count: 1000)])
    func `is not suggested when none is near`(word: String) {
        #expect(nearest(to: word, among: ["send", "state", "timer"]) == nil)
    }
}
