extension Dissection {
    /// Names the bits of a UDP datagram, between two addresses if they are known.
    mutating func udp(between addresses: (source: IPv4Address, destination: IPv4Address)?) {
        let summary = { (parts: [WireField]) in
            "\(parts.value(of: .udpSourcePort)) → \(parts.value(of: .udpDestinationPort))"
        }
        let available = rest
        layer(.udp, .udp, summary) { datagram in
            datagram.number(.udpSourcePort, bits: 16)
            datagram.number(.udpDestinationPort, bits: 16)
            guard let length = datagram.number(.udpLength, bits: 16).map({ Int($0) }) else { return }
            if length < UDPDatagram.headerLength { datagram.fail(at: 4, .badLength(length)) }
            datagram.number(.udpChecksum, bits: 16) { found in
                if found == 0 { return "0x0000 (none)" }
                guard let addresses, length <= available.count else { return checksumText(found, nil) }
                var checksum = InternetChecksum(
                    pseudoHeaderFrom: addresses.source, to: addresses.destination, protocolNumber: .udp,
                    length: length)
                checksum.add(available.prefix(length))
                return checksumText(found, checksum)
            }
            datagram.limit(toBytes: length)
            datagram.data(.data, count: datagram.remaining)
        }
    }
}
