extension ICMPMessage {
    /// The message that `bytes` are.
    ///
    /// - Parameter bytes: The whole payload of an IPv4 packet, since the message does not say how long it is.
    /// - Throws: `WireFault` if they are too few or the checksum is wrong.
    public init(parsing bytes: ArraySlice<UInt8>) throws(WireFault) { try self.init(parsing: bytes.span.bytes) }

    /// The message that `bytes` are; see ``init(parsing:)-(ArraySlice<UInt8>)``.
    public init(parsing bytes: [UInt8]) throws(WireFault) { try self.init(parsing: bytes.span.bytes) }

    private init(parsing bytes: RawSpan) throws(WireFault) {
        let available = bytes.byteCount
        guard available >= Self.headerLength else {
            throw WireFault(.icmp, at: available, .truncated(needed: Self.headerLength, available: available))
        }
        var checksum = InternetChecksum()
        checksum.add(bytes)
        if checksum.value != 0 {
            let found = bytes.uint16(at: 2)
            throw WireFault(.icmp, at: 2, .badChecksum(found: found, expected: checksum.replacing(found)))
        }
        let high = bytes.uint16(at: 4), low = bytes.uint16(at: 6)
        let type = bytes.byte(at: 0), code = bytes.byte(at: 1)
        let data = bytes.copy(Self.headerLength..<available)
        switch (type, code) {
        case (0, 0): self = .echoReply(identifier: high, sequence: low, data: data)
        case (3, _):
            self = .destinationUnreachable(code: UnreachableCode(rawValue: code), nextHopMTU: low, original: data)
        case (8, 0): self = .echoRequest(identifier: high, sequence: low, data: data)
        case (11, _): self = .timeExceeded(code: TimeExceededCode(rawValue: code), original: data)
        default: self = .other(type: type, code: code, rest: bytes.copy(4..<available))
        }
    }

    /// The message as bytes, with its checksum.
    public func serialized() -> [UInt8] {
        let (type, code) = typeAndCode
        return ByteWriter.packet(of: length) { writer in
            writer.put(type)
            writer.put(code)
            writer.put(0 as UInt16)
            switch self {
            case .echoRequest(let identifier, let sequence, let data),
                .echoReply(let identifier, let sequence, let data):
                writer.put(identifier)
                writer.put(sequence)
                writer.put(data[...])
            case .destinationUnreachable(_, let nextHopMTU, let original):
                writer.put(0 as UInt16)
                writer.put(nextHopMTU)
                writer.put(original[...])
            case .timeExceeded(_, let original):
                writer.put(0 as UInt32)
                writer.put(original[...])
            case .other(_, _, let rest):
                writer.put(rest[...])
                writer.fill(with: 0, upTo: Self.headerLength)
            }
            writer.seal(InternetChecksum(), at: 2)
        }
    }

    private var length: Int {
        switch self {
        case .echoRequest(_, _, let data), .echoReply(_, _, let data): Self.headerLength + data.count
        case .destinationUnreachable(_, _, let original), .timeExceeded(_, let original):
            Self.headerLength + original.count
        case .other(_, _, let rest): max(Self.headerLength, 4 + rest.count)
        }
    }
}
