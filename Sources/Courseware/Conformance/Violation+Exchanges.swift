extension Violation {
    /// The violations of DNS, TLS and HTTP in words.
    var exchangesMessage: String {
        switch self {
        case .answerWithoutQuestion(let asker, let from):
            "no query from '\(asker)' has arrived at '\(from)', so there is nothing to answer (RFC 1035 §7.3)"
        case .answerToSomebodyElse(let must, let was):
            "the query with this id came from '\(must)', so the answer goes to '\(must)', not to '\(was)' (RFC 5452 §9.1)"
        case .answerID(let must, let was):
            "this answer cannot follow: the query had id=\(must.alternatives), so id must be \(must.alternatives), not \(was) (RFC 1035 §4.1.1)"
        case .answerQuestion(let field, let must, let was):
            "this answer cannot follow: the query had \(field)=\(must), so \(field) must be \(must), not \(was) (RFC 5452 §9.1)"
        case .answerType(let asked, let was):
            "this answer cannot follow: the query asked for \(asked), and the answer holds \(was) (RFC 1035 §4.1.2)"
        case .answerRD(let must, let was):
            "RD is copied from the query into the answer: it must be \(must), not \(was) (RFC 1035 §4.1.1)"
        case .answerBesideNXDOMAIN:
            "NXDOMAIN says that the name does not exist; it has no answer beside it but CNAME records (RFC 2308 §2.1)"
        case .growingTTL(let earlier, let was):
            "a cache counts its TTLs down: the last answer had TTL=\(earlier), so TTL can be at most \(earlier), not \(was) (RFC 1035 §6.1.3)"

        case .helloWithoutClientHello(let message):
            "no ClientHello has arrived before this \(message) (RFC 8446 §2)"
        case .handshakeEarly(let message, let needs):
            "\(message) cannot come here: \(needs) has to come before it (RFC 8446 §2, RFC 5246 §7.3)"
        case .handshakeLate(let message, let after):
            "\(message) cannot come here: it comes before \(after) (RFC 8446 §2, RFC 5246 §7.3)"
        case .certificateVerifyAlone(let sender):
            "CertificateVerify proves the key of a Certificate, and '\(sender)' has sent none (RFC 8446 §4.4.3)"
        case .dataBeforeFinished(let sender):
            "'\(sender)' has not sent its Finished: application data come after it, except early data (RFC 8446 §2)"
        case .notInVersion(let message, let version): "TLS \(version) has no \(message) (\(Self.document(of: version)))"
        case .mustBeClear(let message): "\(message) is never encrypted: leave 'protected' out (RFC 8446 §2)"
        case .mustBeProtected(let message):
            "TLS 1.3 encrypts \(message): write \"protected\": \"handshake\" (RFC 8446 §2)"
        case .secondRetry: "a server sends at most one HelloRetryRequest (RFC 8446 §4.1.4)"

        case .responseWithoutRequest(let client, let from):
            "no request from '\(client)' has arrived at '\(from)', so there is nothing to respond to (RFC 9112 §9.2)"
        case .responseStream(let stream, let known):
            "stream \(stream) has no request; requests came on \(known.alternatives) (RFC 9113 §8.1)"
        case .statusOutOfRange(let status): "a status code is 100 to 599, not \(status) (RFC 9110 §15)"
        case .contentInResponse(let status): "a \(status) response has no content (RFC 9110 §6.4.1)"
        case .lengthInResponse(let status): "a \(status) response has no Content-Length (RFC 9110 §8.6)"
        case .requestAfterClose(let client):
            "'Connection: close' was the last word on this connection; '\(client)' needs a new one (RFC 9112 §9.6)"
        default: ""
        }
    }

    private static func document(of version: String) -> String { version == "1.3" ? "RFC 8446 §4" : "RFC 5246 §7.4" }
}
