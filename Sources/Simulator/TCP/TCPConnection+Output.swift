import Timelines
import Wire

/// How segments are made and when data may leave.
extension TCPConnection {
    // MARK: One segment

    /// Makes a segment and wants it sent.
    ///
    /// - Parameters:
    ///   - flags: The control bits; with ACK among them it carries RCV.NXT.
    ///   - number: SEG.SEQ.
    ///   - payload: The data.
    ///   - rule: Why.
    mutating func transmit(
        _ flags: TCPFlags, at number: SequenceNumber, payload: [UInt8] = [], because rule: Rule
    ) {
        var segment = TCPSegment(
            sourcePort: local.port, destinationPort: remote.port, sequence: number, flags: flags, payload: payload)
        if flags.contains(.ack) {
            segment.acknowledgment = rcvNxt
            unacknowledgedSegments = 0
            stop(.delayedACK, because: .ackRidesAlong)
        }
        segment.options = options(for: flags)
        segment.window = announcedWindow(isSYN: flags.contains(.syn))
        let end = number + segment.length
        let isRetransmission = segment.length > 0 && number < sndMax
        if segment.length > 0, !flags.contains(.rst) {
            if isRetransmission {
                // Karn's algorithm: what is sent twice cannot be timed (RFC 6298 §3).
                timed = nil
            } else if timed == nil {
                timed = (end, now)
            }
            if end > sndNxt { sndNxt = end }
            if end > sndMax { sndMax = end }
        }
        actions.append(.transmit(segment, isRetransmission: isRetransmission, rule))
    }

    private func options(for flags: TCPFlags) -> [TCPOption] {
        guard !flags.contains(.rst) else { return [] }
        var options: [TCPOption] = []
        let isFirst = flags.contains(.syn) && !flags.contains(.ack)
        if flags.contains(.syn) {
            options.append(.maximumSegmentSize(UInt16(clamping: ownMSS)))
            if isFirst ? profile.offersSACK : usesSACK { options.append(.sackPermitted) }
        }
        if isFirst ? profile.offersTimestamps : usesTimestamps {
            options.append(
                .timestamps(value: timestamp, echoReply: flags.contains(.ack) ? recentTimestamp : 0))
        }
        if flags.contains(.syn), let shift = profile.windowShift, isFirst || scalesWindows {
            options.append(.windowScale(min(shift, 14)))
        }
        if usesSACK, flags.contains(.ack), !flags.contains(.syn), !reassembly.isEmpty {
            options.append(.sack(reassembly.blocks(limit: usesTimestamps ? 3 : 4)))
        }
        return options
    }

    /// TSval: milliseconds (RFC 7323 §5.4).
    var timestamp: UInt32 { timestampOffset &+ UInt32(truncatingIfNeeded: now.nanoseconds / 1_000_000) }

    // MARK: The window announced

    /// Moves the right edge of the window, if it is worth telling (RFC 9293 §3.8.6.2.2: silly window avoidance); answers
    /// whether it moved.
    @discardableResult
    mutating func opensWindow() -> Bool {
        let room = max(profile.receiveBuffer - incoming.count, 0)
        let edge = rcvNxt + room
        guard edge - rcvEdge >= min(profile.receiveBuffer / 2, ownMSS) else { return false }
        rcvEdge = edge
        return true
    }

    /// The window field, and with it what the peer may rely on.
    private mutating func announcedWindow(isSYN: Bool) -> UInt16 {
        guard !isSYN else { return UInt16(clamping: profile.receiveBuffer) }
        opensWindow()
        return UInt16(clamping: rcvWnd >> Int(ownShift))
    }

    // MARK: As much as may leave

    /// Sends what the windows and the rules against small segments allow.
    mutating func output(because rule: Rule) {
        guard state != .synSent, state != .listen, state != .closed, state != .timeWait else { return }
        if state == .synReceived, sndUna == iss { return }
        while sendOne(because: rule) {}
        armTimers()
    }

    /// Sends one segment, if one may leave.
    private mutating func sendOne(because rule: Rule) -> Bool {
        // After a timeout what the peer has said it has is left out.
        if sndNxt < sndMax { sndNxt = congestion.scoreboard.skipping(from: sndNxt) }
        let start = dataStart
        let offset = sndNxt - start
        guard offset >= 0 else { return false }
        let waiting = outgoing.count - offset
        let size = segmentSize
        // The peer has room for everything from SND.UNA on; the network only for what is in it.
        let window = min(sndWnd - flight, congestion.window + congestion.allowance - pipe)
        let fin = finNumber
        if waiting <= 0 {
            guard let fin, sndNxt == fin else { return false }
            transmit([.fin, .ack], at: fin, because: sndNxt < sndMax ? .sendsAgainAfterTimeout : .sendsFIN)
            return false
        }
        let gap = sndNxt < sndMax ? congestion.scoreboard.gap(from: sndNxt).map { $0.end - sndNxt } : nil
        let count = min(size, waiting, window, gap ?? size)
        guard count > 0 else { return false }
        let isLast = count == waiting
        // A short segment waits while others are under way (Nagle), unless it is the last before a FIN.
        if count < size, sndNxt >= sndMax, flight > 0 {
            if isLast, !noDelay, fin == nil { return false }
            if !isLast, count * 2 < largestWindow { return false }
        }
        var flags: TCPFlags = [.ack]
        if isLast {
            flags.insert(.psh)
            if fin != nil, sndWnd > flight + count { flags.insert(.fin) }
        }
        let payload = outgoing.bytes(from: offset, count: count)
        transmit(
            flags, at: sndNxt, payload: payload, because: sndNxt < sndMax ? .sendsAgainAfterTimeout : rule)
        return true
    }

    /// What counts against the congestion window: with SACK only what is believed to be in the network (RFC 6675 §4, pipe).
    private var pipe: Int {
        let isRepeating = congestion.recover == nil && sndNxt < sndMax
        return max(flight - (isRepeating ? congestion.scoreboard.count(before: sndNxt) : congestion.leftNetwork), 0)
    }

    /// Sends a piece again.
    ///
    /// - Parameters:
    ///   - start: Its first number; the SYN's and the FIN's may be.
    ///   - limit: The number that it must not reach.
    ///   - rule: Why.
    /// - Returns: How many numbers it took up.
    @discardableResult
    mutating func sendAgain(from start: SequenceNumber, upTo limit: SequenceNumber, because rule: Rule) -> Int {
        let offset = start - dataStart
        let next = sndNxt
        if congestion.recover != nil { congestion.repetitions.append((start, next)) }
        defer { sndNxt = next }
        if let fin = finNumber, start == fin {
            transmit([.fin, .ack], at: fin, because: rule)
            return 1
        }
        let count = min(segmentSize, outgoing.count - offset, limit - start)
        guard offset >= 0, count > 0 else { return 0 }
        var flags: TCPFlags = [.ack]
        if offset + count == outgoing.count {
            flags.insert(.psh)
            if let fin = finNumber, sndMax > fin, limit > fin { flags.insert(.fin) }
        }
        transmit(flags, at: start, payload: outgoing.bytes(from: offset, count: count), because: rule)
        return count + (flags.contains(.fin) ? 1 : 0)
    }

    // MARK: Acknowledging

    /// Sends an acknowledgment now.
    mutating func acknowledge(because rule: Rule) { transmit([.ack], at: sndMax, because: rule) }

    /// Lets the acknowledgment wait for company (RFC 9293 §3.8.6.3).
    mutating func acknowledgeLater() {
        guard !armedTimers.contains(.delayedACK) else { return }
        start(.delayedACK, profile.delayedACK, because: .ackMayWait)
    }

    // MARK: States and timers

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

    mutating func startRetransmissionTimer(because rule: Rule) {
        start(.retransmission, timeout.current, because: rule)
    }

    /// Whatever is under way has a timer; whatever may not leave because the window is shut has another.
    mutating func armTimers() {
        if sndMax > sndUna {
            stop(.persist, because: .windowIsOpen)
            if !armedTimers.contains(.retransmission) { startRetransmissionTimer(because: .timerStartsWithSegment) }
            if let userTimeout, !armedTimers.contains(.user) {
                start(.user, userTimeout, because: .userTimeoutStarts)
            }
        } else if !outgoing.isEmpty, sndWnd < min(segmentSize, outgoing.count), !armedTimers.contains(.persist) {
            start(.persist, timeout.current, because: .persistStarts)
        }
    }
}
