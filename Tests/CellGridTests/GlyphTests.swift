import Testing

@testable import CellGrid

@Suite struct GlyphTests {
    @Test func `an escape sequence comes out as harmless text`() {
        #expect("\u{1B}[2Jgone".sanitized == "·[2Jgone")
        #expect("\u{1B}]0;title\u{7}".sanitized == "·]0;title·")
        #expect("\u{9B}31m".sanitized == "·31m")
        #expect("\u{90}q\u{9C}".sanitized == "·q·")
    }

    @Test func `tabs and line breaks become spaces`() {
        for scalar in ["\t", "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}"] as [Unicode.Scalar] {
            #expect("a\(scalar)b".sanitized == "a b")
        }
    }

    @Test func `every other control character becomes a middle dot`() {
        for value in Array(0...0x1F) + Array(0x7F...0x9F) as [UInt32] {
            guard let scalar = Unicode.Scalar(value), ![9, 10, 11, 12, 13, 0x85].contains(value) else { continue }
            #expect(String(Character(scalar)).sanitized == "·", "U+\(String(value, radix: 16))")
        }
    }

    @Test func `private use, unassigned and newer characters become a middle dot`() {
        for scalar in ["\u{E000}", "\u{F8FF}", "\u{10FFFD}", "\u{FFFE}", "\u{378}", "\u{1FAE8}"] as [Unicode.Scalar] {
            #expect(String(Character(scalar)).sanitized == "·", "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test(
        arguments: [
            0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x115F...0x1160, 0x180B...0x180F, 0x200B...0x200F,
            0x202A...0x202E,
            0x2060...0x206F, 0x3164...0x3164, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF9...0xFFFB,
            0xE0001...0xE007F, 0xE0100...0xE01EF,
        ] as [ClosedRange<UInt32>])
    func `what is invisible is dropped`(range: ClosedRange<UInt32>) {
        for scalar in range.compactMap(Unicode.Scalar.init) {
            #expect("a\(scalar)b".sanitized == "ab", "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test func `nothing that comes out can steer a terminal`() {
        for value in 0...0x10FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for out in String(Character(scalar)).sanitized.unicodeScalars {
                switch out.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
                    Issue.record("U+\(String(value, radix: 16)) came out as U+\(String(out.value, radix: 16))")
                default:
                    guard out.properties.isDefaultIgnorableCodePoint || out.properties.isBidiControl else { continue }
                    Issue.record("U+\(String(value, radix: 16)) came out invisible")
                }
            }
        }
    }

    @Test func `piled up combining marks are cut`() {
        let marks = (0x300...0x33F).compactMap(Unicode.Scalar.init).map { String(Character($0)) }.joined()
        let glyphs = Glyph.glyphs(of: "Z" + marks + "a")
        #expect(glyphs.map(\.width) == [1, 1])
        #expect(glyphs[0].text.unicodeScalars.count == 1 + Glyph.markLimit)
        #expect(glyphs[1].text == "a")
    }

    @Test func `a mark without a base is dropped`() { #expect("\u{301}a".sanitized == "a") }

    @Test func `a joined family falls apart into people of two cells each`() {
        #expect(Glyph.glyphs(of: "👩\u{200D}👧").map(\.width) == [2, 2])
    }

    @Test func `sanitising twice changes nothing`() {
        for text in ["\u{1B}[m三\u{202E}次", "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{7}\u{FEFF}·"] {
            #expect(text.sanitized.sanitized == text.sanitized)
        }
    }
}
