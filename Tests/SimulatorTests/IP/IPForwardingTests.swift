import Testing
import Timelines
import Wire

@testable import Simulator

@Suite struct `A router` {
    @Test func `takes one off the TTL and leaves the addresses alone`() throws {
        var world = IPWorld(Networks.chain())
        world.send([1, 2, 3], from: "client", to: Networks.server, ttl: 9)
        #expect(
            world.story == [
                "client > r1 ip-sends-to-gateway", "r1 > r2 ip-forwards", "r2 > r3 ip-forwards",
                "r3 > server ip-forwards", "server delivers TCP",
            ])
        let packet = try #require(world.delivered.first?.packet)
        #expect(packet.timeToLive == 6)
        #expect(packet.source == Networks.client && packet.destination == Networks.server)
        #expect(packet.payload == [1, 2, 3])
    }

    @Test func `is found by traceroute, one after the other`() {
        var world = IPWorld(Networks.chain())
        var found: [IPv4Address] = []
        for ttl in 1...4 {
            world.ping(from: "client", to: Networks.server, ttl: UInt8(ttl))
            switch world.notices.last?.notice {
            case .timeExceeded(let from, _): found.append(from)
            case .pingReply(_, _, let from): found.append(from)
            default: break
            }
        }
        #expect(
            found.map(\.description) == ["192.0.2.1", "10.0.1.2", "10.0.2.2", "198.51.100.20"],
            "\(world.story.joined(separator: "\n"))")
    }

    @Test func `quotes the packet as it came when its TTL ran out`() throws {
        var world = IPWorld(Networks.chain())
        world.ping(from: "client", to: Networks.server, bytes: 1000, ttl: 2)
        guard case .timeExceeded(_, let about)? = world.notices.last?.notice else {
            Issue.record("\(world.story)")
            return
        }
        let sent = world.frames[1].bytes
        #expect(about.count == 548)
        #expect(about == Array(sent.prefix(548)))
        let error = try world.packet(2)
        #expect(error.totalLength == 576)
        #expect(error.timeToLive == 64 && error.typeOfService == 0xC0)
    }

    @Test func `says that there is no route`() {
        var world = IPWorld(Networks.chain())
        world.send([1], from: "client", to: IPv4Address(203, 0, 113, 5))
        #expect(world.story.contains("r1 discards ip-no-route"))
        guard case .unreachable(let code, let about)? = world.notices.last?.notice else {
            Issue.record("\(world.story)")
            return
        }
        #expect(code == 0)
        #expect(about == world.frames[0].bytes)
        #expect(world.notices.last?.rule == .networkIsUnreachable)
    }

    @Test func `looks for the route before the TTL`() {
        var world = IPWorld(Networks.chain())
        world.send([1], from: "client", to: IPv4Address(203, 0, 113, 5), ttl: 1)
        #expect(world.notices.last?.rule == .networkIsUnreachable)
    }

    @Test func `lets a packet that goes round in circles die`() {
        // Nobody has this address, so the routers at both ends of the link hand the packet to each other.
        var world = IPWorld(Networks.chain())
        world.send([1], from: "client", to: IPv4Address(10, 0, 2, 77), ttl: 20)
        #expect(world.story.filter { $0.hasSuffix("discards ip-ttl-ran-out") }.count == 1)
        #expect(world.notices.last?.rule == .ttlRanOutOnTheWay)
    }

    @Test func `does not pass on broadcasts`() {
        var world = IPWorld(Networks.lan())
        world.send([1], as: .udp, from: "a", to: IPv4Address(192, 0, 2, 255))
        #expect(world.delivered.map(\.node).sorted() == ["b", "r"])
        world.send([1], as: .udp, from: "far", to: IPv4Address(192, 0, 2, 255))
        #expect(world.delivered.count == 2)
        #expect(world.story.last == "r discards ip-broadcast-stops")
    }

    /// Errors about these would start storms (RFC 1812 §4.3.2.7).
    @Test(arguments: [
        ICMPMessage.timeExceeded(code: 0, original: [UInt8](repeating: 0, count: 28)),
        .destinationUnreachable(code: 1, nextHopMTU: 0, original: []),
        .other(type: 5, code: 0, rest: [0, 0, 0, 0]), .other(type: 4, code: 0, rest: [0, 0, 0, 0]),
        .other(type: 12, code: 0, rest: [0, 0, 0, 0]),
    ])
    func `makes no error about an error`(_ message: ICMPMessage) {
        var world = IPWorld(Networks.chain())
        world.send(message.serialized(), as: .icmp, from: "client", to: Networks.server, ttl: 1)
        #expect(world.story == ["client > r1 ip-sends-to-gateway", "r1 discards ip-ttl-ran-out"])
    }

    @Test func `makes an error about a question`() {
        var world = IPWorld(Networks.chain())
        world.ping(from: "client", to: Networks.server, ttl: 1)
        #expect(world.notices.count == 1)
    }

    @Test func `makes an error about the first fragment only`() {
        var world = IPWorld(Networks.chain())
        world.send([UInt8](repeating: 1, count: 4000), from: "client", to: Networks.server, ttl: 1, dontFragment: false)
        #expect(world.story.filter { $0 == "r1 discards ip-ttl-ran-out" }.count == 3)
        #expect(world.notices.count == 1)
    }

    @Test func `drops what has no single sender or receiver`() {
        var world = IPWorld(Networks.chain())
        let impossible: [(IPv4Address, IPv4Address, Rule)] = [
            (IPv4Address(0, 0, 0, 0), Networks.server, .sourceIsImpossible),
            (IPv4Address(127, 0, 0, 1), Networks.server, .sourceIsImpossible),
            (IPv4Address(224, 0, 0, 1), Networks.server, .sourceIsImpossible),
            (IPv4Address(240, 0, 0, 1), Networks.server, .sourceIsImpossible),
            (.limitedBroadcast, Networks.server, .sourceIsImpossible),
            (IPv4Address(192, 0, 2, 255), Networks.server, .sourceIsImpossible),
            (Networks.client, IPv4Address(127, 0, 0, 1), .destinationIsImpossible),
            (Networks.client, IPv4Address(240, 0, 0, 1), .destinationIsImpossible),
            (Networks.client, IPv4Address(224, 0, 0, 1), .groupIsNotOurs),
        ]
        for (source, destination, rule) in impossible {
            let packet = IPv4Packet(protocolNumber: .tcp, source: source, destination: destination, payload: [1])
            world.with("r1") { stack, now in stack.receive(packet.serialized(), on: 0, at: now) }
            #expect(world.rules.last == rule, "\(source) to \(destination)")
        }
        #expect(world.frames.isEmpty)
    }

    @Test func `keeps its promises about bad headers`() {
        let packet = IPv4Packet(protocolNumber: .tcp, source: Networks.client, destination: Networks.server)
        let good = packet.serialized()
        func changed(_ offset: Int, _ value: UInt8) -> [UInt8] {
            var bytes = good
            bytes[offset] = value
            return bytes
        }
        let bad: [([UInt8], Rule)] = [
            (changed(0, 0x65), .versionIsNotFour), (changed(0, 0x43), .lengthIsWrong),
            (changed(8, 3), .headerChecksumIsWrong), (Array(good.dropLast()), .lengthIsWrong), ([], .lengthIsWrong),
        ]
        for (bytes, rule) in bad {
            var world = IPWorld(Networks.chain())
            world.with("r1") { stack, now in stack.receive(bytes, on: 0, at: now) }
            #expect(world.rules == [rule])
        }
    }
}
