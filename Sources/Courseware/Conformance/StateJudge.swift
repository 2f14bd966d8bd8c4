import Timelines

/// Judges the states of one end of a connection: the way from each to the next, and what has to have happened for it.
///
/// Whether a script writes a state before or after the message that belongs to it makes no difference, as long as the
/// instant is the same; a message that is sent later than its state is not missed either.
struct StateJudge {
    let name: String
    let end: ConnectionEnd
    /// Whether the script shows the handshake.
    let showsHandshake: Bool
    /// When a timer fired at the participant, or its program did something: reasons to give up that are not messages.
    let reasons: [Instant]
    private var state: ConnectionState?
    private var since = Instant.zero
    /// Whether FINs went before the script begins.
    private let hadSentFIN: Bool, hadHeardFIN: Bool

    init(name: String, end: ConnectionEnd, showsHandshake: Bool, reasons: [Instant], from state: ConnectionState?) {
        self.name = name
        self.end = end
        self.showsHandshake = showsHandshake
        self.reasons = reasons
        self.state = state
        hadSentFIN = [.finWait1, .finWait2, .closing, .timeWait, .lastACK].contains(state)
        hadHeardFIN = [.closeWait, .closing, .timeWait, .lastACK].contains(state)
    }

    /// The participant enters a state that TCP does not know: where it is now is not known either.
    mutating func loseTrack() { state = nil }

    /// The participant enters a state; answers why it cannot.
    mutating func enter(_ next: ConnectionState, at instant: Instant, event: Int) -> Violation? {
        defer {
            state = next
            since = instant
        }
        guard next != state else { return nil }
        let evidence = end.evidence
        if let state, !state.successors.contains(next) {
            let wasReset = evidence.resetArrived.map { $0.instant <= instant } ?? false
            let mayFollowReset = (next == .listen && wasReset) || (next == .timeWait && evidence.resetSent != nil)
            if !mayFollowReset {
                return .stateJump(from: state.rawValue, to: next.rawValue, ways: state.successors.map(\.rawValue))
            }
            return nil
        }
        return missing(for: next, at: instant, event: event).map { .stateUnearned(name, next.rawValue, $0) }
    }

    /// What has to have happened before the participant enters a state, and has not.
    private func missing(for next: ConnectionState, at instant: Instant, event: Int) -> StateCondition? {
        let evidence = end.evidence
        func has(_ mark: ConnectionEvidence.Mark?) -> Bool { mark.map { $0.instant <= instant } ?? false }
        switch next {
        case .listen: return nil
        case .synSent: return evidence.synSent == nil ? .itsSYN : nil
        case .synReceived: return has(evidence.synArrived) ? nil : .peerSYN
        case .established:
            guard showsHandshake else { return nil }
            if state == .synSent { return has(evidence.synACKArrived) ? nil : .peerSYNACK }
            return has(evidence.synConfirmed) ? nil : .ackOfSYN
        case .finWait1:
            guard let sent = evidence.finSent else { return .itsFIN }
            let isSecond = evidence.finArrived.map { $0.event < min(sent.event, event) } ?? false
            return isSecond ? .closingFirst(next.rawValue) : nil
        case .finWait2: return has(evidence.finConfirmed) || hadSentFIN ? nil : .ackOfFIN
        case .closing: return has(evidence.finArrived) ? nil : .peerFIN
        case .timeWait: return missingForTimeWait(at: instant)
        case .closeWait: return has(evidence.finArrived) ? nil : .peerFIN
        case .lastACK: return evidence.finSent == nil ? .itsFIN : nil
        case .closed: return missingForEnd(at: instant)
        }
    }

    /// TIME-WAIT is for who closes first, or for both when neither has heard of the other's FIN in time.
    private func missingForTimeWait(at instant: Instant) -> StateCondition? {
        let evidence = end.evidence
        func has(_ mark: ConnectionEvidence.Mark?) -> Bool { mark.map { $0.instant <= instant } ?? false }
        if has(evidence.resetSent) { return nil }
        if !hadSentFIN, !has(evidence.finSent) { return .itsFIN }
        if !hadHeardFIN, !has(evidence.finArrived) { return .peerFIN }
        // A FIN may have to wait for the window, so what came before tells more than the segments.
        if state == nil, let sent = evidence.finSent, let arrived = evidence.finArrived, sent.event > arrived.event {
            return .closingFirst(ConnectionState.timeWait.rawValue)
        }
        guard state == .finWait1 || state == .closing, !hadSentFIN else { return nil }
        return has(evidence.finConfirmed) ? nil : .ackOfFIN
    }

    /// A connection ends by the last ACK, by a reset, or because somebody gives up.
    private func missingForEnd(at instant: Instant) -> StateCondition? {
        let evidence = end.evidence
        func has(_ mark: ConnectionEvidence.Mark?) -> Bool { mark.map { $0.instant <= instant } ?? false }
        guard let state, state.isSynchronized, state != .timeWait else { return nil }
        let gaveUp = reasons.contains { since <= $0 && $0 <= instant }
        if gaveUp || evidence.resetSent != nil || has(evidence.resetArrived) { return nil }
        guard state == .lastACK || state == .closing else { return .reset }
        return has(evidence.finConfirmed) || hadSentFIN ? nil : .ackOfFIN
    }
}

/// What has to have happened for a change of state.
enum StateCondition: Equatable, Sendable {
    case itsSYN, itsFIN
    case peerSYN, peerSYNACK, peerFIN
    case ackOfSYN, ackOfFIN
    case closingFirst(String)
    case reset
}
