extension Dissection {
    /// Names the bits of an IPv4 packet and what it carries.
    mutating func ipv4() {
        var header: IPv4Header?
        let summary = { (parts: [WireField]) in
            "\(parts.value(of: .ipv4Source)) → \(parts.value(of: .ipv4Destination))"
        }
        layer(.ipv4, .ipv4, summary) { packet in
            header = packet.ipv4Header(isQuoted: false)
        }
        guard let header, fault == nil else { return }
        if header.isFragment { return data(.fragment, count: remaining) }
        switch header.protocolNumber {
        case .icmp: icmp()
        case .udp: udp(between: header.addresses)
        case .tcp: tcp(between: header.addresses)
        default: data(.data, count: remaining)
        }
    }

    /// What the layers above need of a header.
    struct IPv4Header {
        var addresses: (source: IPv4Address, destination: IPv4Address)
        var protocolNumber: IPProtocol
        var isFragment: Bool
    }

    /// Names the bits of a header; `nil` after a fault.
    ///
    /// A header quoted by an ICMP error announces more than is there, and its checksum may be out of date.
    mutating func ipv4Header(isQuoted: Bool) -> IPv4Header? {
        let start = offset
        guard let version = number(.ipv4Version, bits: 4) else { return nil }
        if version != 4 { fail(at: 0, .badVersion(Int(version))) }
        let words = number(.ipv4HeaderLength, bits: 4) { "\($0) (\($0 * 4) bytes)" }
        guard let length = words.map({ Int($0) * 4 }) else { return nil }
        if length < IPv4Packet.minimumHeaderLength { fail(at: 0, .badHeaderLength(length)) }
        let covered = bytes[start..<min(start + length, end / 8)]
        group(.ipv4TypeOfService, { _ in prefixed(UInt64(covered.byte(1)), digits: 2) }) { field in
            field.number(.ipv4DSCP, bits: 6)
            field.number(.ipv4ECN, bits: 2, Self.ecnText)
        }
        let total = number(.ipv4TotalLength, bits: 16)
        if let total, total < length { fail(at: 2, .badLength(Int(total))) }
        if let total, !isQuoted { limit(toBytes: Int(total)) }
        number(.ipv4Identification, bits: 16) { prefixed($0, digits: 4) }
        let hasMore = ipv4Flags()
        let place = number(.ipv4FragmentOffset, bits: 13) { $0 == 0 ? "0" : "\($0) (\($0 * 8) bytes)" }
        number(.ipv4TimeToLive, bits: 8)
        let carried = number(.ipv4Protocol, bits: 8) { value in
            let name = IPProtocol(rawValue: UInt8(truncatingIfNeeded: value)).description
            return name == String(value) ? name : "\(value) (\(name))"
        }
        number(.ipv4Checksum, bits: 16) { found in
            if isQuoted { return prefixed(found, digits: 4) }
            var checksum = InternetChecksum()
            checksum.add(covered)
            return checksumText(found, covered.count == length ? checksum : nil)
        }
        let source = number(.ipv4Source, bits: 32, ipText)
        let destination = number(.ipv4Destination, bits: 32, ipText)
        ipv4Options(count: length - IPv4Packet.minimumHeaderLength)
        guard fault == nil, let source, let destination, let carried, let hasMore, let place else { return nil }
        return IPv4Header(
            addresses: (
                IPv4Address(rawValue: UInt32(truncatingIfNeeded: source)),
                IPv4Address(rawValue: UInt32(truncatingIfNeeded: destination))
            ), protocolNumber: IPProtocol(rawValue: UInt8(truncatingIfNeeded: carried)),
            isFragment: hasMore || place != 0)
    }

    private static func ecnText(_ value: UInt64) -> String {
        "\(value) (\(["Not-ECT", "ECT(1)", "ECT(0)", "CE"][Int(value & 3)]))"
    }

    /// Names the three flags; returns whether more fragments follow.
    private mutating func ipv4Flags() -> Bool? {
        var hasMore: UInt64?
        let names = { (parts: [WireField]) in
            let set = [(FieldNote.ipv4DontFragment, "DF"), (.ipv4MoreFragments, "MF")]
                .filter { parts.value(of: $0.0) == "1" }.map(\.1)
            return set.isEmpty ? "none" : set.joined(separator: ",")
        }
        group(.ipv4Flags, names) { flags in
            flags.number(.ipv4ReservedFlag, bits: 1)
            flags.number(.ipv4DontFragment, bits: 1)
            hasMore = flags.number(.ipv4MoreFragments, bits: 1)
        }
        return hasMore.map { $0 == 1 }
    }

    private mutating func ipv4Options(count: Int) {
        guard count > 0, fault == nil else { return }
        guard remaining >= count else { return data(.ipv4Options, count: count) }
        let stop = offset + count
        group(.ipv4Options, { _ in "\(count) bytes" }) { list in
            while list.offset < stop {
                let kind = list.bytes[list.offset]
                if kind == 0 { break }
                let length = kind == 1 ? 1 : list.offset + 1 < stop ? Int(list.bytes[list.offset + 1]) : 0
                // What cannot be told apart stays together: nobody but routers reads these options.
                guard length > 0, list.offset + length <= stop, kind == 1 || length > 1 else { break }
                list.data(.ipv4Option, count: length, pairs)
            }
            list.data(
                list.bytes[list.offset..<stop].allSatisfy { $0 == 0 } ? .ipv4Padding : .ipv4Option,
                count: stop - list.offset, pairs)
        }
    }
}

extension ArraySlice<UInt8> {
    /// The byte at `place` counted from the beginning; 0 outside.
    fileprivate func byte(_ place: Int) -> UInt8 { place < count ? self[startIndex + place] : 0 }
}
