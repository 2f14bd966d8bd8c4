import Courseware
import LocatedJSON
import Testing

@Suite struct `A broken lesson` {
    @Test func `is told all its faults in one run`() {
        let file = SourceFile(
            "lessons/dns.json",
            text: """
                { "format": 2, "id": "DNS", "trak": "dns", "order": "1", "minutes": 0,
                  "title": { "en": "A title that is much too long for the catalogue", "zh": "很长很长很长很长很长很长很长很长很长很长" },
                  "summary": { "en": "Only English" }, "delay": 20,
                  "participants": [
                    { "id": "a", "name": "" }, { "id": "a", "name": { "en": "A", "cn": "甲" }, "colour": "red" } ],
                  "timeline": [
                    { "sned": "SYN", "from": "a", "to": "b", "takes": "40", "spotlight": ["seq"] },
                    { "note": "x", "cite": "RFC9293", "ask": 3 },
                    { "timer": "RTO", "at": "a", "fires": true } ],
                  "myths": [ { "claim": "c", "turth": "t" } ] }
                """)
        let decoded = LessonDecoder.decode(file)
        #expect(decoded.document == nil)
        #expect(
            decoded.diagnostics.map(\.text) == [
                "1:13: error: format 2 is not known; this program reads format 1",
                "1:22: error: 'DNS' is no id; ids are lower-case letters, digits and hyphens",
                "1:29: error: a lesson has no key 'trak'; did you mean 'track'?",
                "1:53: error: expected a whole number, found the string \"1\"",
                "1:69: error: 0 is out of range; it may be 1 to 600",
                "2:20: error: the title takes 47 cells of at most 36 (a Chinese character takes two)",
                "2:77: error: the title takes 40 cells of at most 36 (a Chinese character takes two)",
                "3:14: error: the text has no 'zh'; a plain string stands for every language",
                "3:49: error: expected a duration such as \"40ms\", found the number 20",
                "5:26: error: the text is empty; leave the key out or say something",
                "5:40: error: the participant 'a' is already there, on line 5",
                "5:53: error: the text has no 'zh'; a plain string stands for every language",
                "5:66: error: no language 'cn'; known are 'en', 'zh'",
                "5:79: error: a participant has no key 'colour'; known are 'address', 'state', 'group'",
                "7:7: error: a 'send' entry has no key 'sned'; did you mean 'send'?",
                "7:41: error: no participant is named 'b'; known are 'a'",
                "7:55: error: '40' is no duration; write a number and its unit, one of us, ms, s, min, h: '40ms', '1.5s', '2h'",
                "7:75: error: the message has no field 'seq'",
                "8:20: error: 'cite' belongs to a step, and this entry has no 'say'",
                "8:28: error: 'RFC9293' is no citation; write it as 'RFC 9293 §3.5', 'listen(2)', "
                    + "'Linux tcp_syn_retries', 'measured: Linux 6.18' or 'https://…'",
                "8:39: error: 'ask' belongs to a step, and this entry has no 'say'",
                "8:46: error: expected an 'ask', an object, found the number 3",
                "9:7: error: no timer 'RTO' is running at 'a'",
                "10:14: error: a myth needs 'cite'",
                "10:30: error: a myth has no key 'turth'; did you mean 'truth'?",
            ])
    }

    @Test(arguments: [
        (
            #"{ "form": "a" }"#,
            [
                "4:1: error: a timeline entry needs one of 'send', 'state', 'timer', 'table', 'does', 'note', 'phase', 'divider', 'pause', 'parallel', 'loop', 'alternatives', 'group', 'active', 'destroy', 'quantity'"
            ]
        ),
        (#"{ "note": "a", "phase": "b" }"#, ["4:16: error: 'phase' needs an entry of its own; this one has 'note'"]),
        (#""note""#, ["4:1: error: expected a timeline entry, an object, found the string \"note\""]),
        (
            #"{ "note": "a", "over": ["clinet"] }"#,
            ["4:25: error: no participant is named 'clinet'; did you mean 'client'?"]
        ),
        (#"{ "note": "a", "over": [] }"#, ["4:24: error: needs at least 1, has 0"]),
        (
            #"{ "note": "a", "starts": "1s" }"#,
            [
                "4:16: error: a 'note' entry has no key 'starts'; known are 'over', 'after', 'when', 'id', 'say', 'cite', 'ask'"
            ]
        ),
        (#"{ "state": "A" }"#, ["4:1: error: a 'state' entry needs 'at'"]),
        (
            #"{ "send": "A", "from": "client", "to": "server", "lost": "yes" }"#,
            ["4:58: error: expected true or false, found the string \"yes\""]
        ),
        (
            #"{ "send": "A", "from": "client", "to": "server", "protected": "handshak" }"#,
            ["4:63: error: 'handshak' is not known here; did you mean 'handshake'?"]
        ),
        (
            #"{ "send": "A", "from": "client", "to": "server", "fields": { "seq": true } }"#,
            ["4:69: error: the field 'seq' must be a string or a whole number"]
        ),
        (
            #"{ "send": "A", "from": "client", "to": "server", "fields": { "seq": 1 }, "spotlight": ["sqe"] }"#,
            ["4:88: error: the message has no field 'sqe'; did you mean 'seq'?"]
        ),
        (
            #"{ "note": "a", "after": "1s", "when": "2s" }"#,
            ["4:39: error: 'after' and 'when' exclude each other; keep one"]
        ),
        (
            #"{ "note": "a", "after": "25h" }"#,
            ["4:25: error: '25h' is longer than a day; nobody will wait for it"]
        ),
        (
            #"{ "note": "a", "after": "1441min" }"#,
            ["4:25: error: '1441min' is longer than a day; nobody will wait for it"]
        ),
        (
            #"{ "note": "a", "id": "A b" }"#,
            ["4:22: error: 'A b' is no id; ids are lower-case letters, digits and hyphens"]
        ),
        (
            "{ \"note\": \"a\", \"id\": \"n\" },\n{ \"note\": \"b\", \"id\": \"n\" }",
            ["5:22: error: the entry 'n' is already there, on line 4"]
        ),
        (
            #"{ "note": "a", "after": "2s" }, { "note": "b", "when": "1s" }"#,
            ["4:56: error: 1 s is over; what comes before ends at 2 s"]
        ),
        (#"{ "note": "a\u001b[31m" }"#, ["4:11: error: the text holds control character U+1B; remove it"]),
        (#"{ "note": "a `b" }"#, ["4:11: warning: a ` has no second one; code needs one on either side"]),
        (
            #"{ "note": "a" }, { "pause": "1s", "say": "b" }"#,
            ["4:35: error: 'say' needs one thing that happens, and 'pause' is none; put it on another entry"]
        ),
        ("", ["3:13: error: nothing happens; a timeline needs at least one entry that is no pause"]),
        (
            #"{ "pause": "1s" }, { "parallel": [[]] }"#,
            ["3:13: error: nothing happens; a timeline needs at least one entry that is no pause"]
        ),
        (
            #"{ "note": "a", "say": "b", "ask": { "question": "c", "choices": [ { "text": "d", "right": true }, { "text": "d" } ] } }"#,
            [
                "4:99: error: a wrong choice needs a 'because' of its own",
                "4:109: error: two choices read 'd'; nobody can tell them apart",
            ]
        ),
        (
            #"{ "note": "a", "say": "b", "ask": { "question": "c", "choices": [ { "text": "d", "because": "e" }, { "text": "f", "because": "g" } ] } }"#,
            ["4:65: error: 0 choices are right; exactly one must be"]
        ),
    ])
    func `is told what is wrong in its timeline`(timeline: String, expected: [String]) {
        #expect(faults(timeline) == expected)
    }

    @Test(arguments: [
        (
            #"{ "timer": "T", "at": "client" }"#,
            ["4:1: error: a timer needs exactly one of 'starts', 'cancelled', 'fires'"]
        ),
        (
            #"{ "timer": "T", "at": "client", "starts": "1s", "fires": true }"#,
            ["4:1: error: a timer needs exactly one of 'starts', 'cancelled', 'fires'"]
        ),
        (
            #"{ "timer": "RTO", "at": "client", "starts": "1s" }, { "timer": "RT", "at": "client", "fires": true }"#,
            ["4:55: error: no timer 'RT' is running at 'client'; did you mean 'RTO'?"]
        ),
        (
            #"{ "timer": "T", "at": "client", "starts": "1s" }, { "timer": "T", "at": "server", "cancelled": true }"#,
            ["4:53: error: no timer 'T' is running at 'server'"]
        ),
        (
            #"{ "timer": "T", "at": "client", "starts": "1s" }, { "timer": "T", "at": "client", "cancelled": true, "after": "2s" }"#,
            ["4:53: error: the timer 'T' runs out at 1 s, and it is already 2 s"]
        ),
        (
            #"{ "timer": "T", "at": "client", "starts": "1s" }, { "note": "n", "after": "2s" }"#,
            ["4:3: warning: the timer 'T' runs out at 1 s, and nothing comes of it; let it fire or be cancelled"]
        ),
        // One fault is told once: what was started unreadably is not also missed.
        (
            #"{ "timer": "T", "at": "client", "starts": "1" }, { "timer": "T", "at": "client", "fires": true }"#,
            [
                "4:43: error: '1' is no duration; write a number and its unit, one of us, ms, s, min, h: '40ms', '1.5s', '2h'"
            ]
        ),
        (
            #"{ "timer": "T", "at": "clent", "starts": "1s" }, { "timer": "T", "at": "client", "fires": true }"#,
            ["4:23: error: no participant is named 'clent'; did you mean 'client'?"]
        ),
    ])
    func `is told what is wrong with its timers`(timeline: String, expected: [String]) {
        let faults = faults(timeline)
        #expect(faults == expected)
    }

    @Test(arguments: [
        (#"{ "table": "q", "at": "client" }"#, ["4:1: error: a table needs at least one of 'set', 'remove', 'slots'"]),
        (
            #"{ "table": "q", "at": "client", "set": { "row": "1" } }, { "table": "q", "at": "client", "remove": ["rwo"] }"#,
            ["4:60: error: the table has no row 'rwo' at this time; did you mean 'row'?"]
        ),
        (
            #"{ "table": "q", "at": "client", "slots": 1, "set": { "a": "1", "b": "2" } }"#,
            ["4:3: error: the table 'q' would hold 2 rows; it has room for 1"]
        ),
    ])
    func `is told what is wrong with its tables`(timeline: String, expected: [String]) {
        #expect(faults(timeline) == expected)
    }

    @Test func `is warned of a step after which nothing is new`() {
        let timeline = """
            { "send": "slow", "from": "client", "to": "server", "takes": "50ms", "wait": false, "say": "one" },
            { "note": "a", "say": "two" },
            { "note": "b", "after": "1s", "say": "three" }
            """
        #expect(
            faults(timeline) == [
                "5:23: warning: nothing is seen between this step and the one before; join their texts"
            ])
        #expect(LessonDecoder.decode(lessonFile(timeline: timeline)).document != nil)
    }

    @Test func `may not have more events than anybody watches`() {
        let note = #"{ "note": "n" }"#
        let enough = Array(repeating: note, count: 20_000).joined(separator: ",\n")
        #expect(faults(enough) == [])
        #expect(
            faults(enough + ",\n" + note + ",\n" + note) == [
                "20004:3: error: more than 20000 things happen; nobody will watch them"
            ])
    }

    @Test func `names its variants apart`() {
        let variant = { (id: String) in
            #"{ "id": "\#(id)", "title": "V", "about": "A", "timeline": [ { "note": "n" } ] }"#
        }
        let variants = ["a", "a", "main"].map(variant).joined(separator: ",\n")
        #expect(
            faults("{ \"note\": \"n\" }", rest: "\"variants\": [\n\(variants) ],\n") == [
                "5:9: error: the variant 'a' is already there, on line 4",
                "6:9: error: 'main' is the lesson's own timeline; give the variant another id",
            ])
    }

    @Test func `must be named after its id`() {
        let file = SourceFile("lessons/y.json", lessonFile(timeline: #"{ "note": "n" }"#).bytes)
        #expect(
            LessonDecoder.decode(file).diagnostics.map(\.text) == [
                "1:22: error: the id 'x' and the file name 'y' must be the same"
            ])
    }

    @Test func `is refused where its JSON ends`() {
        #expect(
            LessonDecoder.decode(SourceFile("x.json", text: "{ \"id\": ")).diagnostics.map(\.description) == [
                "x.json:1:9: error: the text ends inside a value"
            ])
        #expect(
            LessonDecoder.decode(SourceFile("x.json", text: "[]")).diagnostics.map(\.text) == [
                "1:1: error: expected a lesson, an object, found a list"
            ])
    }
}
