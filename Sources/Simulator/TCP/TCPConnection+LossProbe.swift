import Timelines
import Wire

/// What a connection knows of its tail loss probes (RFC 8985 §7.1).
struct LossProbe: Sendable {
    /// TLP.end_seq: the number after the probe that has not been answered yet.
    var end: SequenceNumber?
    /// TLP.is_retrans: whether that probe carried nothing new.
    var isRepetition = false
    /// Whether a round trip has been measured since the last probe.
    var hasMeasured = false
    /// Where the segment with the highest numbers begins.
    var lastSegment: SequenceNumber = 0
    /// When the retransmission timer would expire that the present timer stands for.
    var timeoutDue = Instant.zero

    /// TLP.max_ack_delay: how long the peer may keep the ACK of a single segment back; what Linux takes, its shortest RTO.
    static let longestACKDelay = Span.milliseconds(200)
}

/// Tail loss probes: when the last segments of a flight are lost, no duplicate ACK tells of it (RFC 8985 §7).
///
///     all is well, ACKs come     PTO = 2 SRTT, + 200 ms for a single segment, at most RTO
///     PTO fires                  something new, or the last segment again; then the RTO runs
///     the probe is acknowledged  it was the only loss: the window shrinks once more is acknowledged
///     the probe is SACKed        what lies before it is lost: fast recovery
///
/// Not with the clock of RACK (§6): a block that reaches to the end of the probe is what tells of a loss here.
extension TCPConnection {
    /// Whether the timer that is about to start may be that of a probe (§7.2): nothing is known to be lost or out of order.
    var mayProbeTail: Bool {
        profile.sendsTailLossProbe && !isOpening && congestion.recover == nil && congestion.guarded == nil
            && retransmissions == 0 && congestion.scoreboard.isEmpty && sndNxt == sndMax && tail.end == nil
    }

    /// Starts the PTO in place of the RTO, which would start now.
    mutating func startLossProbeTimer(replacing rule: Rule) {
        stop(.retransmission, because: rule)
        tail.timeoutDue = now + timeout.current
        restartLossProbeTimer()
    }

    /// Starts the PTO over, as after each new segment; the RTO that it stands for is not put off.
    mutating func restartLossProbeTimer() {
        guard let smoothed = timeout.smoothed else {
            return start(.lossProbe, min(.seconds(1), tail.timeoutDue - now), because: .probeTimerStarts)
        }
        let isSingle = tail.lastSegment <= sndUna
        let wait = smoothed + smoothed + (isSingle ? LossProbe.longestACKDelay : .zero)
        start(
            .lossProbe, max(min(wait, tail.timeoutDue - now), .zero),
            because: isSingle ? .probeTimerAllowsForDelay : .probeTimerStarts)
    }

    /// The PTO has expired (§7.3).
    mutating func sendLossProbe() {
        guard sndMax > sndUna else { return }
        if tail.end == nil, tail.hasMeasured {
            tail.hasMeasured = false
            tail.isRepetition = !sendNewProbe()
            if tail.isRepetition {
                sendAgain(from: max(tail.lastSegment, sndUna), upTo: sndMax, because: .probeRepeatsLast)
            }
            tail.end = sndMax
        }
        start(.retransmission, timeout.current, because: .probeHandsOver)
    }

    /// Sends a segment of new data, one more than the congestion window allows; answers whether there was one.
    private mutating func sendNewProbe() -> Bool {
        let offset = sndNxt - dataStart
        let waiting = outgoing.count - offset
        let count = min(segmentSize, waiting, sndWnd - flight)
        guard offset >= 0, count > 0 else { return false }
        transmit(
            count == waiting ? [.ack, .psh] : .ack, at: sndNxt, payload: outgoing.bytes(from: offset, count: count),
            because: .probeSendsNew)
        return true
    }

    // MARK: What the answers tell (§7.4)

    /// Whether a duplicate says that the probe is there and something before it is not.
    var probeShowsLoss: Bool { usesSACK && tail.end != nil && congestion.scoreboard.highest == tail.end }

    /// What an acknowledgment says of the probe under way (TLP_process_ack).
    ///
    /// - Parameters:
    ///   - segment: The acknowledgment.
    ///   - isAdvance: Whether it acknowledged something new.
    ///   - flight: How many numbers were under way before.
    mutating func settleLossProbe(_ segment: TCPSegment, isAdvance: Bool, flight: Int) {
        guard let end = tail.end, segment.acknowledgment >= end else { return }
        if !tail.isRepetition {
            tail.end = nil
        } else if segment.acknowledgment > end {
            // Nobody has said that the segment came twice, so the probe has repaired a loss.
            tail.end = nil
            congestion.yield(flight: flight)
        } else if !isAdvance, segment.length == 0 {
            tail.end = nil
        }
    }
}

private func max(_ one: SequenceNumber, _ other: SequenceNumber) -> SequenceNumber { one < other ? other : one }
