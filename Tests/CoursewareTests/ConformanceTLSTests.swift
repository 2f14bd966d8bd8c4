import Testing

@Suite struct `A scripted TLS handshake` {
    private static let begun = ["client ClientHello", "server ServerHello version=1.3"]

    @Test(arguments: [
        // TLS 1.3, in full.
        [
            "client ClientHello", "server ServerHello version=1.3", "server ChangeCipherSpec !now",
            "server EncryptedExtensions !tls", "server Certificate !tls", "server CertificateVerify !tls",
            "server Finished !tls", "client Finished !tls", "client GET / | !app", "server 200 OK | !app",
        ],
        // The server may speak once it has sent its Finished.
        [
            "client ClientHello", "server ServerHello version=1.3", "server EE, Cert, CertVerify, Fin | !tls !now",
            "server SETTINGS !app", "client Finished !tls",
        ],
        // TLS 1.2, where the client finishes first.
        [
            "client ClientHello", "server ServerHello version=0x0303", "server Certificate", "server ServerKeyExchange",
            "server ServerHelloDone", "client ClientKeyExchange", "client ChangeCipherSpec", "client Finished !app",
            "server ChangeCipherSpec", "server Finished !app", "client GET / | !app",
        ],
        // A second try, with another group.
        [
            "client ClientHello", "server HelloRetryRequest version=1.3", "client ClientHello",
            "server ServerHello version=1.3", "server Finished !tls", "client Finished !tls",
        ],
        // A resumption in TLS 1.2, where the server finishes first.
        [
            "client ClientHello", "server ServerHello version=1.2", "server CCS", "server Finished !app", "client CCS",
            "client Finished !app", "client GET / | !app",
        ],
        // Early data.
        [
            "client ClientHello early_data=yes !now", "client GET / | !app", "server ServerHello version=1.3",
            "client Finished !tls",
        ],
        // Much left out, and nobody says what is encrypted.
        ["client ClientHello", "server ServerHello version=1.3", "server Certificate", "client Finished"],
        ["client ClientHello", "server Certificate", "server Finished", "client Finished"],
        // The client's certificate, asked for later.
        [
            "client ClientHello", "server ServerHello version=1.3", "server Finished !tls", "client Finished !tls",
            "server CertificateRequest !app", "client Certificate !app", "client CertificateVerify !app",
            "client Finished !app",
        ],
        // The number of TLS 1.2 in the old field says nothing.
        [
            "client ClientHello", "server ServerHello version=0x0303 key_share=x25519",
            "server EncryptedExtensions !tls",
        ],
        // Not TLS at all.
        ["client Certificate", "server Finished", "server EncryptedExtensions"],
    ])
    func `that can be is not faulted`(lines: [String]) { #expect(judgements(lines) == []) }

    @Test(arguments: [
        (
            ["server ServerHello", "client ClientHello"],
            "1 \"ServerHello\": no ClientHello has arrived before this ServerHello (RFC 8446 §2)"
        ),
        (
            ["client ClientHello !now", "server ServerHello"],
            "2 \"ServerHello\": no ClientHello has arrived before this ServerHello (RFC 8446 §2)"
        ),
        (
            ["client ClientHello", "server Certificate", "server ServerHello"],
            "2 \"Certificate\": Certificate cannot come here: ServerHello has to come before it (RFC 8446 §2, RFC 5246 §7.3)"
        ),
        (
            begun + ["server Certificate !tls", "server EncryptedExtensions !tls"],
            "4 \"EncryptedExtensions\": EncryptedExtensions cannot come here: it comes before Certificate (RFC 8446 §2, RFC 5246 §7.3)"
        ),
        (
            begun + ["client Finished !tls", "server Finished !tls"],
            "3 \"Finished\": the client's Finished cannot come here: the server's Finished has to come before it (RFC 8446 §2, RFC 5246 §7.3)"
        ),
        (
            begun + ["server CertificateVerify !tls"],
            "3 \"CertificateVerify\": CertificateVerify proves the key of a Certificate, and 'server' has sent none (RFC 8446 §4.4.3)"
        ),
        (
            begun + ["server Finished !tls", "client GET / | !app", "client Finished !tls"],
            "4 \"GET /\": 'client' has not sent its Finished: application data come after it, except early data (RFC 8446 §2)"
        ),
        (
            begun + ["server ServerKeyExchange !tls"],
            "3 \"ServerKeyExchange\": TLS 1.3 has no ServerKeyExchange (RFC 8446 §4)"
        ),
        (
            begun + ["server CCS !tls"],
            "3 \"handshake\": ChangeCipherSpec is never encrypted: leave 'protected' out (RFC 8446 §2)"
        ),
        (
            ["client ClientHello", "server ServerHello version=TLS1.2", "server EncryptedExtensions"],
            "3 \"EncryptedExtensions\": TLS 1.2 has no EncryptedExtensions (RFC 5246 §7.4)"
        ),
        (
            ["client ClientHello !app"],
            "1 \"application\": ClientHello is never encrypted: leave 'protected' out (RFC 8446 §2)"
        ),
        (
            begun + ["server EncryptedExtensions !tls", "server Certificate"],
            "4 \"Certificate\": TLS 1.3 encrypts Certificate: write \"protected\": \"handshake\" (RFC 8446 §2)"
        ),
        (
            ["client ClientHello", "server HelloRetryRequest", "client ClientHello", "server HelloRetryRequest"],
            "4 \"HelloRetryRequest\": a server sends at most one HelloRetryRequest (RFC 8446 §4.1.4)"
        ),
    ])
    func `that cannot be is told what should stand there`(lines: [String], fault: String) {
        #expect(judgements(lines) == [fault])
    }

    @Test func `that is wrong on purpose is believed`() {
        #expect(judgements(["client ClientHello", "server Certificate !wrong", "server ServerHello"]) == [])
    }
}
