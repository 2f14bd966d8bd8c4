import Timelines
import Wire

/// SEGMENT ARRIVES (RFC 9293 §3.10.7) before both SYNs are acknowledged: LISTEN, SYN-SENT, SYN-RECEIVED.
///
///     one side opens (Figure 6)                     both do (Figure 7)
///     SYN-SENT      ── SYN 1000 ──▶      LISTEN     SYN-SENT ── SYN 1000 ──╳── SYN 5000 ── SYN-SENT
///     ESTABLISHED   ◀─ SYN,ACK 5000/1001 ── SYN-RECEIVED        both SYN-RECEIVED, both send SYN,ACK
///                   ── ACK 1001/5001 ─▶  ESTABLISHED            both ESTABLISHED
extension TCPConnection {
    // MARK: LISTEN (§3.10.7.2); the host has checked RST and ACK

    mutating func arrivesInListen(_ segment: TCPSegment) {
        guard segment.flags.contains(.syn) else { return }
        take(offersOf: segment)
        take(dataOfSYN: segment)
        enter(.synReceived, because: .listenerGotSYN)
        transmit([.syn, .ack], at: iss, because: rule(forAnswering: segment))
        startRetransmissionTimer(because: .timerStartsWithSegment)
        tellOfSYNData()
    }

    /// Remembers where the peer's numbers begin, and what its SYN offers.
    mutating func take(offersOf syn: TCPSegment) {
        irs = syn.sequence
        rcvNxt = irs + 1
        lastACKSent = rcvNxt
        rcvEdge = rcvNxt + min(profile.receiveBuffer, 65_535)
        for option in syn.options {
            switch option {
            case .maximumSegmentSize(let size): peerMSS = max(Int(size), 64)
            case .windowScale(let offered):
                guard let own = profile.windowShift else { continue }
                scalesWindows = true
                // RFC 7323 §2.3: a larger one counts as 14.
                peerShift = min(offered, 14)
                ownShift = min(own, 14)
            case .sackPermitted: usesSACK = profile.offersSACK
            case .timestamps(let value, _):
                usesTimestamps = profile.offersTimestamps
                recentTimestamp = value
            case .sack, .fastOpen, .other: continue
            }
        }
        congestion = CongestionControl(profile, mss: segmentSize)
        // The window of a SYN is never scaled (RFC 7323 §2.2).
        sndWnd = Int(syn.window)
        largestWindow = sndWnd
        sndWl1 = syn.sequence
        sndWl2 = syn.acknowledgment
    }

    // MARK: SYN-SENT (§3.10.7.3)

    mutating func arrivesInSynSent(_ segment: TCPSegment) {
        let hasACK = segment.flags.contains(.ack)
        let acknowledges = hasACK && segment.acknowledgment > iss && segment.acknowledgment <= sndMax
        // First, the ACK bit.
        if hasACK, !acknowledges {
            if segment.flags.contains(.rst) { return discard(because: .resetMustMatchSYN) }
            return answerWithReset(segment, because: .resetsWrongACK)
        }
        // Second, the RST bit.
        if segment.flags.contains(.rst) {
            guard acknowledges else { return discard(because: .resetMustMatchSYN) }
            actions.append(.notify(.refused, .refusedByReset))
            return finish(because: .refusedByReset)
        }
        // Fourth, the SYN bit.
        guard segment.flags.contains(.syn) else { return discard(because: .synSentWaitsForSYN) }
        take(offersOf: segment)
        if acknowledges { isAnswered(by: segment) } else { crosses() }
    }

    /// The SYN-ACK is here.
    private mutating func isAnswered(by segment: TCPSegment) {
        measureRoundTrip(segment)
        acknowledgeSYN(segment.acknowledgment)
        takeCookie(of: segment)
        let isLate = retransmissions > 0
        enter(.established, because: .synIsAcknowledged)
        beginTransfer()
        actions.append(.notify(.established, .synIsAcknowledged))
        // What the segment carries besides begins behind its SYN.
        var rest = segment
        rest.flags.remove(.syn)
        rest.sequence += 1
        take(data: rest)
        take(fin: rest)
        // The ACK rides on data where there is some.
        acknowledgeSoon(because: .completesHandshake)
        repeatSYNData(afterRepeatedSYN: isLate)
        output(because: .sendsData)
        acknowledgeIfDue()
    }

    /// The peer has our SYN, and perhaps what it carried.
    private mutating func acknowledgeSYN(_ acknowledgment: SequenceNumber) {
        outgoing.removeFirst(min(max(acknowledgment - (iss + 1), 0), outgoing.count))
        sndUna = acknowledgment
        stop(.retransmission, because: .timerStopsWhenAcknowledged)
        stop(.user, because: .timerStopsWhenAcknowledged)
    }

    /// The peer opens too (§3.5, Figure 7).
    private mutating func crosses() {
        enter(.synReceived, because: .simultaneousOpen)
        transmit([.syn, .ack], at: iss, because: .answersCrossingSYN)
        startRetransmissionTimer(because: .timerStartsWithSegment)
    }

    // MARK: SYN-RECEIVED

    /// The peer's SYN comes again; answers whether that was all.
    ///
    /// Either our SYN-ACK was lost, or, when both sides have opened, the SYN brings the acknowledgment of ours: then what
    /// stands behind it is left to be processed.
    mutating func takesRepeatedSYN(_ segment: inout TCPSegment) -> Bool {
        guard segment.flags.contains(.syn), !segment.flags.contains(.rst), segment.sequence == irs else { return false }
        guard segment.flags.contains(.ack) else {
            if case .gives = synData { synData = .none }
            transmit([.syn, .ack], at: iss, because: .answersRepeatedSYN)
            if profile.restartsTimerOnRepeatedSYN { startRetransmissionTimer(because: .timerStartsOver) }
            return true
        }
        segment.flags.remove(.syn)
        segment.sequence += 1
        return false
    }

    /// The ACK that completes the handshake (§3.10.7.4, fifth).
    ///
    /// - Returns: Whether it does.
    mutating func take(acknowledgmentOfSYN segment: TCPSegment) -> Bool {
        guard segment.acknowledgment > sndUna, segment.acknowledgment <= sndMax else {
            answerWithReset(segment, because: .resetsWrongACK)
            return false
        }
        // One that was sent again may have been answered before, in an ACK that was lost: no measure of the way.
        if retransmissions == 0 { measureRoundTrip(segment) }
        acknowledgeSYN(segment.acknowledgment)
        sndWnd = Int(segment.window) << Int(peerShift)
        largestWindow = max(largestWindow, sndWnd)
        sndWl1 = segment.sequence
        sndWl2 = segment.acknowledgment
        enter(.established, because: .handshakeComplete)
        beginTransfer()
        actions.append(.notify(.established, .handshakeComplete))
        deliverSYNData()
        if isClosing { enter(.finWait1, because: .closesFirst) }
        return true
    }

    /// Both SYNs are acknowledged: what their losses say about the way holds from now on.
    private mutating func beginTransfer() {
        if retransmissions > 0 {
            if profile.restartsRTOAfterLostSYN {
                timeout.restart(at: .seconds(3))
            } else if timeout.smoothed == nil {
                timeout.restart(at: profile.initialRTO)
            }
        }
        // A single one may have been sent again in vain (RFC 6928 §2).
        if retransmissions > 1 { congestion.window = congestion.segment }
        retransmissions = 0
        timed = nil
        if keepsAlive { startKeepAliveTimer() }
    }
}
