extension Violation {
    /// The violation in words: what cannot be, what should stand there, and by which rule.
    var message: String {
        switch self {
        case .noSYN(let at, let from):
            "no SYN from '\(from)' has arrived at '\(at)', and a SYN,ACK answers a SYN (RFC 9293 §3.5)"
        case .noConnection(let at, let state):
            "'\(at)' is in \(state): the first segment of a connection is a SYN (RFC 9293 §3.5)"
        case .answersSYN(let at):
            "'\(at)' has not answered the SYN; the answer is a SYN,ACK or a RST (RFC 9293 §3.10.7.2)"
        case .beforeSYNACK(let at):
            "no SYN,ACK has arrived at '\(at)': in SYN-SENT nothing but the SYN is sent (RFC 9293 §3.10.7.3)"
        case .dataBeforeACK(let at, let peer):
            "the ACK of '\(peer)' has not arrived at '\(at)': in SYN-RECEIVED data wait (RFC 9293 §3.10.2)"
        case .noACK(let flags, let must):
            "after the SYN every segment has the ACK flag; write '\(must)', not '\(flags)' (RFC 9293 §3.1)"
        case .secondFIN(let at):
            "'\(at)' has sent its FIN; mark a retransmission with \"again\": true (RFC 9293 §3.6)"
        case .dataAfterFIN(let at):
            "'\(at)' has sent its FIN: it has no more data, only acknowledgments (RFC 9293 §3.6)"
        case .afterReset(let at):
            "'\(at)' has reset the connection; only a new SYN can follow (RFC 9293 §3.6)"
        case .afterPeersReset(let at):
            "a RST has arrived at '\(at)' and ended the connection; only a new SYN can follow (RFC 9293 §3.5.3)"
        default: numbersMessage
        }
    }

    private var numbersMessage: String {
        switch self {
        case .synNumber(let syn, let must, let was):
            "this ACK cannot follow: the SYN had seq=\(syn), so ack must be \(must), not \(was) (RFC 9293 §3.4)"
        case .finNumber(let fin, let must, let was):
            "this ACK cannot follow: the FIN had number \(fin), so ack must be \(must), not \(was) (RFC 9293 §3.4)"
        case .resetACK(let must, let was):
            "this RST cannot follow: what it answers ends before \(must), so ack must be \(must), not \(was) (RFC 9293 §3.5.2)"
        case .acknowledgesUnsent(let peer, let must, let was):
            "this ACK cannot follow: '\(peer)' would send \(must) next, so ack can be at most \(must), not \(was) (RFC 9293 §3.4)"
        case .acknowledgesMissing(let at, let must, let was):
            "this ACK cannot follow: \(must) has not arrived at '\(at)', so ack can be at most \(must), not \(was) (RFC 9293 §3.4)"
        case .acknowledgesBack(let at, let highest, let was):
            "this ACK cannot follow: '\(at)' has acknowledged up to \(highest), so ack must be at least \(highest), not \(was) (RFC 9293 §3.4)"
        case .wrongSequence(let at, let must, let was):
            "this segment cannot follow: '\(at)' sends \(must) next, so seq must be \(must), not \(was) (RFC 9293 §3.4)"
        case .unmarked(let must?, let was):
            "\(was) has been sent: seq of something new must be \(must); mark a retransmission with \"again\": true (RFC 9293 §3.4)"
        case .unmarked(nil, let was):
            "a SYN with seq=\(was) has been sent; mark a retransmission with \"again\": true (RFC 9293 §3.8.1)"
        case .resentSYN(let must, let was):
            "a SYN that is sent again keeps its number: seq must be \(must), not \(was) (RFC 9293 §3.4)"
        case .neverSent(let at, let end, let was):
            "'\(at)' has not sent \(was) before, so it cannot send it again; it sends \(end) next (RFC 9293 §3.4)"
        default: statesMessage
        }
    }

    private var statesMessage: String {
        switch self {
        case .stateJump(let from, let to, let ways):
            "no way leads from \(from) to \(to); from \(from) it goes to \(ways.alternatives) (RFC 9293 §3.3.2)"
        case .stateUnearned(let at, let state, let condition):
            "'\(at)' cannot be in \(state) yet: \(condition.message) (RFC 9293 §3.3.2)"
        default: exchangesMessage
        }
    }
}

extension StateCondition {
    /// What is missing, in words.
    fileprivate var message: String {
        switch self {
        case .itsSYN: "it sends no SYN"
        case .itsFIN: "it has sent no FIN"
        case .peerSYN: "no SYN has arrived at it"
        case .peerSYNACK: "no SYN,ACK has arrived at it"
        case .peerFIN: "no FIN has arrived at it"
        case .ackOfSYN: "no ACK of its SYN has arrived at it"
        case .ackOfFIN: "no ACK of its FIN has arrived at it"
        case .closingFirst(let state):
            "\(state) is for the side that closes first, and the other side's FIN came before its own"
        case .reset: "the connection is open; it ends by FINs, by a RST or when somebody gives up"
        }
    }
}

extension [String] {
    /// The words in a row: `A, B or C`.
    var alternatives: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " or " + last
    }
}
