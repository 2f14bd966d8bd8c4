import LocatedJSON
import Testing

@Suite struct `A fix` {
    private func apply(_ text: String, _ fixes: [Fix]) -> String {
        String(decoding: SourceFile("f", text: text).applying(fixes).bytes, as: UTF8.self)
    }

    @Test func `puts its text in the place of the bytes that it names`() {
        #expect(apply("a sned b", [Fix(2..<6, replacement: "send")]) == "a send b")
        #expect(apply("ab", [Fix(2..<2, replacement: "c"), Fix(0..<0, replacement: "-")]) == "-abc")
        #expect(apply("数 sned", [Fix(4..<8, replacement: "发")]) == "数 发")
        #expect(apply("ab", []) == "ab")
    }

    @Test func `gives way to one that begins before it`() {
        let fixes = [Fix(1..<3, replacement: "X"), Fix(0..<2, replacement: "Y"), Fix(4..<4, replacement: "Z")]
        #expect(SourceFile.compatible(fixes) == [fixes[1], fixes[2]])
        #expect(apply("abcd", fixes) == "YcdZ")
        // Two that only touch each other may not be meant to be made together.
        #expect(apply("ab", [Fix(1..<1, replacement: "1"), Fix(1..<1, replacement: "2")]) == "a1b")
    }

    @Test func `outside of the file changes nothing`() {
        #expect(apply("ab", [Fix(1..<9, replacement: "X"), Fix(7..<8, replacement: "Y")]) == "ab")
    }

    @Test(arguments: [
        (#"{ "id": "x", "title": "X" }"#, #"{ "id": "x", "title": "X", "lesson": "y" }"#),
        ("{\n\t\"id\":\"x\",\n\t\"title\":\"X\"\n}", "{\n\t\"id\":\"x\",\n\t\"title\":\"X\",\n\t\"lesson\": \"y\"\n}"),
        ("{\r\n  \"title\": [ ]\r\n}", "{\r\n  \"title\": [ ],\r\n  \"lesson\": \"y\"\r\n}"),
        (#"{"title":{"en":"X"},"id":1}"#, #"{"title":{"en":"X"},"lesson": "y","id":1}"#),
    ])
    func `adds a member as its neighbours are written`(before: String, after: String) throws {
        let bytes = Array(before.utf8)
        let fix = try #require(try JSONNode(parsing: bytes).inserting("lesson", "y", after: "title", in: bytes))
        #expect(apply(before, [fix]) == after)
        #expect(try JSONNode(parsing: Array(after.utf8))["lesson"] == "y")
    }

    @Test func `adds a first member`() throws {
        let text = "{\n  \"id\": \"x\" }", bytes = Array(text.utf8)
        let fix = try #require(try JSONNode(parsing: bytes).inserting("$schema", "a\"b", after: nil, in: bytes))
        #expect(apply(text, [fix]) == "{\n  \"$schema\": \"a\\\"b\",\n  \"id\": \"x\" }")
    }

    @Test func `adds nothing to what is no object or has no such member`() throws {
        for text in ["{}", "[]", "3"] {
            let bytes = Array(text.utf8), node = try JSONNode(parsing: bytes)
            #expect(node.inserting("a", "b", after: nil, in: bytes) == nil)
            #expect(node.inserting("a", "b", after: "c", in: bytes) == nil)
        }
        // A place from another text is out of reach.
        #expect(try JSONNode(parsing: Array(#"{ "a": 1 }"#.utf8)).inserting("b", "c", after: "a", in: []) == nil)
    }
}

@Suite struct `A misspelled word` {
    private struct Misspelling: Fault {
        var code: String { "test" }
        var message: String { "test" }
        var correction: Correction?
    }

    /// What the file says once the misspelling in the first string of the list is mended.
    private func mended(_ text: String, _ wrong: String, _ right: String, isSure: Bool = true) throws -> String? {
        let file = SourceFile("f", text: text), log = FaultLog(of: file)
        let place = try #require(try JSONNode(parsing: file.bytes).elements?.first?.place)
        log.report(Misspelling(correction: Correction(wrong, meant: right, isSure: isSure)), at: place)
        #expect(log.diagnostics[0].suggestion == right)
        return log.diagnostics[0].fix.map { String(decoding: file.applying([$0]).bytes, as: UTF8.self) }
    }

    @Test func `is changed where it stands, alone or in a longer text`() throws {
        #expect(try mended(#"["sned"]"#, "sned", "send") == #"["send"]"#)
        #expect(
            try mended(#"["drop:SYN@clinet#2", "clinet"]"#, "clinet", "client") == #"["drop:SYN@client#2", "clinet"]"#)
        #expect(try mended(#"["服务器x"]"#, "服务器x", "a\"b") == #"["a\"b"]"#)
    }

    @Test func `is left alone when it cannot be told where it stands, or what was meant`() throws {
        #expect(try mended(#"["a@clien/clien"]"#, "clien", "client") == nil)
        #expect(try mended(#"["sn\u0065d"]"#, "sned", "send") == nil)
        #expect(try mended(#"["sned"]"#, "sned", "send", isSure: false) == nil)
    }

    @Test(arguments: [
        ("sned", ["send", "state"], "send"), ("form", ["from", "for"], nil), ("x", ["y"], nil),
        ("servr", ["server", "server"], "server"),
    ])
    func `has one meaning only when one word is like it`(word: String, known: [String], expected: String?) {
        #expect(soleNear(to: word, among: known) == expected)
    }

    @Test(arguments: [
        // `from` is there already, and `form` is like it: `for` is not what was meant.
        (#"{ "from": 1, "form": 2 }"#, nil), (#"{ "frm": 1 }"#, "from"), (#"{ "whne": 1 }"#, "when"),
        // Both would become one key.
        (#"{ "whne": 1, "wehn": 2 }"#, nil),
    ])
    func `is a key that a program changes only without doubt`(text: String, expected: String?) throws {
        let file = SourceFile("f", text: text), log = FaultLog(of: file)
        var object = try #require(ObjectReader(try JSONNode(parsing: file.bytes), as: "it", log: log))
        for key in ["from", "for", "when"] { object.allow(key) }
        object.finish()
        #expect(log.diagnostics.first { $0.code == "unknown-key" }?.fix?.replacement == expected)
    }
}

@Suite struct `A log of faults` {
    private struct Nothing: Fault {
        var code: String { "nothing" }
        var message: String { "nothing" }
    }

    @Test func `says that there are more than it keeps`() {
        let log = FaultLog(file: "f")
        for line in 1...600 { log.report(Nothing(), at: Place(line: line, column: 1, offset: line, length: 0)) }
        #expect(log.diagnostics.count == 501)
        #expect(
            log.diagnostics.last?.description
                == "f:501:1: error: more than 500 faults; the rest is told once these are mended")
    }

    @Test func `takes what is no fault in its file for none`() {
        let log = FaultLog(of: SourceFile("f", [])) { $0 is Nothing ? nil : .error }
        log.report(Nothing(), at: .start)
        #expect(log.diagnostics == [])
    }
}
