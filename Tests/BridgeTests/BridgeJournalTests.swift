import Bridge
import Localization
import Simulator
import Testing
import Timelines
import Wire

@Suite struct BridgeJournalTests {
    private func address(_ text: String) throws -> IPv4Address { try #require(IPv4Address(text)) }

    /// A SYN of the kernel to a port of the demonstration's server.
    private func syn(to port: UInt16) throws -> [UInt8] {
        let kernel = try address("192.0.2.10"), server = try address("198.51.100.20")
        let segment = TCPSegment(
            sourcePort: 40_000, destinationPort: port, sequence: 1000, flags: .syn, window: 64_240)
        return IPv4Packet(
            protocolNumber: .tcp, source: kernel, destination: server,
            payload: segment.serialized(from: kernel, to: server)
        ).serialized()
    }

    @Test func `a packet is told with the names of both ends`() throws {
        let journal = try BridgeJournal(Attachment(DemoInternet.scenario))
        let line = try journal.line(forPacket: syn(to: 7), at: .milliseconds(512))
        #expect(line(.english) == "0.512 s  Kernel to Server: SYN  sport=40000 dport=7 seq=1000 win=64240")
        #expect(line(.chinese) == "0.512 s  内核 发往 服务器：SYN  sport=40000 dport=7 seq=1000 win=64240")
    }

    @Test func `bytes that are no packet are told without a fuss`() throws {
        let journal = try BridgeJournal(Attachment(DemoInternet.scenario))
        #expect(journal.line(forPacket: [0x45, 1, 2], at: .zero)(.english).hasPrefix("0.000 s  ? to ?: "))
    }

    @Test func `each change of a state is told once, and a report lists what there is`() throws {
        let attachment = try Attachment(DemoInternet.scenario)
        var journal = BridgeJournal(attachment)
        var node = ExternalNode(attachment)
        #expect(journal.changes(in: node.internet, at: .zero).isEmpty)
        try node.inject(syn(to: 7))
        node.advance(to: .milliseconds(10))
        let line = "0.010 s  Server: SYN-RECEIVED  198.51.100.20:7 192.0.2.10:40000"
        #expect(journal.changes(in: node.internet, at: .milliseconds(10)).map { $0(.english) } == [line])
        #expect(journal.changes(in: node.internet, at: .milliseconds(11)).isEmpty)
        #expect(
            journal.report(of: node.internet, at: .milliseconds(10)).map { $0(.english) }
                == ["0.010 s  1 simulated connection", line])
    }

    @Test func `a closed port answers a real SYN with a RST`() throws {
        var node = try ExternalNode(Attachment(DemoInternet.scenario))
        try node.inject(syn(to: 81))
        node.advance(to: .milliseconds(10))
        let packets = node.takeOutgoing()
        let packet = try IPv4Packet(parsing: try #require(packets.first)[...])
        let answer = try TCPSegment(parsing: packet.payload[...], from: packet.source, to: packet.destination)
        #expect(packets.count == 1)
        #expect(answer.flags == [.rst, .ack])
        #expect(answer.acknowledgment == 1001)
    }
}
