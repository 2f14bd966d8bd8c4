import Testing
import Timelines
import Wire

@testable import Simulator

@Suite struct `ARP` {
    static let a = IPv4Address(192, 0, 2, 10), b = IPv4Address(192, 0, 2, 11), r = IPv4Address(192, 0, 2, 1)

    /// Two hosts on one cable.
    static let cable = Scenario(
        nodes: [.host("a", a), .host("b", b)], links: [.init("a", "b", isEthernet: true)])

    @Test func `finds the next hop before the first packet`() throws {
        var world = IPWorld(Self.cable)
        world.send([1], from: "a", to: Self.b, for: .seconds(1))
        #expect(
            world.story == [
                "a > b arp-asks", "a table 192.0.2.11=incomplete arp-asks",
                "b table 192.0.2.10=02:00:00:00:01:01 arp-learns-from-request", "b > a arp-answers",
                "a table 192.0.2.11=02:00:00:00:02:01 arp-learns-from-reply", "a > b arp-sends-what-waited",
                "b delivers TCP",
            ])
        let question = try EthernetFrame(parsing: world.frames[0].bytes)
        #expect(question.destination == .broadcast && question.etherType == .arp)
        let answer = try EthernetFrame(parsing: world.frames[1].bytes)
        #expect(answer.destination == IPWorld.mac(0, 0))
        #expect(try ARPPacket(parsing: answer.payload).targetMAC == IPWorld.mac(0, 0))
        #expect(world.timers.isEmpty)

        // Both know each other now, so the answer leaves at once.
        let before = world.frames.count
        world.send([2], from: "b", to: Self.a, for: .milliseconds(10))
        #expect(world.story.last == "a delivers TCP")
        #expect(world.frames.count == before + 1, "\(world.story)")
    }

    @Test func `asks for the gateway and not for the server`() throws {
        var world = IPWorld(Networks.lan())
        world.send([1], from: "a", to: Networks.server)
        let asked = try world.frames.compactMap { frame -> IPv4Address? in
            guard frame.from == "a", frame.rule == .asksForNeighbour else { return nil }
            return try ARPPacket(parsing: EthernetFrame(parsing: frame.bytes).payload).targetIP
        }
        #expect(asked == [Self.r])
        #expect(world.delivered.map(\.node) == ["far"])
        // The packet keeps its addresses, the frames around it change at the router.
        let carried = try world.frames.filter { $0.rule == .sendsWhatWaited }.map {
            try EthernetFrame(parsing: $0.bytes)
        }
        #expect(carried.map(\.source) == [IPWorld.mac(0, 0), IPWorld.mac(3, 1)])
        #expect(world.story.contains("b discards arp-not-for-us"))
    }

    @Test func `asks three times, a second apart, and gives up`() {
        var world = IPWorld(Self.cable)
        world.lost = [1, 2, 3]
        world.send([1], from: "a", to: Self.b, for: .milliseconds(2999))
        #expect(world.frames.count == 3)
        #expect(world.notices.isEmpty)
        world.run(for: .milliseconds(1))
        #expect(world.frames.count == 3)
        #expect(
            world.notices.map(\.rule) == [.hostIsSilentHere, .neighbourIsSilent])
        #expect(world.notices.last?.notice == .unresolved(Self.b))
        #expect(world.story.contains("a table -192.0.2.11 arp-gives-up"))
        guard case .unreachable(let code, let about)? = world.notices.first?.notice else { return }
        #expect(code == 1)
        #expect((try? IPv4Packet(parsing: about))?.payload == [1])
        #expect(world.timers.isEmpty)
    }

    @Test func `survives a lost question`() {
        var world = IPWorld(Self.cable)
        world.lost = [1]
        world.send([1], from: "a", to: Self.b)
        #expect(world.delivered.count == 1)
        #expect(world.story.filter { $0 == "a > b arp-asks-again" }.count == 1)
    }

    @Test func `lets a router tell the sender that a host is silent`() {
        var world = IPWorld(Networks.lan())
        world.send([1], from: "a", to: IPv4Address(198, 51, 100, 99))
        #expect(world.notices.first?.rule == .neighbourIsSilent, "at the router")
        #expect(world.notices.last?.node == "a")
        #expect(world.notices.last?.rule == .hostIsUnreachable)
    }

    @Test func `keeps the newest few packets for a neighbour`() {
        var world = IPWorld(Self.cable)
        for number in 1...5 { world.send([UInt8(number)], from: "a", to: Self.b, for: .zero) }
        world.run(for: .seconds(9))
        #expect(world.delivered.map(\.packet.payload) == [[3], [4], [5]])
        #expect(world.story.filter { $0 == "a discards arp-queue-full" }.count == 2)
        #expect(world.story.filter { $0 == "a > b arp-asks" }.count == 1, "one question for all of them")
    }

    @Test func `forgets a neighbour that has been silent for a minute`() {
        var world = IPWorld(Self.cable)
        world.send([1], from: "a", to: Self.b, for: .seconds(60))
        world.send([2], from: "a", to: Self.b, for: .milliseconds(10))
        #expect(world.story.suffix(2) == ["a > b ip-sends-directly", "b delivers TCP"])
        world.run(for: .seconds(61))
        world.send([3], from: "a", to: Self.b)
        #expect(world.story.contains("a table -192.0.2.11 arp-outdated"))
        #expect(world.delivered.count == 3)
    }

    private func hear(
        _ world: inout IPWorld, _ operation: ARPPacket.Operation, from sender: IPv4Address, at mac: UInt64,
        for target: IPv4Address
    ) {
        let packet = ARPPacket(
            operation: operation, senderMAC: MACAddress(rawValue: mac), senderIP: sender,
            targetMAC: MACAddress(rawValue: 0), targetIP: target)
        let frame = EthernetFrame(
            destination: .broadcast, source: MACAddress(rawValue: mac), etherType: .arp, payload: packet.serialized())
        world.with("a") { stack, now in stack.receive(frame.serialized(), on: 0, at: now) }
    }

    @Test func `believes whoever speaks last, but not a stranger's unasked reply`() {
        var world = IPWorld(Self.cable)
        hear(&world, .reply, from: Self.b, at: 0x0266, for: Self.a)
        #expect(world.story == ["a discards arp-unsolicited"])
        world.send([1], from: "a", to: Self.b)
        world.story = []
        hear(&world, .reply, from: Self.b, at: 0x0266, for: Self.a)
        #expect(world.story == ["a table 192.0.2.11=00:00:00:00:02:66 arp-replaces"], "this is ARP spoofing")
        world.story = []
        hear(&world, .request, from: Self.b, at: 0x0267, for: Self.r)
        #expect(
            world.story == ["a table 192.0.2.11=00:00:00:00:02:67 arp-replaces"],
            "overheard requests count for known neighbours (RFC 826)")
    }

    @Test func `makes an entry for whoever asks for this host`() {
        var world = IPWorld(Self.cable)
        hear(&world, .request, from: Self.r, at: 0x0266, for: Self.a)
        #expect(
            world.story == [
                "a table 192.0.2.1=00:00:00:00:02:66 arp-learns-from-request", "a > b arp-answers",
            ])
    }

    @Test func `answers a probe without believing it`() {
        var world = IPWorld(Self.cable)
        hear(&world, .request, from: .unspecified, at: 0x0266, for: Self.a)
        #expect(world.story == ["a > b arp-answers"])
    }

    @Test func `does not give its own address away`() {
        var world = IPWorld(Self.cable)
        hear(&world, .request, from: Self.a, at: 0x0266, for: Self.a)
        hear(&world, .reply, from: Self.a, at: 0x0266, for: Self.b)
        #expect(world.story == ["a discards arp-conflict", "a discards arp-conflict"])
    }

    @Test func `refuses groups as senders`() {
        var world = IPWorld(Self.cable)
        hear(&world, .request, from: Self.b, at: 0xFFFF_FFFF_FFFF, for: Self.a)
        hear(&world, .request, from: Self.b, at: 0, for: Self.a)
        #expect(world.story == ["a discards arp-malformed", "a discards arp-malformed"])
    }

    @Test func `never remembers more than it has room for`() {
        var cache = ARPCache()
        var evicted: [ARPCache.Key] = []
        for number in 0..<1000 {
            let key = ARPCache.Key(interface: 0, address: IPv4Address(rawValue: UInt32(number)))
            let answer = cache.learn(key, MACAddress(rawValue: 2), at: .milliseconds(Int64(number)))
            if let one = answer.evicted { evicted.append(one) }
        }
        #expect(evicted.map(\.address.rawValue) == (0..<UInt32(1000 - ARPCache.capacity)).map { $0 })
        var searches = 0
        for number in 0..<1000 {
            let key = ARPCache.Key(interface: 0, address: IPv4Address(rawValue: UInt32(5000 + number)))
            let packet = IPv4Packet(protocolNumber: .tcp, source: Self.a, destination: key.address)
            if cache.keep(.init(packet: packet, isOwn: true), for: key) == .asksFirst { searches += 1 }
        }
        #expect(searches == ARPCache.searchCapacity)
    }

    @Test func `is forgotten by a restart`() {
        var world = IPWorld(Self.cable)
        world.send([1], from: "a", to: Self.b)
        guard case .stack(let stack) = world.nodes[0] else { return }
        world.nodes[0] = .stack(stack.rebooted)
        world.send([1], from: "a", to: Self.b)
        #expect(world.story.filter { $0 == "a > b arp-asks" }.count == 2)
    }
}
