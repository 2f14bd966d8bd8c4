extension Dissection {
    /// Names the bits from here on as a packet of this layer and what it carries.
    mutating func dissect(_ layer: Layer) {
        switch layer {
        case .ethernet: ethernet()
        case .arp: arp()
        case .ipv4: ipv4()
        case .icmp: icmp()
        case .udp: udp(between: nil)
        case .tcp: tcp(between: nil)
        }
    }

    private mutating func ethernet() {
        var type = EtherType(rawValue: 0)
        let summary = { (parts: [WireField]) in
            "\(parts.value(of: .ethernetSource)) → \(parts.value(of: .ethernetDestination))"
        }
        layer(.ethernet, .ethernet, summary) { frame in
            frame.number(.ethernetDestination, bits: 48, macText)
            frame.number(.ethernetSource, bits: 48, macText)
            let value = frame.number(.etherType, bits: 16) { value in
                let type = EtherType(rawValue: UInt16(truncatingIfNeeded: value))
                let number = prefixed(value, digits: 4)
                return type.description == number ? number : "\(number) (\(type))"
            }
            type = EtherType(rawValue: UInt16(truncatingIfNeeded: value ?? 0))
        }
        switch type {
        case .ipv4: ipv4()
        case .arp: arp()
        default: data(.data, count: remaining)
        }
    }

    private mutating func arp() {
        layer(.arp, .arp, arpSummary) { packet in
            let hardware = packet.number(.arpHardwareType, bits: 16) { $0 == 1 ? "1 (Ethernet)" : String($0) }
            let network = packet.number(.arpProtocolType, bits: 16) { value in
                prefixed(value, digits: 4) + (value == 0x0800 ? " (IPv4)" : "")
            }
            let lengths = packet.number(.arpHardwareLength, bits: 8), short = packet.number(.arpProtocolLength, bits: 8)
            let operation = packet.number(.arpOperation, bits: 16) { value in
                let operation = ARPPacket.Operation(rawValue: UInt16(truncatingIfNeeded: value))
                return operation.description == String(value) ? String(value) : "\(value) (\(operation))"
            }
            guard operation != nil else { return }
            for (offset, isExpected) in [(0, hardware == 1), (2, network == 0x0800), (4, lengths == 6 && short == 4)]
            where !isExpected {
                packet.fail(at: offset, .unknownAddressKind)
            }
            packet.number(.arpSenderMAC, bits: 48, macText)
            packet.number(.arpSenderIP, bits: 32, ipText)
            packet.number(.arpTargetMAC, bits: 48, macText)
            packet.number(.arpTargetIP, bits: 32, ipText)
        }
    }

    private func arpSummary(_ parts: [WireField]) -> String {
        let sender = parts.value(of: .arpSenderIP), target = parts.value(of: .arpTargetIP)
        switch parts.value(of: .arpOperation) {
        case "1 (request)" where !target.isEmpty: return "Who has \(target)? Tell \(sender)"
        case "2 (reply)" where !sender.isEmpty: return "\(sender) is at \(parts.value(of: .arpSenderMAC))"
        default: return ""
        }
    }
}
