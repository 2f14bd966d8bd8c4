import Testing
import Timelines
import Wire

@testable import Simulator

@Suite struct `Fragments` {
    static func packet(_ count: Int, options: [UInt8] = []) -> IPv4Packet {
        IPv4Packet(
            identification: 77, protocolNumber: .udp, source: Networks.client, destination: Networks.server,
            options: options, payload: (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) })
    }

    @Test func `are as few as RFC 791 makes them`() {
        let fragments = Self.packet(4000).fragments(mtu: 1500)
        #expect(fragments.map(\.payload.count) == [1480, 1480, 1040])
        #expect(fragments.map(\.fragmentOffset) == [0, 185, 370])
        #expect(fragments.map(\.moreFragments) == [true, true, false])
        #expect(fragments.allSatisfy { $0.identification == 77 })
    }

    /// Sizes around every boundary, on every small link.
    @Test func `fit the link and put together are the packet`() {
        for mtu in [68, 69, 75, 76, 77, 100, 576, 1499, 1500] {
            for size in Set([
                0, 1, 7, 8, 9, mtu - 21, mtu - 20, mtu - 19, 2 * mtu, 3 * mtu - 33, 1479, 1480, 1481, 5000,
            ]) {
                let packet = Self.packet(max(size, 0))
                let fragments = packet.fragments(mtu: mtu)
                #expect(fragments.allSatisfy { $0.totalLength <= mtu && $0.serialized().count == $0.totalLength })
                #expect(fragments.flatMap(\.payload) == packet.payload)
                #expect(fragments.count > 1 || fragments == [packet])
                #expect(fragments.dropLast().allSatisfy { $0.totalLength > mtu - 8 }, "no room is wasted")
            }
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `in any order, cut again and doubled, give the packet`(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let packet = Self.packet(1 + dice.below(9000))
        var fragments = packet.fragments(mtu: 68 + dice.below(1433)).flatMap {
            [$0].flatMap { $0.fragments(mtu: 68 + dice.below(1433)) }
        }
        for _ in 0..<dice.below(4) { fragments.append(fragments[dice.below(fragments.count)]) }
        for place in fragments.indices { fragments.swapAt(place, dice.below(fragments.count)) }
        var reassembly = Reassembly()
        var whole: [IPv4Packet] = fragments.count == 1 ? fragments : []
        for fragment in fragments where fragments.count > 1 {
            switch reassembly.add(fragment) {
            case .completes(let packet): whole.append(packet)
            case .isInvalid: Issue.record("refused \(fragment.fragmentOffset)")
            case .begins, .waits: continue
            }
        }
        #expect(try #require(whole.first) == packet)
    }

    @Test func `carry only the options that are to be copied`() {
        // No operation; record route, which stays in the first; router alert, which is copied.
        let options: [UInt8] = [1, 7, 7, 4, 0, 0, 0, 0, 0x94, 4, 0, 0]
        let fragments = Self.packet(200, options: options).fragments(mtu: 100)
        #expect(fragments.first?.options == options)
        #expect(fragments.dropFirst().allSatisfy { $0.options == [0x94, 4, 0, 0] })
        #expect(fragments.flatMap(\.payload) == Self.packet(200).payload)
    }

    @Test func `of a packet with broken options do not trap`() {
        for options: [UInt8] in [[0x94], [0x94, 0], [0x94, 200, 1, 1], [7, 1, 0, 0], [1, 1, 1, 0x83]] {
            let fragments = Self.packet(300, options: options).fragments(mtu: 100)
            #expect(fragments.flatMap(\.payload) == Self.packet(300).payload)
        }
    }

    @Test func `are made by a router on the way and put together at the end`() throws {
        var world = IPWorld(Networks.chain(middleMTU: 600))
        let payload = Self.packet(1400).payload
        world.send(payload, as: .udp, from: "client", to: Networks.server, dontFragment: false)
        #expect(world.story.filter { $0 == "r2 > r3 ip-fragments" }.count == 3)
        #expect(world.story.filter { $0 == "r3 > server ip-forwards" }.count == 3, "routers do not put together")
        #expect(world.delivered.count == 1)
        #expect(try #require(world.delivered.first?.packet).payload == payload)
        #expect(world.timers.isEmpty)
    }

    @Test func `are given up when one is missing, and the sender is told if the first came`() {
        var world = IPWorld(Networks.chain(middleMTU: 600))
        world.lost = [5]
        world.send(Self.packet(1400).payload, as: .udp, from: "client", to: Networks.server, dontFragment: false)
        #expect(world.delivered.isEmpty)
        #expect(world.story.contains("server discards ip-fragments-missing"), "\(world.story)")
        #expect(world.notices.map(\.rule) == [.reassemblyFailedThere])

        var silent = IPWorld(Networks.chain(middleMTU: 600))
        silent.lost = [3]
        silent.send(Self.packet(1400).payload, as: .udp, from: "client", to: Networks.server, dontFragment: false)
        #expect(silent.story.contains("server discards ip-fragments-missing"), "\(silent.story)")
        #expect(silent.notices.isEmpty)
    }

    @Test func `that contradict each other are refused`() {
        var reassembly = Reassembly()
        func add(_ offset: UInt16, _ count: Int, more: Bool) -> String {
            var fragment = Self.packet(count)
            fragment.fragmentOffset = offset
            fragment.moreFragments = more
            return switch reassembly.add(fragment) {
            case .begins: "begins"
            case .waits: "waits"
            case .completes: "completes"
            case .isInvalid: "invalid"
            }
        }
        #expect(add(0, 12, more: true) == "invalid", "not a multiple of 8")
        #expect(add(0, 0, more: true) == "invalid", "empty")
        #expect(add(8191, 1400, more: false) == "invalid", "past 65535 bytes: the ping of death")
        #expect(add(2, 16, more: true) == "begins")
        #expect(add(1, 8, more: false) == "invalid", "ends before what is there")
        #expect(add(4, 5, more: false) == "waits")
        #expect(add(4, 6, more: false) == "invalid", "a second end")
        #expect(add(4, 8, more: true) == "invalid", "goes on behind the end")
        #expect(add(0, 16, more: true) == "completes")
    }

    @Test func `never take more memory than a few packets`() {
        var reassembly = Reassembly()
        var evicted = 0
        for number in 0..<1000 {
            var fragment = Self.packet(8)
            fragment.identification = UInt16(number)
            fragment.fragmentOffset = 8000
            guard case .begins(let key) = reassembly.add(fragment) else {
                Issue.record("no new buffer")
                return
            }
            if let key {
                #expect(key.identification == UInt16(evicted), "the oldest goes first")
                evicted += 1
            }
        }
        #expect(evicted == 1000 - Reassembly.capacity)
    }
}

@Suite struct `The path MTU` {
    @Test func `is learnt from the router that refuses a packet`() throws {
        var world = IPWorld(Networks.chain(middleMTU: 1400))
        let payload = [UInt8](repeating: 9, count: 1480)
        world.send(payload, from: "client", to: Networks.server)
        #expect(
            world.story == [
                "client > r1 ip-sends-to-gateway", "r1 > r2 ip-forwards", "r2 discards ip-may-not-fragment",
                "r2 > r1 icmp-fragmentation-needed", "r1 > client ip-forwards",
                "client table 198.51.100.20=1400 path-mtu-lowered", "client notices path-mtu-lowered",
            ])
        guard case .packetTooBig(let mtu, _)? = world.notices.last?.notice else {
            Issue.record("\(world.notices)")
            return
        }
        #expect(mtu == 1400)
        guard case .stack(let stack) = world.nodes[0] else { return }
        #expect(stack.mtu(toward: Networks.server) == 1400)
        #expect(stack.mtu(toward: IPv4Address(203, 0, 113, 1)) == 1500)
        #expect(stack.rebooted.mtu(toward: Networks.server) == 1500)

        // What is sent now arrives, in pieces; the routers need not cut any.
        world.send(payload, from: "client", to: Networks.server)
        #expect(try #require(world.delivered.first?.packet).payload == payload)
        #expect(!world.rules.contains(.cutsIntoFragments))
        #expect(world.rules.contains(.fitsToPath))
    }

    @Test func `is forgotten after ten minutes`() {
        var world = IPWorld(Networks.chain(middleMTU: 1400))
        world.send([UInt8](repeating: 9, count: 1480), from: "client", to: Networks.server)
        world.run(for: .seconds(700))
        world.send([UInt8](repeating: 9, count: 1480), from: "client", to: Networks.server)
        #expect(world.story.filter { $0 == "r2 > r1 icmp-fragmentation-needed" }.count == 2)
    }

    @Test func `only ever goes down, and never below 68`() {
        var known = PathMTUs()
        let there = Networks.server
        #expect(known.lower(there, announced: 1400, length: 1500, current: 1500, at: .zero) == 1400)
        #expect(known.lower(there, announced: 1450, length: 1500, current: 1400, at: .zero) == nil)
        #expect(known.mtu(to: there, at: .zero) == 1400)
        #expect(known.lower(there, announced: 0, length: 1400, current: 1400, at: .zero) == 1006, "an old router")
        #expect(known.lower(there, announced: 20, length: 1006, current: 1006, at: .zero) == 68)
        #expect(known.lower(there, announced: 0, length: 0, current: 68, at: .zero) == nil)
        for number in 0..<1000 {
            let other = IPv4Address(rawValue: UInt32(number))
            #expect(known.lower(other, announced: 500, length: 1500, current: 1500, at: .milliseconds(1)) == 500)
        }
        #expect(known.mtu(to: there, at: .zero) == nil, "memory is bounded")
    }
}
