import LocatedJSON
import Testing

@Suite struct FittedTextTests {
    @Test func `what fits a line stands on one, and longer objects fill lines`() {
        let node: JSONNode = .object([
            ("id", "a"),
            (
                "list",
                [
                    .object([
                        ("send", "SYN"), ("from", "client"),
                        ("say", .object([("en", "one two three"), ("zh", "一二三")])),
                    ]),
                    .object([("x", [])]),
                ]
            ), ("empty", .object([])),
        ])
        #expect(
            node.text(fitting: 53) == """
                {
                  "id": "a",
                  "list": [
                    { "send": "SYN", "from": "client",
                      "say": { "en": "one two three", "zh": "一二三" } },
                    { "x": [] }
                  ],
                  "empty": {}
                }

                """)
    }

    @Test(arguments: [0, 1, 10, 40, 1000]) func `what is written is read back`(columns: Int) throws {
        let node: JSONNode = .object([
            (
                "a\n\"",
                .array([.null, true, 5, "三\u{1}", .array([]), .object([("b", .array([.array([1, 2]), "x"]))])])
            ),
            ("c", .object([("d", .object([("e", "f")]))])),
        ])
        #expect(try JSONNode(parsing: Array(node.text(fitting: columns).utf8)) == node)
        #expect(try JSONNode(parsing: Array(JSONNode.array([1]).text(fitting: columns).utf8)) == [1])
    }
}
