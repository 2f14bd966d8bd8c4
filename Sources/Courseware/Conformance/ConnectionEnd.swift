import Timelines

/// What is known of one end of a connection, from what the script shows of it.
struct ConnectionEnd {
    let participant: Participant.Index
    var port: String?

    // MARK: What it has sent

    /// The number of its SYN.
    var initial: StreamPosition?
    /// SND.NXT: the number after the last it has sent.
    var next: StreamPosition?
    /// The number of its FIN.
    var fin: StreamPosition?
    /// The highest number it has acknowledged.
    var acknowledged: StreamPosition?
    var hasSent = false, hasSentSYN = false, hasSentFIN = false
    /// Whether it has sent data or an acknowledgment after its SYN.
    var hasSpoken = false
    /// Whether it has reset an open connection.
    var hasReset = false

    /// In which part of the script it gave its last sequence number, and its last acknowledgment.
    var sequencePart = 0, acknowledgmentPart = 0

    // MARK: What has arrived at it

    /// RCV.NXT: the number that it waits for.
    var expected: StreamPosition?
    /// What has arrived beyond a gap.
    private var islands: [(start: StreamPosition, length: Int)] = []
    /// Where the segments end that have arrived before it has sent anything.
    var unanswered: [StreamPosition] = []
    /// The number of the FIN that has arrived, and the event of its arrival.
    var peerFIN: (position: StreamPosition, event: Int)?
    var hasHeardSYN = false
    /// Whether its SYN has been acknowledged.
    var isConfirmed = false
    /// Whether its FIN has been acknowledged.
    var isFINConfirmed = false
    /// The event with which the other end's reset arrived, if it has.
    var reset: Int?
    /// SYNs that have arrived since it last answered one.
    var freshSYNs = 0

    /// When it all happened, for states.
    var evidence = ConnectionEvidence()

    init(_ participant: Participant.Index, port: String? = nil) {
        self.participant = participant
        self.port = port
    }

    /// Whether the handshake is done, as far as this end can know.
    var isOpen: Bool { hasHeardSYN && isConfirmed }

    /// Nothing is known any more of what it waits for, until it says so itself.
    mutating func forgetExpected() {
        expected = nil
        islands = []
        peerFIN = nil
    }

    /// Takes in numbers that have arrived, in order or not.
    mutating func receive(_ start: StreamPosition, length: Int) {
        guard let ahead = expected.flatMap({ start - $0 }) else { return forgetExpected() }
        guard ahead <= 0 else {
            if islands.count < Self.mostIslands { islands.append((start, length)) } else { forgetExpected() }
            return
        }
        if let end = expected, ahead + length > 0 { expected = end + (ahead + length) }
        while let place = islands.firstIndex(where: { island in expected.flatMap { island.start - $0 } ?? 1 <= 0 }) {
            let island = islands.remove(at: place)
            if let end = expected, let gain = (island.start + island.length) - end, gain > 0 { expected = end + gain }
        }
    }

    /// More than this out of order is no teaching example; keeps the search short.
    private static let mostIslands = 256
}

/// What moves an end of a connection from state to state, and when it first happened.
struct ConnectionEvidence {
    /// An instant, and the event of that instant.
    struct Mark {
        var instant: Instant
        var event: Int
    }

    var synSent: Mark?, synArrived: Mark?, synACKArrived: Mark?, synConfirmed: Mark?
    var finSent: Mark?, finConfirmed: Mark?
    /// When the other end's FIN arrived, and everything before it.
    var finArrived: Mark?
    var resetSent: Mark?, resetArrived: Mark?
}

extension Optional where Wrapped == ConnectionEvidence.Mark {
    /// Sets it when it has not been set.
    mutating func note(_ passage: ConnectionJudge.Passage) {
        self = self ?? ConnectionEvidence.Mark(instant: passage.instant, event: passage.event)
    }
}
