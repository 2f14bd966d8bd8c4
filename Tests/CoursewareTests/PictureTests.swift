import Courseware
import Localization
import LocatedJSON
import Simulator
import Testing
import Timelines

@Suite struct `The pictures of a scene` {
    private func decoded(_ timeline: String, _ rest: String) -> Decoded<Lesson> {
        let text = """
            { "format": 1, "id": "x", "track": "tcp", "title": "X", "summary": "S",
              "participants": [ { "id": "client", "name": "C" }, { "id": "server", "name": "S" } ],
              "timeline": [ \(timeline) ] \(rest) }
            """
        return LessonDecoder.decode(SourceFile("x.json", text: text))
    }

    @Test func `are read in order, each with what it is about`() throws {
        let lesson = try #require(
            decoded(
                """
                { "quantity": "cwnd", "at": "client", "is": 1460, "unit": "B" }, { "note": "n" }
                """,
                """
                , "pictures": [
                  { "curve": ["cwnd", "ssthresh"], "at": "client", "from": "1s", "until": "2s", "title": "T" },
                  { "curve": "cwnd", "at": "client", "connection": 2 }, { "bars": "RTO", "at": "server" },
                  { "sequence": "received", "at": "server" }, { "dial": "ISS", "at": "client" },
                  { "record": "TCB", "at": "server", "connection": 2 }, { "states": "TCP", "at": "client", "title": "T" } ]
                """
            ).document)
        #expect(
            lesson.scenes[0].pictures == [
                Picture(
                    .curve(["cwnd", "ssthresh"]), of: "client", title: "T", from: .milliseconds(1000),
                    until: .milliseconds(2000)),
                Picture(.curve(["cwnd"]), of: "client", connection: 2), Picture(.bars("RTO"), of: "server"),
                Picture(.sequence(.received), of: "server"), Picture(.dial("ISS", modulo: 1 << 32), of: "client"),
                Picture(.controlBlock, of: "server", connection: 2), Picture(.states, of: "client", title: "T"),
            ])
    }

    @Test func `are those of the lesson in a variant that has none of its own`() throws {
        let lesson = try #require(
            decoded(
                "{ \"note\": \"n\" }",
                """
                , "pictures": [ { "bars": "RTO", "at": "client" } ],
                "variants": [
                  { "id": "same", "title": "T", "about": "A", "timeline": [ { "note": "m" } ] },
                  { "id": "none", "title": "T", "about": "A", "timeline": [ { "note": "o" } ], "pictures": [] } ]
                """
            ).document)
        #expect(lesson.scenes.map(\.pictures.count) == [1, 1, 0])
    }

    @Test func `are drawn from what a script says of quantities`() throws {
        let timeline = try #require(
            decoded(
                """
                { "quantity": "cwnd", "at": "client", "is": 1460, "unit": "B" },
                { "send": "x", "from": "client", "to": "server" },
                { "quantity": "cwnd", "at": "client", "is": 2920 },
                { "quantity": "RTO", "at": "client", "is": "1.5s" },
                { "quantity": "out of order", "at": "server", "is": [[4381, 5841], [1461, 2921]] },
                { "note": "n" }
                """, ""
            ).document?.scenes[0].timeline)
        let cwnd = try #require(timeline.quantity("cwnd", of: "client"))
        #expect(cwnd.unit == .named("B") && cwnd.readings.map(\.value) == [1460, 2920])
        #expect(cwnd.readings.map(\.instant) == [.zero, .milliseconds(20)] && cwnd.readings.map(\.happened) == [0, 2])
        let rto = try #require(timeline.quantity("RTO", of: "client"))
        #expect(rto.unit == .time && rto.readings.map(\.value) == [1_500_000_000])
        let islands = try #require(timeline.quantity("out of order", of: "server"))
        #expect(islands.readings[0].ranges == [1461..<2921, 4381..<5841] && islands.readings[0].value == 2920)
        // They are beside the events.
        #expect(timeline.events.count == 3)
    }

    @Test func `of connections and states are drawn in simulated scenes, those of states also in scripts`() throws {
        let pictures = "[ { \"record\": \"TCB\", \"at\": \"client\" }, { \"states\": \"TCP\", \"at\": \"client\" } ]"
        let simulated = try #require(simulatedLesson("\"pictures\": \(pictures)")).scenes[0]
        #expect(simulated.pictures.allSatisfy { $0.isDrawable(in: simulated.timeline) })
        let scripted = try #require(
            decoded("{ \"state\": \"CLOSED\", \"at\": \"client\" }, { \"note\": \"n\" }", ", \"pictures\": \(pictures)")
                .document
        ).scenes[0]
        #expect(scripted.pictures.map { $0.isDrawable(in: scripted.timeline) } == [false, true])
    }

    @Test func `stay with a simulated scene that the learner changes`() throws {
        let lesson = try #require(simulatedLesson("\"pictures\": [ { \"curve\": \"cwnd\", \"at\": \"client\" } ]"))
        let changed = lesson.scenes[0].changed(by: [.init(.drop, .message(1))])
        #expect(changed.pictures == lesson.scenes[0].pictures && changed.pictures.count == 1)
        #expect(changed.timeline.quantity("cwnd", of: "client") != nil)
        #expect(changed.timeline.quantities != lesson.scenes[0].timeline.quantities)
    }

    @Test(arguments: [
        (
            "{ \"quantity\": \"x\", \"at\": \"nobody\", \"is\": 1 }",
            "no participant is named 'nobody'; known are 'client', 'server'"
        ),
        ("{ \"quantity\": \"x\", \"at\": \"client\", \"is\": 1.5 }", "a whole number"),
        ("{ \"quantity\": \"x\", \"at\": \"client\", \"is\": -1 }", "-1"),
        ("{ \"quantity\": \"x\", \"at\": \"client\" }", "'is'"),
        ("{ \"quantity\": \"x\", \"at\": \"client\", \"is\": 1, \"say\": \"s\" }", "'say'"),
        ("{ \"quantity\": \"x\", \"at\": \"client\", \"is\": [[1]] }", "2"),
    ]) func `need quantities that can be read`(entry: String, words: String) {
        let decoded = decoded(entry + ", { \"note\": \"n\" }", "")
        #expect(decoded.diagnostics.contains { $0.message.contains(words) }, "\(decoded.diagnostics)")
    }

    @Test(arguments: [
        ("{ \"curve\": \"x\", \"at\": \"nobody\" }", "no participant is named 'nobody'; known are 'client', 'server'"),
        ("{ \"curve\": \"x\", \"bars\": \"x\", \"at\": \"client\" }", "'bars'"),
        ("{ \"at\": \"client\" }", "'curve'"), ("{ \"sequence\": \"both\", \"at\": \"client\" }", "'both'"),
        ("{ \"curve\": [\"a\", \"b\", \"c\"], \"at\": \"client\" }", "3"),
        ("{ \"bars\": \"x\", \"at\": \"client\", \"modulo\": 3 }", "'modulo'"),
        ("{ \"record\": \"PCB\", \"at\": \"client\" }", "'TCB'"),
        ("{ \"states\": \"TCP\", \"at\": \"client\", \"per\": 2 }", "'per'"),
        ("{ \"curve\": \"x\", \"at\": \"client\", \"from\": \"2s\", \"until\": \"1s\" }", "2 s"),
    ]) func `that cannot be drawn are told off`(picture: String, words: String) {
        let decoded = decoded("{ \"note\": \"n\" }", ", \"pictures\": [ \(picture) ]")
        #expect(decoded.diagnostics.contains { $0.message.contains(words) }, "\(decoded.diagnostics)")
    }
}
