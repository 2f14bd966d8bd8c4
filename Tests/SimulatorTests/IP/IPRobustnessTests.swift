import Testing
import Timelines
import Wire

@testable import Simulator

@Suite struct `Whatever comes` {
    static let nodes = ["a", "r", "far"]

    @Test(arguments: 0..<20 as Range<UInt64>) func `random bytes trap nobody`(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        var world = IPWorld(Networks.lan()), chain = IPWorld(Networks.chain(middleMTU: 100))
        for _ in 0..<500 {
            let bytes = dice.bytes(dice.below(120))
            world.with(Self.nodes[dice.below(3)]) { stack, now in stack.receive(bytes, on: 0, at: now) }
            chain.with(["client", "r1", "r2"][dice.below(3)]) { stack, now in
                stack.receive(bytes, on: 0, at: now)
            }
        }
        #expect(world.rules.count >= 500 && chain.rules.count >= 500, "each is dropped for a reason")
    }

    /// Packets whose checksums are right and whose fields are anything: these get far.
    @Test(arguments: 0..<40 as Range<UInt64>) func `strange packets trap nobody`(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        let addresses = [
            Networks.client, Networks.server, IPv4Address(10, 0, 1, 2), IPv4Address(192, 0, 2, 1), .limitedBroadcast,
            IPv4Address(192, 0, 2, 255), IPv4Address(224, 0, 0, 1), .unspecified, IPv4Address(127, 0, 0, 1),
            IPv4Address(rawValue: UInt32(truncatingIfNeeded: dice.next())),
        ]
        var chain = IPWorld(Networks.chain(middleMTU: 100)), lan = IPWorld(Networks.lan())
        for _ in 0..<150 {
            func any() -> IPv4Address { addresses[dice.below(addresses.count)] }
            var payload = dice.bytes(dice.below(300))
            if dice.below(2) == 0 {
                let quoted = IPv4Packet(
                    protocolNumber: IPProtocol(rawValue: 6), source: any(), destination: any(), payload: payload
                ).serialized()
                let kinds: [ICMPMessage] = [
                    .echoRequest(identifier: 1, sequence: 2, data: payload),
                    .destinationUnreachable(
                        code: .init(rawValue: UInt8(dice.below(16))), nextHopMTU: UInt16(dice.below(1500)),
                        original: Array(quoted.prefix(dice.below(60)))),
                    .timeExceeded(code: 0, original: Array(quoted.prefix(dice.below(60)))),
                    .other(type: UInt8(dice.below(256)), code: 0, rest: payload),
                ]
                payload = kinds[dice.below(kinds.count)].serialized()
            }
            let packet = IPv4Packet(
                identification: UInt16(dice.below(3)), dontFragment: dice.below(2) == 0,
                moreFragments: dice.below(3) == 0,
                fragmentOffset: dice.below(3) == 0 ? UInt16(dice.below(8192)) : 0,
                timeToLive: UInt8(dice.below(6)),
                protocolNumber: IPProtocol(rawValue: [1, 1, 6, 17, 50][dice.below(5)]), source: any(),
                destination: any(), options: dice.bytes(dice.below(11) * 4), payload: payload)
            let frame = EthernetFrame(
                destination: dice.below(3) == 0 ? .broadcast : IPWorld.mac(3, 0), source: IPWorld.mac(0, 0),
                etherType: .ipv4, payload: packet.serialized())
            chain.with(["client", "r1", "r2"][dice.below(3)]) { stack, now in
                stack.receive(packet.serialized(), on: 0, at: now)
            }
            lan.with("r") { stack, now in stack.receive(frame.serialized(), on: 0, at: now) }
            chain.run(for: .milliseconds(Int64(dice.below(4000))))
            lan.run(for: .milliseconds(Int64(dice.below(4000))))
        }
        chain.run(for: .seconds(200))
        lan.run(for: .seconds(200))
        #expect(chain.timers.isEmpty && lan.timers.isEmpty, "no timer outlives what it was for")
        #expect(chain.queue.isEmpty && lan.queue.isEmpty, "no packet goes round for ever")
    }

    @Test func `an interface that is not there is ignored`() {
        var stack = IPStack(
            node: .host("lonely", Networks.client), interfaces: [], forwards: false, routes: [], identification: 0)
        #expect(stack.receive([1, 2, 3], on: 4, at: .zero).isEmpty)
        #expect(stack.sourceAddress(for: Networks.server) == Networks.client)
        #expect(stack.mtu(toward: Networks.server) == 1500)
        let sent = stack.send([1], as: .tcp, to: Networks.server, from: nil, at: .zero)
        guard case .discard(.cannotReachNetwork)? = sent.first, case .notify(.unreachable(0, _), _)? = sent.last else {
            Issue.record("\(sent)")
            return
        }
        let itself = stack.send([1], as: .tcp, to: Networks.client, from: nil, at: .zero)
        guard case .loop? = itself.last else {
            Issue.record("\(itself)")
            return
        }
    }

    @Test func `a payload that no packet can hold is refused`() {
        var world = IPWorld(Networks.chain())
        world.send([UInt8](repeating: 0, count: 65_516), as: .udp, from: "client", to: Networks.server)
        #expect(world.story == ["client discards ip-too-long"])
        world.send([UInt8](repeating: 0, count: 65_515), as: .udp, from: "client", to: Networks.server)
        #expect(world.delivered.first?.packet.payload.count == 65_515)
    }

    @Test func `the same happens every time`() {
        func story() -> [String] {
            var world = IPWorld(Networks.lan())
            world.ping(from: "a", to: Networks.server, bytes: 3000)
            world.ping(from: "b", to: Networks.server)
            return world.story
        }
        #expect(story() == story())
    }
}
