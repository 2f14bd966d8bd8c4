import LocatedJSON
import Timelines

/// Where the parts of a `send` or a `state` stand that a protocol can find fault with.
struct ScriptSpots {
    private let label: Place
    /// The members of its `fields`, looked through only when there is something to point at.
    private let fields: [JSONNode.Member]
    private let protection: Place?
    /// Where it says that it is wrong on purpose.
    let wrong: Place?

    init(_ object: ObjectReader, verb: ScriptVerb) {
        label = object.place(of: verb.rawValue)
        fields = object.member("fields")?.value.members ?? []
        protection = object.member("protected")?.value.head
        wrong = object.member("wrong")?.keyPlace
    }

    /// The place of a spot; the label's for what is written in the label, or not at all.
    fileprivate func place(of spot: Conformance.Spot) -> Place {
        switch spot {
        case .label: label
        case .field(let name):
            (fields.first { $0.key == name } ?? fields.first { $0.key.lowercased() == name.lowercased() })?.value.head
                ?? label
        case .protection: protection ?? label
        }
    }

    /// What tells one line of the script from another.
    fileprivate var line: Int { label.offset }
}

extension Conformance {
    /// Judges a performed script, and reports what cannot be and what is called wrong without being so.
    ///
    /// - Parameters:
    ///   - timeline: What the script became.
    ///   - entries: Its messages and states, by the events that they became, each with its places.
    ///   - log: Where the faults go.
    static func report(on timeline: Timeline, _ entries: [(event: Int, spots: ScriptSpots)], to log: FaultLog) {
        var origin: [Subject: ScriptSpots] = [:]
        var lines: Set<Int> = [], repeated: Set<Int> = []
        for (event, spots) in entries {
            let isNew = lines.insert(spots.line).inserted
            switch timeline.events[event].kind {
            case .sent(let message):
                for receipt in timeline.broadcast(of: message) {
                    origin[.message(receipt)] = spots
                    if !isNew { repeated.insert(receipt) }
                }
            case .state: origin[.state(event: event)] = spots
            default: continue
            }
        }
        let conformance = Conformance(timeline, repeated: repeated)
        var broken: Set<Int> = []
        for finding in conformance.findings {
            guard let spots = origin[finding.subject] else { continue }
            let isAgain = repeated.contains(finding.subject) || timeline.isHeardToo(finding.subject)
            let isNew = broken.insert(spots.line).inserted || !isAgain
            guard spots.wrong == nil, isNew else { continue }
            log.report(CourseFault.nonconforming(finding.violation), at: spots.place(of: finding.spot))
        }
        var warned: Set<Int> = []
        for (subject, spots) in origin {
            guard let place = spots.wrong, let document = conformance.judged[subject], !broken.contains(spots.line),
                warned.insert(spots.line).inserted
            else { continue }
            log.report(CourseFault.nothingWrong(document), at: place)
        }
    }
}

extension Timeline {
    /// Whether the subject is a broadcast at a receiver that is not its first.
    fileprivate func isHeardToo(_ subject: Conformance.Subject) -> Bool {
        if case .message(let index) = subject { messages[index].sharesDeparture } else { false }
    }
}

extension Set<Int> {
    /// Whether a message is among these.
    fileprivate func contains(_ subject: Conformance.Subject) -> Bool {
        if case .message(let index) = subject { contains(index) } else { false }
    }
}
