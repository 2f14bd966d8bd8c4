import Testing
import Wire

/// What Wireshark's dissectors make of packets that chance wrote; `./test` installs tshark.
@Suite struct TsharkTests {
    @Test func `tshark reads 500 random segments as they were meant`() throws {
        var random = SplitMix64(seed: 21)
        let samples = (0..<500).map { _ in (random.tcpSegment(), random.ipv4Packet()) }.map { segment, packet in
            var segment = segment
            // Ports and data that no dissector above TCP takes for its own.
            (segment.sourcePort, segment.destinationPort) = (61_001, 61_002)
            segment.payload = [UInt8](repeating: 0xEE, count: segment.payload.count)
            return (segment, packet)
        }
        let lines = try Tshark.fields(
            [
                "ip.checksum.status", "tcp.checksum.status", "_ws.malformed", "tcp.seq_raw", "tcp.ack_raw",
                "tcp.flags", "tcp.window_size_value", "tcp.urgent_pointer", "tcp.len", "tcp.options.mss_val",
                "tcp.options.wscale.shift", "tcp.options.timestamp.tsval", "tcp.options.sack_le",
                "tcp.options.tfo.cookie",
            ],
            of: samples.map { segment, packet in
                carry(segment.serialized(from: packet.source, to: packet.destination), .tcp, in: packet)
            })
        try #require(lines.count == samples.count)
        for (line, (segment, _)) in zip(lines, samples) {
            let flags = "0x" + String(0x10000 | Int(segment.flags.rawValue), radix: 16).dropFirst()
            let expected = [
                "1", "1", "", "\(segment.sequence)", "\(segment.acknowledgment)", flags, "\(segment.window)",
                "\(segment.urgentPointer)", "\(segment.payload.count)", first(segment) { $0.maximumSegmentSize },
                first(segment) { $0.windowShift }, first(segment) { $0.timestamp }, first(segment) { $0.leftEdge },
                cookie(segment),
            ]
            #expect(line == expected, "\(segment)")
        }
    }

    @Test func `tshark finds the checksums of 200 datagrams and messages good`() throws {
        var random = SplitMix64(seed: 22)
        let packets = (0..<200).map { index in
            let packet = random.ipv4Packet()
            if index.isMultiple(of: 2) { return carry(random.icmpMessage().serialized(), .icmp, in: packet) }
            let datagram = UDPDatagram(
                sourcePort: 61_001, destinationPort: 61_002, payload: random.bytes(0...40).map { _ in 0xEE })
            return carry(datagram.serialized(from: packet.source, to: packet.destination), .udp, in: packet)
        }
        let lines = try Tshark.fields(
            ["ip.checksum.status", "udp.checksum.status", "icmp.checksum.status"], of: packets)
        try #require(lines.count == packets.count)
        for (index, line) in lines.enumerated() {
            #expect(line == (index.isMultiple(of: 2) ? ["1", "", "1"] : ["1", "1", ""]), "packet \(index)")
        }
    }

    private func carry(_ payload: [UInt8], _ number: IPProtocol, in packet: IPv4Packet) -> [UInt8] {
        IPv4Packet(
            typeOfService: packet.typeOfService, timeToLive: packet.timeToLive, protocolNumber: number,
            source: packet.source, destination: packet.destination, payload: payload
        ).serialized()
    }

    private func cookie(_ segment: TCPSegment) -> String {
        for case .fastOpen(let cookie) in segment.options where !cookie.isEmpty {
            return cookie.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
        return ""
    }

    private func first(_ segment: TCPSegment, _ number: (TCPOption) -> UInt32?) -> String {
        segment.options.lazy.compactMap(number).first.map { String($0) } ?? ""
    }
}

extension TCPOption {
    fileprivate var maximumSegmentSize: UInt32? {
        if case .maximumSegmentSize(let size) = self { UInt32(size) } else { nil }
    }
    fileprivate var windowShift: UInt32? { if case .windowScale(let shift) = self { UInt32(shift) } else { nil } }
    fileprivate var timestamp: UInt32? { if case .timestamps(let value, _) = self { value } else { nil } }
    fileprivate var leftEdge: UInt32? { if case .sack(let blocks) = self { blocks.first?.left.rawValue } else { nil } }
}
