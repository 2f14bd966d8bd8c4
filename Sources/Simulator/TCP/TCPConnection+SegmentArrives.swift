import Timelines
public import Wire

/// SEGMENT ARRIVES (RFC 9293 §3.10.7): by state, and within it in the order of the RFC's checks.
extension TCPConnection {
    mutating func segmentArrives(_ segment: TCPSegment) {
        lastHeard = now
        keepAliveProbes = 0
        switch state {
        case .closed: return
        case .listen: arrivesInListen(segment)
        case .synSent: arrivesInSynSent(segment)
        default: arrivesInOtherStates(segment)
        }
        if state != .closed, keepsAlive { startKeepAliveTimer() }
    }

    /// What the host answers to a segment of a connection that does not exist (§3.10.7.1); `nil` for nothing.
    public static func reset(answering segment: TCPSegment) -> TCPSegment? {
        guard !segment.flags.contains(.rst) else { return nil }
        let answersACK = segment.flags.contains(.ack)
        return TCPSegment(
            sourcePort: segment.destinationPort, destinationPort: segment.sourcePort,
            sequence: answersACK ? segment.acknowledgment : 0,
            acknowledgment: answersACK ? 0 : segment.sequence + segment.length, flags: answersACK ? .rst : [.rst, .ack])
    }

    // MARK: LISTEN (§3.10.7.2); the host has checked RST and ACK

    private mutating func arrivesInListen(_ segment: TCPSegment) {
        guard segment.flags.contains(.syn) else { return }
        take(syn: segment)
        enter(.synReceived, because: .listenerGotSYN)
        transmit([.syn, .ack], at: iss, because: .answersSYN)
        startRetransmissionTimer(because: .timerStartsWithSegment)
    }

    /// Remembers where the peer's numbers begin, and what its SYN offers.
    mutating func take(syn segment: TCPSegment) {
        irs = segment.sequence
        rcvNxt = irs + 1
        rcvEdge = rcvNxt + min(profile.receiveBuffer, 65_535)
        var shift: UInt8?, timestamps: UInt32?
        for option in segment.options {
            switch option {
            case .maximumSegmentSize(let size): peerMSS = max(Int(size), 64)
            case .windowScale(let offered): shift = min(offered, 14)
            case .sackPermitted: usesSACK = profile.offersSACK
            case .timestamps(let value, _): timestamps = value
            case .sack, .other: continue
            }
        }
        if let shift, let own = profile.windowShift {
            scalesWindows = true
            peerShift = shift
            ownShift = min(own, 14)
        }
        if let timestamps, profile.offersTimestamps {
            usesTimestamps = true
            recentTimestamp = timestamps
        }
        congestion = CongestionControl(profile, mss: segmentSize)
        // The window of a SYN is never scaled (RFC 7323 §2.2).
        sndWnd = Int(segment.window)
        largestWindow = sndWnd
        sndWl1 = segment.sequence
        sndWl2 = segment.acknowledgment
    }

    // MARK: SYN-SENT (§3.10.7.3)

    private mutating func arrivesInSynSent(_ segment: TCPSegment) {
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
        take(syn: segment)
        guard acknowledges else {
            enter(.synReceived, because: .simultaneousOpen)
            transmit([.syn, .ack], at: iss, because: .answersCrossingSYN)
            startRetransmissionTimer(because: .timerStartsWithSegment)
            return
        }
        measureRoundTrip(segment)
        sndUna = segment.acknowledgment
        retransmissions = 0
        stop(.retransmission, because: .timerStopsWhenAcknowledged)
        enter(.established, because: .synIsAcknowledged)
        beginTransfer()
        actions.append(.notify(.established, .synIsAcknowledged))
        if segment.payload.isEmpty, !segment.flags.contains(.fin) {
            acknowledge(because: .completesHandshake)
        } else {
            take(data: segment)
            take(fin: segment)
            acknowledge(because: .completesHandshake)
        }
        output(because: .sendsData)
    }

    // MARK: The other states (§3.10.7.4)

    private mutating func arrivesInOtherStates(_ arrived: TCPSegment) {
        var segment = arrived
        if state == .synReceived, segment.flags.contains(.syn), segment.sequence == irs,
            takesRepeatedSYN(&segment)
        {
            return
        }
        // First, the sequence number.
        guard isAcceptable(segment) else { return refuse(segment) }
        if let time = segment.timestamp, segment.sequence <= rcvNxt { recentTimestamp = time }
        // Second, the RST bit.
        if segment.flags.contains(.rst) { return take(reset: segment) }
        // Fourth, the SYN bit.
        if segment.flags.contains(.syn) { return challenge(because: .challengesSYN) }
        // Fifth, the ACK bit.
        guard segment.flags.contains(.ack) else { return discard(because: .segmentNeedsACK) }
        if state == .synReceived, !take(acknowledgmentOfSYN: segment) { return }
        guard take(acknowledgment: segment), state != .closed else { return }
        // Seventh, the data; eighth, the FIN.
        take(data: segment)
        guard state != .closed else { return }
        take(fin: segment)
        guard state != .closed else { return }
        output(because: .ackMakesRoom)
    }

    /// In SYN-RECEIVED the peer's SYN comes again; answers whether that was all.
    ///
    /// Either our SYN-ACK was lost, or, when both sides have opened, it brings the acknowledgment of our SYN (Figure 8).
    private mutating func takesRepeatedSYN(_ segment: inout TCPSegment) -> Bool {
        guard segment.flags.contains(.ack) else {
            transmit([.syn, .ack], at: iss, because: .answersRepeatedSYN)
            startRetransmissionTimer(because: .timerStartsOver)
            return true
        }
        segment.flags.remove(.syn)
        segment.sequence += 1
        return false
    }

    /// The four cases of §3.10.7.4, first; an old timestamp fails too (RFC 7323 §5.3).
    private func isAcceptable(_ segment: TCPSegment) -> Bool {
        if usesTimestamps, let time = segment.timestamp, !segment.flags.contains(.rst),
            Int32(bitPattern: time &- recentTimestamp) < 0
        {
            return false
        }
        let window = rcvWnd
        let first = segment.sequence, length = segment.length
        if length == 0 { return window == 0 ? first == rcvNxt : rcvNxt <= first && first < rcvNxt + window }
        guard window > 0 else { return false }
        let last = first + (length - 1)
        return (rcvNxt <= first && first < rcvNxt + window) || (rcvNxt <= last && last < rcvNxt + window)
    }

    /// A segment that is not acceptable is answered with what this end expects, and dropped.
    private mutating func refuse(_ segment: TCPSegment) {
        guard !segment.flags.contains(.rst) else { return discard(because: .resetOutsideWindow) }
        if state == .timeWait {
            acknowledge(because: .repeatsLastACK)
            if segment.flags.contains(.fin) { startTimeWait(because: .timeWaitStartsOver) }
            return
        }
        if segment.flags.contains(.syn) {
            let isAnswer = segment.sequence == irs && segment.flags.contains(.ack)
            return acknowledge(because: isAnswer ? .repeatsHandshakeACK : .challengesSYN)
        }
        // What an old acknowledgment says may still be new.
        if segment.flags.contains(.ack), segment.acknowledgment > sndUna, segment.acknowledgment <= sndMax,
            state != .synReceived
        {
            _ = take(acknowledgment: segment)
            guard state != .closed else { return }
        }
        acknowledge(because: rcvWnd == 0 && segment.sequence >= rcvNxt ? .windowIsShut : .oldSegment)
    }

    /// Second check: RST (§3.10.7.4, with RFC 5961 §3.2).
    private mutating func take(reset segment: TCPSegment) {
        guard segment.sequence == rcvNxt else { return challenge(because: .challengesReset) }
        switch state {
        case .closeWait: actions.append(.notify(.brokenPipe, .resetEndsConnection))
        case .synReceived, .established, .finWait1, .finWait2:
            actions.append(.notify(.reset, .resetEndsConnection))
        default: break
        }
        finish(because: .resetEndsConnection)
    }

    /// A challenge ACK, unless this second has had enough of them (RFC 5961 §7).
    mutating func challenge(because rule: Rule) {
        let second = now.nanoseconds / 1_000_000_000
        if challenges.second != second { challenges = (second, 0) }
        challenges.count += 1
        guard challenges.count <= profile.challengeACKsPerSecond else { return discard(because: .challengeLimit) }
        acknowledge(because: rule)
    }

    mutating func discard(because rule: Rule) { actions.append(.discard(rule)) }

    /// A segment that can only be a mistake of the other side.
    mutating func answerWithReset(_ segment: TCPSegment, because rule: Rule) {
        transmit([.rst], at: segment.acknowledgment, because: rule)
    }
}

extension TCPSegment {
    /// TSval, if it has one.
    var timestamp: UInt32? {
        for case .timestamps(let value, _) in options { return value }
        return nil
    }

    /// TSecr, if it has one.
    var timestampEcho: UInt32? {
        for case .timestamps(_, let echo) in options { return echo }
        return nil
    }
}
