import Testing
import Wire

/// What a Linux kernel put on the wire, read and written again.
@Suite struct CapturedFrameTests {
    @Test(arguments: CapturedFrame.allCases)
    func `a kernel's frame comes out byte for byte`(captured: CapturedFrame) throws {
        let frame = try EthernetFrame(parsing: captured.bytes)
        guard frame.etherType == .ipv4 else {
            #expect(try ARPPacket(parsing: frame.payload).serialized() == frame.payload)
            return
        }
        var packet = try IPv4Packet(parsing: frame.payload)
        let from = packet.source, to = packet.destination
        switch packet.protocolNumber {
        case .icmp: packet.payload = try ICMPMessage(parsing: packet.payload).serialized()
        case .udp:
            packet.payload = try UDPDatagram(parsing: packet.payload, from: from, to: to).serialized(from: from, to: to)
        default:
            packet.payload = try TCPSegment(parsing: packet.payload, from: from, to: to).serialized(from: from, to: to)
        }
        #expect(
            EthernetFrame(
                destination: frame.destination, source: frame.source, etherType: .ipv4, payload: packet.serialized()
            ).serialized() == captured.bytes)
    }

    private func segment(_ captured: CapturedFrame) throws -> TCPSegment {
        let packet = try IPv4Packet(parsing: captured.packet)
        return try TCPSegment(parsing: packet.payload, from: packet.source, to: packet.destination)
    }

    @Test func `the SYN says what tshark reads in it`() throws {
        let syn = try segment(.syn)
        #expect(
            syn
                == TCPSegment(
                    sourcePort: 45640, destinationPort: 80, sequence: 0xB1C6_1CCB, flags: .syn, window: 64240,
                    options: [
                        .maximumSegmentSize(1460), .sackPermitted, .timestamps(value: 895_474_583, echoReply: 0),
                        .windowScale(10),
                    ]))
        #expect(syn.headerLength == 40)
    }

    @Test func `sequence and acknowledgment numbers fit from frame to frame`() throws {
        let request = try segment(.request), answer = try segment(.response), fin = try segment(.serverFin)
        #expect(request.payload == Array("GET /\r\n".utf8))
        #expect(answer.acknowledgment == request.sequence + 7)
        #expect(fin.sequence == answer.sequence + 2)
        #expect(fin.flags == [.fin, .ack])
    }

    @Test func `an unreachable port quotes the datagram that was sent`() throws {
        let packet = try IPv4Packet(parsing: CapturedFrame.portUnreachable.packet)
        guard case .destinationUnreachable(.port, 0, let original) = try ICMPMessage(parsing: packet.payload) else {
            Issue.record("not a port unreachable")
            return
        }
        let quoted = try IPv4Packet(parsingQuotation: original[...])
        #expect(try quoted == IPv4Packet(parsing: CapturedFrame.udp.packet))
        #expect(try IPv4Packet(parsingQuotation: original.prefix(28)).payload == Array(quoted.payload.prefix(8)))
    }

    @Test func `an ARP request asks everybody and leaves the target open`() throws {
        let frame = try EthernetFrame(parsing: CapturedFrame.arpRequest.bytes)
        #expect(frame.destination == .broadcast)
        #expect(frame.source.description == "02:00:00:00:00:01")
        let packet = try ARPPacket(parsing: frame.payload)
        #expect(packet.operation == .request)
        #expect(packet.targetMAC == MACAddress(rawValue: 0))
        #expect(packet.targetIP.description == "192.0.2.2")
    }
}
