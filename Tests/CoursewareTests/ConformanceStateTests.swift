import Testing

@Suite struct `A scripted state of TCP` {
    private static let closed = ["client": "CLOSED", "server": "LISTEN"]
    private static let open = ["client": "ESTABLISHED", "server": "ESTABLISHED"]

    @Test func `that follows the diagram is not faulted`() {
        let lines = [
            "client SYN !now", "client [SYN-SENT]", "server [SYN-RECEIVED]", "server SYN,ACK", "client [ESTABLISHED]",
            "client ACK", "server [ESTABLISHED]", "client FIN,ACK", "client [FIN-WAIT-1]", "server [CLOSE-WAIT]",
            "server ACK", "client [FIN_WAIT_2]", "server FIN,ACK", "server [LAST-ACK]", "client [TIME-WAIT]",
            "client ACK",
            "server [CLOSED]", "client [CLOSED]",
        ]
        // The server's state is written before the SYN has arrived.
        let early = lines.flatMap { $0 == "server [SYN-RECEIVED]" ? [$0, "client +10ms"] : [$0] }
        #expect(
            judgements(early, states: Self.closed) == [
                "3 \"SYN-RECEIVED\": 'server' cannot be in SYN-RECEIVED yet: no SYN has arrived at it (RFC 9293 §3.3.2)"
            ])
        #expect(judgements(lines.map { $0 == "client SYN !now" ? "client SYN" : $0 }, states: Self.closed) == [])
    }

    @Test(arguments: [
        (
            ["client SYN", "client [SYN-SENT]", "client [ESTABLISHED]", "server SYN,ACK"],
            "3 \"ESTABLISHED\": 'client' cannot be in ESTABLISHED yet: no SYN,ACK has arrived at it (RFC 9293 §3.3.2)"
        ),
        (
            ["client SYN", "client [SYN-SENT]", "client [TIME-WAIT]"],
            "3 \"TIME-WAIT\": no way leads from SYN-SENT to TIME-WAIT; from SYN-SENT it goes to SYN-RECEIVED, ESTABLISHED or CLOSED (RFC 9293 §3.3.2)"
        ),
        (
            ["client SYN", "server [SYN-RECEIVED]", "server SYN,ACK", "server [ESTABLISHED]", "client ACK"],
            "4 \"ESTABLISHED\": 'server' cannot be in ESTABLISHED yet: no ACK of its SYN has arrived at it (RFC 9293 §3.3.2)"
        ),
    ])
    func `that comes too early is told what is missing`(lines: [String], fault: String) {
        #expect(judgements(lines, states: Self.closed) == [fault])
    }

    @Test(arguments: [
        (
            ["client FIN,ACK", "client [FIN-WAIT-1]", "client [FIN-WAIT-2]", "server ACK"],
            "3 \"FIN-WAIT-2\": 'client' cannot be in FIN-WAIT-2 yet: no ACK of its FIN has arrived at it (RFC 9293 §3.3.2)"
        ),
        (
            ["server FIN,ACK", "client [FIN-WAIT-1]"],
            "2 \"FIN-WAIT-1\": 'client' cannot be in FIN-WAIT-1 yet: it has sent no FIN (RFC 9293 §3.3.2)"
        ),
        (
            ["client FIN,ACK", "server [CLOSE-WAIT]", "server FIN,ACK", "server [TIME-WAIT]"],
            "4 \"TIME-WAIT\": no way leads from CLOSE-WAIT to TIME-WAIT; from CLOSE-WAIT it goes to LAST-ACK or CLOSED (RFC 9293 §3.3.2)"
        ),
        (
            ["client PSH,ACK", "client [CLOSED]"],
            "2 \"CLOSED\": 'client' cannot be in CLOSED yet: the connection is open; it ends by FINs, by a RST or when somebody gives up (RFC 9293 §3.3.2)"
        ),
    ])
    func `that does not fit what was sent is told what is missing`(lines: [String], fault: String) {
        #expect(judgements(lines, states: Self.open) == [fault])
    }

    @Test func `TIME-WAIT belongs to the side that closes first`() {
        let lines = ["client FIN,ACK", "server FIN,ACK", "client ACK", "server [TIME-WAIT]"]
        #expect(
            judgements(lines) == [
                "4 \"TIME-WAIT\": 'server' cannot be in TIME-WAIT yet: TIME-WAIT is for the side that closes first, "
                    + "and the other side's FIN came before its own (RFC 9293 §3.3.2)"
            ])
        #expect(judgements(["client FIN,ACK", "server FIN,ACK", "client [TIME-WAIT]", "client ACK"]) == [])
        // Both close at once.
        let both = ["client FIN,ACK !now", "server FIN,ACK", "client ACK !now", "server ACK", "server [TIME-WAIT]"]
        #expect(judgements(both) == [])
    }

    @Test func `FIN-WAIT-1 belongs to the side that closes first, too`() {
        let lines = ["client FIN,ACK", "server FIN,ACK", "server [FIN-WAIT-1]"]
        #expect(
            judgements(lines, states: Self.open) == [
                "3 \"FIN-WAIT-1\": 'server' cannot be in FIN-WAIT-1 yet: FIN-WAIT-1 is for the side that closes first, "
                    + "and the other side's FIN came before its own (RFC 9293 §3.3.2)"
            ])
    }

    @Test func `may end by a reset, or because somebody gives up`() {
        #expect(judgements(["client RST", "client [CLOSED]", "server [CLOSED]"], states: Self.open) == [])
        let lost = ["client FIN,ACK !lost", "client [FIN-WAIT-1]"]
        #expect(judgements(lost + ["client [CLOSED]"], states: Self.open).count == 1)
    }

    @Test func `of a participant with two connections is not judged`() {
        let lines = ["client SYN sport=1", "client > other SYN", "client [TIME-WAIT]", "client [LISTEN]"]
        #expect(judgements(lines) == [])
    }

    @Test func `in other words leaves the way open`() {
        #expect(judgements(["client SYN", "client [somewhere]", "client [LISTEN]"], states: Self.closed) == [])
    }

    @Test func `without any segment is not judged`() {
        #expect(judgements(["client [SYN-SENT]", "client [TIME-WAIT]"]) == [])
    }
}
