import Testing

@Suite struct `A scripted DNS exchange` {
    private static let question = "stub > resolver A? www.example.com | id=7 RD=1"

    @Test(arguments: [
        ["stub > resolver A? www.example.com | id=7 RD=1", "resolver > stub A 192.0.2.1 | id=7 RD=1 AA=0 TTL=20"],
        // Nothing but names, and numbers in other clothes.
        ["stub > resolver A? www.example.com |", "resolver > stub NXDOMAIN"],
        ["stub > resolver A? www.example.com | id=0x1a", "resolver > stub A 192.0.2.1 | id=26"],
        // Two at once, answered in the other order.
        [
            "stub > resolver AAAA? a.example | id=1", "stub > resolver A? a.example | id=2",
            "resolver > stub A 192.0.2.1 | id=2", "resolver > stub NODATA id=1",
        ],
        // Sent again, answered twice.
        [
            "stub > resolver A? a.example | id=1 !now", "stub > resolver A? a.example | id=1 !again",
            "resolver > stub A 192.0.2.1 | id=1", "resolver > stub A 192.0.2.1 | id=1",
        ],
        // A forwarder's own ids; a CNAME; a name that exists no more at the end of an alias.
        [
            "stub > other A? a.example | id=1", "other > resolver A? a.example | id=2",
            "resolver > other CNAME b.example | id=2 rcode=NXDOMAIN ANCOUNT=1 CNAME=b.example",
            "other > stub NXDOMAIN id=1",
        ],
        // Straight back, past the one who only passed it on.
        [
            "stub > other A? a.example | id=1", "other > resolver A? a.example | id=1",
            "resolver > stub A 192.0.2.1 | id=1 rcode=0",
        ],
        // A cache that counts down, and one that has asked again.
        [
            "stub > resolver A? a.example | id=1", "resolver > stub A 192.0.2.1 | id=1 AA=0 TTL=20", "stub +2s",
            "stub > resolver A? a.example | id=2", "resolver > stub A 192.0.2.1 | id=2 AA=0 TTL=18", "stub +20s",
            "stub > resolver A? a.example | id=3", "resolver > stub A 192.0.2.1 | id=3 AA=0 TTL=20",
        ],
        // A call of a function, and its result.
        ["stub > resolver getaddrinfo()", "resolver > stub NXDOMAIN"],
        // What only looks like an answer.
        ["client A grade | TTL=3", "server MX missile | id=9"],
    ])
    func `that can be is not faulted`(lines: [String]) { #expect(judgements(lines) == []) }

    @Test(arguments: [
        (
            [question, "resolver > stub A 192.0.2.1 | id=8"],
            "2 8: this answer cannot follow: the query had id=7, so id must be 7, not 8 (RFC 1035 §4.1.1)"
        ),
        (
            [
                "stub > resolver A? a.example | id=1", "stub > resolver AAAA? a.example | id=2",
                "resolver > stub A 1.2.3.4 | id=3",
            ],
            "3 3: this answer cannot follow: the query had id=1 or 2, so id must be 1 or 2, not 3 (RFC 1035 §4.1.1)"
        ),
        (
            ["resolver > stub NXDOMAIN"],
            "1 \"NXDOMAIN\": no query from 'stub' has arrived at 'resolver', so there is nothing to answer (RFC 1035 §7.3)"
        ),
        (
            [question, "resolver > other A 192.0.2.1 | id=7 rcode=NOERROR"],
            "2 \"A 192.0.2.1\": the query with this id came from 'stub', so the answer goes to 'stub', not to 'other' (RFC 5452 §9.1)"
        ),
        (
            [question, "resolver > stub A 192.0.2.1 | id=7 qname=www.example.org"],
            "2 \"www.example.org\": this answer cannot follow: the query had qname=www.example.com, so qname must be www.example.com, not www.example.org (RFC 5452 §9.1)"
        ),
        (
            [question, "resolver > stub A 192.0.2.1 | id=7 qtype=AAAA"],
            "2 \"AAAA\": this answer cannot follow: the query had qtype=A, so qtype must be A, not AAAA (RFC 5452 §9.1)"
        ),
        (
            [question, "resolver > stub AAAA 2001:db8::1 | id=7"],
            "2 \"AAAA 2001:db8::1\": this answer cannot follow: the query asked for A, and the answer holds AAAA (RFC 1035 §4.1.2)"
        ),
        (
            [question, "resolver > stub A 192.0.2.1 | id=7 RD=0"],
            "2 0: RD is copied from the query into the answer: it must be 1, not 0 (RFC 1035 §4.1.1)"
        ),
        (
            [question, "resolver > stub NXDOMAIN id=7 A=192.0.2.1"],
            "2 \"NXDOMAIN\": NXDOMAIN says that the name does not exist; it has no answer beside it but CNAME records (RFC 2308 §2.1)"
        ),
        (
            [
                question, "resolver > stub A 192.0.2.1 | id=7 AA=0 TTL=20", "stub +2s",
                "stub > resolver A? WWW.example.com. | id=9",
                "resolver > stub A 192.0.2.1 | id=9 AA=0 TTL=30",
            ],
            "5 30: a cache counts its TTLs down: the last answer had TTL=20, so TTL can be at most 20, not 30 (RFC 1035 §6.1.3)"
        ),
    ])
    func `that cannot be is told what should stand there`(lines: [String], fault: String) {
        #expect(judgements(lines) == [fault])
        let marked = lines.dropLast() + [(lines.last ?? "") + " !wrong"]
        #expect(judgements(Array(marked)) == [])
    }
}
