import Courseware
import Localization
import Testing
import Timelines

@Suite struct `The stops of a scene` {
    private func stops(_ timeline: String) -> [String] {
        (scene(timeline)?.stops ?? []).map { "\(($0.instant - .zero).text) \($0.happened)" }
    }

    @Test func `come when each step's message has arrived, before the next step`() {
        #expect(
            stops(
                """
                { "send": "A", "from": "client", "to": "server", "say": "one" },
                { "state": "X", "at": "server" },
                { "send": "B", "from": "server", "to": "client", "say": "two" },
                { "state": "Y", "at": "client", "say": "three" },
                { "state": "Z", "at": "server" },
                { "note": "end", "after": "1s" }
                """) == ["10 ms 3", "20 ms 5", "1.02 s 8"])
    }

    @Test func `show all of an instant when the next step is later`() {
        #expect(
            stops(
                """
                { "note": "a", "say": "one" }, { "note": "b" }, { "note": "c" },
                { "note": "d", "after": "1ms", "say": "two" }
                """) == ["0 ms 3", "1 ms 4"])
    }

    @Test func `leave a message in flight that the next step outruns`() {
        #expect(
            stops(
                """
                { "send": "slow", "from": "client", "to": "server", "takes": "50ms", "wait": false, "say": "one" },
                { "send": "fast", "from": "client", "to": "server", "takes": "5ms", "after": "1ms", "say": "two" },
                { "note": "c", "after": "1s", "say": "three" }
                """) == ["1 ms 1", "6 ms 3", "1.006 s 5"])
    }

    @Test func `never go back when a step that begins at the same instant ends earlier`() {
        #expect(
            stops(
                """
                { "send": "slow", "from": "client", "to": "server", "takes": "50ms", "wait": false, "say": "one" },
                { "send": "fast", "from": "client", "to": "server", "takes": "5ms", "say": "two" },
                { "note": "c", "after": "1s", "say": "three" }
                """) == ["50 ms 4", "50 ms 4", "1.005 s 5"])
    }

    @Test func `come when everything side by side has arrived, with what follows at once`() {
        #expect(
            stops(
                """
                { "parallel": [ [ { "send": "X", "from": "client", "to": "server", "say": "one" } ],
                  [ { "send": "Y", "from": "server", "to": "client" } ], [ { "state": "Z", "at": "client" } ] ] },
                { "table": "T", "at": "server", "set": { "row": "heard" } },
                { "note": "later", "after": "1s", "say": "two" }
                """) == ["10 ms 6", "1.01 s 7"])
    }

    @Test func `are not behind the end of a message that belongs to the next step`() {
        #expect(
            stops(
                """
                { "send": "X", "from": "client", "to": "server", "wait": false, "say": "one" },
                { "send": "Y", "from": "client", "to": "server", "say": "two" },
                { "note": "later", "after": "1s", "say": "three" }
                """) == ["10 ms 3", "10 ms 4", "1.01 s 5"])
    }

    @Test func `are none for a scene without steps`() {
        #expect(stops("{ \"note\": \"a\" }") == [])
        let scene = Scene(title: "", timeline: Timeline(participants: [], messages: [], timers: [], events: []))
        #expect(scene.stops == [])
    }
}
