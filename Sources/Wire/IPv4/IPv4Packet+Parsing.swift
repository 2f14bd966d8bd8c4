extension IPv4Packet {
    /// The packet that `bytes` begin with; what follows its total length, such as Ethernet's padding, is ignored.
    ///
    /// - Throws: `WireFault` for a version other than 4, an impossible or cut-off length, or a wrong checksum.
    public init(parsing bytes: ArraySlice<UInt8>) throws(WireFault) { try self.init(parsing: bytes.span.bytes) }

    /// The packet that `bytes` begin with; see ``init(parsing:)-(ArraySlice<UInt8>)``.
    public init(parsing bytes: [UInt8]) throws(WireFault) { try self.init(parsing: bytes.span.bytes) }

    private init(parsing bytes: RawSpan) throws(WireFault) {
        let length = try Self.headerLength(bytes)
        let total = Int(bytes.uint16(at: 2))
        guard total >= length else { throw WireFault(.ipv4, at: 2, .badLength(total)) }
        var checksum = InternetChecksum()
        checksum.add(bytes.extracting(..<length))
        if checksum.value != 0 {
            let found = bytes.uint16(at: 10)
            throw WireFault(.ipv4, at: 10, .badChecksum(found: found, expected: checksum.replacing(found)))
        }
        guard total <= bytes.byteCount else {
            throw WireFault(.ipv4, at: bytes.byteCount, .truncated(needed: total, available: bytes.byteCount))
        }
        self.init(header: bytes, payload: length..<total)
    }

    /// The header length in bytes, once the bytes are known to hold it.
    private static func headerLength(_ bytes: RawSpan) throws(WireFault) -> Int {
        let available = bytes.byteCount
        guard available > 0 else {
            throw WireFault(.ipv4, at: 0, .truncated(needed: minimumHeaderLength, available: 0))
        }
        let version = Int(bytes.byte(at: 0) >> 4)
        guard version == 4 else { throw WireFault(.ipv4, at: 0, .badVersion(version)) }
        let length = Int(bytes.byte(at: 0) & 15) * 4
        guard length >= minimumHeaderLength else { throw WireFault(.ipv4, at: 0, .badHeaderLength(length)) }
        guard available >= length else {
            throw WireFault(.ipv4, at: available, .truncated(needed: length, available: available))
        }
        return length
    }

    private init(header bytes: RawSpan, payload: Range<Int>) {
        let fragment = bytes.uint16(at: 6)
        self.init(
            typeOfService: bytes.byte(at: 1), identification: bytes.uint16(at: 4),
            dontFragment: fragment & 0x4000 != 0, moreFragments: fragment & 0x2000 != 0,
            fragmentOffset: fragment & 0x1FFF, timeToLive: bytes.byte(at: 8),
            protocolNumber: IPProtocol(rawValue: bytes.byte(at: 9)),
            source: IPv4Address(rawValue: bytes.uint32(at: 12)),
            destination: IPv4Address(rawValue: bytes.uint32(at: 16)),
            options: payload.lowerBound == Self.minimumHeaderLength
                ? [] : bytes.copy(Self.minimumHeaderLength..<payload.lowerBound),
            payload: bytes.copy(payload))
    }

    /// The beginning of a packet, as an ICMP error quotes it: the header and however much of the payload is there.
    ///
    /// The checksum is not checked, because a router changes the header before it quotes it (RFC 1812 §4.3.2.3).
    ///
    /// - Throws: `WireFault` if there is no whole header.
    public init(parsingQuotation bytes: ArraySlice<UInt8>) throws(WireFault) {
        let span = bytes.span.bytes
        let length = try Self.headerLength(span)
        self.init(header: span, payload: length..<max(length, min(span.byteCount, Int(span.uint16(at: 2)))))
    }
}
