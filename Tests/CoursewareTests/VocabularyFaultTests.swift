import Courseware
import LocatedJSON
import Testing

@Suite struct `A script that says what cannot be` {
    @Test(arguments: [
        (
            #"{ "send": "A" }"#,
            [
                "4:1: error: a message needs 'from', 'to' or both; without one of them it comes from, or goes, outside"
            ]
        ),
        (
            #"{ "send": "A", "from": "client", "to": "sever" }"#,
            ["4:40: error: no participant is named 'sever'; did you mean 'server'?"]
        ),
        (
            #"{ "send": "A", "from": "client", "activates": true }"#,
            ["4:34: error: 'activates' is about the receiver, and this message reaches none; leave it out"]
        ),
        (
            #"{ "send": "A", "from": "client", "to": "server", "lost": true, "creates": true }"#,
            ["4:64: error: 'creates' is about the receiver, and this message reaches none; leave it out"]
        ),
        (
            #"{ "send": "A", "to": "server", "deactivates": true }"#,
            ["4:32: error: 'deactivates' is about the sender, and this message comes from outside; leave it out"]
        ),
        (
            #"{ "active": false, "at": "server" }"#,
            [
                "4:26: error: 'server' is not active at this time; 'activates' or \"active\": true must come first"
            ]
        ),
        (#"{ "active": true }"#, ["4:1: error: an 'active' entry needs 'at'"]),
        (
            #"{ "loop": "x", "times": 21, "do": [ { "note": "n" } ] }"#,
            ["4:25: error: 21 is out of range; it may be 1 to 20"]
        ),
        (#"{ "group": "x", "do": [] }, { "note": "n" }"#, ["4:23: error: needs at least 1, has 0"]),
        (#"{ "group": "x" }, { "note": "n" }"#, ["4:1: error: a 'group' entry needs 'do'"]),
        (
            #"{ "loop": "x", "id": "l", "do": [ { "note": "n" } ] }"#,
            ["4:16: error: 'id' needs one thing that happens, and 'loop' is none; put it on another entry"]
        ),
        (
            #"{ "alternatives": [ { "if": "x", "do": [ { "note": "n" } ] } ] }"#,
            ["4:19: error: needs at least 2, has 1"]
        ),
        (
            #"{ "pause": "1s", "say": "Nothing." }, { "note": "n" }"#,
            ["4:18: error: 'say' needs one thing that happens, and 'pause' is none; put it on another entry"]
        ),
        (
            #"{ "destroy": "servre" }"#,
            ["4:14: error: no participant is named 'servre'; did you mean 'server'?"]
        ),
    ])
    func `is told where and what`(_ timeline: String, _ expected: [String]) { #expect(faults(timeline) == expected) }

    @Test func `is told of participants that are not there`() {
        #expect(
            faults(
                """
                { "send": "early", "from": "client", "to": "server" },
                { "does": "works", "at": "server" },
                { "send": "fork", "from": "client", "to": "server", "creates": true },
                { "send": "fork", "from": "client", "to": "server", "creates": true },
                { "send": "lost", "from": "client", "to": "server", "lost": true },
                { "destroy": "server" },
                { "send": "late", "from": "server", "to": "client" },
                { "destroy": "server" }
                """) == [
                    "4:44: error: 'server' does not exist yet; a message with 'creates' must reach it first",
                    "5:26: error: 'server' does not exist yet; a message with 'creates' must reach it first",
                    "7:43: error: 'server' exists already; 'creates' belongs to the first message that reaches it",
                    "10:27: error: 'server' is gone; after 'destroy' nothing happens there",
                    "11:14: error: 'server' is gone; after 'destroy' nothing happens there",
                ])
    }

    @Test func `is told when loops in loops come to too much`() {
        let loop = { (inner: String) in #"{ "loop": "x", "times": 20, "do": [ \#(inner) ] }"# }
        let frames = loop(loop(loop(loop(#"{ "note": "n" }"#))))
        #expect(
            faults(frames) == ["4:147: error: more than 500 loops, groups and the like; nobody can keep them apart"])
        let pauses = (0..<1100).map { _ in #"{ "pause": "1ms" }"# }.joined(separator: ",")
        #expect(
            faults(loop(pauses) + #", { "note": "n" }"#).map { $0.drop { $0 != "e" } }
                == ["error: more than 20000 things happen; nobody will watch them"])
    }
}
