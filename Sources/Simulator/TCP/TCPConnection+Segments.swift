import Timelines
import Wire

/// How segments are made: control bits, options, the window, and the acknowledgments that they carry.
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
            lastACKSent = rcvNxt
            acknowledgmentDue = .never
            stop(.delayedACK, because: .ackRidesAlong)
        }
        segment.options = options(for: flags)
        segment.window = announcedWindow(isSYN: flags.contains(.syn))
        let end = number + segment.length
        let isRetransmission = segment.length > 0 && number < sndMax
        if !payload.isEmpty { lastSent = now }
        if segment.length > 0, !flags.contains(.rst) {
            if number < sndMax {
                // Karn's algorithm: what is sent twice cannot be timed (RFC 6298 §3).
                timed = nil
            } else if timed == nil {
                timed = (end, now)
            }
            if end > sndNxt { sndNxt = end }
            if end > sndMax {
                tail.lastSegment = number
                sndMax = end
            }
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
        if flags.contains(.syn), let fastOpenOption { options.append(fastOpenOption) }
        if usesSACK, flags.contains(.ack), !flags.contains(.syn), !reassembly.isEmpty {
            options.append(.sack(reassembly.blocks(limit: usesTimestamps ? 3 : 4)))
        }
        return options
    }

    /// TSval: milliseconds (RFC 7323 §5.4).
    var timestamp: UInt32 { timestampOffset &+ UInt32(truncatingIfNeeded: now.nanoseconds / 1_000_000) }

    // MARK: The window announced

    /// Where the right edge of the window would move to, if that is worth telling (RFC 9293 §3.8.6.2.2: silly window
    /// avoidance).
    var widerEdge: SequenceNumber? {
        let edge = rcvNxt + max(profile.receiveBuffer - incoming.count, 0)
        return edge - rcvEdge >= min(profile.receiveBuffer / 2, ownMSS) ? edge : nil
    }

    /// The window field, and with it what the peer may rely on.
    private mutating func announcedWindow(isSYN: Bool) -> UInt16 {
        guard !isSYN else { return UInt16(clamping: profile.receiveBuffer) }
        if let widerEdge { rcvEdge = widerEdge }
        return UInt16(clamping: rcvWnd >> Int(ownShift))
    }

    // MARK: Acknowledging

    /// Sends an acknowledgment now.
    mutating func acknowledge(because rule: Rule) { transmit([.ack], at: sndMax, because: rule) }

    /// Sends an acknowledgment as soon as the segment that asks for it has been dealt with, so that one answers all of it
    /// (§3.10.7.4, MUST-58) and may ride on data.
    mutating func acknowledgeSoon(because rule: Rule) { acknowledgmentDue = .now(rule) }

    /// Lets the acknowledgment wait for company (§3.8.6.3).
    mutating func acknowledgeLater() {
        if case .never = acknowledgmentDue { acknowledgmentDue = .later }
    }

    /// Sends the acknowledgment that is due, or starts its timer.
    mutating func acknowledgeIfDue() {
        switch acknowledgmentDue {
        case .never: return
        case .now(let rule): acknowledge(because: rule)
        case .later:
            acknowledgmentDue = .never
            guard !armedTimers.contains(.delayedACK) else { return }
            start(.delayedACK, profile.delayedACK, because: .ackMayWait)
        }
    }
}

/// When an acknowledgment is due.
enum AcknowledgmentDue: Sendable {
    case never, later, now(Rule)
}
