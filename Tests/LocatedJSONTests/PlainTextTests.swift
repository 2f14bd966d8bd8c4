import Testing

@testable import LocatedJSON

@Suite struct `The bytes of a text` {
    @Test func `are UTF-8 when the standard library says so`() {
        let tails: [[UInt8]] = [
            [], [0x7F], [0x80], [0xBF], [0xC0], [0x80, 0x80], [0xBF, 0xBF], [0x80, 0x7F], [0xBF, 0xC0], [0x41, 0x80],
        ]
        var wrong: [[UInt8]] = []
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max {
                for tail in tails {
                    let bytes = [first, second] + tail
                    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
                    if PlainText.isUTF8(bytes) != isUTF8 { wrong.append(bytes) }
                }
            }
        }
        #expect(wrong == [])
    }

    @Test func `are told wherever in a long text they go wrong`() {
        let text = Array("plain words, and 中文 among them, and é".utf8)
        for place in text.indices {
            var bytes = text
            bytes[place] = 0xFF
            #expect(PlainText.isUTF8(text) && !PlainText.isUTF8(bytes))
        }
    }
}
