import Courseware
import Testing

@Suite struct `A citation` {
    @Test(arguments: [
        "RFC 9293 §3.5", "RFC 9293 §3.10.7.4", "RFC 5280 §A.1", "RFC 8446 §4.1.2 (now RFC 9846)",
        "RFC 9293 §3.5 (MUST-10)",
        "RFC 826 (Packet Generation)", "listen(2)", "resolv.conf(5)", "openssl-s_client(1ssl)", "listen(2) (since 4.3)",
        "Linux tcp_syn_retries", "Linux /etc/hosts", "measured: Linux 6.18", "https://root-servers.org",
        "https://www.iana.org/assignments/tls-parameters (2024)",
    ])
    func `has one of the forms`(text: String) { #expect(Citation(text).isWellFormed) }

    @Test(arguments: [
        "", " ", "RFC", "RFC 9293", "RFC 9293 3.5", "RFC9293 §3.5", "RFC 9293 §", "RFC 9293 §3.", "RFC 9293 §3..5",
        "RFC 0 §1",
        "RFC 123456 §1", "RFC 9293 §3.5, §3.6", "RFC 9293 §3.5 ()", "listen", "listen()", "listen(x)", "listen(2",
        "(2)", "Linux ",
        "measured:", "measured: ", "http://example.com", "https://", "https://x", "https://a.b c", "my own head",
        "§3.5", " (x)",
    ])
    func `is refused in any other`(text: String) { #expect(!Citation(text).isWellFormed) }

    @Test(arguments: [
        ("RFC9293 3.5", "RFC 9293 §3.5"), ("rfc 9293, section 3.10.7.4", "RFC 9293 §3.10.7.4"),
        ("RFC 9293 §  3.5", "RFC 9293 §3.5"), ("RFC 9293§3.5", "RFC 9293 §3.5"), (" RFC 9293 §3.5 ", "RFC 9293 §3.5"),
        ("RFC-8446 Sec. 4.1.2 (now RFC 9846)", "RFC 8446 §4.1.2 (now RFC 9846)"),
        ("RFC826 (Packet Generation)", "RFC 826 (Packet Generation)"), ("listen (2)", "listen(2)"),
        ("man 2 listen", "listen(2)"), ("linux  tcp_syn_retries", "Linux tcp_syn_retries"),
        ("Measured:Linux 6.18", "measured: Linux 6.18"), ("RFC 5246 Appendix", nil), ("RFC9293", nil), ("Stevens", nil),
        ("linuxdoc", nil), ("RFC 9293 §3.5", nil), ("", nil), ("http://example.org", nil), ("RFC", nil),
    ])
    func `is brought into form when only its spacing is wrong`(text: String, expected: String?) {
        #expect(Citation(text).corrected?.text == expected)
        // What is right stays as it is.
        #expect(Citation(text).corrected?.corrected == nil)
    }
}
