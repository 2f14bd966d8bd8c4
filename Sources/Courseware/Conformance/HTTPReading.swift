import Localization
import Timelines

/// What a message is to HTTP.
struct HTTPReading {
    /// What kind of message it is.
    enum Kind: Equatable {
        case request
        /// A response; one that is not `sure` may be of another protocol with numbers like these.
        case response(status: Int, sure: Bool)
        /// Neither, and no message of TCP or of a TLS handshake: perhaps a request in other words.
        case unknown
        case other
    }

    let kind: Kind
    /// The stream of HTTP/2 or HTTP/3.
    let stream: Int?
    /// Whether it is the last of its connection.
    let closes: Bool
    /// Which part of the message the status stands in.
    let statusSpot: Conformance.Spot
    /// Whether it is said to carry content.
    let hasContent: Bool
    let hasLength: Bool
    let port: String?

    private static let methods: Set<Substring> = [
        "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
    ]

    /// Reads a message that TLS and TCP have read.
    init(_ message: Message, tls: TLSReading, tcp: SegmentReading) {
        let label = message.label(.english)
        let fields = message.fields.map { (name: $0.name.lowercased(), value: $0.value) }
        func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }
        var kind: Kind?
        var spot = Conformance.Spot.label
        for part in label.split(separator: ",") where kind == nil {
            var words = part.split(separator: " ")[...]
            let hasVersion = words.first?.hasPrefix("HTTP/") ?? false
            if hasVersion { words = words.dropFirst() }
            guard let word = words.first else { continue }
            if Self.methods.contains(word) {
                kind = .request
            } else if word.count == 3, word.allSatisfy({ $0.isASCII && $0.isNumber }), let status = Int(word) {
                kind = .response(status: status, sure: hasVersion)
            }
        }
        if field(":method") != nil { kind = .request }
        if let text = field(":status"), let status = Int(text) {
            kind = .response(status: status, sure: true)
            spot = .field(":status")
        }
        if kind == nil {
            let isElse = tls.handshake.isEmpty && !tcp.isTCP
            kind = isElse ? .unknown : .other
        }
        self.kind = kind ?? .unknown
        statusSpot = spot
        stream = field("stream").flatMap { Int($0) }
        closes = field("connection")?.lowercased() == "close"
        hasLength = field("content-length") != nil
        port = field("sport")
        let names = ["body", "content"]
        hasContent =
            names.contains { field($0).map { !["0", "-", ""].contains($0) } ?? false }
            || label.holds("+ HTML") || label.holds("+ body")
    }
}

extension SegmentReading {
    /// Whether it is a segment with a TCP label.
    fileprivate var isTCP: Bool {
        if case .segment = self { true } else { false }
    }
}
