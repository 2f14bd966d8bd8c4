public import Timelines

/// Which of the permitted behaviours a host has: what the RFCs say, or what a Linux kernel does.
///
/// Where an RFC leaves room, or Linux departs from it, the value stands here and nowhere else.
public struct HostProfile: Hashable, Sendable {
    /// What scenarios call it: `rfc9293`, `linux-before-6.5`, `linux-6.5`.
    public var id: String

    // MARK: Opening

    /// How initial sequence numbers come about.
    public enum ISNRule: Hashable, Sendable {
        /// The clock that ticks every 4 µs, and nothing else, as in RFC 793.
        case clock
        /// A number drawn for each connection.
        case random
        /// The clock and a secret hash of both ends (RFC 6528 §3, RFC 9293 §3.4.1).
        case rfc6528
    }

    /// How initial sequence numbers come about, where the scenario does not give them.
    public var isnRule = ISNRule.rfc6528

    /// Whether Fast Open is used, on both sides (RFC 7413); off unless asked for, as its §4.2 wants it of servers.
    public var fastOpen = false
    /// Whether data on a SYN without Fast Open is kept until the handshake is complete (RFC 9293 §3.10.7.2); Linux leaves
    /// it to be sent again.
    public var keepsSYNData = true

    // MARK: Retransmission (RFC 6298)

    /// RTO before anything has been measured (RFC 6298 §2.1).
    public var initialRTO = Span.seconds(1)
    /// The shortest RTO; the RFC says 1 s (§2.4), Linux uses 200 ms.
    public var minimumRTO = Span.seconds(1)
    /// Whether the shortest RTO is a floor under four times the variation rather than under the sum, as in Linux.
    public var floorsRTTVariation = false
    /// Whether a handshake that needed its SYN twice makes the first data wait 3 s (RFC 6298 §5.7); not in Linux.
    public var restartsRTOAfterLostSYN = true
    /// Whether a SYN that comes again starts the timer of the SYN-ACK over, as in Linux; the RFC leaves a timer that runs
    /// alone (RFC 6298 §5.1).
    public var restartsTimerOnRepeatedSYN = false
    /// The longest RTO; at least 60 s (RFC 6298 §2.5), Linux uses 120 s.
    public var maximumRTO = Span.seconds(60)
    /// How often a SYN is sent again before the open fails (Linux `tcp_syn_retries`).
    public var synRetries = 7
    /// How many of these wait as long as the first instead of doubling (Linux `tcp_syn_linear_timeouts`).
    public var linearSYNTimeouts = 0
    /// How often a SYN-ACK is sent again before the half-open connection is given up (Linux `tcp_synack_retries`).
    public var synAckRetries = 5
    /// How often data is sent again before the connection is given up: R2 of RFC 9293 §3.8.3 (Linux `tcp_retries2`).
    public var dataRetries = 15
    /// How often a FIN without a process behind it is sent again (Linux `tcp_orphan_retries`).
    public var orphanRetries = 15

    /// Whether an ACK that does not come is asked for by a tail loss probe before the retransmission timer's time
    /// (RFC 8985 §7); Linux does it unless told otherwise (`tcp_early_retrans` 3), no profile here does.
    public var sendsTailLossProbe = false

    // MARK: Acknowledging

    /// How long an acknowledgment may wait for data to ride on; less than 500 ms (RFC 9293 §3.8.6.3).
    public var delayedACK = Span.milliseconds(200)
    /// How many acknowledgments of data do not wait at the beginning of a connection (Linux `TCP_MAX_QUICKACKS`).
    public var quickACKs = 0

    // MARK: Options offered in a SYN

    /// Whether SACK is offered (RFC 2018).
    public var offersSACK = true
    /// Whether timestamps are offered (RFC 7323 §3).
    public var offersTimestamps = true
    /// The window shift offered; `nil` for none (RFC 7323 §2).
    public var windowShift: UInt8? = 7
    /// Bytes that an application need not have read (the receive buffer), which bounds the window.
    public var receiveBuffer = 64_240
    /// Bytes that an application may write ahead (the send buffer).
    public var sendBuffer = 256 * 1024

    // MARK: Congestion (RFC 5681, 6928)

    /// Whether the arrival of what was sent later tells that a segment was lost for the second time (the idea of RFC 8985 §3.1, counted in segments), or
    /// only the timer does.
    public var noticesLostRepetitions = false
    /// The initial congestion window in segments (RFC 6928 §2).
    public var initialWindow = 10

    // MARK: Closing

    /// The maximum segment lifetime; TIME-WAIT lasts twice as long (RFC 9293 §3.4.2).
    public var maximumSegmentLifetime = Span.seconds(120)
    /// How long FIN-WAIT-2 lasts once the application has closed; `nil` for ever (Linux `tcp_fin_timeout`).
    public var finWait2: Span?
    /// Whether unread data at `close()` sends RST instead of FIN (RFC 9293 §3.6.1, SHLD-3).
    public var resetsOnUnreadData = true

    /// Whether a RST is ignored in TIME-WAIT (RFC 1337 §3, F1; Linux `tcp_rfc1337`).
    public var ignoresResetInTimeWait = false

    /// Whether `connect()` may take a pair in TIME-WAIT over when timestamps tell the two connections apart and the last came
    /// more than a second ago (Linux `tcp_tw_reuse` 1; the kernel's own choice is 2, for its loopback only).
    public var reusesTimeWait = false

    // MARK: Listening

    /// What a full accept queue does to the ACK that would complete a handshake.
    public enum AcceptOverflow: Hashable, Sendable { case ignoresACK, resets }

    /// What a full accept queue does (Linux `tcp_abort_on_overflow`).
    public var acceptOverflow = AcceptOverflow.ignoresACK
    /// Whether a full SYN queue is answered with SYN cookies (RFC 4987 §3.6, Linux `tcp_syncookies`).
    public var usesSYNCookies = false
    /// How many more connections than the backlog says fit into the queues of a listener; Linux admits one.
    public var queueMargin = 0
    /// The most half-open connections of a listener (Linux `tcp_max_syn_backlog`).
    public var maximumHalfOpen = 256

    // MARK: Living

    /// Whether a closed window is probed with an old sequence number, as in Linux, rather than with a byte of data.
    public var probesWithoutData = false
    /// How long a connection is idle before keep-alive probes begin, when they are on (RFC 9293 §3.8.4).
    public var keepAliveIdle = Span.seconds(7200)
    /// The time between two keep-alive probes.
    public var keepAliveInterval = Span.seconds(75)
    /// How many probes go unanswered before the connection is given up.
    public var keepAliveProbes = 9
    /// How many challenge ACKs a connection sends in a second (RFC 5961 §7).
    public var challengeACKsPerSecond = 10

    /// A profile with the values of the RFCs.
    public init(id: String) { self.id = id }

    /// What RFC 9293 and its companions say.
    public static let rfc9293 = HostProfile(id: "rfc9293")

    /// A Linux kernel before 6.5: SYNs at 0, 1, 3, 7, … s.
    public static let linuxBefore65: HostProfile = {
        var profile = HostProfile(id: "linux-before-6.5")
        profile.keepsSYNData = false
        profile.minimumRTO = .milliseconds(200)
        profile.floorsRTTVariation = true
        profile.restartsRTOAfterLostSYN = false
        profile.restartsTimerOnRepeatedSYN = true
        profile.probesWithoutData = true
        profile.maximumRTO = .seconds(120)
        profile.synRetries = 6
        profile.orphanRetries = 8
        profile.delayedACK = .milliseconds(40)
        profile.quickACKs = 16
        profile.noticesLostRepetitions = true
        profile.maximumSegmentLifetime = .seconds(30)
        profile.finWait2 = .seconds(60)
        profile.usesSYNCookies = true
        profile.queueMargin = 1
        return profile
    }()

    /// Linux 6.5 and later: the first five SYNs a second apart.
    public static let linux65: HostProfile = {
        var profile = linuxBefore65
        profile.id = "linux-6.5"
        profile.linearSYNTimeouts = 4
        return profile
    }()

    /// Every profile that a scenario can name.
    public static let all = [rfc9293, linuxBefore65, linux65]
}
