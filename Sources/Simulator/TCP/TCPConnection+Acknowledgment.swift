import Timelines
import Wire

/// Fifth check of SEGMENT ARRIVES: the ACK field (RFC 9293 §3.10.7.4).
extension TCPConnection {
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
        probes = 0
        let bringsBlocks = takeBlocks(of: segment)
        let formerWindow = sndWnd
        updateWindow(from: segment)
        let formerUna = sndUna, formerFlight = sndMax - sndUna
        defer { settleLossProbe(segment, isAdvance: ack > formerUna, flight: formerFlight) }
        if ack > sndUna {
            advance(to: ack, segment)
        } else if ack == sndUna, sndMax > sndUna {
            // RFC 5681 §2; with SACK only new blocks prove that something arrived (RFC 6675 §2).
            let isDuplicate = usesSACK ? bringsBlocks : segment.length == 0 && sndWnd == formerWindow
            if isDuplicate { takeDuplicate() }
        }
        return concludeStates()
    }

    /// What the peer has beyond a gap (RFC 2018).
    ///
    /// - Returns: Whether it had not said so before.
    private mutating func takeBlocks(of segment: TCPSegment) -> Bool {
        guard usesSACK else { return false }
        let una = max(sndUna, segment.acknowledgment)
        var isNews = false
        for case .sack(let blocks) in segment.options {
            for block in blocks where congestion.scoreboard.add(block, after: una, upTo: sndMax) { isNews = true }
        }
        return isNews
    }

    /// The window that the newest segment announces.
    private mutating func updateWindow(from segment: TCPSegment) {
        let ack = segment.acknowledgment
        guard ack >= sndUna,
            sndWl1 < segment.sequence || (sndWl1 == segment.sequence && sndWl2 <= ack)
        else { return }
        sndWnd = Int(segment.window) << Int(peerShift)
        largestWindow = max(largestWindow, sndWnd)
        sndWl1 = segment.sequence
        sndWl2 = ack
        guard sndWnd > 0 else { return }
        probesOfThisWindow = 0
        stop(.persist, because: .windowIsOpen)
    }

    /// New numbers are acknowledged.
    private mutating func advance(to ack: SequenceNumber, _ segment: TCPSegment) {
        measureRoundTrip(segment)
        let acknowledged = ack - sndUna
        if let fin = finNumber, ack > fin { finIsAcknowledged = true }
        outgoing.removeFirst(min(acknowledged, outgoing.count))
        sndUna = ack
        if sndNxt < ack { sndNxt = ack }
        retransmissions = 0
        congestion.scoreboard.remove(before: ack)
        if sndUna == sndMax {
            stop(.retransmission, because: .timerStopsWhenAcknowledged)
            stop(.lossProbe, because: .timerStopsWhenAcknowledged)
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
            tail.hasMeasured = true
            self.timed = nil
        } else if timed == nil, usesTimestamps, let echo = segment.timestampEcho, echo != 0,
            case let age = Int32(bitPattern: timestamp &- echo), age >= 0
        {
            timeout.measure(.milliseconds(Int64(max(age, 1))))
            tail.hasMeasured = true
        }
    }

    // MARK: States that end with the acknowledgment of the FIN

    /// - Returns: Whether the segment is processed further.
    private mutating func concludeStates() -> Bool {
        guard finIsAcknowledged else { return true }
        switch state {
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

    /// FIN-WAIT-1 ends with the acknowledgment of the FIN, after the segment's own FIN has been looked at: when it brings
    /// one, TIME-WAIT follows at once (§3.10.7.4, eighth).
    mutating func finishFinWait1() {
        guard state == .finWait1, finIsAcknowledged else { return }
        enter(.finWait2, because: .finIsAcknowledged)
        if isOrphan { startFinWait2Timer() }
    }
}

private func max(_ one: SequenceNumber, _ other: SequenceNumber) -> SequenceNumber { one < other ? other : one }
