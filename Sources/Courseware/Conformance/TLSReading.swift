import Localization
import Timelines

/// A handshake message of TLS, and the record that changes keys in TLS 1.2.
enum HandshakeMessage: String {
    case clientHello = "ClientHello"
    case serverHello = "ServerHello", helloRetryRequest = "HelloRetryRequest"
    case encryptedExtensions = "EncryptedExtensions", certificateRequest = "CertificateRequest"
    case certificate = "Certificate", certificateVerify = "CertificateVerify"
    case serverKeyExchange = "ServerKeyExchange", serverHelloDone = "ServerHelloDone"
    case clientKeyExchange = "ClientKeyExchange", changeCipherSpec = "ChangeCipherSpec"
    case endOfEarlyData = "EndOfEarlyData", finished = "Finished", newSessionTicket = "NewSessionTicket"

    private static let short: [String: HandshakeMessage] = [
        "CH": .clientHello, "SH": .serverHello, "HRR": .helloRetryRequest, "EE": .encryptedExtensions,
        "EncExt": .encryptedExtensions, "CertReq": .certificateRequest, "Cert": .certificate,
        "CertVerify": .certificateVerify, "CV": .certificateVerify, "SKE": .serverKeyExchange,
        "HelloDone": .serverHelloDone, "SHD": .serverHelloDone, "CKE": .clientKeyExchange, "CCS": .changeCipherSpec,
        "Fin": .finished, "NST": .newSessionTicket,
    ]

    /// The message of this name, in full or as lessons shorten it: `EncExt`, `CertVerify`.
    init?(name: String) {
        guard let message = Self(rawValue: name) ?? Self.short[name] else { return nil }
        self = message
    }

    /// The order in which the server sends what is always in order; what follows a message never comes before it.
    static let serverOrder: [HandshakeMessage] = [
        .serverHello, .encryptedExtensions, .certificate, .serverKeyExchange, .certificateVerify, .serverHelloDone,
        .finished,
    ]
    /// The order of the client's messages after its hello.
    static let clientOrder: [HandshakeMessage] = [
        .endOfEarlyData, .certificate, .clientKeyExchange, .certificateVerify, .finished,
    ]
}

/// What a message is to TLS.
struct TLSReading {
    /// The handshake messages that it carries, in order: a label may name several, `Certificate, Finished`.
    let handshake: [HandshakeMessage]
    /// Whether it is application data, and not an alert.
    let isApplicationData: Bool
    /// The version that a ServerHello settles, when it is told.
    let version: String?
    /// Whether it is or allows early data.
    let isEarly: Bool

    /// Reads a message.
    init(_ message: Message) {
        let label = message.label(.english), lower = label.lowercased()
        handshake = label.split { $0 == "," || $0 == "+" }.compactMap { part in
            let word = part.prefix { $0 != "(" }.drop { $0 == " " || $0 == "{" }
            return HandshakeMessage(name: String(word.prefix { $0 != "}" && $0 != " " }))
        }
        isApplicationData =
            handshake.isEmpty && message.protection == .applicationKeys && !lower.holds("alert")
            && !lower.holds("close_notify")
        isEarly =
            lower.holds("early") || lower.holds("0-rtt")
            || message.fields.contains { $0.name == "early_data" || $0.value == "early" }
        version = Self.version(message.fields)
    }

    /// `1.3` or `1.2`; the number 0x0303 beside a key share is only what TLS 1.3 leaves in the old field.
    private static func version(_ fields: [Message.Field]) -> String? {
        let isNew = fields.contains { $0.name == "key_share" }
        for name in ["supported_versions", "version"] {
            guard let value = fields.first(where: { $0.name == name })?.value else { continue }
            if value.holds("1.3") || value.holds("0x0304") { return "1.3" }
            if !isNew, value.holds("1.2") || value.holds("0x0303") { return "1.2" }
        }
        return nil
    }
}

extension String {
    /// Whether a piece of text in ASCII occurs, byte for byte.
    func holds(_ piece: String) -> Bool {
        let wanted = piece.utf8
        guard let first = wanted.first else { return true }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: wanted) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
