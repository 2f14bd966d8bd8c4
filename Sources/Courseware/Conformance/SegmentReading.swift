import Localization
import Timelines
import Wire

/// A TCP segment as a script tells it, with whatever it leaves out unknown.
struct ScriptedSegment {
    var flags: TCPFlags
    var sequence: StreamPosition?
    var acknowledgment: StreamPosition?
    /// Bytes of data; `nil` when it has some and nobody says how many.
    var payload: Int?
    /// Whether it is sent again because an earlier one went unanswered.
    var isRetransmission: Bool
    /// Whether it carries, or asks for, what RFC 7413 allows before the handshake is done.
    var isFastOpen: Bool
    /// Ports at either end, where they are told.
    var sourcePort: String?, destinationPort: String?
    /// What its numbers are called, as it is written.
    var sequenceName = "seq", acknowledgmentName = "ack"

    /// How many numbers it takes up, SYN and FIN one each; `nil` when it is not known.
    var length: Int? {
        payload.map { $0 + (flags.contains(.syn) ? 1 : 0) + (flags.contains(.fin) ? 1 : 0) }
    }

    /// Whether it holds nothing but an acknowledgment.
    var isPureACK: Bool { flags == .ack && payload == 0 }

    /// Whether it opens a connection, or asks to.
    var isOpening: Bool { flags.contains(.syn) && !flags.contains(.ack) && !flags.contains(.rst) }

    /// Whether it begins where another does, byte for byte the same as far as anybody can tell.
    func isSame(as other: ScriptedSegment) -> Bool {
        flags == other.flags && sequence == other.sequence && acknowledgment == other.acknowledgment
            && payload == other.payload
    }
}

/// What a message is to TCP.
enum SegmentReading {
    case segment(ScriptedSegment)
    /// It has sequence numbers and some other name: data, if there is a connection.
    case data(ScriptedSegment)
    /// It speaks of TCP in words that are not understood, so what follows from it is not known.
    case doubtful
    case other

    /// Reads a message, without its numbers where they count for nothing.
    init(_ message: Message, ignoringNumbers: Bool = false) {
        var words = message.label(.english).split(separator: " ")[...]
        var flags: TCPFlags = []
        while let word = words.first, let set = TCPFlags(word: word) {
            flags.formUnion(set)
            words = words.dropFirst()
        }
        var fields = message.fields
        var isData = false
        let pairs = words.compactMap { Message.Field(assignment: $0) }
        let isClear = pairs.count == words.count
        fields += pairs
        if let field = fields.first(where: { ["flags", "CTL", "ctl"].contains($0.name) }),
            let told = TCPFlags(word: Substring(field.value.filter { $0 != " " }))
        {
            flags.formUnion(told)
        } else if !isClear || flags.isEmpty {
            let mentions = message.label(.english).split { !$0.isLetter && $0 != "_" }
            let speaksOfTCP = !flags.isEmpty || mentions.contains { TCPFlags(word: $0) != nil }
            isData = !speaksOfTCP && Self.has(fields, "seq") && (Self.has(fields, "ack") || Self.has(fields, "len"))
            guard isData else {
                self = speaksOfTCP ? .doubtful : .other
                return
            }
            flags = .ack
        }
        var segment = ScriptedSegment(
            flags: flags, payload: Self.payload(fields, isData: isData || flags.contains(.psh)),
            isRetransmission: message.isRetransmission,
            isFastOpen: fields.contains { ["TFO", "FO", "cookie", "fast open"].contains($0.name) })
        if !ignoringNumbers {
            if let field = fields.first(where: { $0.name.lowercased() == "seq" }) {
                segment.sequence = StreamPosition(field.value)
                segment.sequenceName = field.name
            }
            if let field = fields.first(where: { $0.name.lowercased() == "ack" }) {
                segment.acknowledgment = StreamPosition(field.value)
                segment.acknowledgmentName = field.name
            }
        }
        segment.sourcePort = Self.port(fields, "sport", "src")
        segment.destinationPort = Self.port(fields, "dport", "dst")
        self = isData ? .data(segment) : .segment(segment)
    }

    private static func has(_ fields: [Message.Field], _ name: String) -> Bool {
        fields.contains { $0.name.lowercased() == name && StreamPosition($0.value) != nil }
    }

    private static func payload(_ fields: [Message.Field], isData: Bool) -> Int? {
        if let field = fields.first(where: { ["len", "length"].contains($0.name.lowercased()) }) {
            let digits = field.value.prefix(while: \.isNumber), unit = field.value.dropFirst(digits.count)
            return ["", "B", "bytes", "byte"].contains(unit.trimmingSpaces) ? Int(digits).filter { $0 < 1 << 30 } : nil
        }
        let carries = fields.contains { ["data", "payload", "bytes"].contains($0.name.lowercased()) }
        return carries || isData ? nil : 0
    }

    /// The port from a field of its own, or from an address such as `192.0.2.1:443`.
    private static func port(_ fields: [Message.Field], _ name: String, _ address: String) -> String? {
        if let field = fields.first(where: { $0.name == name }) { return field.value }
        guard let value = fields.first(where: { $0.name == address })?.value, let colon = value.lastIndex(of: ":")
        else { return nil }
        return String(value[value.index(after: colon)...])
    }
}

extension TCPFlags {
    /// The flags of `SYN`, `SYN,ACK`, `SYN-ACK`, `[FIN,`; `nil` for a word that holds anything else.
    init?(word: Substring) {
        var flags: TCPFlags = []
        for name in word.split(whereSeparator: { ",/+&|-[]".contains($0) }) {
            guard let flag = Self.names[name] else { return nil }
            flags.formUnion(flag)
        }
        guard !flags.isEmpty else { return nil }
        self = flags
    }

    private static let names: [Substring: TCPFlags] = [
        "SYN": .syn, "FIN": .fin, "RST": .rst, "PSH": .psh, "ACK": .ack, "URG": .urg, "ECE": .ece, "CWR": .cwr,
        "SYNACK": [.syn, .ack], "FINACK": [.fin, .ack],
    ]
}

extension Message.Field {
    /// The field that a word such as `seq=1000` or `seq=1000,` of a label is.
    fileprivate init?(assignment word: Substring) {
        guard let sign = word.firstIndex(of: "="), sign > word.startIndex else { return nil }
        let value = word[word.index(after: sign)...]
        self.init(String(word[..<sign]), String(value.last == "," ? value.dropLast() : value))
    }
}

extension Optional {
    /// The value when it passes `test`.
    fileprivate func filter(_ test: (Wrapped) -> Bool) -> Wrapped? { flatMap { test($0) ? $0 : nil } }
}
