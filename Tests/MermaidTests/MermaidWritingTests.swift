import Courseware
import Localization
import LocatedJSON
import Mermaid
import TestSupport
import Testing
import Timelines

@Suite struct MermaidWritingTests {
    private static let course = Catalog.load(
        (SourceTree.files(in: "lessons") + SourceTree.files(in: "quizzes")).map { SourceFile($0.name, $0.bytes) }
    ).catalog

    private func diagram(of messages: [String], names: [String] = ["a", "b"]) -> String {
        var builder = TimelineBuilder(participants: names.map { Participant(id: $0, name: LocalizedText($0)) })
        for (index, label) in messages.enumerated() {
            builder.send(
                Message(
                    from: 0, to: 1, label: LocalizedText(label), departure: .milliseconds(Int64(index)),
                    fate: .arrives(.milliseconds(Int64(index)))))
        }
        return MermaidWriter.text(of: builder.build().timeline, title: "t", language: .english)
    }

    @Test func `a scene is written with its messages, states, timers and tables`() {
        let client = Participant(id: "web-client", name: "Client", address: "192.0.2.10:50000", state: "CLOSED")
        let server = Participant(id: "end", name: "Server")
        var builder = TimelineBuilder(participants: [client, server])
        builder.phase("Opening", at: .zero)
        builder.act("connect()", of: 0, at: .zero)
        let timer = builder.start("RTO", of: 0, for: .seconds(1), at: .zero).timer
        builder.send(
            Message(
                from: 0, to: 1, label: "SYN", fields: [.init("seq", "1000")], departure: .zero,
                fate: .isLost(.milliseconds(10))))
        builder.fire(timer)
        builder.send(
            Message(
                from: 0, to: 1, label: "SYN", protection: .handshakeKeys, isRetransmission: true,
                departure: .milliseconds(1000),
                fate: .arrives(.milliseconds(1020))))
        builder.change(
            TableChange(owner: 1, name: "queue", set: [.init("a", "1"), .init("b", "")], removed: ["c"]),
            at: .milliseconds(1020))
        builder.note("so be it", over: 0...1, at: .milliseconds(1021))
        let text = MermaidWriter.text(of: builder.build().timeline, title: "A \"b\" \\", language: .english)
        #expect(
            text == """
                ---
                title: "A \\"b\\" \\\\"
                ---
                sequenceDiagram
                    participant web_client as Client<br/>192.0.2.10:50000
                    participant end_ as Server
                    Note over web_client: CLOSED
                    Note over web_client,end_: Opening
                    Note over web_client: connect()<br/>timer RTO: 1 s
                    web_client--xend_: SYN seq=1000
                    Note over web_client: timer RTO fires
                    web_client->>end_: {SYN} (resent)
                    Note over end_: queue: + a = 1<br/>+ b<br/>- c
                    Note over web_client,end_: so be it

                """)
    }

    @Test func `frames, work, groups and the outside are written`() throws {
        let lesson = """
            { "format": 1, "id": "l", "track": "t", "title": "T", "summary": "s", "numbered": true,
              "participants": [ { "id": "a", "name": "A", "group": "Blue team" }, { "id": "b", "name": "B", "group": "Blue team" },
                { "id": "c", "name": "C" } ],
              "timeline": [
                { "send": "in", "to": "a" },
                { "loop": "often", "times": 3, "do": [
                  { "send": "x", "from": "a", "to": "b", "activates": true },
                  { "group": "inner", "do": [ { "send": "y", "from": "b", "to": "a", "deactivates": true } ] } ] },
                { "send": "z", "from": "a", "to": "c", "creates": true },
                { "alternatives": [ { "if": "good", "do": [ { "send": "w", "from": "c", "to": "a" } ] }, { "if": "bad", "id": "bad", "do": [] } ] },
                { "destroy": "c" },
                { "parallel": [ [ { "send": "p", "from": "a", "to": "b" } ], [ { "send": "q", "from": "b", "to": "a" } ] ] },
                { "pause": "10s", "title": "later" }, { "divider": "cut" },
                { "send": "out", "from": "a" } ] }
            """
        let (catalog, diagnostics) = Catalog.load([SourceFile("l.json", text: lesson)])
        #expect(diagnostics.filter { $0.severity == .error }.map(\.description) == [])
        let timeline = try #require(catalog.lessons.first?.scenes.first?.timeline)
        let text = MermaidWriter.text(of: timeline, title: "T", language: .english)
        #expect(
            text == """
                ---
                title: "T"
                ---
                sequenceDiagram
                    autonumber
                    box transparent Blue team
                        participant a as A
                        participant b as B
                    end
                    participant _outside as (outside)
                    _outside->>a: in
                    loop often (3 times)
                        a->>b: x
                        activate b
                        critical inner
                            b->>a: y
                            deactivate b
                        end
                    end
                    create participant c as C
                    a->>c: z
                    alt good
                        destroy c
                        c->>a: w
                    else bad
                    end
                    a->>b: p
                    b->>a: q
                    Note over a,c: later (10 s)
                    Note over a,c: cut
                    a->>_outside: out

                """)
        let made = MermaidLesson(reading: SourceFile("l.mmd", text: text), id: "l")
        #expect(made.diagnostics == [])
        let again = Catalog.load([SourceFile("l.json", text: try #require(made.text))]).catalog
        #expect(again.lessons.first?.scenes.map(\.id) == ["main", "bad"])
        #expect(
            again.lessons.first?.scenes[0].timeline.frames.map(\.kind)
                == timeline.frames.map(\.kind).filter { $0 != .parallel })
    }

    @Test func `nothing in a text is markup`() {
        let text = diagram(of: [
            "a;b #1 <b>x</b> & %%c $$d$$", "wrap: x", "NoWrap:y", "end", "line\nbreak \u{1B}[2J\u{202E}", "a: b ->> c",
        ])
        #expect(
            text.split(separator: "\n").suffix(6) == [
                "    a->>b: a#59;b #35;1 #lt;b#gt;x#lt;/b#gt; #amp; %#37;c $#36;d$#36;", "    a->>b: wrap#58; x",
                "    a->>b: NoWrap#58;y", "    a->>b: end", "    a->>b: line<br/>break ·[2J",
                "    a->>b: a: b -#gt;#gt; c",
            ])
    }

    @Test(arguments: Language.allCases)
    func `each lesson comes back from its diagram with participants, messages and order`(language: Language) throws {
        #expect(Self.course.lessons.count >= 5)
        var refused = 0
        for lesson in Self.course.lessons {
            for scene in lesson.scenes {
                let text = MermaidWriter.text(of: scene.timeline, title: scene.title, language: language)
                let made = MermaidLesson(reading: SourceFile("\(lesson.id).mmd", text: text), id: lesson.id)
                #expect(made.diagnostics == [])
                let file = SourceFile("\(lesson.id).json", text: try #require(made.text))
                let (catalog, diagnostics) = Catalog.load([file])
                let errors = diagnostics.filter { $0.severity == .error }.map(\.description)
                // A diagram knows neither time nor what came before it: what crosses seems to answer, what is forged seems wrong.
                if !errors.isEmpty, scene.simulation != nil {
                    refused += 1
                    continue
                }
                #expect(errors == [])
                let again = try #require(catalog.lessons.first?.scenes.first)
                #expect(again.timeline.participants.map(\.id) == scene.timeline.participants.map(\.id))
                #expect(again.timeline.messages.map(\.receiver) == scene.timeline.messages.map(\.receiver))
                #expect(again.timeline.messages.map(\.isLost) == scene.timeline.messages.map(\.isLost))
                let second = MermaidWriter.text(of: again.timeline, title: scene.title, language: language)
                #expect(second == text, "\(lesson.id) \(scene.id)")
            }
        }
        #expect(refused < 20, "\(refused) scenes")
    }
}
