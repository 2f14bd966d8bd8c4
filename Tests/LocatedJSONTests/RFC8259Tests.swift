import LocatedJSON
import Testing

/// What RFC 8259 calls a JSON text, section by section, and what it does not.
@Suite struct `RFC 8259` {
    static let wellFormed = [
        // §2: any value is a text; four kinds of white space around the structural characters.
        "null", "true", "false", "0", "\"\"", "[]", "{}", " \t\r\n[ \t\r\n] \t\r\n", "[\r\n1\r\n,\r\n2\r\n]",
        "{ \"a\" : 1 , \"b\" : 2 }",
        // §4: any string is a key, also the empty one; values of every kind.
        #"{"": 0}"#, #"{"a": {"a": {"a": {}}}}"#, #"{"a": null, "A": null, "á": null}"#, #"{"\u0000": 1}"#,
        #"{"a\"b": 1}"#,
        // §5: values need not be of one type.
        "[[]]", "[[], {}, 0, \"\", true, false, null]", "[1,2,3]", "[[[[[[[[]]]]]]]]",
        // §6: numbers.
        "-0", "-1", "10", "1234567890123456789012345678901234567890", "0.0", "-0.0", "0.1", "10.01", "1e1", "1E1",
        "1e+1", "1e-1", "1E+01", "0e0",
        "0e-00", "1.5e300", "1e400", "-1.5E-300", "[-1]", "[1e1]", "123.456e78",
        // §7: strings; every escape, half of one in its other half's company, any character from U+0020 on but the two.
        #""\"\\\/\b\f\n\r\t""#, #""\u0041""#, #""\u00e9\u00E9""#, #""\uD834\uDD1E""#, #""\udbff\udfff""#, #""\\u0041""#,
        "\" !#[]~\"", "\"\u{7F}\"",
        "\"\u{2028}\u{2029}\"", "\"\u{E000}\"", "\"\u{FFFF}\"", "\"\u{10FFFF}\"", "\"é你😀\"", #""\u2028""#, #""\uFFFF""#,
        #""/""#, #""'""#,
    ]

    static let malformed = [
        // §2: no value, two values, white space of other kinds, structural characters that are missing or too many.
        "", " ", "1 2", "[] []", "{}{}", "null,", ",null", "[1]x", "]", "}", "[", "{", "[[]", "[]]", "{}}", "[}", "{]",
        "\u{FEFF}[]", "\u{A0}1", "\u{2028}1", "[\u{B}1]",
        "[\u{C}1]", "[1\u{A0}]", "// a\n1", "/* a */ 1", "1 # a", "\u{0}", "1\u{0}",
        // §3: the three words, in lower case.
        "True", "FALSE", "Null", "nul", "nulll", "undefined", "NaN", "Infinity", "-Infinity", "tru", "yes", "a",
        // §4: keys in quotation marks, one colon, one comma, none at the end.
        "{a: 1}", "{1: 1}", "{null: 1}", "{'a': 1}", "{\"a\"}", "{\"a\":}", "{:1}", "{\"a\" 1}", "{\"a\":: 1}",
        "{\"a\": 1 \"b\": 2}", "{\"a\": 1,}", "{,\"a\": 1}",
        "{\"a\": 1,, \"b\": 2}", "{\"a\", 1}", "{\"a\": 1; \"b\": 2}", "{[]: 1}", "{\"a\": 1 2}", "{\"a\"=1}",
        "{\"a\":1:2}", "{{}}",
        // §5: one comma between values, none at the ends.
        "[,]", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1;2]", "[1:2]", "[1,2", "[\"a\"", "[\"a\",", "[1,\n",
        // §6: no leading zero, plus sign, bare point or exponent, no other notation.
        "00", "01", "-01", "-", "--1", "+1", ".1", "-.1", "1.", "1.e1", "1e", "1e+", "1E-", "1e1.5", "1.2.3", "1ee1",
        "1e1e1", "0x10", "0b1", "0o7", "1_000", "1,000",
        "1f", "1L", "1n", "- 1", "1 .5", "1e 1", "１", "²", "[-]", "[1+2]", "[1-2]", "∞",
        // §7: quotation marks on both sides, no control characters, no other escapes, four hexadecimal digits.
        "\"", "\"a", "a\"", "'a'", "“a”", "\"a\nb\"", "\"a\rb\"", "\"a\tb\"", "\"\u{0}\"", "\"\u{1F}\"",
        "\"\u{1B}[0m\"", #""\""#, #""\a""#, #""\x41""#, #""\0""#, #""\'""#,
        #""\U0041""#, #""\u""#, #""\u004""#, #""\u004G""#, #""\u 041""#, #""\u-041""#, #""\u+041""#, #""\u{41}""#,
        #""\u００４１""#, "\"\\\n\"", "\"\\\u{0}\"", #""\é""#, #""a"b"#,
        #""a" "b""#, #""\"#,
    ]

    @Test(arguments: wellFormed) func `is a text`(_ text: String) { #expect(fault(in: Array(text.utf8)) == nil) }

    @Test(arguments: malformed) func `is no text`(_ text: String) { #expect(fault(in: Array(text.utf8)) != nil) }

    /// What the RFC leaves to the reader (§4, §8.2, §9): refused, because nobody could tell what an author meant.
    @Test(arguments: [
        #"{"a": 1, "a": 2}"#, #"{"a": 1, "\u0061": 2}"#, #""\uD800""#, #""\uDC00""#, #""\uD800\uD800""#, #""\uD800x""#,
        #"{"\uDEAD": 1}"#,
    ]) func `permits it, and it is refused`(_ text: String) {
        #expect(fault(in: Array(text.utf8)) != nil)
    }

    /// §8.1: the text is UTF-8; RFC 3629 §3 says what that is.
    @Test(
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x20], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
            [0xE4, 0xBD], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF],
        ] as [[UInt8]]) func `holds only UTF-8`(_ bytes: [UInt8])
    {
        #expect(fault(in: [0x22] + bytes + [0x22]) != nil)
        #expect(fault(in: [0x5B] + bytes + [0x5D]) != nil)
    }
}
