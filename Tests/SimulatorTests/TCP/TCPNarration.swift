import Simulator
import Timelines
import Wire

/// How the tests write down segments and what a connection wants done.
///
///     SYN,ACK 5000 ack 1001
///     PSH,ACK 1001 ack 5001 len 100
extension TCPSegment {
    var story: String {
        var words = ["\(flags)", "\(sequence)"]
        if flags.contains(.ack) { words.append("ack \(acknowledgment)") }
        if !payload.isEmpty { words.append("len \(payload.count)") }
        for case .sack(let blocks) in options {
            words.append("sack " + blocks.map { "\($0.left)..<\($0.right)" }.joined(separator: " "))
        }
        return words.joined(separator: " ")
    }
}

extension TCPAction {
    /// One line, without the rule.
    var story: String {
        switch self {
        case .transmit(let segment, let isRetransmission, _): "send \(segment.story)\(isRetransmission ? " again" : "")"
        case .enter(let state, _): "enter \(state.rawValue)"
        case .start(let timer, let span, _): "start \(timer) \(span.story)"
        case .stop(let timer, _): "stop \(timer)"
        case .notify(let notice, _): "tell \(notice)"
        case .remember(let cookie, _): cookie == nil ? "forget cookie" : "remember cookie"
        case .delivered(let bytes): "deliver \(bytes.count)"
        case .discard(let rule): "discard: \(rule.id)"
        case .delete: "delete"
        }
    }

    /// Why; `nil` for what needs no reason.
    var rule: Rule? {
        switch self {
        case .transmit(_, _, let rule), .enter(_, let rule), .start(_, _, let rule), .stop(_, let rule),
            .notify(_, let rule), .remember(_, let rule), .discard(let rule):
            rule
        case .delivered, .delete: nil
        }
    }
}

extension Span {
    var story: String {
        nanoseconds.isMultiple(of: 1_000_000) ? "\(nanoseconds / 1_000_000) ms" : "\(nanoseconds / 1000) us"
    }
}

extension [TCPAction] {
    var story: [String] { map(\.story) }

    /// The segments among them.
    var segments: [TCPSegment] {
        compactMap { if case .transmit(let segment, _, _) = $0 { segment } else { nil } }
    }

    /// The states among them.
    var states: [TCPState] { compactMap { if case .enter(let state, _) = $0 { state } else { nil } } }
}
