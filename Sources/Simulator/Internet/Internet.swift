import Localization
public import Timelines
import Wire

/// A small internet that runs: hosts, routers and switches that exchange real packets on a virtual clock.
///
///     var internet = Internet(scenario, faults: [Fault(.drop, .message(2))])
///     internet.run()
///     internet.timeline
///
/// Entirely deterministic: it reads no clock and draws no chance but from the scenario's seed, and what is due at the
/// same instant is done in the order in which it was decided. The same scenario, seed and faults give the same timeline.
public struct Internet: Sendable {
    /// What a node does with packets.
    private enum Role: Sendable {
        /// The host, or router, at this place of ``hosts``.
        case host(Int)
        /// The switch at this place of ``switches``.
        case ethernetSwitch(Int)
        case external
    }

    var net: Network
    private var roles: [Role] = []
    var hosts: [Host] = []
    private var switches: [EthernetSwitch] = []
    /// Packets that reached the external node, oldest first.
    private var outgoing: [[UInt8]] = []
    /// How many occurrences have been handled.
    public private(set) var work = 0

    /// An internet in which nothing has happened yet.
    ///
    /// - Parameters:
    ///   - scenario: What there is.
    ///   - faults: What goes wrong.
    ///   - recording: Whether a timeline is written; without one the messages are still counted, from 1 at time zero.
    public init(_ scenario: Scenario, faults: [Fault] = [], recording: Bool = true) {
        net = Network(scenario, faults: faults, recording: recording)
        let routes = Routing.routes(for: scenario)
        for (index, node) in scenario.nodes.enumerated() {
            let interfaces = net.interfaces(of: index)
            switch node.kind {
            case .host, .router:
                roles.append(.host(hosts.count))
                hosts.append(
                    Host(
                        node, index: index, interfaces: interfaces, routes: routes[node.id] ?? [], scenario: scenario,
                        archives: recording))
            case .ethernetSwitch:
                roles.append(.ethernetSwitch(switches.count))
                switches.append(EthernetSwitch(ports: interfaces.count))
            case .external: roles.append(.external)
            }
        }
        for index in scenario.incidents.indices {
            net.queue.add(.incident(index), at: .zero + scenario.incidents[index].at)
        }
        // Programs begin in the order in which the script first names them.
        for line in scenario.script {
            guard let host = hosts.firstIndex(where: { $0.node.id == line.host }),
                let program = hosts[host].programs.firstIndex(where: { $0.name == line.program }),
                hosts[host].programs[program].wait == .nothing
            else { continue }
            hosts[host].programs[program].wait = .time
            net.queue.add(.program(node: hosts[host].index, program: program), at: .zero)
        }
    }

    /// When the next thing happens; `nil` when nothing will.
    public var nextEvent: Instant? { net.queue.next }

    /// The virtual time.
    public var now: Instant { net.now }

    /// What has happened.
    public var timeline: Timeline { net.recorder.timeline }

    /// How many packets have been sent over links.
    public var packetCount: Int { net.packetCount }

    /// Lets happen what is due up to `instant`, and sets the clock to it.
    public mutating func advance(to instant: Instant) {
        while step(by: instant) {}
        net.now = max(net.now, instant)
    }

    /// Lets everything happen until the scenario's limit, or until so much has been done.
    public mutating func run(workLimit: Int = 200_000) {
        let end = Instant.zero + net.scenario.beginning + net.scenario.limit
        while work < workLimit, step(by: end) {}
    }

    /// Handles the next occurrence, if it is due by `instant`.
    private mutating func step(by instant: Instant) -> Bool {
        guard let (occurrence, due) = net.queue.pop(by: instant) else { return false }
        net.now = max(net.now, due)
        net.recorder.cause = nil
        work += 1
        handle(occurrence)
        return true
    }

    private mutating func handle(_ occurrence: Network.Occurrence) {
        switch occurrence {
        case .arrival(let packet): arrive(packet)
        case .loop(let packet, let node, let departure):
            net.recorder.cause = departure
            if case .host(let host) = roles[node] { hosts[host].handle(own: packet, &net) }
        case .loss(let message, let departure, let rule):
            net.recorder.cause = departure
            net.recorder.lost(message, at: net.now, because: rule)
        case .release(let link, let forward, let ticket):
            if let packet = net.giveUpHolding(link: link, forward: forward, ticket: ticket) { arrive(packet) }
        case .timer(let key): fire(key)
        case .program(let node, let program):
            if case .host(let host) = roles[node] { hosts[host].wake(program, &net) }
        case .incident(let index): befall(index)
        case .flood(let incident, let sent): flood(incident, sent)
        }
    }

    // MARK: Packets

    private mutating func arrive(_ packet: TravellingPacket) {
        let link = net.links[packet.link]
        let end = packet.forward ? link.ends.1 : link.ends.0
        net.recorder.cause = packet.departure
        if link.downUntil > net.now {
            if let message = packet.message { net.recorder.lost(message, at: net.now, because: .linkDown) }
            return
        }
        if let message = packet.message { net.recorder.cause = net.recorder.arrived(message, at: net.now) }
        switch roles[end.node] {
        case .host(let host): hosts[host].handle(packet.bytes, on: end.interface, &net)
        case .ethernetSwitch(let place):
            let cause = net.recorder.cause
            for action in switches[place].receive(packet.bytes, on: end.interface, at: net.now) {
                net.recorder.cause = cause
                net.perform(action, ofSwitch: end.node)
            }
        case .external: outgoing.append(packet.bytes)
        }
    }

    /// Puts a packet from outside on the link of an external node.
    ///
    /// - Parameters:
    ///   - packet: An IPv4 packet; whatever it is, it is carried.
    ///   - node: The external node. Does nothing when there is no such node.
    public mutating func inject(_ packet: [UInt8], at node: Participant.ID) {
        guard let index = net.scenario.nodes.firstIndex(where: { $0.id == node }), case .external = roles[index] else {
            return
        }
        net.recorder.cause = nil
        net.transmit(packet, from: index, interface: 0, because: .fromOutside)
    }

    /// Takes the packets that have reached the external node, oldest first.
    public mutating func takeOutgoing() -> [[UInt8]] {
        defer { outgoing.removeAll(keepingCapacity: true) }
        return outgoing
    }

    // MARK: Timers

    private mutating func fire(_ key: TimerKey) {
        switch net.timers.occur(key, at: net.now) {
        case .nothing: return
        case .early(let deadline): net.queue.add(.timer(key), at: deadline, .last)
        case .fires(let record):
            if let record { net.recorder.cause = net.recorder.fired(record, at: net.now) }
            guard case .host(let host) = roles[key.node] else { return }
            switch key.kind {
            case .tcp(let socket, let timer): hosts[host].handle(timer, of: socket, &net)
            case .ip(let timer): hosts[host].handle(timer, &net)
            case .ping(let program): hosts[host].pingTimeout(program, &net)
            }
        }
    }

    // MARK: Incidents

    private mutating func befall(_ index: Int) {
        switch net.scenario.incidents[index].kind {
        case .linkDown(let one, let other, let span): net.takeDown(between: one, and: other, for: span)
        case .crash(let id):
            withHost(id) { host, net in
                host.tell(LocalizedText(en: "crashes", zh: "崩溃"), &net, because: .crash)
                host.crash(&net)
            }
        case .reboot(let id):
            withHost(id) { host, net in
                if host.isUp {
                    host.tell(LocalizedText(en: "crashes", zh: "崩溃"), &net, because: .crash)
                    host.crash(&net)
                }
                host.tell(LocalizedText(en: "is up again", zh: "重新启动"), &net, because: .reboot)
                host.reboot(&net)
            }
        case .flood: flood(index, 0)
        case .segment(let stray): put(stray, index)
        }
    }

    /// Puts a segment that nobody sends on the links of the node where it comes from.
    private mutating func put(_ stray: Scenario.StraySegment, _ incident: Int) {
        func address(of end: Scenario.StraySegment.End) -> IPv4Address? {
            net.scenario.nodes.first { $0.id == end.node }?.addresses.first
        }
        guard let source = address(of: stray.source), let target = address(of: stray.target) else { return }
        let packet = net.note(
            stray: stray.segment.serialized(from: source, to: target), from: source, to: target,
            as: stray.isOld ? .old : .forged, incident: incident)
        withHost(stray.from) { host, net in
            guard host.isUp else { return }
            host.put(packet, because: stray.isOld ? .oldDuplicate : .forgedSegment, &net)
        }
    }

    private mutating func withHost(_ id: Participant.ID, _ change: (inout Host, inout Network) -> Void) {
        guard let index = net.scenario.nodes.firstIndex(where: { $0.id == id }), case .host(let host) = roles[index]
        else { return }
        change(&hosts[host], &net)
    }

    /// Sends the next SYN of a flood, and sees to the one after it.
    private mutating func flood(_ incident: Int, _ sent: Int) {
        guard case .flood(let from, let to, let port, let count, let every) = net.scenario.incidents[incident].kind,
            sent < count, let target = net.scenario.nodes.first(where: { $0.id == to })?.addresses.first
        else { return }
        let segment = TCPSegment(
            sourcePort: UInt16(1024 + sent % 60_000), destinationPort: port,
            sequence: SequenceNumber(UInt32(truncatingIfNeeded: 7000 + sent)), flags: .syn, window: 65_535)
        // 203.0.113.0/24: addresses for documentation (RFC 5737), at which nobody answers.
        let source = IPv4Address(rawValue: 0xCB00_7101 &+ UInt32(truncatingIfNeeded: sent % 254))
        withHost(from) { host, net in host.spoof(segment, from: source, to: target, &net) }
        net.queue.add(.flood(incident: incident, sent: sent + 1), at: net.now + max(every, .microseconds(1)))
    }
}
