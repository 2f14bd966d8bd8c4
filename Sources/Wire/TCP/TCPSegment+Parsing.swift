extension TCPSegment {
    /// The segment that `bytes` are, on its way from one address to the other.
    ///
    /// - Parameters:
    ///   - bytes: The whole payload of an IPv4 packet, since the header does not say how long the data is.
    ///   - source: The packet's source, which the checksum covers (RFC 9293 §3.1).
    ///   - destination: The packet's destination, which the checksum covers too.
    /// - Throws: `WireFault` for a cut-off or impossible header, a wrong checksum, or an option of impossible length
    ///   (RFC 9293 §3.2, MUST-7).
    public init(
        parsing bytes: ArraySlice<UInt8>, from source: IPv4Address, to destination: IPv4Address
    ) throws(WireFault) {
        try self.init(parsing: bytes.span.bytes, from: source, to: destination)
    }

    /// The segment that `bytes` are; see ``init(parsing:from:to:)-(ArraySlice<UInt8>,_,_)``.
    public init(parsing bytes: [UInt8], from source: IPv4Address, to destination: IPv4Address) throws(WireFault) {
        try self.init(parsing: bytes.span.bytes, from: source, to: destination)
    }

    private init(parsing bytes: RawSpan, from source: IPv4Address, to destination: IPv4Address) throws(WireFault) {
        let available = bytes.byteCount
        guard available >= Self.minimumHeaderLength else {
            throw WireFault(.tcp, at: available, .truncated(needed: Self.minimumHeaderLength, available: available))
        }
        let header = Int(bytes.byte(at: 12) >> 4) * 4
        guard header >= Self.minimumHeaderLength else { throw WireFault(.tcp, at: 12, .badHeaderLength(header)) }
        guard available >= header else {
            throw WireFault(.tcp, at: available, .truncated(needed: header, available: available))
        }
        var checksum = InternetChecksum(
            pseudoHeaderFrom: source, to: destination, protocolNumber: .tcp, length: available)
        checksum.add(bytes)
        if checksum.value != 0 {
            let found = bytes.uint16(at: 16)
            throw WireFault(.tcp, at: 16, .badChecksum(found: found, expected: checksum.replacing(found)))
        }
        self.init(
            sourcePort: bytes.uint16(at: 0), destinationPort: bytes.uint16(at: 2),
            sequence: SequenceNumber(bytes.uint32(at: 4)), acknowledgment: SequenceNumber(bytes.uint32(at: 8)),
            flags: TCPFlags(rawValue: bytes.byte(at: 13)), window: bytes.uint16(at: 14),
            urgentPointer: bytes.uint16(at: 18),
            options: try TCPOption.parse(bytes, Self.minimumHeaderLength..<header),
            payload: bytes.copy(header..<available))
    }
}
