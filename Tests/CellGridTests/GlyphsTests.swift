import Testing

@testable import CellGrid

@Suite struct GlyphsTests {
    private func all(_ glyphs: Glyphs) -> [(name: String, glyph: Character)] {
        Mirror(reflecting: glyphs).children.compactMap { child in
            (child.value as? Character).map { (child.label ?? "", $0) }
        }
    }

    @Test func `every glyph is one cell wide, as the C library counts`() {
        #expect(all(.unicode).count > 40 && all(.ascii).count == all(.unicode).count)
        for (name, glyph) in all(.unicode) + all(.ascii) {
            #expect(glyph.unicodeScalars.count == 1, "\(name)")
            #expect(glyph.unicodeScalars.allSatisfy { CellWidthTests.widthInLibrary($0) == 1 }, "\(name)")
            #expect(Cell(glyph).text == String(glyph), "\(name)")
        }
    }

    @Test func `ASCII glyphs are printable ASCII`() {
        for (name, glyph) in all(.ascii) { #expect(("!"..."~").contains(glyph), "\(name)") }
    }

    @Test func `the charset chooses the glyphs`() {
        #expect(Charset.unicode.glyphs == .unicode)
        #expect(Charset.ambiguousSafe.glyphs == .ascii)
        #expect(Charset.ascii.glyphs == .ascii)
    }

    @Test func `glyphs that stand for different states differ`() {
        for glyphs in [Glyphs.unicode, .ascii] {
            for group in [
                [glyphs.done, glyphs.partlyDone, glyphs.new], [glyphs.progressFull, glyphs.progressEmpty],
                [glyphs.slotFull, glyphs.slotEmpty], [glyphs.check, glyphs.wrong], [glyphs.radioOn, glyphs.radioOff],
                [glyphs.checkboxOn, glyphs.checkboxOff], [glyphs.playing, glyphs.paused],
                [glyphs.handshakeLock, glyphs.lock],
                [glyphs.horizontal, glyphs.dashedHorizontal, glyphs.heavyHorizontal, glyphs.knob, glyphs.lost],
            ] { #expect(Set(group).count == group.count) }
        }
    }
}
