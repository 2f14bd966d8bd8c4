import Localization
import Timelines
import Wire

/// Judges TCP: finds the connections of a timeline, and lets each be followed.
///
/// Sources: RFC 9293 §3.3.2, §3.4, §3.5, §3.6, §3.10.
struct TCPJudge {
    private(set) var verdict = Verdict(by: .tcp)

    private let timeline: Timeline
    private let names: [String]
    let readings: [SegmentReading]
    private let routes: SegmentRoutes
    /// Pairs that surely speak TCP: a lone `ACK` belongs to many protocols.
    private let evident: Set<Pair>

    private var connections: [ConnectionJudge] = []
    /// The connections of each pair, newest last.
    private var known: [Pair: [Int]] = [:]
    private var connectionsAt: [Participant.Index: [Int]] = [:]
    /// Pairs of which something is told that is not understood.
    private var doubtful: Set<Pair> = []
    /// To which connection a message belongs.
    private var assignment: [Int: Int] = [:]
    private var wrong: Set<Int> = []
    /// From whom SYNs have arrived.
    private var callers: [Participant.Index: Set<Participant.Index>] = [:]

    private var states: [ConnectionState?]
    private var changes: [(event: Int, owner: Participant.Index, state: ConnectionState?)] = []
    /// How many remarks and titles have come.
    private var part = 0

    /// Two participants, whichever way.
    struct Pair: Hashable {
        let low: Participant.Index, high: Participant.Index

        init(_ one: Participant.Index, _ other: Participant.Index) {
            low = min(one, other)
            high = max(one, other)
        }
    }

    /// More at once between two participants is a flood, and nothing to follow one by one.
    private static let mostConnections = 64

    init(_ timeline: Timeline, repeated: Set<Int>) {
        self.timeline = timeline
        names = timeline.participants.map(\.id)
        let states = timeline.participants.map { $0.state.flatMap { ConnectionState(name: $0(.english)) } }
        self.states = states
        let readings = timeline.messages.enumerated().map {
            SegmentReading($1, ignoringNumbers: repeated.contains($0))
        }
        self.readings = readings
        var stateful = Set(states.indices.filter { states[$0] != nil })
        for case .state(let owner, let state) in timeline.events.map(\.kind)
        where ConnectionState(name: state(.english)) != nil {
            stateful.insert(owner)
        }
        var segments: [Int: ScriptedSegment] = [:]
        var evident: Set<Pair> = []
        for (index, message) in timeline.messages.enumerated() {
            guard case .segment(let segment) = readings[index], message.sender != message.receiver else { continue }
            segments[index] = segment
            let isStateful = stateful.contains(message.sender) || stateful.contains(message.receiver)
            if isStateful || !segment.flags.isDisjoint(with: [.syn, .fin, .psh]) {
                evident.insert(Pair(message.sender, message.receiver))
            }
        }
        routes = SegmentRoutes(timeline.messages, segments, stateful: stateful)
        self.evident = evident
    }

    // MARK: Messages

    mutating func departure(of index: Int, event: Int) {
        let message = timeline.messages[index]
        guard message.sender != message.receiver, routes.previous[index] == nil else { return }
        let pair = Pair(message.sender, message.receiver)
        switch readings[index] {
        case .segment(let segment):
            guard let receiver = routes.destination(of: index) else {
                return doubt(message.sender)
            }
            guard evident.contains(pair) || routes.relays.contains(message.receiver) else { return }
            depart(routes.relays.isEmpty ? segment : segment.withoutPorts, index, to: receiver, event)
        case .data(let segment):
            guard known[pair] != nil else { return forgetNumbers(pair) }
            depart(segment, index, to: message.receiver, event)
        case .doubtful:
            doubtful.insert(pair)
            for connection in known[pair] ?? [] { connections[connection].isDoubtful = true }
        case .other: forgetNumbers(pair)
        }
    }

    mutating func arrival(of index: Int, event: Int) {
        let message = timeline.messages[index]
        guard message.sender != message.receiver, routes.next[index] == nil else { return }
        let origin = routes.origin(of: index)
        switch readings[index] {
        case .segment(let segment), .data(let segment):
            if segment.isOpening { callers[message.receiver, default: []].insert(message.sender) }
            guard let connection = assignment[origin] else { return }
            let passage = ConnectionJudge.Passage(
                segment: segment, sender: timeline.messages[origin].sender, instant: message.end, event: event)
            connections[connection].receive(passage, isWrong: wrong.contains(origin))
        case .other: forgetNumbers(Pair(message.sender, message.receiver))
        case .doubtful: return
        }
    }

    /// A message arrives from somebody who is not shown.
    mutating func hearsFromOutside(_ index: Int) {
        guard case .segment = readings[index] else { return }
        doubt(timeline.messages[index].receiver)
    }

    /// Somebody else may have had a hand in what a participant says from here on.
    private mutating func doubt(_ participant: Participant.Index) {
        for connection in connectionsAt[participant]?.suffix(Self.mostConnections) ?? [] {
            connections[connection].isDoubtful = true
        }
    }

    /// Something else was said, which may have travelled over any connection of the two.
    private mutating func forgetNumbers(_ pair: Pair) {
        for end in [pair.low, pair.high] {
            for connection in connectionsAt[end]?.suffix(Self.mostConnections) ?? [] {
                connections[connection].forgetNumbers()
            }
        }
    }

    // MARK: Connections

    private mutating func depart(_ segment: ScriptedSegment, _ index: Int, to receiver: Participant.Index, _ event: Int)
    {
        let message = timeline.messages[index]
        let passage = ConnectionJudge.Passage(
            segment: segment, sender: message.sender, instant: message.departure, event: event, part: part)
        let candidates = candidates(for: segment, from: message.sender, to: receiver)
        // A copy is the network's doing; only its arrival counts.
        if message.isCopy {
            assignment[index] = candidates.first
            return
        }
        if candidates.isEmpty { return open(passage, index, to: receiver) }
        for candidate in candidates {
            var connection = connections[candidate]
            let faults = connection.send(passage)
            guard faults.isEmpty || candidates.count == 1 else { continue }
            connection.learnPorts(of: segment, from: message.sender)
            connections[candidate] = connection
            return conclude(faults, index, in: candidate)
        }
        for candidate in candidates { connections[candidate].isDoubtful = true }
    }

    /// The connections that a segment may belong to, newest first; none when it begins one.
    private func candidates(
        for segment: ScriptedSegment, from sender: Participant.Index, to receiver: Participant.Index
    ) -> [Int] {
        let fitting = (known[Pair(sender, receiver)] ?? []).reversed().filter {
            connections[$0].fits(segment, from: sender)
        }
        guard !segment.isOpening || segment.isRetransmission else {
            return fitting.filter { connections[$0].takes(opening: segment, from: sender) }
        }
        let living = fitting.filter { !connections[$0].isOver }
        return living.isEmpty ? fitting : living
    }

    /// A segment that belongs to no connection begins one.
    private mutating func open(_ passage: ConnectionJudge.Passage, _ index: Int, to receiver: Participant.Index) {
        let segment = passage.segment, sender = passage.sender
        let pair = Pair(sender, receiver)
        // A segment out of nowhere may bear somebody else's address.
        if !segment.flags.contains(.syn), known[pair] == nil { doubt(receiver) }
        guard !segment.flags.contains(.rst) else { return }
        let here = ConnectionEnd(sender, port: segment.sourcePort)
        let there = ConnectionEnd(receiver, port: segment.destinationPort)
        var connection: ConnectionJudge
        var faults: [ConnectionJudge.Fault] = []
        if segment.isOpening {
            connection = ConnectionJudge(names, from: here, to: there, beginsWithSYN: true)
            // Who believes to be connected already answers otherwise (RFC 9293 §3.5.1).
            connection.isDoubtful = states[receiver]?.isSynchronized == true && known[pair] == nil
        } else {
            connection = ConnectionJudge(names, from: here, to: there, beginsWithSYN: false)
            if segment.flags.contains(.syn) {
                if callers[sender]?.contains(where: { $0 != receiver }) == true {
                    connection.isDoubtful = true
                } else if states[sender] != .synReceived, states[receiver] != .synSent {
                    faults.append((.noSYN(at: names[sender], from: names[receiver]), .label))
                }
            } else if let state = states[sender], state == .closed {
                faults.append((.noConnection(names[sender], state: state.rawValue), .label))
            } else if states[sender] == nil, let state = states[receiver], state == .closed || state == .listen,
                connectionsAt[receiver] == nil
            {
                faults.append((.noConnection(names[receiver], state: state.rawValue), .label))
            }
            if !segment.isRetransmission { connection.other.expected = segment.sequence }
        }
        if doubtful.contains(pair) { connection.isDoubtful = true }
        connections.append(connection)
        let place = connections.count - 1
        known[pair, default: []].append(place)
        if (known[pair]?.count ?? 0) > Self.mostConnections { known[pair]?.removeFirst() }
        for end in [sender, receiver] { connectionsAt[end, default: []].append(place) }
        faults += connections[place].send(passage)
        conclude(faults, index, in: place)
    }

    private mutating func conclude(_ faults: [ConnectionJudge.Fault], _ index: Int, in connection: Int) {
        assignment[index] = connection
        if !connections[connection].isDoubtful || !faults.isEmpty { verdict.looked(at: .message(index)) }
        guard !faults.isEmpty else { return }
        wrong.insert(index)
        for fault in faults { verdict.found(fault.violation, at: fault.spot, of: .message(index)) }
    }

    // MARK: States

    mutating func enters(_ owner: Participant.Index, _ state: LocalizedText, event: Int) {
        states[owner] = ConnectionState(name: state(.english))
        changes.append((event, owner, states[owner]))
    }

    /// A remark or a title: it may stand for what is not shown.
    mutating func mayLeaveOut() { part += 1 }

    /// Judges the states of those who have one connection; of several nobody knows which one a state belongs to.
    mutating func judgeStates() {
        var judges: [Participant.Index: StateJudge] = [:]
        for owner in Set(changes.map(\.owner)) {
            guard let mine = connectionsAt[owner], mine.count == 1, !connections[mine[0]].isDoubtful else { continue }
            let connection = connections[mine[0]]
            judges[owner] = StateJudge(
                name: names[owner], end: connection.one.participant == owner ? connection.one : connection.other,
                showsHandshake: connection.beginsWithSYN, reasons: reasonsToGiveUp(at: owner),
                from: timeline.participants[owner].state.flatMap { ConnectionState(name: $0(.english)) })
        }
        for (event, owner, state) in changes {
            guard judges[owner] != nil else { continue }
            guard let state else {
                judges[owner]?.loseTrack()
                continue
            }
            verdict.looked(at: .state(event: event))
            if let fault = judges[owner]?.enter(state, at: timeline.events[event].instant, event: event) {
                verdict.found(fault, at: .label, of: .state(event: event))
            }
        }
    }

    private func reasonsToGiveUp(at owner: Participant.Index) -> [Instant] {
        timeline.events.compactMap { event in
            switch event.kind {
            case .timerFired(let timer): timeline.timers[timer].owner == owner ? event.instant : nil
            case .action(owner, _): event.instant
            default: nil
            }
        }
    }
}

extension ScriptedSegment {
    /// The same where a NAT may have changed the ports on the way.
    fileprivate var withoutPorts: ScriptedSegment {
        var segment = self
        segment.sourcePort = nil
        segment.destinationPort = nil
        return segment
    }
}

extension ConnectionJudge {
    /// Whether the ports of a segment are those of this connection, as far as both are known.
    fileprivate func fits(_ segment: ScriptedSegment, from sender: Participant.Index) -> Bool {
        let (me, peer) = one.participant == sender ? (one, other) : (other, one)
        func agree(_ known: String?, _ told: String?) -> Bool { known == nil || told == nil || known == told }
        return agree(me.port, segment.sourcePort) && agree(peer.port, segment.destinationPort)
    }

    fileprivate mutating func learnPorts(of segment: ScriptedSegment, from sender: Participant.Index) {
        let (me, peer) = ends(from: sender)
        self[keyPath: me].port = self[keyPath: me].port ?? segment.sourcePort
        self[keyPath: peer].port = self[keyPath: peer].port ?? segment.destinationPort
    }

    /// Whether a SYN that is not marked as sent again belongs here and does not begin a connection of its own.
    ///
    /// It may be the second of a simultaneous open, or the first once more, number for number.
    fileprivate func takes(opening segment: ScriptedSegment, from sender: Participant.Index) -> Bool {
        let me = one.participant == sender ? one : other
        if !me.hasSent { return !me.hasHeardSYN && beginsWithSYN }
        return beginsWithSYN && me.initial != nil && me.initial == segment.sequence && !me.isOpen
    }

    /// Whether nothing more is to come of it.
    fileprivate var isOver: Bool {
        (one.isFINConfirmed && other.isFINConfirmed) || one.hasReset || other.hasReset || one.reset != nil
            || other.reset != nil
    }
}
