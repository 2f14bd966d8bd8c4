import Courseware
import LocatedJSON
import Mermaid
import Testing

@Suite struct MermaidFaultTests {
    private func faults(_ text: String) -> [String] {
        let made = MermaidLesson(reading: SourceFile("d.mmd", text: text), id: "d")
        #expect((made.text == nil) == made.diagnostics.contains { $0.severity == .error })
        return made.diagnostics.map(\.description)
    }

    private func faults(in lines: String...) -> [String] {
        faults("sequenceDiagram\nA->>B: x\n" + lines.joined(separator: "\n"))
    }

    @Test func `what is no sequence diagram is refused`() {
        #expect(
            faults("") == [
                "d.mmd:1:1: error: the file is empty; a diagram that begins with 'sequenceDiagram' was expected"
            ])
        #expect(
            faults("%% hi\nflowchart LR\n") == [
                "d.mmd:2:1: error: expected 'sequenceDiagram', found 'flowchart LR'; only sequence diagrams can be imported"
            ])
        #expect(
            faults("sequenceDiagram\nparticipant A") == [
                "d.mmd:1:1: error: nothing happens in this diagram; write a message such as 'A->>B: hello'"
            ])
        let source = SourceFile("d.mmd", Array("sequenceDiagram\nA->>B: ".utf8) + [0xFF])
        #expect(
            MermaidLesson(reading: source, id: "d").diagnostics.map(\.description) == [
                "d.mmd:2:8: error: this is not UTF-8; save the file as UTF-8"
            ])
        #expect(
            faults(String(repeating: " ", count: 1 << 20) + "x") == [
                "d.mmd:1:1: error: the file is too large; at most 1024 KiB are read"
            ])
    }

    @Test func `every fault of a diagram is told at its place`() {
        #expect(
            faults(
                in: "A->>B hi", "  ->>B: x", "A->>: x", "Note of A: x", "Note over A", "Note over : x", "participant",
                "hello", "A->>B: a; b") == [
                    "d.mmd:3:1: error: a message needs a colon and its text, as in 'A->>B: hello'",
                    "d.mmd:4:3: error: a message needs its sender before the arrow, as in 'A->>B: hello'",
                    "d.mmd:5:1: error: a participant's name is missing after '->>'",
                    """
                    d.mmd:6:6: error: a note stands 'left of', 'right of' or 'over' a participant, as in \
                    'Note over A,B: text'
                    """,
                    "d.mmd:7:1: error: a note needs a colon and its text, as in 'A->>B: hello'",
                    "d.mmd:8:11: error: a participant's name is missing after 'over'",
                    "d.mmd:9:12: error: a participant's name is missing after 'participant'",
                    """
                    d.mmd:10:1: error: 'hello' is no statement of a sequence diagram; a message is written 'A->>B: text', \
                    and a semicolon inside a text '#59;'
                    """,
                    """
                    d.mmd:11:11: error: 'b' is no statement of a sequence diagram; a message is written 'A->>B: text', \
                    and a semicolon inside a text '#59;'
                    """,
                ])
    }

    @Test func `blocks begin and end in pairs`() {
        #expect(faults(in: "end") == ["d.mmd:3:1: error: this 'end' closes nothing; remove it"])
        #expect(faults(in: " else x") == ["d.mmd:3:2: error: 'else' belongs inside 'alt', before its 'end'"])
        #expect(
            faults(in: "loop", "and x", "end") == ["d.mmd:4:1: error: 'and' belongs inside 'par', before its 'end'"])
        #expect(
            faults(in: "opt x", "critical y", "option z", "end") == [
                "d.mmd:3:1: error: 'opt' is never closed; write 'end' after what belongs to it"
            ])
        #expect(
            faults(in: "box Aqua", "participant C") == [
                "d.mmd:3:1: error: 'box' is never closed; write 'end' after what belongs to it"
            ])
        #expect(faults(in: "%%{init: 1") == ["d.mmd:3:1: error: '%%{' is never closed"])
        #expect(faults("---\ntitle: x\n").first == "d.mmd:1:1: error: '---' is never closed")
        let deep = (0..<13).map { _ in "opt" } + (0..<13).map { _ in "end" }
        #expect(
            faults("sequenceDiagram\nA->>B: x\n" + deep.joined(separator: "\n")) == [
                "d.mmd:15:1: error: blocks are nested more than 12 deep; take something out of them"
            ])
        #expect(
            faults("sequenceDiagram\n" + String(repeating: "A->>B: x\n", count: 5001)) == [
                "d.mmd:5002:1: error: more than 5000 statements; divide the diagram"
            ])
    }

    @Test func `what a lesson has no place for is said to be left out`() {
        #expect(
            faults(in: "links A: {}") == ["d.mmd:3:1: warning: 'links' has no counterpart in a lesson and is left out"])
    }

    @Test func `the caret stands under the fault, also behind Chinese`() {
        let source = SourceFile("d.mmd", text: "sequenceDiagram\r\n  参与者甲->>乙: 好; 坏\r\n")
        let diagnostics = MermaidLesson(reading: source, id: "d").diagnostics
        #expect(
            diagnostics.map { $0.excerpt(of: source.bytes).split(separator: "\n").dropFirst().joined(separator: "\n") }
                == [
                    """
                    2 |   参与者甲->>乙: 好; 坏
                      |                      ^^
                    """
                ])
    }

    /// Pieces of diagrams, well formed and not.
    private static let pieces = [
        "A", "B", "->>", "--x", "-)", "<<->>", ": ", ":", ";", "\n", "\n", " ", "+", "-", "participant ", "actor ",
        " as ", "note over ",
        "loop ", "alt ", "else ", "par ", "and ", "end", "end\n", "box ", "rect ", "create ", "destroy A\n",
        "activate A\n", "#", "#35;", "%%",
        "%%{", "}%%", "title ", "---\n", "`", "*", "<br/>", "\u{202E}", "\u{1B}[2J", "\u{0}", "三次", "😀", "@{", "}", "=",
        "a=1", "\\", "\"",
        "autonumber", ",", "critical ", "option ", "break ", "accDescr {", "\u{200B}", "\u{E000}",
    ]

    @Test(arguments: 0..<400 as Range<UInt64>)
    func `any text becomes a lesson that passes, or is refused`(seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func draw(_ count: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(count))
        }
        var text = "sequenceDiagram\n"
        for _ in 0..<draw(60) {
            text +=
                draw(3) == 0 ? "A->>B: \(Self.pieces[draw(Self.pieces.count)])\n" : Self.pieces[draw(Self.pieces.count)]
        }
        let made = MermaidLesson(reading: SourceFile("d.mmd", text: text), id: "d")
        guard let lesson = made.text else {
            #expect(made.diagnostics.contains { $0.severity == .error })
            return
        }
        let errors = Catalog.load([SourceFile("d.json", text: lesson)]).diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.description) == [], "\(text)")
    }
}
