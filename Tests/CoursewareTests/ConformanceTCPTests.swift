import Testing

@Suite struct `A scripted TCP exchange` {
    private static let handshake = [
        "client SYN seq=1000", "server SYN,ACK seq=5000 ack=1001", "client ACK seq=1001 ack=5001",
    ]

    @Test(arguments: [
        ["client SYN seq=1000", "server SYN,ACK seq=5000 ack=1001", "client ACK seq=1001 ack=5001"],
        // Nothing but names; any way of writing them.
        ["client SYN", "server SYN-ACK", "client ACK", "client FIN,ACK", "server ACK", "server FIN/ACK", "client ACK"],
        // Numbers as text books write them.
        ["client SYN seq=x", "server SYN+ACK seq=y ack=x+1", "client ACK seq=x+1 ack=y+1"],
        // Numbers that wrap around.
        ["client SYN seq=4294967295", "server SYN,ACK seq=0xffffffff ack=0", "client ACK seq=0 ack=0"],
        // A lost SYN, a lost SYN-ACK, and the same again.
        [
            "client SYN seq=1 !lost", "client SYN seq=1 !again", "server SYN,ACK seq=9 ack=2 !lost",
            "server SYN,ACK seq=9 ack=2 !again", "client ACK seq=2 ack=10",
        ],
        // A SYN cookie: each SYN-ACK has a number of its own.
        [
            "client SYN seq=1", "server SYN,ACK seq=9 ack=2 !lost", "client SYN seq=1 !again",
            "server SYN,ACK seq=77 ack=2", "client ACK seq=2 ack=78",
        ],
        // Both open at once.
        [
            "client SYN seq=100 !now", "server SYN seq=300", "client SYN,ACK seq=100 ack=301 !now",
            "server SYN,ACK seq=300 ack=101",
        ],
        // A closed port.
        ["client SYN seq=1000", "server RST,ACK seq=0 ack=1001"],
        // Two connections, one after the other.
        ["client SYN seq=1", "server RST,ACK ack=2", "client SYN seq=50", "server SYN,ACK seq=70 ack=51"],
        // Data with the SYN, and before the handshake is done (RFC 7413).
        ["client SYN seq=1 len=10 TFO=cookie", "server SYN,ACK seq=9 ack=12 !now", "server PSH,ACK seq=10 len=5"],
    ])
    func `that can be is not faulted`(lines: [String]) { #expect(judgements(lines) == []) }

    @Test(arguments: [
        // Data both ways, a delayed acknowledgment.
        [
            "client PSH,ACK seq=1001 ack=5001 len=100", "server ACK seq=5001 ack=1101",
            "server PSH,ACK seq=5001 ack=1101 len=50", "client ACK seq=1101 ack=5051",
        ],
        // A hole, duplicate acknowledgments, and what fills it.
        [
            "client ACK seq=1001 ack=5001 len=100 !lost", "client ACK seq=1101 ack=5001 len=100",
            "server ACK seq=5001 ack=1001", "client ACK seq=1001 ack=5001 len=100 !again",
            "server ACK seq=5001 ack=1201",
        ],
        // A keep-alive.
        ["client PSH,ACK seq=1001 ack=5001 len=9", "server ACK seq=5001 ack=1010", "client ACK seq=1009 ack=5001"],
        // Other words on the way: nobody knows how many bytes they take.
        [
            "client GET", "server ACK seq=5001 ack=1077", "client FIN,ACK seq=1077 ack=5001",
            "server ACK seq=5001 ack=1078",
        ],
        // Data without a length.
        ["client PSH,ACK seq=1001", "server ACK ack=1234", "client FIN,ACK seq=1300"],
        // A half-close with data after it the other way.
        [
            "client FIN,ACK seq=1001 ack=5001", "server ACK seq=5001 ack=1002",
            "server PSH,ACK seq=5001 ack=1002 len=8",
            "client ACK seq=1002 ack=5009", "server FIN,ACK seq=5009 ack=1002", "client ACK seq=1002 ack=5010",
        ],
        // A reset ends it, a new SYN begins again.
        ["client RST seq=1001", "client SYN seq=9000", "server SYN,ACK seq=800 ack=9001"],
        // A reset that misses the window is answered (RFC 5961).
        ["client RST seq=1500", "server ACK seq=5001 ack=1001"],
        // Ten megabytes that nobody wants to watch.
        [
            "client # 10 MB later", "client FIN,ACK seq=10001001 ack=5001", "server ACK seq=5001 ack=10001002",
            "server FIN,ACK seq=5001 ack=10001002",
        ],
        // A closed window, probed with its last byte.
        [
            "client PSH,ACK seq=1001 len=100", "server ACK seq=5001 ack=1101 win=0", "client ACK seq=1100 len=1",
            "server ACK seq=5001 ack=1101 win=0",
        ],
        // Selective acknowledgments and a fast retransmission.
        [
            "client ACK seq=1001 len=100 !lost", "client ACK seq=1101 len=100", "server ACK ack=1001 SACK=1101-1201",
            "client ACK seq=1201 len=100", "server ACK ack=1001 SACK=1101-1301", "client ACK seq=1001 len=100 !again",
            "server ACK ack=1301",
        ],
        // A crash, and what the other end makes of it (RFC 9293 §3.5.1).
        ["client SYN seq=400", "server ACK seq=5001 ack=1001", "client RST seq=1001", "client SYN seq=400 !again"],
        // Somebody else's bytes under the client's address.
        ["other > server PSH,ACK seq=1001 len=10 src=client", "server ACK seq=5001 ack=1011"],
        [
            "other > server RST seq=1001 src=client", "server [CLOSED]", "client PSH,ACK seq=1001 len=1",
            "server RST seq=5001",
        ],
        // Words that nobody understands end what is known.
        ["client ACK of the last byte | ack=5001", "server PSH,ACK seq=7777 ack=9999"],
    ])
    func `that goes on after the handshake is not faulted`(lines: [String]) {
        #expect(judgements(Self.handshake + lines) == [])
    }

    @Test(arguments: [
        (
            ["client SYN seq=1000", "server SYN,ACK seq=5000 ack=1000"],
            "2 1000: this ACK cannot follow: the SYN had seq=1000, so ack must be 1001, not 1000 (RFC 9293 §3.4)"
        ),
        (
            ["client SYN seq=x", "server SYN,ACK seq=y ack=x+2"],
            "2 \"x+2\": this ACK cannot follow: the SYN had seq=x, so ack must be x+1, not x+2 (RFC 9293 §3.4)"
        ),
        (
            ["client SYN seq=1000", "server SYN,ACK seq=5000 ack=1001", "client ACK seq=1001 ack=5000"],
            "3 5000: this ACK cannot follow: the SYN had seq=5000, so ack must be 5001, not 5000 (RFC 9293 §3.4)"
        ),
        (
            ["client SYN seq=1000", "server SYN,ACK seq=5000 ack=1001", "client ACK seq=1000 ack=5001"],
            "3 1000: this segment cannot follow: 'client' sends 1001 next, so seq must be 1001, not 1000 (RFC 9293 §3.4)"
        ),
        (
            ["client SYN seq=1000", "server ACK ack=1001"],
            "2 \"ACK\": 'server' has not answered the SYN; the answer is a SYN,ACK or a RST (RFC 9293 §3.10.7.2)"
        ),
        (
            ["client SYN seq=1000", "server RST,ACK seq=0 ack=1000"],
            "2 1000: this RST cannot follow: what it answers ends before 1001, so ack must be 1001, not 1000 (RFC 9293 §3.5.2)"
        ),
        (
            ["client SYN seq=1000 !now", "client PSH,ACK seq=1001 len=5"],
            "2 \"PSH,ACK\": no SYN,ACK has arrived at 'client': in SYN-SENT nothing but the SYN is sent (RFC 9293 §3.10.7.3)"
        ),
        (
            ["client SYN seq=1", "server SYN,ACK seq=9 ack=2 !now", "server PSH,ACK seq=10 ack=2 len=5"],
            "3 \"PSH,ACK\": the ACK of 'client' has not arrived at 'server': in SYN-RECEIVED data wait (RFC 9293 §3.10.2)"
        ),
        (
            ["server SYN,ACK seq=9 ack=2"],
            "1 \"SYN,ACK\": no SYN from 'client' has arrived at 'server', and a SYN,ACK answers a SYN (RFC 9293 §3.5)"
        ),
        (
            ["client SYN seq=1", "client SYN seq=1"],
            "2 1: a SYN with seq=1 has been sent; mark a retransmission with \"again\": true (RFC 9293 §3.8.1)"
        ),
        (
            ["client SYN seq=1 !lost", "client SYN seq=2 !again"],
            "2 2: a SYN that is sent again keeps its number: seq must be 1, not 2 (RFC 9293 §3.4)"
        ),
    ])
    func `that cannot open so is told what should stand there`(lines: [String], fault: String) {
        #expect(judgements(lines) == [fault])
    }

    @Test(arguments: [
        (
            ["client PSH,ACK seq=1001 ack=5001 len=100", "server ACK seq=5001 ack=1102"],
            "5 1102: this ACK cannot follow: 'client' would send 1101 next, so ack can be at most 1101, not 1102 (RFC 9293 §3.4)"
        ),
        (
            [
                "client ACK seq=1001 ack=5001 len=100 !lost", "client ACK seq=1101 ack=5001 len=100",
                "server ACK seq=5001 ack=1201",
            ],
            "6 1201: this ACK cannot follow: 1001 has not arrived at 'server', so ack can be at most 1001, not 1201 (RFC 9293 §3.4)"
        ),
        (
            [
                "client PSH,ACK seq=1001 ack=5001 len=100", "server ACK seq=5001 ack=1101",
                "server ACK seq=5001 ack=1051",
            ],
            "6 1051: this ACK cannot follow: 'server' has acknowledged up to 1101, so ack must be at least 1101, not 1051 (RFC 9293 §3.4)"
        ),
        (
            ["client PSH,ACK seq=1101 ack=5001 len=100"],
            "4 1101: this segment cannot follow: 'client' sends 1001 next, so seq must be 1001, not 1101 (RFC 9293 §3.4)"
        ),
        (
            ["client PSH,ACK seq=1001 len=100", "client PSH,ACK seq=1001 len=100"],
            "5 1001: 1001 has been sent: seq of something new must be 1101; mark a retransmission with \"again\": true (RFC 9293 §3.4)"
        ),
        (
            ["client PSH,ACK seq=1001 len=100", "client PSH,ACK seq=1201 len=100 !again"],
            "5 1201: 'client' has not sent 1201 before, so it cannot send it again; it sends 1101 next (RFC 9293 §3.4)"
        ),
        (
            ["client FIN seq=1001"],
            "4 \"FIN\": after the SYN every segment has the ACK flag; write 'FIN,ACK', not 'FIN' (RFC 9293 §3.1)"
        ),
        (
            ["client FIN,ACK seq=1001", "server ACK ack=1001"],
            "5 1001: this ACK cannot follow: the FIN had number 1001, so ack must be 1002, not 1001 (RFC 9293 §3.4)"
        ),
        (
            ["client FIN,ACK seq=1001", "client FIN,ACK seq=1002"],
            "5 \"FIN,ACK\": 'client' has sent its FIN; mark a retransmission with \"again\": true (RFC 9293 §3.6)"
        ),
        (
            ["client FIN,ACK seq=1001", "client PSH,ACK seq=1002 len=5"],
            "5 \"PSH,ACK\": 'client' has sent its FIN: it has no more data, only acknowledgments (RFC 9293 §3.6)"
        ),
        (
            ["client RST seq=1001", "client PSH,ACK seq=1001 len=5"],
            "5 \"PSH,ACK\": 'client' has reset the connection; only a new SYN can follow (RFC 9293 §3.6)"
        ),
        (
            ["client RST seq=1001", "server PSH,ACK seq=5001 len=5"],
            "5 \"PSH,ACK\": a RST has arrived at 'server' and ended the connection; only a new SYN can follow (RFC 9293 §3.5.3)"
        ),
        (
            ["client data | seq=1001 len=100", "server ACK ack=1102"],
            "5 1102: this ACK cannot follow: 'client' would send 1101 next, so ack can be at most 1101, not 1102 (RFC 9293 §3.4)"
        ),
    ])
    func `that cannot go on so is told what should stand there`(lines: [String], fault: String) {
        #expect(judgements(Self.handshake + lines) == [fault])
    }

    @Test(arguments: [
        (["client": "CLOSED"], "'client' is in CLOSED: the first segment of a connection is a SYN (RFC 9293 §3.5)"),
        (["server": "LISTEN"], "'server' is in LISTEN: the first segment of a connection is a SYN (RFC 9293 §3.5)"),
    ])
    func `that begins without a SYN is faulted where there is no connection`(states: [String: String], fault: String) {
        #expect(judgements(["client PSH,ACK seq=1 len=5"], states: states) == ["1 \"PSH,ACK\": " + fault])
        #expect(judgements(["client PSH,ACK seq=1 len=5"], states: ["client": "ESTABLISHED"]) == [])
    }

    @Test func `that leaves bytes out goes forward, not back`() {
        let lines = Self.handshake + ["client # much later", "client FIN,ACK seq=1000 ack=5001"]
        #expect(
            judgements(lines) == [
                "5 1000: 1000 has been sent: seq of something new must be 1001; mark a retransmission with \"again\": true "
                    + "(RFC 9293 §3.4)"
            ])
    }

    @Test func `that goes wrong once is told so once`() {
        let lines = [
            "client SYN seq=1000", "server SYN,ACK seq=5000 ack=1000", "client ACK seq=1000 ack=5000",
            "client PSH,ACK seq=1500 ack=5001 len=100", "server ACK seq=5001 ack=1600",
            "server FIN,ACK seq=5001 ack=1600",
            "client ACK seq=1600 ack=5002",
        ]
        #expect(judgements(lines).map { $0.prefix(6) } == ["2 1000", "3 1000", "3 5000", "4 1500"])
    }

    @Test func `over a router is judged from end to end`() {
        let lines = [
            "client > other SYN seq=1000", "other > server SYN seq=1000", "server SYN,ACK seq=5000 ack=1000",
            "client ACK seq=1001 ack=5001",
        ]
        #expect(
            judgements(lines) == [
                "3 1000: this ACK cannot follow: the SYN had seq=1000, so ack must be 1001, not 1000 (RFC 9293 §3.4)"
            ])
    }

    @Test func `with a forged sender is nobody's connection`() {
        let lines = ["other > server SYN seq=1", "server > client SYN,ACK seq=9 ack=2", "client > server RST seq=2"]
        #expect(judgements(lines) == [])
    }

    @Test func `is told apart from other protocols with like names`() {
        let lines = [
            "client DISCOVER", "server OFFER", "client REQUEST", "server ACK", "client ACK ack=3", "server ACK ack=1",
        ]
        #expect(judgements(lines) == [])
    }
}
