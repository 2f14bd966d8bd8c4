import Timelines
import Wire

/// Sequence and acknowledgment numbers.
extension ConnectionJudge {
    /// What a segment's sequence number cannot be; then counts what it holds as sent.
    mutating func numbers(_ passage: Passage, _ me: End) -> [Fault] {
        let segment = passage.segment, fault = fault(in: passage, of: self[keyPath: me])
        if segment.sequence != nil { self[keyPath: me].sequencePart = passage.part }
        if fault != nil || !segment.isRetransmission {
            believe(segment, me)
        } else if let sequence = segment.sequence, let length = segment.length, let next = self[keyPath: me].next,
            let gain = (sequence + length) - next, gain > 0
        {
            self[keyPath: me].next = next + gain
        }
        return fault.map { [$0] } ?? []
    }

    private func fault(in passage: Passage, of end: ConnectionEnd) -> Fault? {
        let segment = passage.segment, sender = names[end.participant], carries = segment.length != 0
        if end.hasSentFIN, carries, !segment.isRetransmission {
            return (segment.flags.contains(.fin) ? .secondFIN(sender) : .dataAfterFIN(sender), .label)
        }
        guard let sequence = segment.sequence, let next = end.next, let distance = sequence - next, distance != 0
        else { return nil }
        let spot = Conformance.Spot.field(segment.sequenceName)
        if segment.isRetransmission {
            return carries && distance > 0
                ? (.neverSent(sender, end: next.description, was: sequence.description), spot) : nil
        }
        if distance > 0, end.sequencePart < passage.part { return nil }
        // A keep-alive asks for an answer with a number that has been acknowledged (RFC 9293 §3.8.4), and a probe of a
        // closed window with its last byte (§3.8.6.1).
        let isProbe = distance == -1 && end.hasSpoken && !segment.flags.contains(.fin) && !end.hasSentFIN
        if isProbe, segment.length.map({ $0 <= 1 }) ?? false { return nil }
        if carries, distance < 0 { return (.unmarked(must: next.description, was: sequence.description), spot) }
        return (.wrongSequence(sender, must: next.description, was: sequence.description), spot)
    }

    /// Goes on from where a segment ends, whether it should be there or not.
    mutating func believe(_ segment: ScriptedSegment, _ me: End) {
        let start = segment.sequence ?? self[keyPath: me].next
        if segment.flags.contains(.fin) {
            self[keyPath: me].fin = segment.payload.flatMap { payload in start.map { $0 + payload } }
        }
        guard let length = segment.length else {
            self[keyPath: me].next = nil
            return
        }
        self[keyPath: me].next = start.map { $0 + length }
    }

    /// What a segment's acknowledgment cannot be; then counts it as given.
    mutating func acknowledge(
        _ passage: Passage, _ me: End, _ peer: End
    ) -> [Fault] {
        guard let ack = passage.segment.acknowledgment else { return [] }
        let end = self[keyPath: me]
        let violation = violation(of: ack, passage, end, self[keyPath: peer])
        self[keyPath: me].acknowledgmentPart = passage.part
        if let violation {
            return [(violation, .field(passage.segment.acknowledgmentName))]
        }
        let isAhead = end.expected.flatMap { ack - $0 } ?? 1 > 0
        if end.expected == nil || isAhead { self[keyPath: me].expected = ack }
        if let highest = end.acknowledged, let gain = ack - highest, gain <= 0 { return [] }
        self[keyPath: me].acknowledged = ack
        return []
    }

    private func violation(
        of ack: StreamPosition, _ passage: Passage, _ end: ConnectionEnd, _ peer: ConnectionEnd
    ) -> Violation? {
        let segment = passage.segment
        let mayHaveMissed = end.acknowledgmentPart < passage.part && !segment.flags.contains(.syn)
        if let initial = peer.initial, end.hasHeardSYN, let distance = ack - initial {
            let sentOnlySYN = peer.next.flatMap { $0 - initial } == 1
            if distance < 1 || (distance > 1 && sentOnlySYN && !mayHaveMissed) {
                let must = (initial + 1).description
                return .synNumber(syn: initial.description, must: must, was: ack.description)
            }
        }
        if let expected = end.expected, let excess = ack - expected, excess > 0, !mayHaveMissed {
            if let last = peer.next, let beyond = ack - last, beyond > 0 {
                return .acknowledgesUnsent(names[peer.participant], must: last.description, was: ack.description)
            }
            return .acknowledgesMissing(names[end.participant], must: expected.description, was: ack.description)
        }
        if let highest = end.acknowledged, let gain = ack - highest, gain < 0, !segment.isRetransmission {
            return .acknowledgesBack(names[end.participant], highest: highest.description, was: ack.description)
        }
        if segment.isPureACK, let fin = end.peerFIN, fin.position == ack, fin.event < passage.event,
            end.expected == fin.position + 1
        {
            return .finNumber(fin: fin.position.description, must: (fin.position + 1).description, was: ack.description)
        }
        return nil
    }
}
