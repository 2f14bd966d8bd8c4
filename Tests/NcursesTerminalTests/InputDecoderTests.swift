import CellGrid
import Testing
import Tutor

@testable import NcursesTerminal

private func decode(_ bytes: some Sequence<UInt8>) -> [Input] {
    var decoder = InputDecoder()
    return decoder.feed(bytes) + decoder.finish()
}

private func decode(_ text: String) -> [Input] { decode(text.utf8) }

/// Complete sequences and what they mean.
private let sequences: [(String, [Input])] = [
    ("a", [.key(.character("a"))]), ("~", [.key(.character("~"))]), (" ", [.key(.character(" "))]),
    ("\r", [.key(.enter)]), ("\n", [.key(.enter)]), ("\t", [.key(.tab)]),
    ("\u{7F}", [.key(.backspace)]), ("\u{8}", [.key(.backspace)]),
    ("\u{1}", [.key(.control("a"))]), ("\u{C}", [.key(.control("l"))]), ("\u{1A}", [.key(.control("z"))]),
    ("\u{0}", []), ("\u{1F}", []),
    ("é", [.key(.character("é"))]), ("握", [.key(.character("握"))]), ("😀", [.key(.character("😀"))]),
    ("e\u{301}", [.key(.character("e\u{301}"))]),
    ("\u{9B}A", [.key(.character("A"))]),  // an 8-bit control as UTF-8 is no key
    ("\u{1B}[A", [.key(.up)]), ("\u{1B}[B", [.key(.down)]), ("\u{1B}[C", [.key(.right)]), ("\u{1B}[D", [.key(.left)]),
    ("\u{1B}OA", [.key(.up)]), ("\u{1B}OF", [.key(.end)]), ("\u{1B}OM", [.key(.enter)]),
    ("\u{1B}Oq", [.key(.character("1"))]),
    ("\u{1B}[H", [.key(.home)]), ("\u{1B}[F", [.key(.end)]), ("\u{1B}[1~", [.key(.home)]), ("\u{1B}[4~", [.key(.end)]),
    ("\u{1B}[7~", [.key(.home)]), ("\u{1B}[8~", [.key(.end)]), ("\u{1B}[3~", [.key(.delete)]),
    ("\u{1B}[5~", [.key(.pageUp)]), ("\u{1B}[6~", [.key(.pageDown)]), ("\u{1B}[Z", [.key(.backTab)]),
    ("\u{1B}[1;5C", [.key(.right)]), ("\u{1B}[3;2~", [.key(.delete)]),
    ("\u{1B}[<0;1;1M", [.mouse(Mouse(.click, column: 0, row: 0))]),
    ("\u{1B}[<0;301;99M", [.mouse(Mouse(.click, column: 300, row: 98))]),
    ("\u{1B}[<64;10;5M", [.mouse(Mouse(.wheelUp, column: 9, row: 4))]),
    ("\u{1B}[<65;10;5M", [.mouse(Mouse(.wheelDown, column: 9, row: 4))]),
    ("\u{1B}[<16;2;2M", [.mouse(Mouse(.click, column: 1, row: 1))]),  // with Control
    ("\u{1B}[M !!", [.mouse(Mouse(.click, column: 0, row: 0))]),
    ("\u{1B}[M`0&", [.mouse(Mouse(.wheelUp, column: 15, row: 5))]),
    // What nobody asked for, or nobody needs.
    ("\u{1B}[<0;1;1m", []), ("\u{1B}[<2;1;1M", []), ("\u{1B}[<32;5;5M", []), ("\u{1B}[<0;0;1M", []),
    ("\u{1B}[<0;1M", []),
    ("\u{1B}[2~", []), ("\u{1B}[15~", []), ("\u{1B}[200~", []), ("\u{1B}[[A", []), ("\u{1B}[?1;2c", []),
    ("\u{1B}[>0;1c", []),
    ("\u{1B}[99999999999999999999~", []), ("\u{1B}[I", []), ("\u{1B}OP", []),
    ("\u{1B}]10;rgb:ffff/ffff/ffff\u{7}", []), ("\u{1B}]11;x\u{1B}\\", []), ("\u{1B}P1$r0m\u{1B}\\", []),
    ("\u{1B}_Gi=1;OK\u{1B}\\", []),
]

@Test(arguments: sequences.indices) func `a sequence means one thing`(index: Int) {
    let (text, meaning) = sequences[index]
    #expect(decode(text) == meaning, "\(Array(text.utf8))")
}

@Test(arguments: sequences.indices) func `it does not matter where a sequence is cut`(index: Int) {
    let (text, meaning) = sequences[index]
    let bytes = Array(text.utf8)
    guard text.unicodeScalars.count == 1 || bytes[0] == 0x1B else { return }
    for cut in 0...bytes.count {
        var decoder = InputDecoder()
        let inputs = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
        #expect(inputs == meaning, "cut at \(cut)")
        #expect(!decoder.isWaiting)
    }
}

@Test(arguments: sequences.indices) func `nothing of a sequence is left for the next key`(index: Int) {
    let (text, meaning) = sequences[index]
    #expect(decode(text + "x" + text) == meaning + [.key(.character("x"))] + meaning)
}

@Test func `Escape alone is a key once nothing follows`() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.isWaiting)
    #expect(decoder.finish() == [.key(.escape)])
    #expect(!decoder.isWaiting)
}

@Test func `Escape and a letter typed quickly are both`() {
    #expect(decode("\u{1B}q") == [.key(.escape), .key(.character("q"))])
    #expect(decode("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    #expect(decode("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
    #expect(decode("\u{1B}[") == [.key(.escape), .key(.character("["))])
}

@Test func `the beginning of a sequence that never ends is dropped`() {
    #expect(decode("\u{1B}[1;") == [])
    #expect(decode("\u{1B}]11;rgb") == [])
    #expect(decode("\u{1B}[M !") == [])
    #expect(decode([0xE6, 0x8F]) == [])
}

@Test func `no control sequence is ever taken for letters`() {
    for final in UInt8(0x40)..<0x7F {
        for parameters in ["", "1", "1;2", "?25", ">", "!", "38;5;1"] where !(final == 0x5B && parameters.isEmpty) {
            // `CSI M` without parameters is a mouse report, three bytes longer.
            if final == 0x4D, parameters.isEmpty { continue }
            let inputs = decode([0x1B, 0x5B] + Array(parameters.utf8) + [final])
            #expect(inputs.count <= 1, "\(parameters) \(final)")
            if case .key(.character(let character)) = inputs.first {
                // The keypad in application mode sends SS3, some terminals CSI; both are the character on the cap.
                #expect((0x6A...0x79).contains(final) && character.asciiValue == final - 0x40)
            }
        }
    }
}

@Test func `malformed UTF-8 is skipped and what follows is not`() {
    #expect(decode([0xFF, 0x61]) == [.key(.character("a"))])
    #expect(decode([0x80, 0x61]) == [.key(.character("a"))])
    #expect(decode([0xE6, 0x61]) == [.key(.character("a"))])
    #expect(decode([0xC0, 0x80, 0x61]) == [.key(.character("a"))])
    #expect(decode([0xED, 0xA0, 0x80, 0x61]) == [.key(.character("a"))])  // a surrogate
    #expect(decode([0xF4, 0x90, 0x80, 0x80, 0x61]) == [.key(.character("a"))])  // past U+10FFFF
}

@Test(arguments: 0..<300 as Range<UInt64>) func `any bytes whatever are survived`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next() -> UInt8 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        // Escape, brackets and digits often, so that sequences get long and odd.
        let favourites: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3C, 0x3B, 0x31, 0x4D, 0x6D, 0x7E, 0x5D, 0x07, 0xE6]
        return state >> 60 < 11
            ? favourites[Int(state >> 32) % favourites.count] : UInt8(truncatingIfNeeded: state >> 40)
    }
    var decoder = InputDecoder()
    for _ in 0..<40 {
        let bytes = (0..<(seed % 97 + 1)).map { _ in next() }
        for case .mouse(let mouse) in decoder.feed(bytes) { #expect(mouse.column >= 0 && mouse.row >= 0) }
    }
    _ = decoder.finish()
    #expect(decoder.feed([0x61]) == [.key(.character("a"))])
}

@Test func `a string that never ends is given up`() {
    var decoder = InputDecoder()
    _ = decoder.feed([0x1B, 0x5D] + Array(repeating: 0x78, count: InputDecoder.longestSequence + 10))
    #expect(!decoder.isWaiting)
}
