public import Wire

/// How much may be under way at once, learnt from what gets lost.
///
///     slow start             cwnd + 1 segment for each acknowledged one, up to ssthresh
///     congestion avoidance   cwnd + 1 segment for each round trip
///     third duplicate ACK    ssthresh = half of what is under way, cwnd = ssthresh; recover
///     timeout                ssthresh = half of what is under way, cwnd = 1 segment
///
/// Reading list: RFC 5681 §3 (the four algorithms), RFC 6582 §3 (NewReno), RFC 6675 §4 (pipe), RFC 6928 (the first
/// window), RFC 3042 (limited transmit).
public struct CongestionControl: Sendable {
    /// cwnd, in bytes.
    public internal(set) var window: Int
    /// ssthresh, in bytes.
    public internal(set) var threshold = Int.max
    /// Duplicate acknowledgments in a row.
    public internal(set) var duplicates = 0
    /// What must be acknowledged before a recovery is over; `nil` outside one.
    public internal(set) var recover: SequenceNumber?
    /// What the peer has beyond a gap.
    var scoreboard = Scoreboard()
    /// What was sent again in this recovery, latest last: where it begins, and SND.NXT when it left.
    var repetitions: [(start: SequenceNumber, next: SequenceNumber)] = []
    /// The number after the last that was sent again in this recovery.
    var resent: SequenceNumber = 0
    /// The most bytes that are believed to have left the network although they are not acknowledged.
    var leftNetwork = 0
    /// What may be sent beyond the window on the first two duplicates (RFC 3042).
    var allowance = 0
    /// What was under way before the first duplicate let more out.
    var flightBeforeDuplicates = 0
    /// `recover` of RFC 6582 §3.2: until more than this is acknowledged, duplicates may come from what was sent again at
    /// the last loss, and start no fast retransmit.
    var guarded: SequenceNumber?
    private var avoided = 0
    private let initialWindow: Int
    /// SMSS: the data of a full segment, in bytes.
    let segment: Int

    init(_ profile: HostProfile, mss: Int) {
        segment = mss
        initialWindow = min(profile.initialWindow * mss, max(2 * mss, profile.initialWindow * 1460))
        window = initialWindow
    }

    /// Nothing has been sent for longer than a timeout: what the window said is out of date (RFC 5681 §4.1).
    mutating func restart() { window = min(window, initialWindow) }

    /// More is acknowledged than was under way at the last loss.
    mutating func forgetGuard(before ack: SequenceNumber) {
        if let guarded, guarded < ack { self.guarded = nil }
    }

    /// New data was acknowledged outside a recovery (RFC 5681 §3.1).
    mutating func acknowledged(_ bytes: Int) {
        duplicates = 0
        allowance = 0
        if window < threshold {
            window += min(bytes, segment)
        } else {
            avoided += bytes
            if avoided >= window {
                avoided -= window
                window += segment
            }
        }
        window = min(window, 1 << 30)
    }

    /// A loss was seen while so many bytes were under way (RFC 5681 §3.1, equation 4).
    mutating func halve(flight: Int) {
        threshold = max(flight / 2, 2 * segment)
        avoided = 0
    }

    /// A loss was seen that has been repaired already (RFC 8985 §7.4.2): the same answer, without a recovery.
    mutating func yield(flight: Int) {
        halve(flight: flight)
        window = min(window, threshold)
    }

    /// The retransmission timer expired (RFC 5681 §3.1).
    ///
    /// - Parameters:
    ///   - flight: What was under way, in bytes.
    ///   - end: The number after it.
    ///   - isFirst: Whether this is the first timeout of the segment; later ones do not lower ssthresh again.
    mutating func collapse(flight: Int, upTo end: SequenceNumber, isFirst: Bool) {
        if isFirst { halve(flight: flight) }
        guarded = end
        window = segment
        duplicates = 0
        allowance = 0
        leftNetwork = 0
        recover = nil
        repetitions = []
    }

    /// The recovery is over (RFC 6582 §3.2, full acknowledgment).
    mutating func deflate() {
        window = threshold
        recover = nil
        repetitions = []
        duplicates = 0
        leftNetwork = 0
        allowance = 0
    }
}
