import Localization
import Testing
import Wire

@Suite struct RefusalTests {
    @Test(arguments: Parser.all)
    func `every truncation is refused at an offset inside`(parser: Parser) {
        for seed in 1...40 {
            var random = SplitMix64(seed: seed)
            let bytes = parser.example(&random)
            // A frame has no length of its own: it may end anywhere after its header.
            for length in 0..<(parser.layer == .ethernet ? EthernetFrame.headerLength : bytes.count) {
                do throws(WireFault) {
                    _ = try parser.roundTrip(Array(bytes.prefix(length)))
                    Issue.record("\(length) of \(bytes.count) bytes were taken for a packet, seed \(seed)")
                } catch {
                    #expect(error.layer == parser.layer)
                    #expect(0...length ~= error.offset, "\(error)")
                }
            }
        }
    }

    @Test(arguments: Parser.all)
    func `a flipped bit is noticed wherever a checksum covers it`(parser: Parser) throws {
        var random = SplitMix64(seed: 3)
        let bytes = parser.example(&random)
        for bit in 0..<(bytes.count * 8) {
            var changed = bytes
            changed[bit / 8] ^= 0x80 >> UInt8(bit % 8)
            let outcome = Result { () throws(WireFault) in try parser.roundTrip(changed) }
            switch parser.layer {
            case .tcp, .icmp, .udp: #expect(throws: WireFault.self, "bit \(bit)") { try outcome.get() }
            case .ipv4: if bit < 160 { #expect(throws: WireFault.self, "bit \(bit)") { try outcome.get() } }
            case .ethernet: #expect(try outcome.get() == changed)
            case .arp: if bit >= 48 { #expect(try outcome.get() == changed) }
            }
        }
    }

    @Test(arguments: Parser.all)
    func `20000 random strings of bytes are parsed or refused inside`(parser: Parser) {
        var random = SplitMix64(seed: 11)
        for _ in 0..<20_000 {
            var bytes = random.bytes(0...80)
            // Half of them get past the first gate.
            if parser.layer == .ipv4, bytes.count > 3, bytes[3] & 1 == 0 {
                bytes.replaceSubrange(0...2, with: [0x46, 0, 0])
            }
            do throws(WireFault) { _ = try parser.roundTrip(bytes) } catch {
                if !(0...bytes.count ~= error.offset) { Issue.record("\(error) in \(bytes)") }
            }
        }
    }

    @Test(arguments: [
        (0, 0x65, WireFault.Reason.badVersion(6)), (0, 0x44, .badHeaderLength(16)), (3, 19, .badLength(19)),
        (8, 0, .badChecksum(found: 0x908F, expected: 0xD08F)),
    ])
    func `an IPv4 header that lies is refused with the reason`(index: Int, value: UInt8, reason: WireFault.Reason) {
        var bytes = CapturedFrame.syn.packet
        bytes[index] = value
        #expect(throws: WireFault(.ipv4, at: reason.isChecksum ? 10 : index == 3 ? 2 : index, reason)) {
            try IPv4Packet(parsing: bytes)
        }
    }

    @Test func `a wrong TCP checksum comes with the right one`() throws {
        let packet = try IPv4Packet(parsing: CapturedFrame.syn.packet)
        var bytes = packet.payload
        bytes[16] = 0x12
        bytes[17] = 0x34
        #expect(throws: WireFault(.tcp, at: 16, .badChecksum(found: 0x1234, expected: 0x36E7))) {
            try TCPSegment(parsing: bytes, from: packet.source, to: packet.destination)
        }
    }

    @Test func `ARP for anything but IPv4 on Ethernet is refused`() {
        for (index, offset) in [(1, 0), (2, 2), (4, 4), (5, 4)] {
            var bytes = CapturedFrame.arpRequest.packet
            bytes[index] ^= 1
            #expect(throws: WireFault(.arp, at: offset, .unknownAddressKind)) { try ARPPacket(parsing: bytes) }
        }
    }

    @Test func `the sentence says what was found and what was needed`() {
        let fault = WireFault(.tcp, at: 12, .truncated(needed: 20, available: 12))
        #expect(fault.sentence(.english) == "The TCP bytes stop too early: 20 are needed, 12 are here.")
        #expect(fault.sentence(.chinese) == "TCP数据不完整：需要20字节，只有12字节。")
    }
}

extension WireFault.Reason {
    fileprivate var isChecksum: Bool { if case .badChecksum = self { true } else { false } }
}
