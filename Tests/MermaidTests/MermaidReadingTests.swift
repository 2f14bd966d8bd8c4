import Courseware
import Localization
import LocatedJSON
import Mermaid
import Testing
import Timelines

@Suite struct MermaidReadingTests {
    private func read(_ lines: String..., id: String = "d") -> MermaidLesson {
        MermaidLesson(reading: SourceFile("d.mmd", text: lines.joined(separator: "\n")), id: id)
    }

    /// What happens in the lesson that a diagram becomes, a line each.
    private func told(_ lines: String...) throws -> [String] {
        try told(text: "sequenceDiagram\n" + lines.joined(separator: "\n"))
    }

    private func told(text: String) throws -> [String] {
        let made = MermaidLesson(reading: SourceFile("d.mmd", text: text), id: "d")
        #expect(made.diagnostics.map(\.description) == [])
        let file = SourceFile("d.json", text: try #require(made.text))
        let (catalog, diagnostics) = Catalog.load([file])
        #expect(diagnostics.map(\.description) == [])
        let timeline = try #require(catalog.lessons.first?.scenes.first?.timeline)
        func name(_ index: Int) -> String { timeline.participants[index].name(.english) }
        return timeline.events.compactMap { event in
            switch event.kind {
            case .sent(let index):
                let message = timeline.messages[index]
                let fields = message.fields.map { " \($0.name)=\($0.value)" }.joined()
                return name(message.sender) + " > " + name(message.receiver) + ": " + message.label(.english) + fields
                    + (message.isLost ? " lost" : "") + (message.isRetransmission ? " again" : "")
            case .note(let span, let text):
                return "note " + span.map(name).joined(separator: ",") + ": " + text(.english)
            case .phase(let title): return "phase " + title(.english)
            case .work(let owner, let begins): return (begins ? "begin " : "end ") + name(owner)
            case .created(let owner): return "create " + name(owner)
            case .destroyed(let owner): return "destroy " + name(owner)
            default: return nil
            }
        }
    }

    /// The timeline's entries as they are written, without what is said at them.
    private func entries(_ lines: String...) throws -> [JSONNode] {
        let made = MermaidLesson(
            reading: SourceFile("d.mmd", text: "sequenceDiagram\n" + lines.joined(separator: "\n")), id: "d")
        let node = try JSONNode(parsing: Array(try #require(made.text).utf8))
        return (node["timeline"]?.elements ?? []).map(unsaid)
    }

    private func unsaid(_ node: JSONNode) -> JSONNode {
        switch node.value {
        case .object(let members):
            JSONNode(.object(members.filter { $0.key != "say" }.map { .init($0.key, unsaid($0.value)) }))
        case .array(let elements): JSONNode(.array(elements.map(unsaid)))
        default: node
        }
    }

    private func send(_ text: String, _ from: String = "a", _ to: String = "b") -> JSONNode {
        .object([("send", .string(text)), ("from", .string(from)), ("to", .string(to))])
    }

    @Test(arguments: ["->", "-->", "->>", "-->>", "-)", "--)"]) func `every arrow is a message`(arrow: String) throws {
        #expect(try told("A\(arrow)B: hello", "B \(arrow) A : and back") == ["A > B: hello", "B > A: and back"])
    }

    @Test(arguments: ["-x", "--x"]) func `a cross at the end of an arrow loses the message`(arrow: String) throws {
        #expect(try told("A\(arrow)B: hello") == ["A > B: hello lost"])
    }

    @Test(arguments: ["<<->>", "<<-->>"]) func `an arrow with two heads is a message each way`(arrow: String) throws {
        #expect(try told("A\(arrow)B: hello") == ["A > B: hello", "B > A: hello"])
    }

    @Test func `participants stand as they are declared, then as they are mentioned`() throws {
        let made = read(
            "sequenceDiagram", "participant B as Bob the <br/> server", "actor A", "C->>A: hi",
            "create participant D as Dee",
            "A->>D: hi", "participant E@{ \"type\": \"database\" } as Store")
        let node = try JSONNode(parsing: Array(try #require(made.text).utf8))
        let participants = node["participants"]?.elements ?? []
        #expect(participants.map { $0["id"]?.string } == ["bob-the", "a", "c", "dee", "store"])
        #expect(participants.map { $0["name"]?.string } == ["Bob the server", "A", "C", "Dee", "Store"])
    }

    @Test func `a second line of a name that is an address becomes the address`() throws {
        let made = read("sequenceDiagram", "participant web as Web<br/>192.0.2.1:443", "web->>web: x")
        let node = try JSONNode(parsing: Array(try #require(made.text).utf8))
        #expect(node["participants"]?.elements?.first?["name"]?.string == "Web")
        #expect(node["participants"]?.elements?.first?["address"]?.string == "192.0.2.1:443")
    }

    @Test func `ids are ASCII and each different from the others`() throws {
        let made = read("sequenceDiagram", "客户端->>服务器: 你好", "Alice Smith->>alice-smith: hi", "a_b->>A B: x")
        let node = try JSONNode(parsing: Array(try #require(made.text).utf8))
        #expect(
            node["participants"]?.elements?.map { $0["id"]?.string } == [
                "participant-1", "participant-2", "alice-smith", "alice-smith-2", "a-b", "a-b-2",
            ])
    }

    @Test func `fields at the end of a text become fields`() throws {
        let made = read(
            "sequenceDiagram", "A->>B: SYN,ACK (resent)  seq=5000 ack=0x1 note=", "A->>B: a=b", "A->>B: x y=1 z")
        let node = try JSONNode(parsing: Array(try #require(made.text).utf8))
        let entries = node["timeline"]?.elements ?? []
        #expect(entries[0]["send"]?.string == "SYN,ACK (resent) seq=5000 ack=0x1 note=")
        #expect(entries[1]["send"]?.string == "a=b")
        #expect(entries[2]["send"]?.string == "x y=1 z")
        #expect(try told("A->>B: REQUEST (resent) id=5000 ack=0x1") == ["A > B: REQUEST id=5000 ack=0x1 again"])
    }

    @Test func `lines that read like headers become fields, and a header in the first line stays whole`() throws {
        let made = read(
            "sequenceDiagram", "A->>B: HTTP/1.1 200 OK<br/>ETag: \"v1\"<br/>Cache-Control: max-age=60",
            "B->>A: Cache-Control: max-age=60", "A->>B: one<br/>two x=1<br/>at 10:30")
        let entries = try JSONNode(parsing: Array(try #require(made.text).utf8))["timeline"]?.elements ?? []
        #expect(
            entries.map { $0["send"]?.string } == [
                "HTTP/1.1 200 OK", "Cache-Control: max-age=60", "one two x=1 at 10:30",
            ])
        #expect(entries[0]["fields"]?.members?.map(\.key) == ["ETag", "Cache-Control"])
        #expect(entries[0]["fields"]?["Cache-Control"]?.string == "max-age=60")
        #expect(entries[1]["fields"] == nil && entries[2]["fields"] == nil)
    }

    @Test func `entity codes, line breaks and semicolons are read`() throws {
        #expect(
            try told("A->>B: #35;1 #lt;b#gt; a#59;b<br/>c; B->>A: #9829; #nosuch;") == [
                "A > B: #1 <b> a;b c", "B > A: ♥ #nosuch;",
            ])
        #expect(
            try told("Note over A,B: one<br>two", "Note left of A: three", "note RIGHT OF B: wrap: four") == [
                "note A,B: one\ntwo", "note A: three", "note B: four",
            ])
    }

    @Test func `what is only for the eye is passed over`() throws {
        #expect(
            try told(
                text: """
                    %% a comment
                    %%{init: { "theme": "dark",
                      "x": 1 }}%%
                    sequenceDiagram
                      accTitle: for readers
                      accDescr {
                        several ; lines -> here
                      }
                      box transparent Front end
                      participant A
                      end
                      rect rgb(1, 2, 3)
                        A->>B: hi %% not a comment
                        B-->>A: ho
                      end
                      # a comment, too
                    """) == ["A > B: hi %% not a comment", "B > A: ho"])
    }

    @Test func `work begins and ends`() throws {
        #expect(
            try told("A->>+B: x", "activate A", "deactivate A", "B-->>-A: y") == [
                "A > B: x", "begin B", "begin A", "end A", "B > A: y", "end B",
            ])
    }

    @Test func `participants come and go with messages`() throws {
        #expect(
            try told("A->>B: x", "create participant C", "B->>C: y", "destroy C", "C->>B: z") == [
                "A > B: x", "B > C: y", "create C", "C > B: z", "destroy C",
            ])
    }

    @Test func `what a lesson may not do is left out`() throws {
        #expect(try told("A->>B: x", "deactivate B", "B-->>-A: y") == ["A > B: x", "B > A: y"])
        #expect(try told("A->>C: x", "create participant C", "A->>C: y") == ["A > C: x", "A > C: y"])
    }

    @Test func `blocks become frames`() throws {
        #expect(
            try entries("loop until it answers (3 times)", "A->>B: x", "end", "loop", "A->>B: y", "end") == [
                .object([("loop", "until it answers"), ("times", 3), ("do", .array([send("x")]))]),
                .object([("loop", "loop"), ("do", .array([send("y")]))]),
            ])
        #expect(
            try entries("opt maybe", "A->>B: x", "end", "critical", "A->>B: y", "end", "break wrong", "A->>B: z", "end")
                == [
                    .object([("group", "maybe"), ("do", .array([send("x")]))]),
                    .object([("group", "critical"), ("do", .array([send("y")]))]),
                    .object([("group", "wrong"), ("do", .array([send("z")]))]),
                ])
        #expect(
            try entries("par one", "A->>B: x", "and two", "A->>B: y", "end") == [
                .object([
                    ("parallel", .array([.array([send("x")]), .array([send("y")])])), ("title", "one | two"),
                ])
            ])
        #expect(try entries("rect rgb(1, 2, 3)", "A->>B: x", "end") == [send("x")])
        #expect(try entries("loop", "end", "opt", "end", "par", "end", "A->>B: x") == [send("x")])
    }

    @Test func `branches become alternatives with ids of their own`() throws {
        #expect(
            try entries(
                "A->>B: ask", "alt it is there", "A->>B: x", "else it is gone", "A->>B: y", "else", "end") == [
                    send("ask"),
                    .object([
                        (
                            "alternatives",
                            .array([
                                .object([("if", "it is there"), ("do", .array([send("x")]))]),
                                .object([("if", "it is gone"), ("id", "it-is-gone"), ("do", .array([send("y")]))]),
                                .object([("if", "else"), ("id", "branch"), ("do", [])]),
                            ])
                        )
                    ]),
                ])
        // A variant in which nothing at all happens is none.
        #expect(
            try entries("alt yes", "A->>B: x", "else no", "end") == [
                .object([("group", "yes"), ("do", .array([send("x")]))])
            ])
        #expect(
            try entries("critical do", "A->>B: x", "option fail", "A->>B: y", "end") == [
                .object([
                    (
                        "alternatives",
                        .array([
                            .object([("if", "do"), ("do", .array([send("x")]))]),
                            .object([("if", "fail"), ("id", "fail"), ("do", .array([send("x"), send("y")]))]),
                        ])
                    )
                ])
            ])
    }

    @Test func `more branches than a lesson has variants for stand one below the other`() throws {
        let branches = (0..<40).map { "else way \($0)\nA->>B: \($0)" }.joined(separator: "\n")
        let entries = try entries("alt first", "A->>B: x", branches, "end")
        #expect(entries.count == 41)
        #expect(entries[1]["group"]?.string == "way 0")
    }

    @Test func `boxes group participants, and numbers are kept`() throws {
        let made = read(
            "sequenceDiagram", "autonumber 10 5", "box Aqua Front end", "participant A", "end", "box rgb(1,2,3)",
            "participant B", "end", "box Three", "actor C", "end", "A->>B: x")
        let node = try JSONNode(parsing: Array(try #require(made.text).utf8))
        #expect(node["participants"]?.elements?.map { $0["group"]?.string } == ["Front end", nil, "Three"])
        #expect(node["numbered"] == true)
    }

    @Test(arguments: ["-|\\", "--|/", "-//", "--\\\\"]) func `half an arrow head is a head`(arrow: String) throws {
        #expect(try told("A\(arrow)B: x", "A->>()B: y", "B()->>A: z") == ["A > B: x", "A > B: y", "B > A: z"])
    }

    @Test(arguments: ["/|-", "\\|--", "//-", "\\\\--"]) func `an arrow may point backwards`(arrow: String) throws {
        #expect(try told("A\(arrow)B: x") == ["B > A: x"])
    }

    @Test func `names that have been declared may hold what looks like an arrow`() throws {
        #expect(
            try told("participant web-x1", "participant D", "web-x1-)D: a", "D--)web-x1: b", "web-x1->>web-x1: c") == [
                "web-x1 > D: a", "D > web-x1: b", "web-x1 > web-x1: c",
            ])
    }

    @Test func `parallel parts are parallel`() throws {
        #expect(
            try told("par one", "A->>B: 1", "B->>A: 2", "and two", "A->>C: 3", "end") == [
                "A > B: 1", "A > C: 3", "B > A: 2",
            ])
    }

    @Test func `the title comes from the diagram, its front matter or the id`() throws {
        func title(_ text: String) throws -> String? {
            let made = MermaidLesson(reading: SourceFile("d.mmd", text: text), id: "my-diagram")
            return try JSONNode(parsing: Array(try #require(made.text).utf8))["title"]?.string
        }
        #expect(try title("sequenceDiagram\nA->>B: x") == "My diagram")
        #expect(try title("sequenceDiagram\ntitle Hello there\nA->>B: x") == "Hello there")
        #expect(try title("sequenceDiagram\ntitle: Hello #35;1\nA->>B: x") == "Hello #1")
        #expect(try title("---\ntitle: \"a: \\\"b\\\"\"\nconfig: 1\n---\nsequenceDiagram\nA->>B: x") == "a: \"b\"")
        #expect(try title("sequenceDiagram\ntitle \(String(repeating: "很长", count: 20))\nA->>B: x")?.count == 18)
    }

    @Test func `a lesson is laid out as authors write one`() {
        #expect(
            read("sequenceDiagram", "Alice->>Bob: POST /login user=alice", "Bob--xAlice: 200 OK").text == """
                {
                  "format": 1,
                  "id": "d",
                  "track": "imported",
                  "title": "D",
                  "summary": { "en": "D: a diagram of 2 participants and 2 messages.", "zh": "D：一张时序图，2个参与方，2条消息。" },
                  "participants": [{ "id": "alice", "name": "Alice" }, { "id": "bob", "name": "Bob" }],
                  "timeline": [
                    { "send": "POST /login", "from": "alice", "to": "bob", "fields": { "user": "alice" },
                      "say": { "en": "Alice to Bob: `POST /login user=alice`.", "zh": "Alice发往Bob：`POST /login user=alice`。" } },
                    { "send": "200 OK", "from": "bob", "to": "alice", "lost": true,
                      "say": { "en": "Bob to Alice: `200 OK`. It never arrives.", "zh": "Bob发往Alice：`200 OK`。它没有到达。" } }
                  ]
                }

                """)
    }
}
