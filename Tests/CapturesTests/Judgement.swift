import Captures
import Localization
import Timelines

/// Compares what Wireshark makes of captures with what the timelines say that were captured.
struct Judgement {
    /// A timeline as seen at one of its participants.
    struct Case {
        /// What reports call it.
        var name: String
        var timeline: Timeline
        var participant: Participant.Index
    }

    /// Every difference, as a sentence.
    private(set) var differences: [String] = []
    /// How many TCP segments were judged.
    private(set) var segments = 0
    /// How often Wireshark said what, over all packets.
    private(set) var tally: [String: Int] = [:]

    /// Judges all of them: once over everything, and once more without what is damaged, which the receiver throws away.
    ///
    /// - Precondition: There are at most ``capacity`` of them.
    init(_ cases: [Case]) throws {
        precondition(cases.count <= Self.capacity)
        let items = Self.items(of: cases)
        let verdicts = try Self.verdicts(on: items)
        judgeBytes(items, verdicts)
        let strange = Set(cases.filter { !$0.timeline.canBeFollowed }.map(\.name))
        let whole = items.filter { !$0.isDamaged && !strange.contains($0.test.name) }
        guard !whole.isEmpty else { return }
        judgeAnalysis(whole, whole.count == items.count ? verdicts : try Self.verdicts(on: whole))
    }

    private struct Item {
        var test: Case
        var frame: CapturedFrame
        var message: Message

        /// Whether it passes the host with other bytes than it was sent with.
        var isDamaged: Bool { message.receiver == test.participant && message.packet?.arrivedBytes != nil }
    }

    /// Where cases are moved to, each to a network of its own, so that Wireshark takes none for a part of another.
    private static let networks: [UInt8] = Array(1...126) + Array(128...223)
    /// How many cases can be judged at once.
    static let capacity = networks.count

    private static func items(of cases: [Case]) -> [Item] {
        zip(cases, networks).flatMap { test, network in
            test.timeline.frames(at: test.participant).compactMap { frame in
                frame.message.map {
                    Item(test: test, frame: frame.moved(to: network), message: test.timeline.messages[$0])
                }
            }
        }
    }

    private static func verdicts(on items: [Item]) throws -> [Tshark.Verdict] {
        let verdicts = try Tshark.verdicts(on: CaptureWriter.file(of: items.map(\.frame)))
        guard verdicts.count == items.count else {
            throw Tshark.Failure(description: "tshark sees \(verdicts.count) packets of \(items.count)")
        }
        return verdicts
    }

    /// Nothing is malformed and no checksum is wrong, but where the network turned a bit over.
    private mutating func judgeBytes(_ items: [Item], _ verdicts: [Tshark.Verdict]) {
        for (item, verdict) in zip(items, verdicts) {
            let isTCP = verdict.protocols.contains("tcp")
            if item.isDamaged {
                let isFound = !verdict.badChecksums.isEmpty || verdict.hasError || verdict.isMalformed
                if isTCP, !isFound { report(item, "the damage is not found") }
            } else if verdict.isMalformed || verdict.hasError || !verdict.badChecksums.isEmpty {
                report(item, "malformed or in error: \(verdict.marks), checksums \(verdict.badChecksums)")
            }
        }
    }

    /// What Wireshark concludes from the sequence of segments is what happened.
    private mutating func judgeAnalysis(_ items: [Item], _ verdicts: [Tshark.Verdict]) {
        var seen: [String: SeenSegments] = [:]
        for (item, verdict) in zip(items, verdicts) {
            let expectation = seen[item.test.name, default: SeenSegments()].next(item.frame)
            let isSegment = verdict.protocols.contains("tcp") && !verdict.protocols.contains("icmp")
            if isSegment != (expectation != nil) { report(item, "tshark says it is \(verdict.protocols)") }
            guard let expectation else { continue }
            segments += 1
            for mark in verdict.marks { tally[mark, default: 0] += 1 }
            judge(item, verdict, expectation)
        }
    }

    private mutating func judge(
        _ item: Item, _ verdict: Tshark.Verdict, _ expected: SeenSegments.Expectation
    ) {
        let marks = verdict.marks
        let isOutgoing = item.message.sender == item.test.participant
        let repeats: Set = [
            "tcp.analysis.retransmission", "tcp.analysis.fast_retransmission", "tcp.analysis.spurious_retransmission",
            "tcp.analysis.out_of_order",
        ]
        // One byte again is taken for a keep-alive probe, and nobody can tell from outside.
        let isRepeat =
            !marks.isDisjoint(with: repeats)
            || (expected.isRepeat && expected.looksLikeKeepAlive && marks.contains("tcp.analysis.keep_alive"))
        if !expected.isBeyondCount {
            compare(item, isRepeat, expected.isRepeat, "is a repeat")
            compare(item, marks.contains("tcp.analysis.lost_segment"), expected.followsGap, "follows a gap")
        }
        if isRepeat, !isOutgoing, !item.message.isRetransmission, !item.message.isCopy, !isOvertaken(item) {
            report(item, "tshark says it was seen before; it was neither sent again, nor copied, nor overtaken")
        }
        compare(item, marks.contains("tcp.analysis.duplicate_ack"), expected.isDuplicateACK, "is a duplicate ACK")
        compare(item, marks.contains("tcp.analysis.zero_window"), expected.isZeroWindow, "closes the window")
        let isAhead = marks.contains("tcp.analysis.ack_lost_segment") && !expected.acknowledgesBeyondCount
        if isAhead || expected.acknowledgesAhead { report(item, "acknowledges what has not passed") }
        compare(item, verdict.isReset, item.message.label.wordings.contains { $0.text.contains("RST") }, "resets")
        if isOutgoing {
            compare(item, expected.isRepeat, item.message.isRetransmission, "is sent again")
            if expected.followsGap, !expected.isSYN { report(item, "a host skips what it sends") }
            judgeReasons(item, marks)
        }
    }

    /// What Wireshark concludes about the sender's reasons is the rule by which the simulated host sent.
    private mutating func judgeReasons(_ item: Item, _ marks: Set<String>) {
        let rule =
            item.frame.message.flatMap { item.test.timeline.departures[$0] }
            .flatMap { item.test.timeline.events[$0].rule?.id } ?? "none"
        let isFast = marks.contains("tcp.analysis.fast_retransmission")
        if isFast != (rule == "third-duplicate-ack"), !(isFast && Self.recovering.contains(rule)) {
            report(item, "tshark \(isFast ? "says" : "does not say") fast retransmission, the rule is \(rule)")
        }
        if marks.contains("tcp.analysis.duplicate_ack"), !Self.repeating.contains(rule) {
            report(item, "tshark says duplicate ACK, the rule is \(rule)")
        }
    }

    /// Rules by which something is sent again while duplicate acknowledgments come in.
    private static let recovering: Set = [
        "fills-hole", "partial-ack", "repetition-is-lost", "rto-expired", "resends-after-timeout",
    ]
    /// Rules by which an acknowledgment is sent although there is nothing new to acknowledge.
    private static let repeating: Set = [
        "out-of-order", "old-segment", "segment-needs-ack", "repeats-handshake-ack", "repeats-last-ack",
        "challenges-reset", "challenges-syn", "challenges-ack",
    ]

    private mutating func compare(_ item: Item, _ tshark: Bool, _ timeline: Bool, _ what: String) {
        if tshark != timeline { report(item, "\(what): tshark says \(tshark), the timeline \(timeline)") }
    }

    /// Whether a message of the same direction that left later has arrived earlier.
    private func isOvertaken(_ item: Item) -> Bool {
        let later = item.test.timeline.messages[((item.frame.message ?? 0) + 1)...]
        return later.contains {
            $0.sender == item.message.sender && $0.receiver == item.message.receiver && !$0.isLost
                && $0.end <= item.message.end
        }
    }

    private mutating func report(_ item: Item, _ sentence: String) {
        let fields = item.message.fields.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
        let label = item.message.label.wordings.first?.text ?? ""
        differences.append(
            "\(item.test.name), message \(item.frame.message.map { $0 + 1 } ?? 0) (\(label) \(fields)): \(sentence)")
    }
}
