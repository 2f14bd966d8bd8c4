import Testing

@Suite struct `A scripted HTTP exchange` {
    @Test(arguments: [
        ["client GET / HTTP/1.1 | Host=www.example.com", "server HTTP/1.1 200 OK | Content-Length=5120"],
        ["client GET / |", "server 100 Continue |", "server 200 OK |"],
        [
            "client POST /form |", "server 204 No Content |", "client GET / |",
            "server 304 Not Modified | Content-Length=5120",
        ],
        // Streams of HTTP/2, out of order, and one that was promised.
        [
            "client GET /a | stream=1", "client GET /b | stream=3", "server 200 | stream=3 :status=200",
            "server 200 | stream=1 :status=200", "server 200 pushed | stream=2 :status=200",
        ],
        // A protocol that is exchanged for another; a proxy; hints.
        ["client GET /chat | Upgrade=websocket", "server HTTP/1.1 101 Switching Protocols |"],
        [
            "client GET / |", "server > other GET / |", "other > server HTTP/1.1 200 OK | Content-Length=9",
            "server HTTP/1.1 103 Early Hints |", "server HTTP/1.1 200 OK | Content-Length=9",
        ],
        // A server that tires of waiting.
        ["server HTTP/1.1 408 Request Timeout |"],
        // A request in other words.
        ["client asks for the page |", "server HTTP/1.1 200 OK |"],
        // Other protocols with numbers of three digits.
        ["server 220 ready |", "client QUIT", "server 999 bye |"],
        // A new connection after the last word of the old one.
        [
            "client GET / | Connection=close", "server 200 OK |", "client SYN", "server SYN,ACK", "client ACK",
            "client GET /next |",
        ],
    ])
    func `that can be is not faulted`(lines: [String]) { #expect(judgements(lines) == []) }

    @Test(arguments: [
        (
            ["server HTTP/1.1 200 OK |"],
            "1 \"HTTP/1.1 200 OK\": no request from 'client' has arrived at 'server', so there is nothing to respond to (RFC 9112 §9.2)"
        ),
        (
            ["client GET / | !now", "server HTTP/1.1 200 OK |"],
            "2 \"HTTP/1.1 200 OK\": no request from 'client' has arrived at 'server', so there is nothing to respond to (RFC 9112 §9.2)"
        ),
        (
            ["client GET / | stream=1", "server 200 | stream=5 :status=200"],
            "2 5: stream 5 has no request; requests came on 1 (RFC 9113 §8.1)"
        ),
        (["client GET / |", "server 600 Odd |"], "2 \"600 Odd\": a status code is 100 to 599, not 600 (RFC 9110 §15)"),
        (["client GET / |", "server end | :status=99"], "2 99: a status code is 100 to 599, not 99 (RFC 9110 §15)"),
        (
            ["client GET / |", "server 304 + HTML |"],
            "2 \"304 + HTML\": a 304 response has no content (RFC 9110 §6.4.1)"
        ),
        (
            ["client GET / |", "server 204 No Content | content-length=12"],
            "2 12: a 204 response has no Content-Length (RFC 9110 §8.6)"
        ),
        (
            ["client GET / |", "server 200 OK | Connection=close", "client GET /next |"],
            "3 \"GET /next\": 'Connection: close' was the last word on this connection; 'client' needs a new one (RFC 9112 §9.6)"
        ),
    ])
    func `that cannot be is told what should stand there`(lines: [String], fault: String) {
        #expect(judgements(lines) == [fault])
        let marked = lines.dropLast() + [(lines.last ?? "") + " !wrong"]
        #expect(judgements(Array(marked)) == [])
    }
}
