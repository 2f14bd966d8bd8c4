extension Dissection {
    /// Names the bits of an ICMP message.
    mutating func icmp() {
        let covered = shortfall == nil ? rest : nil
        layer(.icmp, .icmp, { $0.value(of: .icmpType) }) { message in
            let type = message.number(.icmpType, bits: 8) { value in
                Self.icmpName(value).map { "\(value) (\($0))" } ?? String(value)
            }
            message.number(.icmpCode, bits: 8) { code in
                Self.icmpReason(type ?? 255, code).map { "\(code) (\($0))" } ?? String(code)
            }
            message.number(.icmpChecksum, bits: 16) { found in
                let checksum = covered.map { covered in
                    var checksum = InternetChecksum()
                    checksum.add(covered)
                    return checksum
                }
                return checksumText(found, checksum)
            }
            switch type {
            case 0, 8:
                message.number(.icmpIdentifier, bits: 16)
                message.number(.icmpSequence, bits: 16)
                message.data(.icmpEchoData, count: message.remaining)
            case 3:
                message.number(.icmpUnused, bits: 16)
                message.number(.icmpNextHopMTU, bits: 16)
                message.quotation()
            case 11:
                message.number(.icmpUnused, bits: 32)
                message.quotation()
            default:
                message.number(.icmpRest, bits: 32) { prefixed($0, digits: 8) }
                message.data(.data, count: message.remaining)
            }
        }
    }

    /// Names the bits of the packet that an error quotes, of which only the beginning is there.
    private mutating func quotation() {
        guard fault == nil, (try? IPv4Packet(parsingQuotation: rest)) != nil else {
            return data(.icmpOriginal, count: remaining)
        }
        let summary = { (parts: [WireField]) in
            "\(parts.value(of: .ipv4Source)) → \(parts.value(of: .ipv4Destination))"
        }
        group(.icmpOriginal, summary) { original in
            let header = original.ipv4Header(isQuoted: true)
            if header?.isFragment == false, original.remaining >= 8 {
                switch header?.protocolNumber {
                case .tcp:
                    original.number(.tcpSourcePort, bits: 16)
                    original.number(.tcpDestinationPort, bits: 16)
                    original.number(.tcpSequence, bits: 32)
                case .udp:
                    original.number(.udpSourcePort, bits: 16)
                    original.number(.udpDestinationPort, bits: 16)
                    original.number(.udpLength, bits: 16)
                    original.number(.udpChecksum, bits: 16) { prefixed($0, digits: 4) }
                default: break
                }
            }
            original.data(.data, count: original.remaining)
        }
    }

    private static func icmpName(_ type: UInt64) -> String? {
        switch type {
        case 0: "Echo Reply"
        case 3: "Destination Unreachable"
        case 4: "Source Quench"
        case 5: "Redirect"
        case 8: "Echo Request"
        case 11: "Time Exceeded"
        case 12: "Parameter Problem"
        case 13: "Timestamp"
        case 14: "Timestamp Reply"
        default: nil
        }
    }

    private static func icmpReason(_ type: UInt64, _ code: UInt64) -> String? {
        switch (type, code) {
        case (3, 0): "net unreachable"
        case (3, 1): "host unreachable"
        case (3, 2): "protocol unreachable"
        case (3, 3): "port unreachable"
        case (3, 4): "fragmentation needed"
        case (3, 5): "source route failed"
        case (3, 13): "administratively prohibited"
        case (11, 0): "TTL exceeded in transit"
        case (11, 1): "fragment reassembly time exceeded"
        default: nil
        }
    }
}
