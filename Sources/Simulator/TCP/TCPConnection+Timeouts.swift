import Timelines
import Wire

/// The timeouts (RFC 9293 §3.10.8) and what ICMP reports.
extension TCPConnection {
    mutating func expire(_ timer: TCPTimer) {
        guard armedTimers.remove(timer) != nil else { return }
        switch timer {
        case .retransmission: retransmit()
        case .lossProbe: sendLossProbe()
        case .persist: probe()
        case .delayedACK: acknowledge(because: .delayIsOver)
        case .timeWait: finish(because: .timeWaitIsOver)
        case .finWait2: finish(because: .finWait2IsOver)
        case .keepAlive: keepAlive()
        case .user: giveUp(because: .userTimeoutIsOver)
        }
    }

    // MARK: Retransmission (RFC 6298 §5.4 to §5.7)

    private mutating func retransmit() {
        guard sndMax > sndUna else { return }
        if isOpening { return retransmitSYN() }
        tail.end = nil
        guard retransmissions < (isOrphan ? profile.orphanRetries : profile.dataRetries) else {
            return giveUp(because: .retriesAreUsedUp)
        }
        // The peer no longer has what it said it had, or it would have acknowledged it by now (RFC 2018 §8).
        if congestion.scoreboard.pieces.first?.left == sndUna { congestion.scoreboard.removeAll() }
        congestion.collapse(flight: sndMax - sndUna, upTo: sndMax, isFirst: retransmissions == 0)
        retransmissions += 1
        timeout.backOff()
        timed = nil
        let count = sendAgain(from: sndUna, upTo: sndMax, because: .timeoutSendsAgain)
        // Everything behind it is taken for lost too, and is sent again as the window grows.
        sndNxt = sndUna + count
        startRetransmissionTimer(because: .timerDoubles)
    }

    /// The SYN and the SYN-ACK have limits of their own (RFC 9293 §3.8.3; Linux tcp_syn_retries, tcp_synack_retries).
    private mutating func retransmitSYN() {
        let limit =
            state == .synSent ? profile.synRetries + profile.linearSYNTimeouts : profile.synAckRetries
        guard retransmissions < limit else {
            return giveUp(because: state == .synSent ? .synRetriesAreUsedUp : .synAckRetriesAreUsedUp)
        }
        retransmissions += 1
        let isLinear = state == .synSent && retransmissions <= profile.linearSYNTimeouts
        if !isLinear { timeout.backOff() }
        transmit(state == .synSent ? [.syn] : [.syn, .ack], at: iss, because: .timeoutSendsSYNAgain)
        startRetransmissionTimer(because: isLinear ? .timerStaysLinear : .timerDoubles)
    }

    private mutating func giveUp(because rule: Rule) {
        actions.append(.notify(.timedOut, rule))
        finish(because: rule)
    }

    // MARK: The closed window (RFC 9293 §3.8.6.1)

    private mutating func probe() {
        guard !outgoing.isEmpty, sndMax == sndUna else { return armTimers() }
        let size = min(segmentSize, outgoing.count)
        if sndWnd >= size { return output(because: .windowIsOpen) }
        if sndWnd > 0 {
            // The window has been too small for a full segment for a whole timeout: better a small one than none.
            sendPart(min(sndWnd, size), because: .persistSendsPart)
            return armTimers()
        }
        probes += 1
        probesOfThisWindow += 1
        // As long as they are answered they go on, unless no program is left that would wait.
        guard probes <= profile.dataRetries, !isOrphan || probesOfThisWindow <= profile.orphanRetries else {
            return giveUp(because: .probesAreUsedUp)
        }
        if profile.probesWithoutData {
            transmit([.ack], at: sndUna - 1, because: .probesWindow)
        } else {
            transmit([.ack], at: sndNxt, payload: outgoing.bytes(from: 0, count: 1), because: .probesWindow)
            // The byte counts as sent only once it is acknowledged: the window may be shut for it.
            probeEnd = sndNxt
            sndNxt = sndUna
            sndMax = sndUna
            timed = nil
        }
        var wait = timeout.current
        for _ in 0..<min(probesOfThisWindow, 20) where wait < profile.maximumRTO { wait = wait + wait }
        start(.persist, min(wait, profile.maximumRTO), because: .persistBacksOff)
    }

    private mutating func sendPart(_ count: Int, because rule: Rule) {
        transmit([.ack, .psh], at: sndNxt, payload: outgoing.bytes(from: 0, count: count), because: rule)
    }

    // MARK: The silent peer (RFC 9293 §3.8.4)

    mutating func startKeepAliveTimer() {
        switch state {
        case .established, .closeWait, .finWait1, .finWait2:
            start(
                .keepAlive, keepAliveProbes == 0 ? profile.keepAliveIdle : profile.keepAliveInterval,
                because: .keepAliveWaits)
        default: return
        }
    }

    private mutating func keepAlive() {
        guard keepsAlive else { return }
        // While data is under way the retransmission timer finds out.
        guard sndMax == sndUna else { return startKeepAliveTimer() }
        guard keepAliveProbes < profile.keepAliveProbes else {
            actions.append(.notify(.timedOut, .keepAliveIsOver))
            return reset(because: .keepAliveIsOver)
        }
        keepAliveProbes += 1
        transmit([.ack], at: sndNxt - 1, because: .keepAliveProbes)
        startKeepAliveTimer()
    }

    // MARK: ICMP (RFC 9293 §3.9.2.2)

    mutating func unreachable(isHard: Bool) {
        if state == .synSent {
            actions.append(.notify(.unreachable, .unreachableWhileOpening))
            finish(because: .unreachableWhileOpening)
        } else if isHard {
            actions.append(.notify(.unreachable, .unreachableHard))
            finish(because: .unreachableHard)
        } else {
            actions.append(.notify(.unreachable, .unreachableSoft))
        }
    }

    /// The way to the peer takes no larger segments: what is under way is sent again in smaller ones (RFC 1191 §6.4).
    ///
    /// - Returns: What is to be done for it.
    mutating func lowerSegmentSize(to size: Int, at now: Instant) -> [TCPAction] {
        guard size >= 88 - 40, size < min(peerMSS, ownMSS) else { return [] }
        self.now = max(now, self.now)
        actions = []
        peerMSS = size
        if sndMax > sndUna, !isOpening {
            let count = sendAgain(from: sndUna, upTo: sndMax, because: .pathIsNarrow)
            sndNxt = sndUna + count
            output(because: .pathIsNarrow)
        }
        defer { actions = [] }
        return actions
    }
}
