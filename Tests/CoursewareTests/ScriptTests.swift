import Courseware
import Localization
import Testing
import Timelines

@Suite struct `A script` {
    @Test func `waits for each message before it goes on`() {
        let trace = scene(
            """
            { "phase": "Open" },
            { "send": "SYN", "from": "client", "to": "server", "id": "syn" },
            { "state": "SYN-RECEIVED", "at": "server" },
            { "send": "SYN,ACK", "from": "server", "to": "client", "takes": "1.5s" },
            { "does": "connect()", "at": "client", "after": "5ms" },
            { "pause": "1s" },
            { "note": "done" },
            { "note": "here", "over": ["server"], "when": "3s" }
            """)?.timeline.trace
        #expect(
            trace == """
                0 ms: phase Open
                0 ms: client sends SYN to server #syn
                10 ms: SYN arrives
                10 ms: server is SYN-RECEIVED
                10 ms: server sends SYN,ACK to client
                1.51 s: SYN,ACK arrives
                1.515 s: client does connect()
                2.515 s: note 0...1 done
                3 s: note 1...1 here
                """)
    }

    @Test func `goes on at once after a message that it need not wait for`() {
        let trace = scene(
            """
            { "send": "one", "from": "client", "to": "server", "wait": false },
            { "send": "two", "from": "client", "to": "server", "after": "4ms", "wait": false },
            { "note": "both under way", "after": "6ms" },
            { "note": "later", "after": "1s" }
            """)?.timeline.trace
        // At 10 ms "one" arrives before the note, because it comes first in the script.
        #expect(
            trace == """
                0 ms: client sends one to server
                4 ms: client sends two to server
                10 ms: one arrives
                10 ms: note 0...1 both under way
                14 ms: two arrives
                1.01 s: note 0...1 later
                """)
    }

    @Test func `loses a message after three fifths of its way and goes on then`() throws {
        let timeline = try #require(
            scene(
                """
                { "timer": "RTO", "at": "client", "starts": "1s" },
                { "send": "SYN", "from": "client", "to": "server", "takes": "20ms", "lost": true },
                { "note": "gone" },
                { "timer": "RTO", "at": "client", "fires": true, "id": "rto" },
                { "send": "SYN", "from": "client", "to": "server", "again": true }
                """)?.timeline)
        #expect(
            timeline.trace == """
                0 ms: RTO starts for 1 s
                0 ms: client sends SYN to server
                12 ms: SYN is lost
                12 ms: note 0...1 gone
                1 s: RTO fires #rto
                1 s: client sends SYN to server
                1.01 s: SYN arrives
                """)
        #expect(timeline.messages.map(\.isLost) == [true, false])
        #expect(timeline.messages.map(\.isRetransmission) == [false, true])
        #expect(timeline.timers.map(\.outcome) == [.fires])
    }

    @Test func `runs parallel lists side by side and goes on when the last has ended`() {
        let trace = scene(
            """
            { "parallel": [
              [ { "send": "A", "from": "client", "to": "server" }, { "state": "X", "at": "server" } ],
              [ { "send": "B", "from": "server", "to": "client", "takes": "30ms", "after": "10ms" } ],
              [ { "state": "Y", "at": "client", "after": "10ms" }, { "state": "Z", "at": "client", "when": "20ms" } ],
              [ ]
            ] },
            { "note": "after both" }
            """)?.timeline.trace
        #expect(
            trace == """
                0 ms: client sends A to server
                10 ms: A arrives
                10 ms: server is X
                10 ms: server sends B to client
                10 ms: client is Y
                20 ms: client is Z
                40 ms: B arrives
                40 ms: note 0...1 after both
                """)
    }

    @Test func `stops a timer that is started while it runs`() throws {
        let timeline = try #require(
            scene(
                """
                { "timer": "RTO", "at": "client", "starts": "1s" },
                { "timer": "RTO", "at": "server", "starts": "3s" },
                { "timer": "RTO", "at": "client", "starts": "2s", "after": "250us" },
                { "timer": "RTO", "at": "client", "cancelled": true, "after": "250us" }
                """)?.timeline)
        #expect(
            timeline.trace == """
                0 ms: RTO starts for 1 s
                0 ms: RTO starts for 3 s
                250 us: RTO is cancelled
                250 us: RTO starts for 2 s
                500 us: RTO is cancelled
                """)
        let microseconds = { Instant(nanoseconds: $0 * 1000) }
        #expect(
            timeline.timers.map(\.outcome) == [
                .isCancelled(microseconds(250)), .runsOn, .isCancelled(microseconds(500)),
            ])
    }

    @Test func `keeps what is written about a message, a table and a participant`() throws {
        let timeline = try #require(
            scene(
                """
                { "send": { "en": "Hello", "zh": "你好" }, "from": "client", "to": "client", "protected": "handshake",
                  "fields": { "seq": 1000, "SACK": "permitted" }, "spotlight": ["SACK"] },
                { "table": "queue", "at": "server", "slots": 2, "set": { "b": "1", "a": { "en": "x", "zh": "y" } } },
                { "table": "queue", "at": "server", "remove": ["b"] }
                """)?.timeline)
        let message = timeline.messages[0]
        #expect(message.label == LocalizedText(en: "Hello", zh: "你好"))
        #expect(message.fields == [.init("seq", "1000"), .init("SACK", "permitted")])
        #expect(message.spotlight == ["SACK"])
        #expect(message.protection == .handshakeKeys)
        #expect((message.sender, message.receiver) == (0, 0))
        let table = TableChange(
            owner: 1, name: "queue", slots: 2, set: [.init("b", "1"), .init("a", LocalizedText(en: "x", zh: "y"))])
        #expect(timeline.events[2].kind == .table(table))
        #expect(timeline.states(at: .start) == ["CLOSED", nil])
    }

    @Test func `makes steps of what has something to say, in order of time`() throws {
        let told = try #require(
            scene(
                """
                { "parallel": [
                  [ { "note": "late", "after": "5ms", "say": "second", "cite": ["listen(2)", "RFC 9293 §3.5"] } ],
                  [ { "note": "early", "say": "first",
                      "ask": { "question": "What?", "choices": [ { "text": "a", "right": true }, { "text": "b", "because": "c" } ] } } ]
                ], "say": "both" },
                { "note": "quiet" }
                """))
        // The parallel entry is told by what happens first in it, after that entry's own text.
        #expect(told.steps.map { $0.say(.english) } == ["first", "both", "second"])
        #expect(told.steps.map(\.event) == [0, 0, 1])
        #expect(told.steps[2].citations == [Citation("listen(2)"), Citation("RFC 9293 §3.5")])
        let choices = [Choice(text: "a", isRight: true), Choice(text: "b", because: "c")]
        #expect(told.steps[0].ask == Prediction(question: "What?", choices: choices))
    }
}
