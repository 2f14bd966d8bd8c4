import Testing
import Wire

@Suite struct RoundTripTests {
    @Test(arguments: 1...300)
    func `what was serialised parses to the same value`(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let from = random.address(), to = random.address()
        let frame = random.frame(), arp = random.arpPacket(), packet = random.ipv4Packet()
        let message = random.icmpMessage(), datagram = random.udpDatagram(), segment = random.tcpSegment()
        #expect(try EthernetFrame(parsing: frame.serialized()) == frame)
        #expect(try ARPPacket(parsing: arp.serialized()) == arp)
        #expect(try IPv4Packet(parsing: packet.serialized()) == packet)
        #expect(try ICMPMessage(parsing: message.serialized()) == message)
        #expect(try UDPDatagram(parsing: datagram.serialized(from: from, to: to), from: from, to: to) == datagram)
        #expect(try TCPSegment(parsing: segment.serialized(from: from, to: to), from: from, to: to) == segment)
    }

    @Test(arguments: 1...50)
    func `a slice parses as the same bytes do on their own`(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let packet = random.ipv4Packet()
        let surrounded = random.bytes(1...9) + packet.serialized() + random.bytes(0...9)
        let start = try #require(
            surrounded.indices.first { (try? IPv4Packet(parsing: surrounded[$0...])) != nil })
        #expect(try IPv4Packet(parsing: surrounded[start...]) == packet)
    }

    @Test func `padding after a packet is ignored`() throws {
        var random = SplitMix64(seed: 7)
        let packet = random.ipv4Packet(), arp = random.arpPacket(), datagram = random.udpDatagram()
        let padding = [UInt8](repeating: 0xAA, count: 18)
        let from = packet.source, to = packet.destination
        #expect(try IPv4Packet(parsing: packet.serialized() + padding) == packet)
        #expect(try ARPPacket(parsing: arp.serialized() + padding) == arp)
        #expect(
            try UDPDatagram(parsing: datagram.serialized(from: from, to: to) + padding, from: from, to: to)
                == datagram)
    }

    @Test func `what does not fit is left out rather than written wrongly`() throws {
        var packet = IPv4Packet(
            protocolNumber: .udp, source: IPv4Address(rawValue: 1), destination: IPv4Address(rawValue: 2),
            options: [UInt8](repeating: 1, count: 50), payload: [UInt8](repeating: 7, count: 70_000))
        let parsed = try IPv4Packet(parsing: packet.serialized())
        packet.options.removeLast(10)
        packet.payload.removeLast(70_000 - (65_535 - 60))
        #expect(parsed == packet)
    }
}
