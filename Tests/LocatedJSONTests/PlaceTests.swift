import LocatedJSON
import Testing

@Suite struct `A place` {
    private static let pieces = [
        "a", "名", "é", "😀", "abcdefgh", "字字字字字字字字", " ", "\\n", "\\\"", "\\u0041", "x名y", "\u{7F}", "!", "#", "[", "]",
    ]

    /// An array of strings over several lines, with everything that can stand between them.
    private func text(using random: inout SplitMix64) -> String {
        let items = (0..<Int.random(in: 1...12, using: &random)).map { _ in
            let length = Int.random(in: 0...9, using: &random)
            let text = (0..<length).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            let before = ["", " ", "\n", "\r\n\t", "\n\n  "].randomElement(using: &random) ?? ""
            return "\(before)\"\(text)\""
        }
        return "[" + items.joined(separator: ",") + "\n]"
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func `counts lines, characters and bytes`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let text = text(using: &random)
        let bytes = Array(text.utf8)
        for node in try #require(try JSONNode(parsing: bytes).elements) {
            let place = node.place
            let before = bytes[..<place.offset]
            let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let column = String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count + 1
            #expect(place.line == before.count { $0 == UInt8(ascii: "\n") } + 1)
            #expect(place.column == column)
            #expect(
                bytes[place.offset] == UInt8(ascii: "\"")
                    && bytes[place.offset + place.length - 1] == UInt8(ascii: "\""))
            let again = try JSONNode(parsing: Array(bytes[place.offset..<place.offset + place.length]))
            #expect(again == node)
        }
    }

    @Test(arguments: 0..<40) func `is right for a control character at any distance from the opening mark`(
        distance: Int
    ) {
        let text = "[\"" + String(repeating: "名", count: distance) + "\u{1}\"]"
        let expected = "1:\(distance + 3): a string may not hold control character U+0001; write it as \\u0001"
        #expect(fault(in: Array(text.utf8)) == expected)
    }

    @Test func `stays within 32 bits`() {
        let place = Place(line: .max, column: .min, offset: 5, length: 6)
        #expect(
            place.line == Int(Int32.max) && place.column == Int(Int32.min) && place.offset == 5 && place.length == 6)
    }
}
