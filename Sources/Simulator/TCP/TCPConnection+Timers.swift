import Timelines
import Wire

/// How a connection changes its state and starts and stops its timers.
extension TCPConnection {
    mutating func enter(_ state: TCPState, because rule: Rule) {
        self.state = state
        actions.append(.enter(state, rule))
    }

    mutating func start(_ timer: TCPTimer, _ span: Span, because rule: Rule) {
        armedTimers.insert(timer)
        actions.append(.start(timer, span, rule))
    }

    mutating func stop(_ timer: TCPTimer, because rule: Rule) {
        if armedTimers.remove(timer) != nil { actions.append(.stop(timer, rule)) }
    }

    /// Starts the retransmission timer, or in its place that of a tail loss probe (RFC 8985 §8).
    mutating func startRetransmissionTimer(because rule: Rule) {
        if mayProbeTail { return startLossProbeTimer(replacing: rule) }
        stop(.lossProbe, because: rule)
        start(.retransmission, timeout.current, because: rule)
    }

    /// Whatever is under way has a timer; whatever may not leave because the window is shut has another.
    mutating func armTimers() {
        if sndMax > sndUna {
            stop(.persist, because: .windowIsOpen)
            if armedTimers.isDisjoint(with: [.retransmission, .lossProbe]) {
                startRetransmissionTimer(because: .timerStartsWithSegment)
            }
            if let userTimeout, !armedTimers.contains(.user) {
                start(.user, userTimeout, because: .userTimeoutStarts)
            }
        } else if !outgoing.isEmpty, sndWnd < min(segmentSize, outgoing.count), !armedTimers.contains(.persist) {
            start(.persist, timeout.current, because: .persistStarts)
        }
    }
}
