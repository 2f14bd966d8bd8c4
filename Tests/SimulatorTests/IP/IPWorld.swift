import Localization
import Timelines
import Wire

@testable import Simulator

/// The internet layers and switches of a scenario on a virtual clock, without hosts above them, and a story of what happened.
///
/// The story is the failure text of most tests: one line for each packet, table row, notice and loss.
struct IPWorld {
    enum Node {
        case stack(IPStack)
        case ethernetSwitch(EthernetSwitch)
    }

    struct Wire {
        var ends: [(node: Int, interface: Int)]
        var isEthernet: Bool
    }

    enum Occurrence {
        case arrival([UInt8], node: Int, interface: Int)
        case timer(IPTimer, node: Int, ticket: Int)
    }

    let scenario: Scenario
    var nodes: [Node] = []
    var wires: [Wire] = []
    /// For each node and interface the wire.
    var ports: [[Int]] = []
    var now = Instant.zero
    var queue: [(due: Instant, number: Int, what: Occurrence)] = []
    var timers: [String: Int] = [:]
    var count = 0

    /// What happened: `a > r ip-sends-directly` and the like.
    var story: [String] = []
    /// What was delivered, and to whom.
    var delivered: [(node: String, packet: IPv4Packet)] = []
    var notices: [(node: String, notice: IPNotice, rule: Rule)] = []
    var frames: [(from: String, bytes: [UInt8], rule: Rule)] = []
    /// Every rule that was named.
    var rules: [Rule] = []
    /// Which frames vanish, by their number from 1.
    var lost: Set<Int> = []

    init(_ scenario: Scenario) {
        self.scenario = scenario
        let routes = Routing.routes(for: scenario)
        ports = scenario.nodes.map { _ in [] }
        for link in scenario.links {
            let one = index(link.one), other = index(link.other)
            wires.append(
                Wire(ends: [(one, ports[one].count), (other, ports[other].count)], isEthernet: link.isEthernet))
            ports[one].append(wires.count - 1)
            ports[other].append(wires.count - 1)
        }
        for (place, node) in scenario.nodes.enumerated() {
            if node.kind == .ethernetSwitch {
                nodes.append(.ethernetSwitch(EthernetSwitch(ports: ports[place].count)))
                continue
            }
            let interfaces = ports[place].indices.map { number in
                IPInterface(
                    address: node.addresses.indices.contains(number) ? node.addresses[number] : node.addresses.first,
                    prefixLength: node.prefixLength, mac: Self.mac(place, number),
                    mtu: scenario.links[ports[place][number]].mtu,
                    isEthernet: scenario.links[ports[place][number]].isEthernet)
            }
            nodes.append(
                .stack(
                    IPStack(
                        node: node, interfaces: interfaces, forwards: node.kind == .router,
                        routes: routes[node.id] ?? [], identification: UInt16(place) << 8)))
        }
    }

    static func mac(_ node: Int, _ interface: Int) -> MACAddress {
        MACAddress(rawValue: 0x0200_0000_0000 | UInt64(node + 1) << 8 | UInt64(interface + 1))
    }

    func index(_ id: String) -> Int { scenario.nodes.firstIndex { $0.id == id } ?? 0 }

    func address(_ id: String, _ interface: Int = 0) -> IPv4Address { scenario.nodes[index(id)].addresses[interface] }

    /// Lets a stack do something now, and does what it wants.
    mutating func with(_ id: String, _ body: (inout IPStack, Instant) -> [IPAction]) {
        let place = index(id)
        guard case .stack(var stack) = nodes[place] else { return }
        let actions = body(&stack, now)
        nodes[place] = .stack(stack)
        for action in actions { perform(action, of: place) }
    }

    /// Sends a packet and runs until nothing more happens, or for so long.
    mutating func send(
        _ payload: [UInt8], as protocolNumber: IPProtocol = .tcp, from: String, to: IPv4Address, ttl: UInt8 = 64,
        dontFragment: Bool = true, for span: Span = .seconds(100)
    ) {
        with(from) { stack, now in
            stack.send(
                payload, as: protocolNumber, to: to, from: nil, ttl: ttl, dontFragment: dontFragment, at: now)
        }
        run(for: span)
    }

    /// Pings, and runs until nothing more happens.
    mutating func ping(from: String, to: IPv4Address, bytes: Int = 8, ttl: UInt8 = 64, dontFragment: Bool = true) {
        let request = ICMPMessage.echoRequest(
            identifier: 7, sequence: 1, data: (0..<bytes).map { UInt8(truncatingIfNeeded: $0) })
        send(request.serialized(), as: .icmp, from: from, to: to, ttl: ttl, dontFragment: dontFragment)
    }

    mutating func run(for span: Span) {
        let end = now + span
        while let place = queue.indices.min(by: {
            (queue[$0].due, queue[$0].number) < (queue[$1].due, queue[$1].number)
        }),
            queue[place].due <= end
        {
            let (due, _, what) = queue.remove(at: place)
            now = due
            handle(what)
        }
        now = end
    }

    private mutating func handle(_ what: Occurrence) {
        switch what {
        case .arrival(let bytes, let place, let interface):
            switch nodes[place] {
            case .stack(var stack):
                let actions = stack.receive(bytes, on: interface, at: now)
                nodes[place] = .stack(stack)
                for action in actions { perform(action, of: place) }
            case .ethernetSwitch(var device):
                let actions = device.receive(bytes, on: interface, at: now)
                nodes[place] = .ethernetSwitch(device)
                for action in actions { perform(action, of: place) }
            }
        case .timer(let timer, let place, let ticket):
            guard timers["\(place) \(timer)"] == ticket else { return }
            timers["\(place) \(timer)"] = nil
            story.append("\(scenario.nodes[place].id) timer \(timer.name(.english))")
            with(scenario.nodes[place].id) { stack, now in stack.timeout(timer, at: now) }
        }
    }

    private mutating func perform(_ action: IPAction, of place: Int) {
        let name = scenario.nodes[place].id
        switch action {
        case .transmit(let bytes, let interface, _, let rule): transmit(bytes, from: place, interface, rule)
        case .deliver(let packet, _, let rule):
            rules.append(rule)
            delivered.append((name, packet))
            story.append("\(name) delivers \(packet.protocolNumber)")
        case .loop(let packet, let rule):
            rules.append(rule)
            with(name) { stack, now in stack.receive(own: packet, at: now) }
        case .discard(let rule):
            rules.append(rule)
            story.append("\(name) discards \(rule.id)")
        case .table(_, let set, let removed, let rule): tell(name, set, removed, rule)
        case .start(let timer, let span, let rule):
            rules.append(rule)
            count += 1
            timers["\(place) \(timer)"] = count
            queue.append((now + span, count, .timer(timer, node: place, ticket: count)))
        case .stop(let timer, let rule):
            rules.append(rule)
            timers["\(place) \(timer)"] = nil
        case .notify(let notice, let rule):
            rules.append(rule)
            notices.append((name, notice, rule))
            story.append("\(name) notices \(rule.id)")
        }
    }

    private mutating func perform(_ action: SwitchAction, of place: Int) {
        let name = scenario.nodes[place].id
        switch action {
        case .transmit(let bytes, let port, let rule): transmit(bytes, from: place, port, rule)
        case .table(_, let set, let removed, let rule): tell(name, set, removed, rule)
        case .discard(let rule):
            rules.append(rule)
            story.append("\(name) discards \(rule.id)")
        }
    }

    private mutating func tell(
        _ name: String, _ set: [(key: String, value: String)], _ removed: [String], _ rule: Rule
    ) {
        rules.append(rule)
        for row in set { story.append("\(name) table \(row.key)=\(row.value) \(rule.id)") }
        for key in removed { story.append("\(name) table -\(key) \(rule.id)") }
    }

    private mutating func transmit(_ bytes: [UInt8], from place: Int, _ interface: Int, _ rule: Rule) {
        rules.append(rule)
        guard ports[place].indices.contains(interface) else { return story.append("transmits nowhere") }
        let wire = wires[ports[place][interface]]
        let isFirst = wire.ends[0].node == place && wire.ends[0].interface == interface
        let end = isFirst ? wire.ends[1] : wire.ends[0]
        frames.append((scenario.nodes[place].id, bytes, rule))
        story.append("\(scenario.nodes[place].id) > \(scenario.nodes[end.node].id) \(rule.id)")
        guard !lost.contains(frames.count) else { return }
        count += 1
        queue.append((now + .milliseconds(1), count, .arrival(bytes, node: end.node, interface: end.interface)))
    }

    /// The packet in a frame that was sent.
    func packet(_ number: Int) throws -> IPv4Packet {
        let bytes = frames[number].bytes
        // A bare packet begins with version 4; the frames here with the local bit of the receiver's address, or ff.
        return bytes.first.map { $0 >> 4 == 4 } == true
            ? try IPv4Packet(parsing: bytes) : try IPv4Packet(parsing: EthernetFrame(parsing: bytes).payload)
    }
}

extension Scenario.Node {
    static func host(_ id: String, _ address: IPv4Address, gateway: IPv4Address? = nil) -> Self {
        Self(id: id, addresses: [address], gateway: gateway)
    }

    static func router(_ id: String, _ addresses: IPv4Address...) -> Self {
        Self(id: id, kind: .router, addresses: addresses)
    }
}

extension IPv4Address {
    /// For tests: an address that is written well.
    init(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) {
        self.init(rawValue: UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d))
    }
}

/// Small networks that several tests use.
enum Networks {
    static let client = IPv4Address(192, 0, 2, 10), server = IPv4Address(198, 51, 100, 20)

    /// `client ─ r1 ─ r2 ─ r3 ─ server`, all without Ethernet.
    static func chain(middleMTU: Int = 1500) -> Scenario {
        Scenario(
            nodes: [
                .host("client", client, gateway: IPv4Address(192, 0, 2, 1)),
                .router("r1", IPv4Address(192, 0, 2, 1), IPv4Address(10, 0, 1, 1)),
                .router("r2", IPv4Address(10, 0, 1, 2), IPv4Address(10, 0, 2, 1)),
                .router("r3", IPv4Address(10, 0, 2, 2), IPv4Address(198, 51, 100, 1)),
                .host("server", server, gateway: IPv4Address(198, 51, 100, 1)),
            ],
            links: [
                .init("client", "r1"), .init("r1", "r2"), .init("r2", "r3", mtu: middleMTU), .init("r3", "server"),
            ])
    }

    /// Hosts `a`, `b` and router `r` on a switch `s`; `far` behind the router on another Ethernet.
    static func lan() -> Scenario {
        Scenario(
            nodes: [
                .host("a", IPv4Address(192, 0, 2, 10), gateway: IPv4Address(192, 0, 2, 1)),
                .host("b", IPv4Address(192, 0, 2, 11), gateway: IPv4Address(192, 0, 2, 1)),
                .init(id: "s", kind: .ethernetSwitch),
                .router("r", IPv4Address(192, 0, 2, 1), IPv4Address(198, 51, 100, 1)),
                .host("far", server, gateway: IPv4Address(198, 51, 100, 1)),
            ],
            links: [
                .init("a", "s", isEthernet: true), .init("b", "s", isEthernet: true),
                .init("r", "s", isEthernet: true), .init("r", "far", isEthernet: true),
            ])
    }
}

extension Dice {
    /// So many random bytes.
    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}
