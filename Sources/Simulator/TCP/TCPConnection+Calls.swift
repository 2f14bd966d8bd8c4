public import Timelines
import Wire

/// What the application asks for (RFC 9293 §3.10.1 to §3.10.6).
extension TCPConnection {
    /// OPEN (§3.10.1), active: the passive one is the listener's.
    mutating func open() {
        guard state == .closed, sndNxt == iss else { return }
        transmit([.syn], at: iss, payload: payloadOfSYN, because: ruleOfSYN)
        // What measures the round trip is the SYN: the peer may leave its data.
        timed = (iss + 1, now)
        enter(.synSent, because: .synSent)
        armTimers()
    }

    /// SEND (§3.10.2).
    mutating func send(_ bytes: [UInt8]) {
        guard !isClosing, !bytes.isEmpty else { return }
        switch state {
        case .synSent, .synReceived, .established, .closeWait:
            outgoing.append(bytes.prefix(sendSpace))
            output(because: .sendsData)
        default: return
        }
    }

    /// RECEIVE (§3.10.3).
    mutating func receive(_ count: Int) {
        let bytes = incoming.bytes(from: 0, count: count)
        incoming.removeFirst(bytes.count)
        actions.append(.delivered(bytes))
        switch state {
        case .established, .finWait1, .finWait2: break
        default: return
        }
        // The peer that found the window shut, or nearly, must be told that it is open again; another hears of it with
        // the next acknowledgment.
        if rcvWnd < min(ownMSS, profile.receiveBuffer / 2), widerEdge != nil { acknowledge(because: .windowOpens) }
    }

    /// CLOSE (§3.10.4): the FIN follows the data that is still to be sent.
    ///
    /// In SYN-RECEIVED it always waits for ESTABLISHED; the RFC lets it when data is waiting too.
    mutating func shutDown() {
        guard !isClosing else { return }
        switch state {
        case .synSent:
            finish(because: .closedBeforeOpen)
        case .synReceived:
            isClosing = true
        case .established:
            isClosing = true
            enter(.finWait1, because: .closesFirst)
            output(because: .sendsFIN)
        case .closeWait:
            isClosing = true
            enter(.lastAck, because: .closesSecond)
            output(because: .sendsFIN)
        default: return
        }
    }

    /// CLOSE by an application that will not read any more either (§3.6.1).
    mutating func close() {
        guard !isOrphan else { return }
        if !incoming.isEmpty, profile.resetsOnUnreadData, state != .closed, state != .timeWait {
            reset(because: .unreadDataAtClose)
            return
        }
        isOrphan = true
        shutDown()
        if state == .finWait2 { startFinWait2Timer() }
    }

    /// ABORT (§3.10.5).
    mutating func abort() {
        switch state {
        case .synReceived, .established, .finWait1, .finWait2, .closeWait: reset(because: .abortSendsReset)
        case .closed: return
        default: finish(because: .abortForgets)
        }
    }

    /// Resets the connection from this side.
    ///
    /// With the highest number that was sent: a lower one, while something is sent again, could lie before the window.
    mutating func reset(because rule: Rule) {
        transmit([.rst, .ack], at: sndMax, because: rule)
        finish(because: rule)
    }

    /// The connection is over: nothing of it is kept.
    mutating func finish(because rule: Rule) {
        for timer in TCPTimer.allCases { stop(timer, because: .connectionIsGone) }
        enter(.closed, because: rule)
        actions.append(.delete)
    }

    /// Changes a socket option.
    ///
    /// - Returns: What is to be done for it.
    public mutating func apply(_ option: Scenario.SocketOption, at now: Instant) -> [TCPAction] {
        self.now = max(now, self.now)
        actions = []
        switch option {
        case .reuseAddress, .reusePort: break
        case .keepAlive(let isOn):
            keepsAlive = isOn
            if isOn { startKeepAliveTimer() } else { stop(.keepAlive, because: .keepAliveOff) }
        case .noDelay(let isOn):
            noDelay = isOn
            if isOn { output(because: .sendsData) }
        case .userTimeout(let span):
            userTimeout = span > .zero ? span : nil
            stop(.user, because: .userTimeoutChanges)
            if sndMax > sndUna { armTimers() }
        }
        defer { actions = [] }
        return actions
    }
}
