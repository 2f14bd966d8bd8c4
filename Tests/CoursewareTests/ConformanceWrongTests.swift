import Courseware
import Localization
import Testing
import Timelines

@Suite struct `What is wrong on purpose` {
    @Test func `is no fault, nor is what comes of it`() {
        let lines = [
            "client SYN seq=1000", "server SYN,ACK seq=5000 ack=1000 !wrong", "client ACK seq=1001 ack=5001",
            "client [TIME-WAIT]", "client PSH,ACK seq=1001 len=10",
        ]
        let fault = "4 \"TIME-WAIT\": 'client' cannot be in TIME-WAIT yet: it has sent no FIN (RFC 9293 §3.3.2)"
        #expect(judgements(lines) == [fault])
        #expect(judgements(lines.map { $0 == "client [TIME-WAIT]" ? "client [TIME-WAIT] !wrong" : $0 }) == [])
    }

    @Test func `but is not is warned about`() {
        #expect(
            judgements(["client SYN seq=1000", "server SYN,ACK seq=5000 ack=1001 !wrong"]) == [
                "2 \"wrong\": nothing is wrong here by the rules of RFC 9293 that are checked; leave 'wrong' out"
            ])
    }

    @Test func `in a protocol that nobody knows is believed`() {
        #expect(judgements(["client HELO !wrong", "server 250 ok | !wrong"]) == [])
    }

    @Test func `belongs to messages and states alone`() {
        #expect(
            faults(#"{ "note": "a", "wrong": "b" }"#) == [
                "4:16: error: a 'note' entry has no key 'wrong'; known are 'over', 'after', 'when', 'id', 'say', 'cite', 'ask'"
            ])
    }

    @Test func `is told by message and event`() throws {
        let timeline = try #require(
            scene(
                """
                { "send": "SYN,ACK", "from": "client", "to": "server", "wrong": { "en": "no SYN", "zh": "没有SYN" } },
                { "state": "TIME-WAIT", "at": "server", "wrong": "no FIN" }
                """)?.timeline)
        #expect(timeline.messages[0].wrong?(.chinese) == "没有SYN")
        #expect(timeline.events.map { $0.wrong?(.english) } == [nil, nil, "no FIN"])
    }
}
