/// The numbers that stand for the kinds of options (RFC 9293 §3.2, RFC 7323, RFC 2018, RFC 7413).
enum TCPOptionKind {
    static let end: UInt8 = 0
    static let noOperation: UInt8 = 1
    static let maximumSegmentSize: UInt8 = 2
    static let windowScale: UInt8 = 3
    static let sackPermitted: UInt8 = 4
    static let sack: UInt8 = 5
    static let timestamps: UInt8 = 8
    static let fastOpen: UInt8 = 34

    /// How long a Fast Open cookie can be, none at all included; one of another length is ignored (RFC 7413 §4.1.1).
    static func allowsCookie(of length: Int) -> Bool { length == 0 || (4...16).contains(length) && length % 2 == 0 }

    /// Whether an option of this kind, known or not, can be `length` bytes long.
    static func allows(_ kind: UInt8, length: Int) -> Bool {
        switch kind {
        case maximumSegmentSize: length == 4
        case windowScale: length == 3
        case sackPermitted: length == 2
        case sack: length >= 10 && (length - 2).isMultiple(of: 8)
        case timestamps: length == 10
        default: length >= 2
        }
    }
}

extension TCPOption {
    /// The options in `range`, without no-operations and what follows the end of the list.
    static func parse(_ bytes: RawSpan, _ range: Range<Int>) throws(WireFault) -> [TCPOption] {
        guard !range.isEmpty else { return [] }
        var options: [TCPOption] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            let kind = bytes.byte(at: offset)
            if kind == TCPOptionKind.end { break }
            if kind == TCPOptionKind.noOperation {
                offset += 1
                continue
            }
            // An option whose length byte is missing runs past the header just as one that is too long does.
            let length = offset + 1 < range.upperBound ? Int(bytes.byte(at: offset + 1)) : 2
            guard TCPOptionKind.allows(kind, length: length), offset + length <= range.upperBound else {
                throw WireFault(.tcp, at: offset, .badOptionLength(kind: kind, length: length))
            }
            options.append(option(kind, bytes, offset + 2..<offset + length))
            offset += length
        }
        return options
    }

    /// The option of this kind with the data in `range`, whose length fits the kind.
    private static func option(_ kind: UInt8, _ bytes: RawSpan, _ range: Range<Int>) -> TCPOption {
        let start = range.lowerBound
        switch kind {
        case TCPOptionKind.maximumSegmentSize: return .maximumSegmentSize(bytes.uint16(at: start))
        case TCPOptionKind.windowScale: return .windowScale(bytes.byte(at: start))
        case TCPOptionKind.sackPermitted: return .sackPermitted
        case TCPOptionKind.sack:
            return .sack(
                stride(from: start, to: range.upperBound, by: 8).map { offset in
                    SACKBlock(
                        SequenceNumber(bytes.uint32(at: offset)), SequenceNumber(bytes.uint32(at: offset + 4)))
                })
        case TCPOptionKind.timestamps:
            return .timestamps(value: bytes.uint32(at: start), echoReply: bytes.uint32(at: start + 4))
        case TCPOptionKind.fastOpen where TCPOptionKind.allowsCookie(of: range.count):
            return .fastOpen(cookie: bytes.copy(range))
        default: return .other(kind: kind, data: bytes.copy(range))
        }
    }
}
