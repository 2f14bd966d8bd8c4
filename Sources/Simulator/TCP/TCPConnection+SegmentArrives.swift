import Timelines
public import Wire

/// SEGMENT ARRIVES (RFC 9293 §3.10.7) in the synchronised states, in the order of the RFC's checks; the states before
/// them are in `TCPConnection+Opening.swift`.
///
///     first    sequence number    not in the window: an ACK says what is expected
///     second   RST                believed if it is exactly the next number, else challenged
///     third    security           (IPv4 as it is used carries none)
///     fourth   SYN                challenged
///     fifth    ACK                `TCPConnection+Acknowledgment.swift`
///     sixth    URG                (urgent data is delivered with the rest)
///     seventh  data               `TCPConnection+Data.swift`
///     eighth   FIN
extension TCPConnection {
    mutating func segmentArrives(_ segment: TCPSegment) {
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

    // MARK: §3.10.7.4

    private mutating func arrivesInOtherStates(_ arrived: TCPSegment) {
        var segment = arrived
        if state == .synReceived, takesRepeatedSYN(&segment) { return }
        // First.
        guard isAcceptable(segment) else { return refuse(segment) }
        if let time = segment.timestamp, segment.sequence <= lastACKSent { recentTimestamp = time }
        // Second.
        if segment.flags.contains(.rst) { return take(reset: segment) }
        // Fourth.
        if segment.flags.contains(.syn) { return take(syn: segment) }
        // Fifth.
        guard segment.flags.contains(.ack) else { return discard(because: .segmentNeedsACK) }
        if state == .synReceived, !take(acknowledgmentOfSYN: segment) { return }
        guard take(acknowledgment: segment) else { return }
        // Seventh.
        take(data: segment)
        guard state != .closed else { return }
        // Eighth.
        take(fin: segment)
        finishFinWait1()
        output(because: .ackMakesRoom)
        acknowledgeIfDue()
    }

    // MARK: First, the sequence number

    /// The four cases of §3.10.7.4; an old timestamp fails too (RFC 7323 §5.3).
    ///
    /// A bare FIN takes up a number but no room: like Linux, this end takes it although the window is shut.
    private func isAcceptable(_ segment: TCPSegment) -> Bool {
        guard !hasOldTimestamp(segment) else { return false }
        let window = rcvWnd
        let first = segment.sequence, length = segment.length
        if window == 0 {
            return first == rcvNxt && segment.payload.isEmpty && !segment.flags.contains(.syn)
        }
        func isInWindow(_ number: SequenceNumber) -> Bool { rcvNxt <= number && number < rcvNxt + window }
        return isInWindow(first) || (length > 0 && isInWindow(first + (length - 1)))
    }

    private func hasOldTimestamp(_ segment: TCPSegment) -> Bool {
        guard usesTimestamps, let time = segment.timestamp, !segment.flags.contains(.rst) else { return false }
        return Int32(bitPattern: time &- recentTimestamp) < 0
    }

    /// A segment that is not acceptable is answered with what this end expects, and dropped.
    private mutating func refuse(_ segment: TCPSegment) {
        guard !segment.flags.contains(.rst) else { return discard(because: .resetOutsideWindow) }
        if segment.flags.contains(.syn) {
            guard segment.flags.contains(.ack), segment.sequence == irs else {
                return challenge(because: .challengesSYN)
            }
            return acknowledge(because: .repeatsHandshakeACK)
        }
        if state == .timeWait, segment.flags.contains(.fin) {
            acknowledge(because: .repeatsLastACK)
            return startTimeWait(because: .timeWaitStartsOver)
        }
        let reason = reasonToRefuse(segment)
        // What an unacceptable segment acknowledges may be news all the same, above all while the window is shut.
        let bringsNews = segment.acknowledgment > sndUna || (rcvWnd == 0 && segment.sequence == rcvNxt)
        if segment.flags.contains(.ack), bringsNews, segment.acknowledgment <= sndMax, state != .synReceived {
            guard take(acknowledgment: segment) else { return }
            finishFinWait1()
            output(because: .ackMakesRoom)
        }
        acknowledge(because: reason)
    }

    private func reasonToRefuse(_ segment: TCPSegment) -> Rule {
        if hasOldTimestamp(segment) { return .oldTimestamp }
        if segment.length == 0, segment.sequence == rcvNxt - 1 { return .answersProbe }
        if segment.sequence < rcvNxt { return .oldSegment }
        return rcvWnd == 0 ? .windowIsShut : .outsideWindow
    }

    // MARK: Second, RST (with RFC 5961 §3.2)

    private mutating func take(reset segment: TCPSegment) {
        if state == .timeWait, profile.ignoresResetInTimeWait { return discard(because: .timeWaitIgnoresReset) }
        guard segment.sequence == rcvNxt else { return challenge(because: .challengesReset) }
        switch state {
        case .synReceived where isPassive:
            if synData == .takes { actions.append(.notify(.reset, .resetEndsConnection)) }
            return finish(because: .halfOpenIsReset)
        case .synReceived: actions.append(.notify(.refused, .resetEndsConnection))
        case .established, .finWait1, .finWait2: actions.append(.notify(.reset, .resetEndsConnection))
        case .closeWait: actions.append(.notify(.brokenPipe, .resetEndsConnection))
        default: break
        }
        finish(because: .resetEndsConnection)
    }

    // MARK: Fourth, SYN (with RFC 5961 §4.2)

    private mutating func take(syn segment: TCPSegment) {
        if state == .synReceived, isPassive {
            if synData == .takes { actions.append(.notify(.reset, .halfOpenGetsSYN)) }
            return finish(because: .halfOpenGetsSYN)
        }
        challenge(because: .challengesSYN)
    }

    /// A challenge ACK, unless this second has had enough of them (RFC 5961 §7).
    mutating func challenge(because rule: Rule) {
        let second = now.nanoseconds / 1_000_000_000
        if challenges.second != second { challenges = (second, 0) }
        challenges.count += 1
        guard challenges.count <= profile.challengeACKsPerSecond else { return discard(because: .challengeLimit) }
        acknowledge(because: rule)
    }

    // MARK: What is not taken

    mutating func discard(because rule: Rule) { actions.append(.discard(rule)) }

    /// Answers a segment that does not belong to this connection with a reset that fits it.
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
