import Localization
import Timelines

/// What a message is to DNS.
enum DNSReading {
    /// A query, in the notation `A? www.example.com`.
    case query(DNSQuestion)
    /// An answer that says so itself, by its rcode or its flags.
    case answer(DNSAnswer)
    /// What may be an answer where there was a question: `A 192.0.2.1`.
    case data(DNSAnswer)
    case other

    /// The types that questions and answers of a lesson are about.
    private static let types: Set<String> = [
        "A", "AAAA", "NS", "MX", "TXT", "CNAME", "SOA", "PTR", "SRV", "HTTPS", "SVCB", "CAA", "DS", "DNSKEY", "ANY",
    ]
    private static let codes: Set<String> = [
        "NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED", "NODATA",
    ]

    /// Reads a message.
    init(_ message: Message) {
        let words = message.label(.english).split { $0 == " " || $0 == "," }.map(String.init)
        let fields = DNSFields(message.fields)
        guard let first = words.first, !words.contains(where: { $0.lowercased() == "mdns" }) else {
            self = .other
            return
        }
        if first.last == "?", Self.types.contains(String(first.dropLast())) {
            let hasName = words.count == 2 || (words.count > 2 && words[2].first == "(")
            self = .query(
                DNSQuestion(
                    id: fields["id"], name: fields["qname"] ?? (hasName ? words[1] : nil),
                    type: fields["qtype"] ?? (hasName ? String(first.dropLast()) : nil), recursion: fields["RD"]))
            return
        }
        let code = Self.codes.contains(first) ? first : fields["rcode"]
        let type = Self.types.contains(first) && words.count > 1 ? first : nil
        let answer = DNSAnswer(
            id: fields["id"], name: fields["qname"], type: fields["qtype"], recursion: fields["RD"],
            isNXDOMAIN: code == "NXDOMAIN" || code == "3", answerType: type, fields: fields)
        if code != nil || fields["AA"] != nil || fields["ANCOUNT"] != nil {
            self = .answer(answer)
        } else {
            self = type != nil || first == "referral" ? .data(answer) : .other
        }
    }
}

/// What a query asks.
struct DNSQuestion {
    var id: String?, name: String?, type: String?
    /// The RD bit as it is written.
    var recursion: String?
}

/// What an answer holds, as far as it is told.
struct DNSAnswer {
    var id: String?, name: String?, type: String?
    /// The RD bit as it is written.
    var recursion: String?
    var isNXDOMAIN: Bool
    /// The type of the record that the label tells.
    var answerType: String?
    var fields: DNSFields

    /// Whether it comes from a cache, and says so.
    var isCached: Bool { fields["AA"] == "0" }

    /// Whether it has records of the type that was asked for.
    var hasRecords: Bool {
        guard fields["CNAME"] == nil else { return false }
        let counts = (fields["ANCOUNT"].flatMap { Int($0) } ?? 0) > 0
        return counts || ["A", "AAAA"].contains { type in fields[type].map { $0 != "-" } ?? (answerType == type) }
    }
}

/// The fields of a message, to be found by name.
struct DNSFields {
    private let values: [String: String]

    init(_ fields: [Message.Field]) { values = Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first } }

    subscript(name: String) -> String? { values[name] }
}
