import LocatedJSON
import Testing

@Suite struct `A JSON text` {
    @Test func `is read with its values and their order`() throws {
        let node = try JSONNode(
            parsing: Array(#"{"b": [1, -2.5e3, true, null], "a": "x\n\u0041\ud83d\ude00/\/"}"#.utf8))
        #expect(node.members?.map(\.key) == ["b", "a"])
        #expect(node["b"]?.elements?.map(\.integer) == [1, nil, nil, nil])
        #expect(node["b"]?.elements?[1].double == -2500)
        #expect(node["b"]?.elements?[2].bool == true)
        #expect(node["b"]?.elements?[3] == .null)
        #expect(node["a"]?.string == "x\nA😀//")
        #expect(node["c"] == nil)
    }

    @Test func `tells the place of every key and value`() throws {
        let source = "{\n\t\"名\": \"值\",\r\n  \"n\": [10, {}]\n}"
        let node = try JSONNode(parsing: Array(source.utf8))
        let members = try #require(node.members)
        #expect(node.place == Place(line: 1, column: 1, offset: 0, length: source.utf8.count))
        #expect(members[0].keyPlace == Place(line: 2, column: 2, offset: 3, length: 5))
        #expect(members[0].value.place == Place(line: 2, column: 7, offset: 10, length: 5))
        #expect(members[1].keyPlace == Place(line: 3, column: 3, offset: 20, length: 3))
        #expect(members[1].value.elements?[0].place == Place(line: 3, column: 9, offset: 26, length: 2))
        #expect(members[1].value.elements?[1].place == Place(line: 3, column: 13, offset: 30, length: 2))
    }

    @Test func `tells the place of a part of a string that has no escapes`() throws {
        let node = try JSONNode(parsing: Array(#"["序 {isn}", "a\n{isn}"]"#.utf8))
        let plain = try #require(node.elements?[0]), escaped = try #require(node.elements?[1])
        let part = try #require(plain.string?.firstIndex(of: "{").map { $0..<"序 {isn}".endIndex })
        #expect(plain.place(of: part) == Place(line: 1, column: 5, offset: 6, length: 5))
        let other = try #require(escaped.string?.firstIndex(of: "{").map { $0..<"a\n{isn}".endIndex })
        #expect(escaped.place(of: other) == escaped.place)
    }

    @Test(arguments: ["0", "-0", "12", "-1.5", "1e5", "1E+05", "0.0e-9", "9223372036854775807"])
    func `may be a number`(text: String) throws {
        let node = try JSONNode(parsing: Array(text.utf8))
        #expect(node.double == Double(text))
        #expect(node.integer == Int64(text))
    }

    @Test func `may hold numbers beyond what machine types hold`() throws {
        let node = try JSONNode(parsing: Array("[1e999, 9223372036854775808]".utf8))
        #expect(node.elements?.map(\.double) == [nil, 9223372036854775808])
        #expect(node.elements?.map(\.integer) == [nil, nil])
        #expect(node.text == "[\n  1e999,\n  9223372036854775808\n]\n")
    }

    @Test(arguments: [
        ("", "1:1: the file is empty; a JSON value was expected"),
        (" \n ", "2:2: the file is empty; a JSON value was expected"),
        ("\u{FEFF}{}", "1:1: the file begins with a byte order mark; save it as UTF-8 without one"),
        ("{} x", "1:4: the value ends before this; nothing may follow it"),
        ("[1 2]", "1:4: expected ',' or ']', found '2'"),
        ("[1,]", "1:3: a comma after the last item; remove it"),
        ("{\"a\": 1,\n}", "1:8: a comma after the last item; remove it"),
        ("{\"a\" 1}", "1:6: expected ':' after the key, found '1'"),
        ("{a: 1}", "1:2: expected a key in quotation marks, found 'a'"),
        ("{\"a\": }", "1:7: expected a value, found '}'"),
        ("[“a”]", "1:2: expected a value, found '“'"),
        ("[\u{1}]", "1:2: expected a value, found U+0001"),
        ("{\"a\": 1, \"b\": 2,\n \"a\": 3}", "2:2: the key 'a' is already there, on line 1"),
        ("{\"a\": 1, \"\\u0061\": 3}", "1:10: the key 'a' is already there, on line 1"),
        ("[True]", "1:2: 'True' is no JSON value; put text in quotation marks (words are true, false, null)"),
        ("[nul]", "1:2: 'nul' is no JSON value; put text in quotation marks (words are true, false, null)"),
        ("[01]", "1:2: '01' is not a JSON number"), ("[1.]", "1:2: '1.' is not a JSON number"),
        ("[-]", "1:2: '-' is not a JSON number"), ("[1e+]", "1:2: '1e+' is not a JSON number"),
        ("[40ms]", "1:2: '40ms' is not a JSON number"), ("[1-2]", "1:2: '1-2' is not a JSON number"),
        ("[.5]", "1:2: '.5' is no JSON value; put text in quotation marks (words are true, false, null)"),
        ("[\"a\tb\"]", "1:4: a string may not hold control character U+0009; write it as \\t"),
        ("[\"a\u{0}b\"]", "1:4: a string may not hold control character U+0000; write it as \\u0000"),
        ("[\"a\nb\"]", "1:2: the text ends inside a string"),
        ("[\"a", "1:2: the text ends inside a string"), ("[\"a\\", "1:2: the text ends inside a string"),
        ("[\"\\x\"]", "1:3: 'x' cannot follow a backslash; a backslash itself is written \\\\"),
        ("[\"\\u12G4\"]", "1:3: \\u needs four hexadecimal digits"),
        ("[\"\\u12", "1:3: \\u needs four hexadecimal digits"),
        ("[\"\\ud83d\"]", "1:3: \\uD83D is half of a surrogate pair; the other half is missing"),
        ("[\"\\ud83d\\u0041\"]", "1:3: \\uD83D is half of a surrogate pair; the other half is missing"),
        ("[\"\\ude00\"]", "1:3: \\uDE00 is half of a surrogate pair; the other half is missing"),
        ("[", "1:2: the text ends inside a value"), ("[1", "1:3: the text ends inside an array"),
        ("{\"a\": 1\n", "2:1: the text ends inside an object"), ("{", "1:2: the text ends inside an object"),
    ])
    func `is refused with a place and a reason`(text: String, expected: String) {
        #expect(fault(in: Array(text.utf8)) == expected)
    }

    @Test(
        arguments: [
            ([0x5B, 0x22, 0xFF, 0x22, 0x5D], "1:3: byte 0xFF is not UTF-8; save the file as UTF-8"),
            ([0x22, 0xC0, 0x80, 0x22], "1:2: byte 0xC0 is not UTF-8; save the file as UTF-8"),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], "1:2: byte 0xED is not UTF-8; save the file as UTF-8"),
            ([0x22, 0xE4, 0xBD, 0xA0, 0xE4, 0xBD], "1:3: byte 0xE4 is not UTF-8; save the file as UTF-8"),
            ([0x0A, 0x80], "2:1: byte 0x80 is not UTF-8; save the file as UTF-8"),
        ] as [([UInt8], String)])
    func `is refused when it is not UTF-8`(bytes: [UInt8], expected: String) {
        #expect(fault(in: bytes) == expected)
    }

    @Test func `may nest 64 deep and no deeper`() {
        let open = Array(repeating: UInt8(ascii: "["), count: 64),
            close = Array(repeating: UInt8(ascii: "]"), count: 64)
        #expect(fault(in: open + close) == nil)
        #expect(fault(in: open + [UInt8(ascii: "["), UInt8(ascii: "]")] + close) == "1:65: nested more than 64 deep")
        #expect(fault(in: Array(repeating: UInt8(ascii: "["), count: 1 << 20)) == "1:65: nested more than 64 deep")
    }

    @Test func `may have 8 MiB and no more`() {
        let spaces = [UInt8](repeating: 0x20, count: (8 << 20) - 1)
        #expect(fault(in: spaces + [UInt8(ascii: "1")]) == nil)
        #expect(fault(in: spaces + Array("10".utf8)) == "1:1: the file has 8388609 bytes; at most 8388608 are read")
    }
}

/// The fault in a text as `line:column: reason`; `nil` when there is none.
func fault(in bytes: [UInt8]) -> String? {
    do {
        _ = try JSONNode(parsing: bytes)
        return nil
    } catch {
        return "\(error.place.line):\(error.place.column): \(error.fault.message)"
    }
}
