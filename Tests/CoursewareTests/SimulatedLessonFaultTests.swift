import Courseware
import LocatedJSON
import Testing

@Suite struct `A broken simulated lesson` {
    @Test(arguments: [
        (
            #""timeline": []"#,
            ["8:1: error: 'scenario' and 'timeline' exclude each other: a lesson is simulated or scripted"]
        ),
        (#""step": []"#, ["8:1: error: a lesson has no key 'step'; did you mean 'steps'?"]),
        (
            #""faults": ["drop:SYN,ACK", "dorp:2", "drop:SYN@clinet", 2]"#,
            [
                "8:28: error: no fault is called 'dorp'; did you mean 'drop:…'?",
                "8:38: error: no participant is named 'clinet'; did you mean 'client'?",
                "8:57: error: expected a fault such as \"drop:SYN,ACK@server\", found the number 2",
            ]
        ),
        (
            #""faults": ["xyz", "drop:0", "drop:0%", "drop:SYN@", "delay:2", "delay:2:5", "delay:2:1441min", "drop:2:1s", "drop:", "drop:SYN\\"]"#,
            [
                "8:12: error: a fault is written as 'drop:2' or 'drop:SYN,ACK@server'; known are 'drop', 'delay', 'duplicate', 'overtake', 'corrupt'",
                "8:19: error: '0' is no number of a message; write 1 for the first, up to 1000000",
                "8:29: error: '0%' is no chance; write '0.1%' to '100%'",
                "8:40: error: a participant is missing; write 'SYN@client' or 'SYN@client/server'",
                "8:53: error: the delay does not say how long; write 'delay:2:500ms'",
                "8:64: error: '5' is no duration; write a number and its unit, one of us, ms, s, min, h: '40ms', '1.5s', '2h'",
                "8:77: error: 24 h 1 min is longer than a day; nobody will wait for it",
                "8:96: error: '1s' is too much here; put '\\' before a ':', '@' or '#' of a label",
                "8:109: error: the fault does not say which message it is about; write 'drop:2' or 'drop:SYN'",
                "8:118: error: '\\' stands at the end; it takes the meaning from a character after it",
            ]
        ),
        (
            #""faults": ["drop:99", "drop:SYN@server", "drop:SYN#2", "drop:FIN#10%"]"#,
            [
                "8:12: warning: nothing in this scene fits 'drop:99'; it changes nothing",
                "8:23: warning: nothing in this scene fits 'drop:SYN@server'; it changes nothing",
                "8:42: warning: nothing in this scene fits 'drop:SYN#2'; it changes nothing",
                "8:56: warning: nothing in this scene fits 'drop:FIN#10%'; it changes nothing",
            ]
        ),
        (
            #""variants": [ { "id": "v", "title": "T", "about": "A" } ]"#,
            [
                "8:15: error: a variant needs at least one of 'scenario', 'faults', 'steps', 'sliders'; else nothing differs"
            ]
        ),
        (
            #""variants": [ { "id": "v", "title": "T", "about": "A", "scenario": { "hots": [] } } ]"#,
            [
                "8:70: error: a scenario has no key 'hots'; known are 'routers', 'switches', 'lifelines', 'links', 'incidents', 'seed', 'since', 'until'"
            ]
        ),
        (
            #""variants": [ { "id": "v", "title": "T", "about": "A", "scenario": 5 } ]"#,
            ["8:68: error: expected a scenario, an object, found the number 5"]
        ),
        (
            #""variants": [ { "id": "v", "title": "T", "about": "A", "scenario": { "hosts": [ { "id": "client", "address": "192.0.2.1" } ] } } ]"#,
            [
                "8:68: error: no participant is named 'server'; known are 'client' (on line 5, which the variant keeps)",
                "8:68: error: no participant is named 'server'; known are 'client' (on line 5, which the variant keeps)",
                "8:68: error: no participant is named 'server'; known are 'client' (on line 6, which the variant keeps)",
            ]
        ),
        (
            #""variants": [ { "id": "v", "title": "T", "about": "A", "scenario": { "do": [] } } ]"#,
            ["8:56: error: nothing happens; let a program call something in 'do'"]
        ),
        (
            #""variants": [ { "id": "v", "title": "T", "about": "A", "faults": ["drop:SYN"], "timeline": [] } ]"#,
            [
                "8:15: error: a variant needs 'participants'",
                "8:56: error: 'timeline' and 'faults' exclude each other; keep one",
            ]
        ),
        (
            #""variants": [ { "id": "v", "title": "T", "about": "A", "scenario": { "seed": 2 }, "timeline": [] } ]"#,
            ["8:83: error: 'scenario' and 'timeline' exclude each other: a lesson is simulated or scripted"]
        ),
        (
            #""variants": [ { "id": "main", "title": "T", "about": "A", "faults": ["drop:SYN"], "explore": 1 } ]"#,
            [
                "8:23: error: 'main' is the lesson's own timeline; give the variant another id",
                "8:83: error: a variant has no key 'explore'; known are 'numbered', 'scenario', 'sliders', 'steps', 'pictures'",
            ]
        ),
    ])
    func `is told what is wrong with its parts`(members: String, expected: [String]) {
        #expect(simulationFaults(members) == expected)
    }

    @Test func `is told its scenario's faults once`() {
        let text = String(
            decoding: simulatedFile(
                #""variants": [ { "id": "v", "title": "T", "about": "A", "scenario": { "seed": 2 } } ]"#
            ).bytes, as: UTF8.self
        )
        .replacing("server:443", with: "sever:443")
        #expect(
            LessonDecoder.decode(SourceFile("x.json", text: text)).diagnostics.map(\.text) == [
                "6:33: error: no participant is named 'sever'; did you mean 'server'?"
            ])
    }

    @Test(arguments: [
        (#"{ "on": { "sent": "SYN" } }"#, ["9:1: error: a step needs a 'say' or an 'id'"]),
        (#"{ "say": "a" }"#, ["9:1: error: a step needs 'on'"]),
        (
            #"{ "on": {}, "say": "a" }"#,
            ["9:9: error: a pattern needs one of 'sent', 'arrived', 'lost', 'state', 'timer', 'does', 'table', 'rule'"]
        ),
        (
            #"{ "on": { "sned": "SYN" }, "say": "a" }"#,
            ["9:9: error: a pattern needs one of 'sent', 'arrived', 'lost', 'state', 'timer', 'does', 'table', 'rule'"]
        ),
        (
            #"{ "on": { "sent": "SYN", "state": "CLOSED" }, "say": "a" }"#,
            ["9:26: error: 'sent' and 'state' exclude each other; keep one"]
        ),
        (
            #"{ "on": { "sent": "SYN", "at": "server" }, "say": "a" }"#,
            ["9:26: error: a 'sent' pattern has no key 'at'; known are 'again', 'from', 'to', 'fields', 'nth'"]
        ),
        (
            #"{ "on": { "arrived": "SYN", "at": "sever", "from": "b", "nth": 0 }, "say": "a" }"#,
            [
                "9:35: error: no participant is named 'sever'; did you mean 'server'?",
                "9:52: error: no participant is named 'b'; known are 'client', 'server'",
                "9:64: error: 0 is out of range; it may be 1 to 1000000",
            ]
        ),
        (
            #"{ "on": { "state": "ESTABLISHD", "at": "server" }, "say": "a" }"#,
            ["9:20: error: 'ESTABLISHD' is not known here; did you mean 'ESTABLISHED'?"]
        ),
        (
            #"{ "on": { "timer": "RTO" }, "say": "a" }, { "on": { "timer": "RTO", "starts": "1s" }, "say": "b" }"#,
            [
                "9:9: error: a timer pattern needs exactly one of 'starts', 'cancelled', 'fires'",
                "9:79: error: expected true, found the string \"1s\"",
            ]
        ),
        (
            #"{ "on": { "timer": "RTO", "fires": true, "starts": true }, "say": "a" }"#,
            ["9:9: error: a timer pattern needs exactly one of 'starts', 'cancelled', 'fires'"]
        ),
        (
            #"{ "on": { "rule": "A Rule" }, "say": "a" }, { "on": { "does": "" }, "say": "a" }"#,
            [
                "9:19: error: 'A Rule' is no id; ids are lower-case letters, digits and hyphens",
                "9:63: error: the text is empty; leave the key out or say something",
            ]
        ),
        (
            #"{ "on": { "sent": "FIN" }, "say": "a" }, { "on": { "sent": "FIN" }, "say": "a", "optional": true }"#,
            ["9:9: error: nothing in this scene fits; if it is for what a learner may change, add '\"optional\": true'"]
        ),
        (
            #"{ "on": { "sent": "SYN" }, "id": "a", "say": "a" }, { "on": { "sent": "SYN,ACK" }, "id": "a", "say": "b" }"#,
            ["9:90: error: the step 'a' is already there, on line 9"]
        ),
        (
            #"{ "on": { "sent": "SYN" }, "id": "a", "say": "a" }, { "on": { "sent": "any" }, "id": "b" }"#,
            ["9:86: error: the event has the id 'a' already; 'b' needs another event"]
        ),
        (
            #"{ "on": { "sent": "SYN" }, "say": "a" }, { "on": { "sent": "any" }, "say": "b" }, { "on": { "sent": "SYN,ACK" }, "say": "c" }"#,
            ["9:76: warning: nothing is seen between this step and the one before; join their texts"]
        ),
        (
            #"{ "on": { "sent": "SYN" }, "id": "a", "cite": "RFC 9293 §3.5", "ask": 5 }"#,
            [
                "9:39: error: 'cite' needs a 'say' beside it", "9:64: error: 'ask' needs a 'say' beside it",
                "9:71: error: expected an 'ask', an object, found the number 5",
            ]
        ),
        (
            #"{ "on": { "sent": "SYN" }, "say": "a", "spotlight": ["ack"] }, { "on": { "state": "any" }, "id": "c", "spotlight": ["seq"] }"#,
            [
                "9:54: error: the message has no field 'ack'; did you mean 'SACK'?",
                "9:117: error: 'spotlight' needs a message, and this step is about something else",
            ]
        ),
        (
            #"{ "on": { "sent": "SYN", "fields": { "seq": true } }, "say": "a" }"#,
            [
                "9:9: error: nothing in this scene fits; if it is for what a learner may change, add '\"optional\": true'",
                "9:45: error: the field 'seq' must be a string or a whole number",
            ]
        ),
    ])
    func `is told what is wrong with its steps`(steps: String, expected: [String]) {
        #expect(simulationFaults("\"steps\": [\n" + steps + "]") == expected)
    }

    @Test(arguments: [
        (
            #"{ "id": "c", "tsk": "t" }"#,
            [
                "9:1: error: a challenge needs 'because'", "9:1: error: a challenge needs 'cite'",
                "9:1: error: a challenge needs 'goal'", "9:1: error: a challenge needs 'solution'",
                "9:14: error: a challenge has no key 'tsk'; did you mean 'task'?",
            ]
        ),
        (
            #"{ "id": "c", "task": "t", "because": "b", "cite": "listen(2)", "scene": "mian", "goal": {}, "solution": [] }"#,
            [
                "9:73: error: there is no scene 'mian'; did you mean 'main'?",
                "9:89: error: a goal needs one of 'count', 'ends', 'lasts', 'first', 'happens', 'all', 'any', 'not'",
                "9:105: error: needs at least 1, has 0",
            ]
        ),
        (
            #"{ "id": "c", "task": "t", "because": "b", "cite": "listen(2)", "goal": { "count": { "sent": "SYN" }, "is": 3 }, "solution": ["drop:SYN"] }"#,
            ["9:125: error: the solution does not reach the goal"]
        ),
        (
            #"{ "id": "c", "task": "t", "because": "b", "cite": "listen(2)", "goal": { "count": { "sent": "SYN" }, "is": 1 }, "solution": ["drop:SYN"] }"#,
            ["9:72: error: the scene reaches the goal without any fault; there is nothing to do"]
        ),
        (
            #"{ "id": "c", "task": "t", "because": "b", "cite": "listen(2)", "scene": "w", "goal": { "count": { "sent": "SYN" }, "is": 1 }, "solution": ["drop:SYN"] }"#,
            ["9:73: error: the scene 'w' is scripted; only a simulated one can be changed"]
        ),
        (
            #"{ "id": "c", "task": "t", "because": "b", "cite": "listen(2)", "goal": { "count": { "sent": "SYN" }, "is": 2 }, "solution": ["drop:SYN@clint"] }"#,
            ["9:126: error: no participant is named 'clint'; did you mean 'client'?"]
        ),
    ])
    func `is told what is wrong with its challenges`(challenge: String, expected: [String]) {
        let variant =
            #""variants": [ { "id": "w", "title": "T", "about": "A", "participants": [ { "id": "client", "name": "C" } ], "timeline": [ { "note": "n" } ] } ]"#
        #expect(simulationFaults(variant + ", \"challenges\": [\n" + challenge + "]") == expected)
    }

    @Test(arguments: [
        (#"{ "count": { "sent": "SYN" } }"#, ["9:1: error: a 'count' goal needs one of 'is', 'atLeast', 'atMost'"]),
        (
            #"{ "count": { "sent": "SYN" }, "is": 3, "atLeast": 2 }"#,
            ["9:40: error: 'is' and 'atLeast' exclude each other; keep one"]
        ),
        (
            #"{ "count": { "sent": "SYN" }, "atLeast": 5, "atMost": 2 }"#,
            ["9:1: error: the range goes from 5 down to 2; swap them"]
        ),
        (
            #"{ "count": "SYN", "is": -1 }"#,
            [
                "9:12: error: expected a pattern, an object, found the string \"SYN\"",
                "9:25: error: -1 is out of range; it may be 0 to 1000000",
            ]
        ),
        (
            #"{ "ends": { "sever": "CLOSED", "client": "CLOSE" } }"#,
            [
                "9:13: error: no participant is named 'sever'; did you mean 'server'?",
                "9:42: error: 'CLOSE' is not known here; did you mean 'CLOSED'?",
            ]
        ),
        (#"{ "ends": {} }"#, ["9:11: error: 'ends' needs one of 'client', 'server'"]),
        (
            #"{ "lasts": "LASTACK", "at": "server", "for": "0s" }"#,
            [
                "9:12: error: 'LASTACK' is not known here; did you mean 'LAST-ACK'?",
                "9:46: error: the duration must be longer than nothing",
            ]
        ),
        (
            #"{ "lasts": "LAST-ACK" }"#,
            ["9:1: error: a 'lasts' goal needs 'at'", "9:1: error: a 'lasts' goal needs 'for'"]
        ),
        (
            #"{ "first": { "sent": "SYN" }, "than": { "sent": "FIN" } }"#,
            ["9:31: error: a 'first' goal has no key 'than'; did you mean 'then'?"]
        ),
        (
            #"{ "happens": { "sent": "SYN" }, "after": "3s", "before": "1s" }"#,
            ["9:1: error: nothing comes after 3 s and before 1 s; swap them"]
        ),
        (
            #"{ "happens": { "sent": "SYN" }, "at": "1s" }"#,
            ["9:33: error: a 'happens' goal has no key 'at'; known are 'after', 'before'"]
        ),
        (#"{ "all": [], "any": [] }"#, ["9:14: error: 'all' and 'any' exclude each other; keep one"]),
        (#"{ "all": [] }"#, ["9:10: error: needs at least 1, has 0"]),
        (#"{ "not": { "al": [ {} ] } }"#, ["9:12: error: an 'all' goal has no key 'al'; did you mean 'all'?"]),
        (
            #"{ "any": [ { "ends": { "server": "CLOSED" } }, 3 ] }"#,
            ["9:48: error: expected a goal, an object, found the number 3"]
        ),
    ])
    func `is told what is wrong with its goals`(goal: String, expected: [String]) {
        let challenge =
            #""challenges": [ { "id": "c", "task": "t", "because": "b", "cite": "listen(2)", "solution": ["drop:SYN#all"], "goal":"#
        #expect(simulationFaults(challenge + "\n" + goal + "}]") == expected)
    }

    @Test func `may not have steps without a scenario`() {
        #expect(
            faults(#"{ "note": "n" }"#, rest: #""steps": [], "faults": [], "#) == [
                "3:1: error: 'steps' belongs to a simulation, and there is no 'scenario' here",
                "3:14: error: 'faults' belongs to a simulation, and there is no 'scenario' here",
            ])
    }
}
