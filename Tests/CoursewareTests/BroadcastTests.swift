import Courseware
import Localization
import LocatedJSON
import Testing
import Timelines

/// A lesson among a host and those who hear it.
private func file(_ timeline: String) -> SourceFile {
    SourceFile(
        "x.json",
        text: """
            { "format": 1, "id": "x", "track": "lan", "title": "X", "summary": "S", "delay": "10ms", "numbered": true,
            "participants": [ { "id": "a", "name": "A" }, { "id": "host", "name": "H" }, { "id": "b", "name": "B" } ],
            "timeline": [
            \(timeline)
            ] }
            """)
}

private func told(_ timeline: String) throws -> Scene {
    try #require(LessonDecoder.decode(file(timeline)).document?.scenes.first)
}

private func complaints(_ timeline: String) -> [String] { LessonDecoder.decode(file(timeline)).diagnostics.map(\.text) }

@Suite struct `A broadcast` {
    @Test(arguments: ["[\"a\", \"b\"]", "\"all\""]) func `leaves once and arrives at each receiver`(to: String) throws {
        let timeline = try told(
            "{ \"send\": \"WHO\", \"from\": \"host\", \"to\": \(to), \"id\": \"who\" }, { \"note\": \"end\" }"
        ).timeline
        #expect(
            timeline.events.map(\.kind).prefix(3) == [.sent(message: 0), .arrived(message: 0), .arrived(message: 1)])
        #expect(timeline.messages.map(\.receiver) == [0, 2])
        #expect(timeline.messages.map(\.sharesDeparture) == [false, true])
        #expect(timeline.departures == [0, 0])
        #expect(timeline.events[0].anchor == "who" && timeline.events[3].instant == .milliseconds(10))
    }

    @Test func `counts as one message`() throws {
        let timeline = try told(
            """
            { "send": "WHO", "from": "host", "to": "all" },
            { "send": "ME", "from": "b", "to": "host" }
            """
        ).timeline
        #expect(timeline.messages.indices.map { timeline.number(ofMessage: $0) } == [1, 1, 2])
    }

    @Test func `can miss some of its receivers, or all`() throws {
        let some = try told("{ \"send\": \"WHO\", \"from\": \"host\", \"to\": \"all\", \"lost\": [\"b\"] }").timeline
        #expect(some.messages.map(\.isLost) == [false, true])
        #expect(some.messages.map(\.end) == [.milliseconds(10), .milliseconds(6)])
        let all = try told("{ \"send\": \"WHO\", \"from\": \"host\", \"to\": [\"a\", \"b\"], \"lost\": true }").timeline
        #expect(all.messages.allSatisfy(\.isLost) && all.end == .milliseconds(6))
    }

    @Test func `to all is to those who exist then`() throws {
        let timeline = try told(
            """
            { "send": "hello", "from": "host", "to": "all" },
            { "destroy": "b" },
            { "send": "again", "from": "host", "to": "all" }
            """
        ).timeline
        #expect(timeline.messages.map { $0.label(.english) } == ["hello", "hello", "again"])
        #expect(timeline.messages.last?.receiver == 0)
    }

    @Test func `gives work to all whom it reaches`() throws {
        let timeline = try told(
            "{ \"send\": \"go\", \"from\": \"host\", \"to\": \"all\", \"activates\": true, \"lost\": [\"a\"] }"
        ).timeline
        #expect(timeline.events.compactMap { if case .work(let owner, true) = $0.kind { owner } else { nil } } == [2])
    }

    @Test func `is what the player stops behind, with what follows at once`() throws {
        let scene = try told(
            """
            { "send": "WHO", "from": "host", "to": "all", "lost": ["a"], "say": "one" },
            { "note": "heard" },
            { "note": "later", "after": "1ms", "say": "two" }
            """)
        #expect(scene.stops.map(\.happened) == [4, 5])
    }

    @Test func `has receivers other than its sender, each once`() {
        #expect(
            complaints(
                """
                { "send": "WHO", "from": "host", "to": ["a", "host", "a", "c"] },
                { "send": "WHO", "from": "host", "to": ["a", "b"], "lost": ["host"] },
                { "send": "WHO", "to": "all" }
                """) == [
                    "4:46: error: 'host' sends this message; name those who receive it, or write '\"to\": \"all\"'",
                    "4:54: error: 'a' is in the list already; one frame reaches it once",
                    "4:59: error: no participant is named 'c'; known are 'a', 'host', 'b'",
                    "5:61: error: the message does not go to 'host', so it cannot be lost on the way there; it goes to 'a', 'b'",
                    "6:24: error: a broadcast needs a sender among the participants; name it with 'from'",
                ])
    }

    @Test func `is judged at each receiver, and told off once`() {
        #expect(
            complaints(
                """
                { "send": "A? example", "from": "a", "to": "all", "fields": { "id": 1 } },
                { "send": "A? example", "from": "host", "to": "all", "fields": { "id": 1 } },
                { "send": "A 192.0.2.1", "from": "b", "to": "all", "fields": { "id": 2 } }
                """) == [
                    "6:70: error: this answer cannot follow: the query had id=1, so id must be 1, not 2 (RFC 1035 §4.1.1)"
                ])
    }
}
