import Timelines

/// What the protocols have to say about a timeline that somebody wrote by hand.
///
/// A judge for each protocol follows the messages that it recognises and looks for what no conforming endpoint does.
/// A message that nobody recognises is not judged, and where the author leaves out what a rule needs, the rule is silent:
/// a diagram may tell as little as it likes, but what it tells has to be possible.
struct Conformance {
    /// One thing that cannot be.
    struct Finding: Equatable {
        var subject: Subject
        var spot: Spot
        var violation: Violation
    }

    /// What is judged.
    enum Subject: Hashable {
        /// The message with this index in the timeline's messages.
        case message(Int)
        /// The change of state with this index in the timeline's events.
        case state(event: Int)
    }

    /// Which part of an entry is at fault.
    enum Spot: Hashable {
        /// The value of its verb.
        case label
        /// The value of the field of this name.
        case field(String)
        /// The value of `protected`, or the label where there is none.
        case protection
    }

    /// Everything that cannot be, in the order in which it happens.
    private(set) var findings: [Finding] = []
    /// By which document each message and state was judged.
    private(set) var judged: [Subject: ProtocolDocument] = [:]

    /// Judges a timeline.
    ///
    /// - Parameters:
    ///   - timeline: What is said to have happened.
    ///   - repeated: Messages that the script sends once more from the same line, as a loop does. Their numbers cannot
    ///     differ from the first time, and count for nothing.
    init(_ timeline: Timeline, repeated: Set<Int> = []) {
        var tcp = TCPJudge(timeline, repeated: repeated)
        var dns = DNSJudge(timeline), tls = TLSJudge(timeline)
        var http = HTTPJudge(timeline, tls: tls.readings, tcp: tcp.readings)
        for index in Self.order(of: timeline) {
            let event = timeline.events[index]
            switch event.kind {
            case .sent(let message) where timeline.messages[message].outside != nil: continue
            case .arrived(let message) where timeline.messages[message].outside != nil:
                // Whoever is not shown may have asked, and may bear anybody's name.
                let owner = timeline.messages[message].receiver
                tcp.hearsFromOutside(message)
                dns.hearsFromOutside(owner)
                tls.hearsFromOutside(owner)
                http.hearsFromOutside(owner)
            case .sent(let first):
                for message in timeline.broadcast(of: first) {
                    tcp.departure(of: message, event: index)
                    guard !repeated.contains(message) else { continue }
                    dns.departure(of: message)
                    tls.departure(of: message)
                    http.departure(of: message)
                }
            case .arrived(let message):
                guard timeline.messages[message].packet?.arrivedBytes == nil else { continue }
                tcp.arrival(of: message, event: index)
                dns.arrival(of: message)
                tls.arrival(of: message)
                http.arrival(of: message)
            case .state(let owner, let state): tcp.enters(owner, state, event: index)
            case .action(let owner, _):
                dns.acts(owner)
                http.acts(owner)
            case .note: tcp.mayLeaveOut()
            case .phase, .divider, .gap:
                tcp.mayLeaveOut()
                dns.beginsAnew()
                http.beginsAnew()
            case .lost, .timerStarted, .timerCancelled, .timerFired, .table, .work, .created, .destroyed: continue
            }
        }
        tcp.judgeStates()
        for verdict in [tcp.verdict, dns.verdict, tls.verdict, http.verdict] {
            findings += verdict.findings
            for subject in verdict.subjects { judged[subject] = judged[subject] ?? verdict.document }
        }
    }

    /// The events in order; of one instant those first that began earlier.
    ///
    /// Where a message arrives just as another leaves, on branches of their own, the author has not said which comes first.
    private static func order(of timeline: Timeline) -> [Int] {
        func rank(_ event: Event) -> Int {
            switch event.kind {
            case .arrived(let message): timeline.messages[message].departure < event.instant ? 0 : 1
            case .state: 2
            default: 1
            }
        }
        return timeline.events.indices.sorted {
            let one = timeline.events[$0], other = timeline.events[$1]
            return (one.instant, rank(one), $0) < (other.instant, rank(other), $1)
        }
    }
}

/// What one judge found.
struct Verdict {
    let document: ProtocolDocument
    private(set) var findings: [Conformance.Finding] = []
    private(set) var subjects: Set<Conformance.Subject> = []

    init(by document: ProtocolDocument) { self.document = document }

    /// Notes that something was looked at.
    mutating func looked(at subject: Conformance.Subject) { subjects.insert(subject) }

    /// Notes what is wrong with something.
    mutating func found(_ violation: Violation, at spot: Conformance.Spot, of subject: Conformance.Subject) {
        findings.append(.init(subject: subject, spot: spot, violation: violation))
    }
}

/// The document that a protocol is judged by.
enum ProtocolDocument: String, Equatable, Sendable {
    case tcp = "RFC 9293"
    case dns = "RFC 1035"
    case tls = "RFC 8446"
    case http = "RFC 9110"
}
