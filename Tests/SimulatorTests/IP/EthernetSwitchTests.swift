import Testing
import Timelines
import Wire

@testable import Simulator

@Suite struct `A switch` {
    static func frame(_ source: UInt64, _ destination: UInt64) -> [UInt8] {
        EthernetFrame(
            destination: MACAddress(rawValue: destination), source: MACAddress(rawValue: source), etherType: .ipv4,
            payload: [1, 2, 3]
        ).serialized()
    }

    /// The ports a frame leaves by and the rules, `1 2 switch-floods-unknown` and the like; ports from 0.
    static func tell(_ actions: [SwitchAction]) -> [String] {
        actions.map { action in
            switch action {
            case .transmit(_, let port, let rule): "\(port) \(rule.id)"
            case .table(_, let set, let removed, let rule):
                "\(set.map { "\($0.key)=\($0.value)" })\(removed) \(rule.id)"
            case .discard(let rule): rule.id
            }
        }
    }

    @Test func `floods what it does not know and learns who sent it`() {
        var device = EthernetSwitch(ports: 4)
        #expect(
            Self.tell(device.receive(Self.frame(0xA, 0xB), on: 1, at: .zero)) == [
                "[\"00:00:00:00:00:0a=2\"][] switch-learns", "0 switch-floods-unknown", "2 switch-floods-unknown",
                "3 switch-floods-unknown",
            ])
        #expect(
            Self.tell(device.receive(Self.frame(0xB, 0xA), on: 3, at: .zero)) == [
                "[\"00:00:00:00:00:0b=4\"][] switch-learns", "1 switch-forwards",
            ])
        #expect(Self.tell(device.receive(Self.frame(0xA, 0xB), on: 1, at: .zero)) == ["3 switch-forwards"])
    }

    @Test func `hands frames on unchanged`() throws {
        var device = EthernetSwitch(ports: 2)
        let bytes = Self.frame(0xA, 0xB)
        guard case .transmit(let out, 0, _)? = device.receive(bytes, on: 1, at: .zero).last else {
            Issue.record("not sent")
            return
        }
        #expect(out == bytes)
    }

    @Test func `floods broadcasts and groups`() {
        var device = EthernetSwitch(ports: 3)
        for destination in [0xFFFF_FFFF_FFFF, 0x0100_5E00_0001] as [UInt64] {
            #expect(
                Self.tell(device.receive(Self.frame(0xA, destination), on: 0, at: .zero)).suffix(2) == [
                    "1 switch-floods-broadcast", "2 switch-floods-broadcast",
                ])
        }
    }

    @Test func `sends nothing back by the port it came from`() {
        var device = EthernetSwitch(ports: 3)
        _ = device.receive(Self.frame(0xA, 0xB), on: 0, at: .zero)
        #expect(Self.tell(device.receive(Self.frame(0xC, 0xA), on: 0, at: .zero)).last == "switch-filters")
    }

    @Test func `follows a host that moves`() {
        var device = EthernetSwitch(ports: 3)
        _ = device.receive(Self.frame(0xA, 0xB), on: 0, at: .zero)
        #expect(
            Self.tell(device.receive(Self.frame(0xA, 0xB), on: 2, at: .zero)).first
                == "[\"00:00:00:00:00:0a=3\"][] switch-relearns")
        #expect(Self.tell(device.receive(Self.frame(0xC, 0xA), on: 1, at: .zero)).last == "2 switch-forwards")
    }

    @Test func `forgets who is silent for five minutes`() {
        var device = EthernetSwitch(ports: 3)
        _ = device.receive(Self.frame(0xA, 0xB), on: 0, at: .zero)
        let early = Instant.zero + .seconds(300), late = Instant.zero + .seconds(301)
        #expect(Self.tell(device.receive(Self.frame(0xC, 0xA), on: 1, at: early)).last == "0 switch-forwards")
        #expect(
            Self.tell(device.receive(Self.frame(0xC, 0xA), on: 1, at: late)) == [
                "[][\"00:00:00:00:00:0a\"] switch-forgets", "0 switch-floods-unknown", "2 switch-floods-unknown",
            ])
    }

    @Test func `floods when its table is full`() {
        var device = EthernetSwitch(ports: 3)
        for number in 0..<UInt64(EthernetSwitch.capacity) {
            _ = device.receive(Self.frame(0x1000 + number * 2, 0xB), on: 0, at: .zero)
        }
        #expect(Self.tell(device.receive(Self.frame(0xA, 0xB), on: 1, at: .zero)).first == "switch-table-full")
        #expect(Self.tell(device.receive(Self.frame(0x1000, 0xA), on: 0, at: .zero)).last == "2 switch-floods-unknown")
    }

    @Test func `refuses what is no frame`() {
        var device = EthernetSwitch(ports: 3)
        #expect(Self.tell(device.receive([1, 2, 3], on: 0, at: .zero)) == ["switch-refuses"])
        #expect(
            Self.tell(device.receive(Self.frame(0xFFFF_FFFF_FFFF, 0xA), on: 0, at: .zero)) == ["switch-refuses"])
    }

    @Test func `joins hosts into one network`() {
        var world = IPWorld(Networks.lan())
        world.ping(from: "a", to: IPv4Address(192, 0, 2, 11))
        #expect(
            world.story == [
                "a > s arp-asks", "a table 192.0.2.11=incomplete arp-asks",
                "s table 02:00:00:00:01:01=1 switch-learns", "s > b switch-floods-broadcast",
                "s > r switch-floods-broadcast", "b table 192.0.2.10=02:00:00:00:01:01 arp-learns-from-request",
                "b > s arp-answers", "r discards arp-not-for-us", "s table 02:00:00:00:02:01=2 switch-learns",
                "s > a switch-forwards", "a table 192.0.2.11=02:00:00:00:02:01 arp-learns-from-reply",
                "a > s arp-sends-what-waited", "s > b switch-forwards", "b > s icmp-echo-reply",
                "s > a switch-forwards", "a notices icmp-echo-answered",
            ])
    }
}
