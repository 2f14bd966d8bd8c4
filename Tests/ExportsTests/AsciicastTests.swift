import CellGrid
import Exports
import LocatedJSON
import Testing

@Suite struct AsciicastTests {
    private static let size = Size(columns: 6, rows: 2)

    private func frame(_ text: String, _ milliseconds: Int64, chapter: String? = nil) -> TimedFrame {
        var grid = Grid(Self.size)
        grid.write(text, column: 0, row: 0)
        return TimedFrame(grid, milliseconds: milliseconds, chapter: chapter)
    }

    private var frames: [TimedFrame] {
        [frame("ab", 1500), frame("ac", 250, chapter: "1 / 2"), frame("ac", 250), frame("", 40)]
    }

    @Test func `version 2 has times since the start, and prints what differs`() {
        #expect(
            Asciicast(.two, of: frames, title: "a \"b\"\n", depth: .monochrome).text == """
                {"version": 2, "width": 6, "height": 2, "duration": 2.040, "title": "a \\"b\\" ", "env": {"TERM": "xterm-256color"}}
                [0.000, "o", "\\u001b[?25l\\u001b[2J"]
                [0.000, "o", "\\u001b[1;1Hab"]
                [1.500, "o", "\\u001b[1;2Hc"]
                [1.500, "m", "1 / 2"]
                [2.000, "o", "\\u001b[1;1H  "]
                [2.040, "o", "\\u001b[2;1H\\u001b[?25h"]

                """)
    }

    @Test func `version 3 has times since the event before, and an end`() {
        #expect(
            Asciicast(.three, of: frames, title: "t", depth: .monochrome).text == """
                {"version": 3, "term": {"cols": 6, "rows": 2, "type": "xterm-256color"}, "title": "t"}
                [0.000, "o", "\\u001b[?25l\\u001b[2J"]
                [0.000, "o", "\\u001b[1;1Hab"]
                [1.500, "o", "\\u001b[1;2Hc"]
                [0.000, "m", "1 / 2"]
                [0.500, "o", "\\u001b[1;1H  "]
                [0.040, "o", "\\u001b[2;1H\\u001b[?25h"]
                [0.000, "x", "0"]

                """)
    }

    @Test func `every line is JSON`() throws {
        let text = Asciicast(.two, of: [frame("\"\\三│", 10)], title: "\u{1B}\u{202E}\"", depth: .trueColor).text
        for line in text.split(separator: "\n") { _ = try JSONNode(parsing: Array(line.utf8)) }
        #expect(!text.unicodeScalars.contains("\u{1B}"))
    }
}
