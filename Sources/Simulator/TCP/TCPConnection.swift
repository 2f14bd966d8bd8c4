public import Timelines
public import Wire

/// One end of a TCP connection: what comes in at what time, and what it wants done.
///
///                       connect()                        listen(), SYN arrives
///                  CLOSED ──────▶ SYN-SENT ─ SYN arrives ─▶ SYN-RECEIVED ◀────── LISTEN
///                                    │ SYN,ACK arrives           │ ACK arrives
///                                    └──────▶ ESTABLISHED ◀──────┘
///                      close()          │        │          FIN arrives
///                  FIN-WAIT-1 ◀─────────┘        └─────────▶ CLOSE-WAIT
///            ACK of FIN │   └─ FIN arrives ─▶ CLOSING            │ close()
///                  FIN-WAIT-2                    │           LAST-ACK
///           FIN arrives │             ACK of FIN │               │ ACK of FIN
///                       └──────▶ TIME-WAIT ◀─────┘            CLOSED
///                                    └─ 2 MSL ─▶ CLOSED
///
/// Reading list: RFC 9293 §3.3 to §3.10 (this file and its extensions follow §3.10 event by event), RFC 6298 (the
/// retransmission timer), RFC 5681 and 6582 (congestion), RFC 2018 (SACK), RFC 7323 (window scale and timestamps),
/// RFC 5961 (challenge ACKs).
///
/// It reads no clock, owns no socket and draws no chance: ``handle(_:at:)`` is a function of the connection, the input and
/// the time. LISTEN belongs to the host, which makes a connection for each SYN.
public struct TCPConnection: Sendable {
    /// This end.
    public let local: SocketAddress
    /// The peer.
    public let remote: SocketAddress
    /// Which of the permitted behaviours it has.
    public let profile: HostProfile
    /// Whether it came from LISTEN.
    let isPassive: Bool
    /// The state.
    public internal(set) var state = TCPState.closed

    // MARK: Send sequence space (RFC 9293 §3.3.1)
    //
    //        1         2          3          4
    //   ----------|----------|----------|----------
    //          SND.UNA    SND.NXT    SND.UNA+SND.WND

    /// ISS.
    public let iss: SequenceNumber
    /// SND.UNA: the oldest number that is not acknowledged.
    public internal(set) var sndUna: SequenceNumber
    /// SND.NXT: the next number to send; behind what was sent already while that is sent again.
    public internal(set) var sndNxt: SequenceNumber
    /// SND.WND: the window that the peer announced, in bytes.
    public internal(set) var sndWnd = 0
    /// SND.WL1 and SND.WL2: of which segment the window was taken.
    var sndWl1: SequenceNumber = 0, sndWl2: SequenceNumber = 0
    /// The number after the last that was ever sent.
    var sndMax: SequenceNumber
    /// The largest window that the peer has announced.
    var largestWindow = 0

    // MARK: Receive sequence space (RFC 9293 §3.3.1)

    /// IRS.
    public internal(set) var irs: SequenceNumber = 0
    /// RCV.NXT: the next number that is expected.
    public internal(set) var rcvNxt: SequenceNumber = 0
    /// The number after the last that the peer may send: the right edge of what was announced, which never moves back.
    var rcvEdge: SequenceNumber = 0

    // MARK: Data

    /// What the application has written and the peer has not acknowledged; the first byte is that of ``dataStart``.
    var outgoing = ByteQueue()
    /// What has arrived in order and the application has not read.
    var incoming = ByteQueue()
    /// What has arrived beyond a gap.
    var reassembly = ReassemblyQueue()
    /// Whether the application will write no more, and the FIN is due after the data.
    var isClosing = false
    /// Whether the peer has acknowledged it.
    var finIsAcknowledged = false
    /// Whether nobody will read any more.
    var isOrphan = false
    /// The number of the peer's FIN, once it is known; data before it may still be missing.
    var peerFIN: SequenceNumber?
    /// Whether it has arrived with everything before it.
    var hasTakenFIN = false

    // MARK: What the SYNs agreed on

    /// The largest segment that this end can receive, in bytes of data.
    let ownMSS: Int
    /// The largest segment that the peer wants, in bytes of data (RFC 9293 §3.7.1).
    var peerMSS = 536
    var scalesWindows = false
    var usesSACK = false
    var usesTimestamps = false
    /// How far windows are shifted, when both scale (RFC 7323 §2).
    var peerShift: UInt8 = 0, ownShift: UInt8 = 0
    /// TS.Recent (RFC 7323 §4.3).
    var recentTimestamp: UInt32 = 0 { didSet { recentTimestampCame = now } }
    /// When it was taken down.
    private(set) var recentTimestampCame = Instant.zero
    let timestampOffset: UInt32

    /// What is done about data on the SYN.
    var synData = SYNData.none

    // MARK: Timers

    /// Timers that run.
    public internal(set) var armedTimers: Set<TCPTimer> = []
    /// RTO and what it is computed from.
    public internal(set) var timeout: RetransmissionTimeout
    /// What is known of tail loss probes.
    var tail = LossProbe()
    /// How often the oldest unacknowledged segment has been sent again.
    public internal(set) var retransmissions = 0
    /// A segment whose round trip is being measured: the number that acknowledges it, and when it left.
    var timed: (acknowledges: SequenceNumber, at: Instant)?
    /// The number after a byte that was sent to probe a closed window.
    var probeEnd: SequenceNumber?
    /// Probes of a closed window, and of a silent peer, since the last answer.
    var probes = 0, keepAliveProbes = 0
    /// Probes of a closed window since it was last open, answered or not.
    var probesOfThisWindow = 0
    /// When data last left.
    var lastSent: Instant?
    /// When an acknowledgment of what has arrived is due.
    var acknowledgmentDue = AcknowledgmentDue.never
    /// Last.ACK.sent (RFC 7323 §4.3): the number that the last acknowledgment asked for.
    var lastACKSent: SequenceNumber = 0
    /// The most data that a segment of the peer has carried; 536 before one has (RFC 9293 §3.7.1).
    var largestArrival = 536
    /// How many acknowledgments of data have left without waiting because the connection is young.
    var quickACKs = 0
    /// The second in which challenge ACKs are counted, and how many it has had (RFC 5961 §7).
    var challenges: (second: Int64, count: Int) = (-1, 0)

    // MARK: Congestion

    /// What has been learnt about the way to the peer.
    public internal(set) var congestion: CongestionControl

    // MARK: Socket options

    /// SO_KEEPALIVE.
    public internal(set) var keepsAlive = false
    /// TCP_NODELAY: small segments do not wait (RFC 9293 §3.7.4).
    public internal(set) var noDelay = false
    /// How long data may go unacknowledged before the connection is given up (RFC 9293 §3.8.3).
    public internal(set) var userTimeout: Span?

    /// The time of the input that is being handled.
    var now = Instant.zero
    /// What is wanted done, while an input is handled.
    var actions: [TCPAction] = []

    /// A connection in CLOSED that is about to be opened actively.
    ///
    /// - Parameters:
    ///   - local: This end.
    ///   - remote: The peer.
    ///   - initialSequence: ISS.
    ///   - profile: How it behaves where the RFCs leave room.
    ///   - mss: The largest segment that it can receive, in bytes of data.
    ///   - timestampOffset: What its timestamps start from, in milliseconds (RFC 7323 §5.4).
    public init(
        local: SocketAddress, remote: SocketAddress, initialSequence: SequenceNumber, profile: HostProfile, mss: Int,
        timestampOffset: UInt32 = 0
    ) {
        self.init(
            local: local, remote: remote, initialSequence: initialSequence, profile: profile, mss: mss,
            timestampOffset: timestampOffset, isPassive: false)
    }

    private init(
        local: SocketAddress, remote: SocketAddress, initialSequence: SequenceNumber, profile: HostProfile, mss: Int,
        timestampOffset: UInt32, isPassive: Bool
    ) {
        self.local = local
        self.remote = remote
        self.profile = profile
        self.isPassive = isPassive
        self.timestampOffset = timestampOffset
        iss = initialSequence
        sndUna = initialSequence
        sndNxt = initialSequence
        sndMax = initialSequence
        ownMSS = max(mss, 1)
        timeout = RetransmissionTimeout(profile)
        congestion = CongestionControl(profile, mss: 536)
    }

    /// A connection that a listener makes for a SYN; hand it the SYN as its first input.
    public init(
        listening local: SocketAddress, remote: SocketAddress, initialSequence: SequenceNumber, profile: HostProfile,
        mss: Int, timestampOffset: UInt32 = 0
    ) {
        self.init(
            local: local, remote: remote, initialSequence: initialSequence, profile: profile, mss: mss,
            timestampOffset: timestampOffset, isPassive: true)
        state = .listen
    }

    /// Takes one input in and answers what is to be done, in order.
    public mutating func handle(_ input: TCPInput, at now: Instant) -> [TCPAction] {
        self.now = max(now, self.now)
        actions.removeAll(keepingCapacity: false)
        switch input {
        case .open: open()
        case .send(let bytes): send(bytes)
        case .receive(let count): receive(count)
        case .shutdown: shutDown()
        case .close: close()
        case .abort: abort()
        case .segment(let segment): segmentArrives(segment)
        case .timeout(let timer): expire(timer)
        case .unreachable(let isHard): unreachable(isHard: isHard)
        }
        defer { actions = [] }
        return actions
    }

    // MARK: Questions

    /// Whether our SYN has not been acknowledged.
    var isOpening: Bool {
        switch state {
        case .closed, .listen, .synSent, .synReceived: true
        default: false
        }
    }
    /// Whether a segment's timestamp is newer than the last of this connection.
    func isNewer(_ segment: TCPSegment) -> Bool {
        guard usesTimestamps, let time = segment.timestamp else { return false }
        return Int32(bitPattern: time &- recentTimestamp) > 0
    }
    /// The number of the first byte of ``outgoing``.
    var dataStart: SequenceNumber { isOpening ? iss + 1 : sndUna }
    /// The number that the FIN takes up, once the application has closed.
    var finNumber: SequenceNumber? { isClosing && !finIsAcknowledged ? dataStart + outgoing.count : nil }
    /// Numbers that are under way: sent and not acknowledged.
    var flight: Int { max(sndNxt - sndUna, 0) }
    /// The most data that goes into one segment now, in bytes.
    var segmentSize: Int { max(min(peerMSS, ownMSS) - (usesTimestamps ? 12 : 0), 1) }

    /// Bytes that the application may write now.
    public var sendSpace: Int { isClosing ? 0 : max(profile.sendBuffer - outgoing.count, 0) }
    /// Bytes that the application may read now.
    public var readable: Int { incoming.count }
    /// Whether the peer's FIN has arrived and everything before it has been read.
    public var hasReachedEnd: Bool { hasTakenFIN && incoming.isEmpty }
    /// RCV.WND: what the peer may still send, in bytes.
    public var rcvWnd: Int { max(rcvEdge - rcvNxt, 0) }
}
