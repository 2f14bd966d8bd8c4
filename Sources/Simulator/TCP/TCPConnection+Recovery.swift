import Timelines
import Wire

/// What acknowledgments say about congestion: slow start, fast retransmit and fast recovery.
///
///     duplicate 1, 2     a new segment may leave               limited transmit, RFC 3042
///     duplicate 3        the missing one is sent again         fast retransmit, RFC 5681 §3.2
///     partial ACK        the next hole is filled               NewReno, RFC 6582; with SACK every hole, RFC 6675
///     full ACK           the window is half of what it was
extension TCPConnection {
    /// New numbers were acknowledged.
    mutating func recoverOrGrow(_ ack: SequenceNumber, _ acknowledged: Int) {
        // RFC 6675 §5.1 waits for all that was under way at the loss; RFC 6582 §3.2, which has no blocks to go by, for more.
        congestion.forgetGuard(before: usesSACK ? ack + 1 : ack)
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
    mutating func takeDuplicate() {
        if congestion.duplicates == 0 { congestion.flightBeforeDuplicates = flight }
        congestion.duplicates += 1
        if congestion.recover != nil {
            if usesSACK {
                fillHoles(because: .fillsHole)
            } else {
                congestion.window += congestion.segment
            }
        } else if probeShowsLoss {
            retransmitFast(because: .probeShowsLoss)
        } else if congestion.duplicates >= 3 {
            // Duplicates of what was sent again already prove nothing (RFC 6582 §3.2, step 2; RFC 6675 §5.1). Linux goes by
            // the blocks, which say what has arrived since.
            let goesByBlocks = usesSACK && profile.noticesLostRepetitions
            if congestion.guarded == nil || goesByBlocks { retransmitFast(because: .thirdDuplicateACK) }
        } else {
            congestion.allowance = congestion.duplicates * congestion.segment
            output(because: .limitedTransmit)
        }
    }

    /// Fast retransmit and fast recovery (RFC 5681 §3.2).
    private mutating func retransmitFast(because rule: Rule) {
        // The window shrinks here; the answer to a probe under way is no reason to shrink it again (RFC 8985 §7.1).
        tail.end = nil
        congestion.halve(flight: congestion.flightBeforeDuplicates)
        congestion.recover = sndNxt
        congestion.guarded = sndMax
        congestion.allowance = 0
        congestion.window = congestion.threshold + (usesSACK ? 0 : 3 * congestion.segment)
        let end = congestion.scoreboard.pieces.first?.left ?? sndNxt
        let count = sendAgain(from: sndUna, upTo: end > sndUna ? end : sndNxt, because: rule)
        congestion.resent = sndUna + count
        if usesSACK { fillHoles(because: .fillsHole) }
        // From now on only the retransmission timer may do more.
        if armedTimers.contains(.lossProbe) { startRetransmissionTimer(because: .recoveryNeedsNoProbe) }
    }

    /// Sends again what the peer's blocks leave open, as far as the window allows (RFC 6675 §5).
    ///
    /// Simpler than the RFC in one point: a gap below the highest block counts as lost at once, without waiting for three
    /// segments above it.
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
}
