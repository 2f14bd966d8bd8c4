import Timelines
import Wire

/// Follows one TCP connection of a script and tells what its ends cannot have sent.
///
/// After a violation it believes what it was told, so that one mistake is reported once. What a script does not say is
/// unknown, and nothing is concluded from it.
struct ConnectionJudge {
    /// What is wrong with a segment, and where in it.
    typealias Fault = (violation: Violation, spot: Conformance.Spot)

    /// A segment and when it leaves or arrives.
    struct Passage {
        var segment: ScriptedSegment
        var sender: Participant.Index
        var instant: Instant
        var event: Int
        /// How many remarks and titles came before: each may stand for bytes that the script does not show.
        var part = 0
    }

    let names: [String]
    var one: ConnectionEnd, other: ConnectionEnd
    /// Whether the script shows it from the first SYN on.
    let beginsWithSYN: Bool
    /// Whether something happened after which nothing is certain.
    var isDoubtful = false
    private var isFastOpen = false

    init(_ names: [String], from one: ConnectionEnd, to other: ConnectionEnd, beginsWithSYN: Bool) {
        self.names = names
        self.one = one
        self.other = other
        self.beginsWithSYN = beginsWithSYN
        guard !beginsWithSYN else { return }
        for end in Self.bothEnds {
            self[keyPath: end].hasSentSYN = true
            self[keyPath: end].hasHeardSYN = true
            self[keyPath: end].isConfirmed = true
        }
    }

    /// Which of the two ends.
    typealias End = WritableKeyPath<ConnectionJudge, ConnectionEnd>

    private static var bothEnds: [End] { [\.one, \.other] }

    /// The end that sends, and the one that receives.
    func ends(from sender: Participant.Index) -> (sender: End, receiver: End) {
        let first: End = \.one, second: End = \.other
        return one.participant == sender ? (first, second) : (second, first)
    }

    private func name(_ end: ConnectionEnd) -> String { names[end.participant] }

    // MARK: Departures

    /// A segment leaves; answers what is wrong with it.
    mutating func send(_ passage: Passage) -> [Fault] {
        let (me, peer) = ends(from: passage.sender)
        let segment = passage.segment
        defer {
            self[keyPath: me].hasSent = true
            if segment.isFastOpen || (segment.isOpening && segment.payload != 0) { isFastOpen = true }
        }
        guard !isDoubtful else { return [] }
        if segment.flags.contains(.rst) { return sendReset(passage, me) }
        var faults = order(passage, me, peer)
        if segment.flags.contains(.syn) {
            faults += sendSYN(passage, me, peer)
        } else {
            if faults.isEmpty { faults = numbers(passage, me) } else { believe(segment, me) }
            self[keyPath: me].hasSpoken = true
            if segment.flags.contains(.fin) {
                self[keyPath: me].hasSentFIN = true
                self[keyPath: me].evidence.finSent.note(passage)
            }
        }
        if segment.flags.contains(.ack) { faults += acknowledge(passage, me, peer) }
        return faults
    }

    /// What may be sent at all, as the connection stands.
    private mutating func order(_ passage: Passage, _ me: End, _ peer: End) -> [Fault] {
        let segment = passage.segment, end = self[keyPath: me]
        // What leaves in the instant of the reset, but before it, is none the worse for it.
        let isReset = end.reset.map { $0 < passage.event } ?? false
        if end.hasReset || isReset {
            self[keyPath: me].hasReset = false
            self[keyPath: me].reset = nil
            return [(end.hasReset ? .afterReset(name(end)) : .afterPeersReset(name(end)), .label)]
        }
        guard !segment.flags.contains(.syn) else { return [] }
        guard segment.flags.contains(.ack) else {
            return [(.noACK(segment.flags.description, must: segment.flags.union(.ack).description), .label)]
        }
        guard beginsWithSYN, !end.isOpen else { return [] }
        if !end.hasSentSYN {
            isDoubtful = true
            return [(.answersSYN(name(end)), .label)]
        }
        let carriesData = segment.payload != 0
        if !end.hasHeardSYN {
            guard !isFastOpen else { return [] }
            self[keyPath: me].hasHeardSYN = true
            self[keyPath: me].isConfirmed = true
            return [(.beforeSYNACK(name(end)), .label)]
        }
        guard carriesData, !isFastOpen else { return [] }
        self[keyPath: me].isConfirmed = true
        return [(.dataBeforeACK(name(end), peer: name(self[keyPath: peer])), .label)]
    }

    private mutating func sendReset(_ passage: Passage, _ me: End) -> [Fault] {
        let end = self[keyPath: me], segment = passage.segment
        if end.isOpen, beginsWithSYN || end.hasSpoken { self[keyPath: me].hasReset = true }
        self[keyPath: me].evidence.resetSent.note(passage)
        guard segment.flags.contains(.ack), !end.hasSent, let ack = segment.acknowledgment,
            let last = end.unanswered.last, end.unanswered.allSatisfy({ (ack - $0).map { $0 != 0 } ?? false })
        else { return [] }
        return [(.resetACK(must: last.description, was: ack.description), .field(segment.acknowledgmentName))]
    }

    private mutating func sendSYN(_ passage: Passage, _ me: End, _ peer: End) -> [Fault] {
        var faults: [Fault] = []
        let segment = passage.segment, end = self[keyPath: me]
        if segment.flags.contains(.ack), beginsWithSYN, !end.hasHeardSYN {
            faults.append((.noSYN(at: name(end), from: name(self[keyPath: peer])), .label))
            self[keyPath: me].hasHeardSYN = true
        }
        if end.hasSentSYN, let initial = end.initial, let was = segment.sequence, let distance = was - initial {
            if distance != 0 {
                // A host that has forgotten the first SYN, or has never kept it, answers the second with another number.
                guard end.freshSYNs == 0 || segment.isRetransmission else {
                    isDoubtful = true
                    return faults
                }
                let fault = Violation.resentSYN(must: initial.description, was: was.description)
                faults.append((fault, .field(segment.sequenceName)))
            } else if segment.isOpening, !segment.isRetransmission {
                faults.append((.unmarked(must: nil, was: was.description), .field(segment.sequenceName)))
            }
        }
        self[keyPath: me].hasSentSYN = true
        self[keyPath: me].freshSYNs = 0
        self[keyPath: me].initial = segment.sequence
        self[keyPath: me].next = segment.length.flatMap { length in segment.sequence.map { $0 + length } }
        self[keyPath: me].evidence.synSent.note(passage)
        return faults
    }

    // MARK: Arrivals

    /// A segment arrives; `isWrong` when its sender should not have sent it.
    mutating func receive(_ passage: Passage, isWrong: Bool) {
        let (peer, me) = ends(from: passage.sender)
        let segment = passage.segment
        guard !isDoubtful else { return }
        if !self[keyPath: me].hasSent, let sequence = segment.sequence, let length = segment.length {
            self[keyPath: me].unanswered.append(sequence + length)
        }
        if segment.flags.contains(.rst) {
            self[keyPath: me].evidence.resetArrived.note(passage)
            let end = self[keyPath: me]
            // A reset that misses the window does nothing, and in TIME-WAIT it may be ignored (RFC 1337).
            let isAimed = segment.sequence == nil || segment.sequence == end.expected
            if isAimed, end.isOpen, !(end.hasSentFIN && end.evidence.finArrived != nil), !isWrong {
                self[keyPath: me].reset = passage.event
            }
            return
        }
        if segment.flags.contains(.syn) {
            self[keyPath: me].freshSYNs += 1
            self[keyPath: me].hasReset = false
            self[keyPath: me].reset = nil
            self[keyPath: me].evidence.synArrived.note(passage)
            if segment.flags.contains(.ack) { self[keyPath: me].evidence.synACKArrived.note(passage) }
        }
        take(segment, isWrong: isWrong, me)
        if segment.flags.contains(.ack) { confirm(passage, isWrong: isWrong, me, peer) }
        if segment.flags.contains(.fin) {
            if let sequence = segment.sequence, let payload = segment.payload, !isWrong {
                self[keyPath: me].peerFIN = (sequence + payload, passage.event)
            } else {
                self[keyPath: me].evidence.finArrived.note(passage)
            }
        }
        if let fin = self[keyPath: me].peerFIN {
            let gap = self[keyPath: me].expected.flatMap { $0 - fin.position } ?? 1
            if gap > 0 { self[keyPath: me].evidence.finArrived.note(passage) }
        }
    }

    /// Its numbers count as received.
    private mutating func take(_ segment: ScriptedSegment, isWrong: Bool, _ me: End) {
        if isWrong { self[keyPath: me].forgetExpected() }
        let isFirstSYN = segment.flags.contains(.syn) && !self[keyPath: me].hasHeardSYN
        if segment.flags.contains(.syn) { self[keyPath: me].hasHeardSYN = true }
        guard segment.length != 0, !isWrong else { return }
        guard let sequence = segment.sequence, let length = segment.length else {
            return self[keyPath: me].forgetExpected()
        }
        if isFirstSYN {
            self[keyPath: me].expected = sequence + length
        } else if self[keyPath: me].expected != nil {
            self[keyPath: me].receive(sequence, length: length)
        }
    }

    /// Its acknowledgment covers the SYN, and perhaps the FIN, of who receives it.
    private mutating func confirm(
        _ passage: Passage, isWrong: Bool, _ me: End, _ peer: End
    ) {
        let end = self[keyPath: me], segment = passage.segment
        func covers(_ position: StreamPosition?) -> Bool? {
            guard let ack = segment.acknowledgment, let position, let gain = ack - position else { return nil }
            return gain > 0
        }
        if end.hasSentSYN, isWrong || covers(end.initial) ?? true {
            self[keyPath: me].isConfirmed = true
            self[keyPath: me].evidence.synConfirmed.note(passage)
        }
        if end.hasSentFIN, isWrong || covers(end.fin) ?? (self[keyPath: peer].evidence.finArrived != nil) {
            self[keyPath: me].isFINConfirmed = true
            self[keyPath: me].evidence.finConfirmed.note(passage)
        }
    }

    /// Data of unknown length went from one to the other; or one of them spoke to somebody else, perhaps about it.
    mutating func forgetNumbers() {
        for end in Self.bothEnds {
            self[keyPath: end].next = nil
            self[keyPath: end].forgetExpected()
        }
    }
}
