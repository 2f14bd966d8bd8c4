import Timelines
import Wire

/// When data may leave, and what is sent again.
///
///     SND.UNA                SND.NXT                        SND.UNA + min(SND.WND, cwnd)
///        ├── under way ─────────┼── usable window, U ──────────┤
///                               ├── waiting to be sent, D ────────────────┤
///
/// Reading list: RFC 9293 §3.7.4 (Nagle), §3.8.6.2.1 (silly windows), RFC 5681 §3.
extension TCPConnection {
    // MARK: As much as may leave

    /// Sends what the windows and the rules against small segments allow.
    mutating func output(because rule: Rule) {
        guard !isOpening || sendsBeforeHandshake, state != .timeWait else { return }
        let end = sndMax
        while sendOne(because: rule) {}
        if sndMax > end, armedTimers.contains(.lossProbe) { restartLossProbeTimer() }
        armTimers()
    }

    /// Sends one segment, if one may leave.
    private mutating func sendOne(because rule: Rule) -> Bool {
        // After a timeout what the peer has said it has is left out.
        if sndNxt < sndMax { sndNxt = congestion.scoreboard.skipping(from: sndNxt) }
        let start = dataStart
        let offset = sndNxt - start
        guard offset >= 0 else { return false }
        let isRepeating = sndNxt < sndMax
        var limit = segmentSize
        if isRepeating {
            if let gap = congestion.scoreboard.gap(from: sndNxt) { limit = min(limit, gap.end - sndNxt) }
        } else if sndMax == sndUna, let lastSent, now - lastSent > timeout.current {
            congestion.restart()
        }
        let waiting = outgoing.count - offset
        if waiting <= 0 {
            guard !isOpening, let fin = finNumber, sndNxt == fin else { return false }
            transmit([.fin, .ack], at: fin, because: isRepeating ? .sendsAgainAfterTimeout : .sendsFIN)
            return false
        }
        let count = min(limit, waiting, usableWindow)
        guard count > 0, isRepeating || mayLeave(count, of: waiting) else { return false }
        var flags: TCPFlags = [.ack]
        if count == waiting {
            flags.insert(.psh)
            if isClosing, !isOpening, sndWnd > flight + count { flags.insert(.fin) }
        }
        let payload = outgoing.bytes(from: offset, count: count)
        let reason = flags.contains(.fin) ? .sendsFIN : rule
        transmit(flags, at: sndNxt, payload: payload, because: isRepeating ? .sendsAgainAfterTimeout : reason)
        return true
    }

    /// Whether new data may leave in a segment of so many bytes (§3.8.6.2.1, with the names of the RFC).
    ///
    /// A full one may (1). A short one waits while others are under way (Nagle), and if more is waiting than fits, until
    /// the window is no longer silly (3); the last one before a FIN waits for nothing (2).
    private func mayLeave(_ count: Int, of waiting: Int) -> Bool {
        if count >= segmentSize { return true }
        // A SYN-ACK under way is no small segment.
        let doesNotWait = sndMax == sndUna || noDelay || (isOpening && sndMax == iss + 1)
        return count == waiting ? doesNotWait || isClosing : doesNotWait && count * 2 >= largestWindow
    }

    /// U: what the peer's window and the congestion window still allow, in bytes.
    ///
    /// The peer has room for everything from SND.UNA on; the network only for what is in it: with SACK what has arrived
    /// beyond a gap does not count (RFC 6675 §4, pipe).
    private var usableWindow: Int {
        let isRepeating = congestion.recover == nil && sndNxt < sndMax
        let arrived = isRepeating ? congestion.scoreboard.count(before: sndNxt) : congestion.leftNetwork
        return min(sndWnd - flight, congestion.window + congestion.allowance - max(flight - arrived, 0))
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
}
