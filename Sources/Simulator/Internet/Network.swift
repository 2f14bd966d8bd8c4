import Localization
import Timelines
import Wire

/// What lies between the nodes: links, the queue of what is due, timers, faults, and the record of it all.
struct Network: Sendable {
    /// What becomes due.
    enum Occurrence: Sendable {
        /// A packet reaches the end of its link.
        case arrival(TravellingPacket)
        /// What a node has sent to itself comes to it; the event with which it left.
        case loop(IPv4Packet, node: Int, departure: Int?)
        /// A packet disappears on the way.
        case loss(message: Int, departure: Int, Rule)
        /// Nothing overtook the packet that was held on this link.
        case release(link: Int, forward: Bool, ticket: Int)
        /// A timer may have come to its time.
        case timer(TimerKey)
        /// A program wants to go on.
        case program(node: Int, program: Int)
        /// Something befalls a link or a host.
        case incident(Int)
        /// The next packet of a flood leaves.
        case flood(incident: Int, sent: Int)
    }

    let scenario: Scenario
    var now = Instant.zero
    var queue = EventQueue<Occurrence>()
    var links: [Link] = []
    /// For each node and interface the link there, and whether the interface is the link's first end.
    private(set) var wires: [[(link: Int, isFirst: Bool)]] = []
    var recorder: Recorder
    var timers = TimerTable()
    private var plan: FaultPlan
    private var random: SeededRandom
    private var tickets = 0
    /// What the packets are that no endpoint sent.
    var strays: [StrayPacket: Message.Stray] = [:]
    /// Whether what programs send and receive is remembered as a checksum, and not only counted.
    let keepsDigests: Bool
    /// Packets that have left over links, those before the timeline's zero included.
    private(set) var packetCount = 0

    init(_ scenario: Scenario, faults: [Fault], recording: Bool) {
        self.scenario = scenario
        let participants = scenario.nodes.map { node in
            Participant(
                id: node.id, name: node.name, address: node.addresses.first.map(\.description),
                state: scenario.usesTCP(on: node) ? LocalizedText(TCPState.closed.rawValue) : nil, group: node.group)
        }
        recorder = Recorder(participants: participants, isOn: recording, beginning: .zero + scenario.beginning)
        keepsDigests = recording
        plan = FaultPlan(faults, seed: scenario.seed)
        random = SeededRandom(seed: scenario.seed)
        wires = scenario.nodes.map { _ in [] }
        let places = Dictionary(scenario.nodes.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
        for spec in scenario.links {
            guard let one = places[spec.one], let other = places[spec.other] else { continue }
            let link = Link(
                spec, from: .init(node: one, interface: wires[one].count),
                to: .init(node: other, interface: wires[other].count + (one == other ? 1 : 0)))
            wires[one].append((links.count, true))
            wires[other].append((links.count, false))
            links.append(link)
        }
    }

    // MARK: Sending

    /// Puts a packet on the link at an interface; answers the event with which it left, if that is shown.
    @discardableResult
    mutating func transmit(
        _ bytes: [UInt8], from node: Int, interface: Int, isRetransmission: Bool = false, because rule: Rule?
    ) -> Int? {
        guard wires[node].indices.contains(interface) else { return nil }
        packetCount += 1
        let (link, isFirst) = wires[node][interface]
        return send(
            TravellingPacket(bytes: bytes, link: link, forward: isFirst), isRetransmission: isRetransmission,
            isCopy: false, later: .zero, because: rule)
    }

    private mutating func send(
        _ packet: TravellingPacket, isRetransmission: Bool, isCopy: Bool, later: Span, because rule: Rule?
    ) -> Int? {
        var packet = packet
        let isShown = recorder.shows(now)
        let draft = isShown || plan.readsLabels ? self.draft(of: packet, isRetransmission, isCopy) : nil
        let verdict = isShown || !recorder.isOn ? self.verdict(on: draft, packet) : FaultPlan.Verdict()
        let arrival = links[packet.link].arrival(of: packet.bytes.count, forward: packet.forward, at: now)
            .map { $0 + later + verdict.delay }
        let fault: Rule? =
            links[packet.link].downUntil > now
            ? .linkDown : arrival == nil ? .queueOverflow : verdict.isDropped ? .droppedByFault : nil
        let end = arrival ?? now + links[packet.link].spec.delay
        let intact = packet.bytes
        if verdict.isCorrupted { corrupt(&packet) }
        if isShown, var draft {
            if verdict.isCorrupted { draft.packet?.arrivedBytes = packet.bytes }
            draft.fate = .arrives(end)
            (packet.message, packet.departure) = recorder.sent(draft, because: rule)
        }
        let departure = packet.departure
        if let fault {
            lose(packet, by: fault, until: end)
        } else if verdict.isOvertaken {
            hold(packet, until: end)
        } else {
            queue.add(.arrival(packet), at: end)
            release(after: end, link: packet.link, forward: packet.forward)
        }
        if verdict.isDuplicated, !isCopy {
            let cause = recorder.cause
            recorder.cause = departure ?? cause
            _ = send(
                TravellingPacket(bytes: intact, link: packet.link, forward: packet.forward),
                isRetransmission: isRetransmission, isCopy: true,
                later: max(links[packet.link].spec.delay.scaled(by: 1, over: 4), .milliseconds(1)),
                because: .duplicatedByFault)
            recorder.cause = cause
        }
        return departure
    }

    /// The message for the record, its fate still open.
    private func draft(of packet: TravellingPacket, _ isRetransmission: Bool, _ isCopy: Bool) -> Message {
        let link = links[packet.link]
        let sender = packet.forward ? link.ends.0.node : link.ends.1.node
        let receiver = packet.forward ? link.ends.1.node : link.ends.0.node
        let framing = link.spec.isEthernet ? Packet.Framing.ethernet : .ipv4
        let summary = PacketSummary(packet.bytes, framing)
        return Message(
            from: sender, to: receiver, label: summary.label, fields: summary.fields,
            isRetransmission: isRetransmission, isCopy: isCopy, stray: stray(packet.bytes, framing),
            packet: Packet(framing, packet.bytes), departure: now, fate: .arrives(now))
    }

    private mutating func verdict(on draft: Message?, _ packet: TravellingPacket) -> FaultPlan.Verdict {
        guard !plan.isEmpty else { return FaultPlan.Verdict() }
        let link = links[packet.link]
        let sender = packet.forward ? link.ends.0.node : link.ends.1.node
        let receiver = packet.forward ? link.ends.1.node : link.ends.0.node
        return plan.verdict(
            on: FaultPlan.Candidate(
                number: recorder.isOn ? recorder.messages.count + 1 : packetCount,
                labels: draft.map { $0.label.wordings.map(\.text) } ?? [], from: scenario.nodes[sender].id,
                to: scenario.nodes[receiver].id))
    }

    // MARK: What goes wrong

    private mutating func lose(_ packet: TravellingPacket, by rule: Rule, until end: Instant) {
        guard let message = packet.message, let departure = packet.departure else { return }
        let halfway = now + (end - now).scaled(by: 1, over: 2)
        queue.add(.loss(message: message, departure: departure, rule), at: halfway)
    }

    /// Turns a bit over behind the IP header, so that the transport's checksum finds it.
    private mutating func corrupt(_ packet: inout TravellingPacket) {
        let header = (links[packet.link].spec.isEthernet ? 14 : 0) + 20
        guard packet.bytes.count > header else { return }
        let place = header + random.below(packet.bytes.count - header)
        packet.bytes[place] ^= 1 << UInt8(random.below(8))
    }

    /// How long a packet waits to be overtaken, when nothing comes.
    private static let patience = Span.seconds(3)

    private mutating func hold(_ packet: TravellingPacket, until end: Instant) {
        tickets += 1
        let held = HeldPacket(packet: packet, ticket: tickets)
        if packet.forward { links[packet.link].held.0 = held } else { links[packet.link].held.1 = held }
        if let message = packet.message { recorder.postpone(message, to: end + Self.patience) }
        queue.add(.release(link: packet.link, forward: packet.forward, ticket: tickets), at: end + Self.patience)
    }

    /// Lets the packet that was held arrive just after one that arrives at `instant`.
    private mutating func release(after instant: Instant, link: Int, forward: Bool) {
        guard let held = forward ? links[link].held.0 : links[link].held.1 else { return }
        if forward { links[link].held.0 = nil } else { links[link].held.1 = nil }
        let end = instant + max(links[link].spec.delay.scaled(by: 1, over: 8), .microseconds(10))
        if let message = held.packet.message { recorder.postpone(message, to: end) }
        queue.add(.arrival(held.packet), at: end)
    }

    /// Lets the packet arrive that nothing has overtaken, if it is still held.
    mutating func giveUpHolding(link: Int, forward: Bool, ticket: Int) -> TravellingPacket? {
        guard let held = forward ? links[link].held.0 : links[link].held.1, held.ticket == ticket else { return nil }
        if forward { links[link].held.0 = nil } else { links[link].held.1 = nil }
        return held.packet
    }
}
