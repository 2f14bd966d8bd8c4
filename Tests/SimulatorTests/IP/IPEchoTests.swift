import Testing
import Timelines
import Wire

@testable import Simulator

@Suite struct `ICMP` {
    @Test func `answers an echo request with the same data`() throws {
        var world = IPWorld(Networks.chain())
        world.ping(from: "client", to: Networks.server, bytes: 56)
        #expect(world.notices.map(\.notice) == [.pingReply(identifier: 7, sequence: 1, from: Networks.server)])
        let request = try ICMPMessage(parsing: world.packet(0).payload)
        let reply = try ICMPMessage(parsing: world.packet(4).payload)
        guard case .echoRequest(_, _, let sent) = request, case .echoReply(_, _, let data) = reply else {
            Issue.record("\(reply)")
            return
        }
        #expect(data == sent && data.count == 56)
        #expect(try world.packet(4).timeToLive == 64, "the reply's TTL is its own (RFC 1812 §4.3.2.2)")
    }

    @Test func `answers a request larger than the link in fragments`() {
        var world = IPWorld(Networks.chain())
        world.ping(from: "client", to: Networks.server, bytes: 4000)
        #expect(world.notices.count == 1, "\(world.story)")
        #expect(world.timers.isEmpty)
    }

    @Test(arguments: ["192.0.2.10", "127.0.0.1"]) func `answers the host itself without a link`(_ text: String) throws {
        var world = IPWorld(Networks.chain())
        world.ping(from: "client", to: try #require(IPv4Address(text)))
        #expect(world.frames.isEmpty)
        #expect(world.notices.count == 1)
    }

    @Test func `answers at every address of a router`() {
        var world = IPWorld(Networks.chain())
        for address in [IPv4Address(192, 0, 2, 1), IPv4Address(10, 0, 1, 1), IPv4Address(10, 0, 2, 1)] {
            world.ping(from: "client", to: address)
            #expect(world.notices.last?.notice == .pingReply(identifier: 7, sequence: 1, from: address))
        }
    }

    @Test func `does not answer a request to everybody`() {
        var world = IPWorld(Networks.lan())
        world.ping(from: "a", to: .limitedBroadcast)
        #expect(world.story.filter { $0.hasSuffix("discards icmp-echo-broadcast") }.count == 2)
        #expect(world.notices.isEmpty)
    }

    @Test func `tells of a closed UDP port, in the host's name and with the datagram's head`() throws {
        var world = IPWorld(Networks.chain())
        let datagram = UDPDatagram(
            sourcePort: 4000, destinationPort: 33_434, payload: [UInt8](repeating: 3, count: 700))
        let bytes = datagram.serialized(from: Networks.client, to: Networks.server)
        world.send(bytes, as: .udp, from: "client", to: Networks.server)
        let packet = try #require(world.delivered.first?.packet)
        world.with("server") { stack, now in stack.portUnreachable(about: packet, at: now) }
        world.run(for: .seconds(1))
        guard case .unreachable(let code, let about)? = world.notices.last?.notice else {
            Issue.record("\(world.story)")
            return
        }
        #expect(code == 3)
        #expect(try IPv4Packet(parsingQuotation: about[...]).payload == Array(bytes.prefix(528)))
        #expect(world.notices.last?.rule == .portIsUnreachable)
    }

    @Test func `does not tell of a datagram that was for everybody`() {
        var world = IPWorld(Networks.lan())
        world.send([0, 1, 0, 2, 0, 8, 0, 0], as: .udp, from: "a", to: .limitedBroadcast)
        for (node, packet) in world.delivered {
            world.with(node) { stack, now in stack.portUnreachable(about: packet, at: now) }
        }
        #expect(world.delivered.count == 2)
        #expect(!world.rules.contains(.reportsClosedPort))
    }

    @Test func `tells of an unknown protocol`() {
        var world = IPWorld(Networks.chain())
        world.send([1], as: IPProtocol(rawValue: 89), from: "client", to: Networks.server)
        #expect(world.delivered.isEmpty)
        #expect(world.notices.last?.rule == .protocolIsUnreachable)
    }

    @Test func `ignores messages about packets that this host never sent`() {
        var world = IPWorld(Networks.chain())
        let foreign = IPv4Packet(protocolNumber: .tcp, source: Networks.server, destination: Networks.client)
        for message: ICMPMessage in [
            .destinationUnreachable(code: 4, nextHopMTU: 68, original: foreign.serialized()),
            .destinationUnreachable(code: 3, nextHopMTU: 0, original: []),
            .timeExceeded(code: 0, original: foreign.serialized()),
        ] {
            world.send(message.serialized(), as: .icmp, from: "server", to: Networks.client)
            #expect(world.story.last == "client discards icmp-not-about-us")
        }
        #expect(world.notices.isEmpty)
    }

    @Test func `drops what is damaged or unknown`() {
        var world = IPWorld(Networks.chain())
        world.send([8, 0, 1, 2, 0, 0, 0, 0], as: .icmp, from: "server", to: Networks.client)
        #expect(world.story.last == "client discards icmp-bad-checksum")
        world.send(
            ICMPMessage.other(type: 13, code: 0, rest: [0, 0, 0, 0]).serialized(), as: .icmp, from: "server",
            to: Networks.client)
        #expect(world.story.last == "client discards icmp-unknown")
    }

    @Test func `lets TCP segments for everybody go nowhere`() {
        var world = IPWorld(Networks.lan())
        world.send([UInt8](repeating: 0, count: 20), as: .tcp, from: "a", to: IPv4Address(192, 0, 2, 255))
        #expect(world.delivered.isEmpty)
        #expect(world.story.filter { $0.hasSuffix("discards tcp-broadcast") }.count == 2)
    }
}
