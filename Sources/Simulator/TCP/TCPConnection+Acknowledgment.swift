import Timelines
import Wire

/// Fifth check of SEGMENT ARRIVES: the ACK field (RFC 9293 §3.10.7.4), with what it says about congestion.
extension TCPConnection {
    /// In SYN-RECEIVED: the ACK that completes the handshake.
    ///
    /// - Returns: Whether it does.
    mutating func take(acknowledgmentOfSYN segment: TCPSegment) -> Bool {
        guard segment.acknowledgment > sndUna, segment.acknowledgment <= sndMax else {
            answerWithReset(segment, because: .resetsWrongACK)
            return false
        }
        stop(.retransmission, because: .timerStopsWhenAcknowledged)
        enter(.established, because: .handshakeComplete)
        // It may answer the first SYN-ACK and have been lost itself: no measure of the way.
        if !lostSYN { measureRoundTrip(segment) }
        retransmissions = 0
        sndUna = iss + 1
        if sndNxt < sndUna { sndNxt = sndUna }
        sndWnd = Int(segment.window) << Int(peerShift)
        largestWindow = max(largestWindow, sndWnd)
        sndWl1 = segment.sequence
        sndWl2 = segment.acknowledgment
        beginTransfer()
        actions.append(.notify(.established, .handshakeComplete))
        if isClosing { enter(.finWait1, because: .closesFirst) }
        return true
    }

    /// Both SYNs are acknowledged: RTO and options of the connection hold from now on.
    mutating func beginTransfer() {
        if lostSYN, timeout.smoothed == nil {
            timeout.restart(at: profile.restartsRTOAfterLostSYN ? .seconds(3) : profile.initialRTO)
        } else if lostSYN, profile.restartsRTOAfterLostSYN {
            timeout.restart(at: .seconds(3))
        }
        timed = nil
        if keepsAlive { startKeepAliveTimer() }
    }

    /// The ACK field of a segment in a synchronised state.
    ///
    /// - Returns: Whether the segment is processed further.
    mutating func take(acknowledgment segment: TCPSegment) -> Bool {
        let ack = segment.acknowledgment
        if let probeEnd, ack == probeEnd, sndMax < ack {
            sndMax = ack
            sndNxt = ack
            self.probeEnd = nil
        }
        // RFC 5961 §5.2: neither what was never sent nor what lies far back.
        guard ack <= sndMax, sndUna - ack <= max(largestWindow, 65_535) else {
            challenge(because: .challengesACK)
            return false
        }
        let hasNews = usesSACK && takeBlocks(of: segment)
        let formerWindow = sndWnd
        updateWindow(from: segment)
        if ack > sndUna {
            advance(to: ack, segment)
        } else if ack == sndUna, sndMax > sndUna,
            // With SACK a duplicate is what tells of more beyond the gap, whatever else it carries (RFC 6675 §2).
            usesSACK ? hasNews : segment.length == 0 && sndWnd == formerWindow
        {
            takeDuplicate()
        }
        if sndWnd > 0 { probes = 0 }
        return concludeStates(segment)
    }

    /// What the peer says it has beyond a gap.
    ///
    /// - Returns: Whether it had not said so before.
    private mutating func takeBlocks(of segment: TCPSegment) -> Bool {
        var hasNews = false
        for case .sack(let blocks) in segment.options {
            for block in blocks where congestion.scoreboard.add(block, after: sndUna, upTo: sndMax) { hasNews = true }
        }
        return hasNews
    }

    /// The window that the newest segment announces (§3.10.7.4, fifth).
    private mutating func updateWindow(from segment: TCPSegment) {
        let ack = segment.acknowledgment
        guard ack >= sndUna,
            sndWl1 < segment.sequence || (sndWl1 == segment.sequence && sndWl2 <= ack)
        else { return }
        sndWnd = Int(segment.window) << Int(peerShift)
        largestWindow = max(largestWindow, sndWnd)
        sndWl1 = segment.sequence
        sndWl2 = ack
        if sndWnd > 0, armedTimers.contains(.persist) { stop(.persist, because: .windowIsOpen) }
    }

    /// New numbers are acknowledged.
    private mutating func advance(to ack: SequenceNumber, _ segment: TCPSegment) {
        measureRoundTrip(segment)
        let acknowledged = ack - sndUna
        if let fin = finNumber, ack > fin { finIsAcknowledged = true }
        outgoing.removeFirst(min(ack - dataStart, outgoing.count))
        sndUna = ack
        if sndNxt < ack { sndNxt = ack }
        retransmissions = 0
        congestion.scoreboard.remove(before: ack)
        if sndUna == sndMax {
            stop(.retransmission, because: .timerStopsWhenAcknowledged)
            stop(.user, because: .timerStopsWhenAcknowledged)
            actions.append(.notify(.allAcknowledged, .dataIsAcknowledged))
        } else {
            startRetransmissionTimer(because: .timerRestartsOnACK)
            if let userTimeout { start(.user, userTimeout, because: .timerRestartsOnACK) }
        }
        recoverOrGrow(ack, acknowledged)
        actions.append(.notify(.writable, .dataIsAcknowledged))
    }

    /// Measures the round trip of what is acknowledged: of a segment that was sent once, or by the echo of its timestamp
    /// (RFC 6298 §3, RFC 7323 §4.1).
    mutating func measureRoundTrip(_ segment: TCPSegment) {
        if let timed, timed.acknowledges <= segment.acknowledgment {
            timeout.measure(now - timed.at)
            self.timed = nil
        } else if timed == nil, usesTimestamps, let echo = segment.timestampEcho, echo != 0,
            case let age = Int32(bitPattern: timestamp &- echo), age >= 0
        {
            timeout.measure(.milliseconds(Int64(max(age, 1))))
        }
    }

    // MARK: Congestion

    private mutating func recoverOrGrow(_ ack: SequenceNumber, _ acknowledged: Int) {
        guard let recover = congestion.recover else {
            congestion.acknowledged(acknowledged)
            return
        }
        if ack >= recover {
            congestion.deflate()
        } else if usesSACK {
            fillHoles(because: .fillsHole)
        } else {
            // A partial acknowledgment: the next hole begins right here (RFC 6582 §3.2).
            congestion.window = max(congestion.window - acknowledged + congestion.segment, congestion.segment)
            sendAgain(from: sndUna, upTo: sndMax, because: .partialACK)
        }
    }

    /// An acknowledgment that says nothing new: something arrived there that was not expected (RFC 5681 §2).
    private mutating func takeDuplicate() {
        congestion.duplicates += 1
        if congestion.recover != nil {
            if usesSACK {
                fillHoles(because: .fillsHole)
            } else {
                congestion.window += congestion.segment
            }
        } else if congestion.duplicates >= 3 {
            // Duplicates of what was sent before a timeout prove nothing (RFC 6582 §4), unless blocks say what arrived.
            if !usesSACK, let past = congestion.timedOutAt, sndUna < past { return }
            retransmitFast()
        } else {
            congestion.allowance = congestion.duplicates * congestion.segment
            output(because: .limitedTransmit)
        }
    }

    /// Fast retransmit and fast recovery (RFC 5681 §3.2).
    private mutating func retransmitFast() {
        congestion.halve(flight: flight)
        congestion.recover = sndNxt
        congestion.allowance = 0
        congestion.window = congestion.threshold + (usesSACK ? 0 : 3 * congestion.segment)
        let end = congestion.scoreboard.pieces.first?.left ?? sndNxt
        let count = sendAgain(from: sndUna, upTo: end > sndUna ? end : sndNxt, because: .thirdDuplicateACK)
        congestion.resent = sndUna + count
        if usesSACK { fillHoles(because: .fillsHole) }
    }

    /// Sends again what the peer's blocks leave open, as far as the window allows (RFC 6675 §5).
    private mutating func fillHoles(because rule: Rule) {
        if congestion.resent < sndUna { congestion.resent = sndUna }
        congestion.repetitions.removeAll { $0.start < sndUna }
        repeatLostRepetition()
        var pipe = flight - congestion.scoreboard.count(before: sndNxt) - lostBytes
        while pipe + segmentSize <= congestion.window || pipe <= 0 {
            guard let gap = gap(from: congestion.resent) else { break }
            let count = sendAgain(from: gap.start, upTo: gap.end, because: rule)
            guard count > 0 else { break }
            congestion.resent = gap.start + count
            pipe += count
        }
        congestion.leftNetwork = max(flight - pipe, 0)
    }

    /// Sends the first missing piece once more, when three segments that left after its last repetition have arrived.
    private mutating func repeatLostRepetition() {
        guard profile.noticesLostRepetitions,
            let last = congestion.repetitions.last(where: { $0.start == sndUna }),
            let arrived = congestion.scoreboard.highest, arrived - last.next >= 3 * segmentSize,
            let gap = gap(from: sndUna), gap.start == sndUna
        else { return }
        sendAgain(from: gap.start, upTo: gap.end, because: .repetitionIsLost)
    }

    /// The first gap at or after `start` in what is under way: after a timeout that is only what was sent since then.
    private func gap(from start: SequenceNumber) -> (start: SequenceNumber, end: SequenceNumber)? {
        guard let gap = congestion.scoreboard.gap(from: start), gap.start < sndNxt else { return nil }
        return (gap.start, gap.end < sndNxt ? gap.end : sndNxt)
    }

    /// What lies in gaps and has not been sent again.
    private var lostBytes: Int {
        var lost = 0
        var place = congestion.resent
        while let gap = gap(from: place) {
            lost += gap.end - gap.start
            place = gap.end
        }
        return lost
    }

    // MARK: States that end with the acknowledgment of the FIN

    /// - Returns: Whether the segment is processed further.
    private mutating func concludeStates(_ segment: TCPSegment) -> Bool {
        guard finIsAcknowledged else { return true }
        switch state {
        case .finWait1 where segment.flags.contains(.fin) && segment.sequence <= rcvNxt:
            // The FIN that comes along leads straight to TIME-WAIT (Figure 5, note 2).
            break
        case .finWait1:
            enter(.finWait2, because: .finIsAcknowledged)
            if isOrphan { startFinWait2Timer() }
        case .closing:
            enter(.timeWait, because: .finIsAcknowledged)
            startTimeWait(because: .timeWaitStarts)
        case .lastAck:
            finish(because: .lastACKArrived)
            return false
        default: break
        }
        return true
    }
}
