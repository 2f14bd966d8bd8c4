import LocatedJSON
import Simulator
import Timelines

/// What an event pattern can be about, in the order in which the format lists it.
private enum PatternVerb: String, CaseIterable { case sent, arrived, lost, state, timer, does, table, rule }

extension Reading where Value == EventPattern {
    /// A pattern of events among these participants.
    ///
    /// Where it is not known who takes part, `participants` is `nil`, and any name will do. When the author does not say which of the events that fit is meant, it is the `nth`, or all of them for `nil`.
    static func pattern(among participants: [Participant.ID]?, nth: Int? = nil) -> Self {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "a pattern", log: log) else { return nil }
            let others: Set = ["from", "to", "at", "nth", "again", "fields", "starts", "cancelled", "fires"]
            guard let verb = object.verb(PatternVerb.self, besides: others, log) else { return nil }
            object.name = named(verb.rawValue, "pattern")
            let who = Reading<Participant.ID>.participant(among: participants)
            let deed = deed(verb, &object, log)
            var pattern = EventPattern(deed ?? .sent(nil, isRetransmission: nil))
            switch verb {
            case .sent, .lost:
                pattern.from = object.optional("from", who)
                pattern.to = object.optional("to", who)
            case .arrived:
                pattern.from = object.optional("from", who)
                pattern.to = object.optional("at", who)
            case .state, .timer, .does, .table, .rule: pattern.from = object.optional("at", who)
            }
            switch verb {
            case .sent, .arrived, .lost: pattern.fields = object.optional("fields", .messageFields) ?? []
            case .state, .timer, .does, .table, .rule: break
            }
            pattern.nth = object.optional("nth", .wholeNumber(in: 1...1_000_000)) ?? nth
            object.finish()
            return deed == nil ? nil : pattern
        }
    }

    private static func deed(
        _ verb: PatternVerb, _ object: inout ObjectReader, _ log: FaultLog
    ) -> EventPattern.Deed? {
        let key = verb.rawValue
        switch verb {
        case .sent:
            let again = object.optional("again", .bool)
            return object.required(key, .name).map { .sent($0.text, isRetransmission: again) }
        case .arrived: return object.required(key, .name).map { .arrived($0.text) }
        case .lost: return object.required(key, .name).map { .lost($0.text) }
        case .state: return object.required(key, .state).map { .state($0.text) }
        case .timer:
            let name = object.required(key, .name)
            let deeds: [(String, EventPattern.TimerDeed)] = [
                ("starts", .starts), ("cancelled", .cancelled), ("fires", .fires),
            ]
            let given = deeds.filter { object.has($0.0) }
            for (key, _) in deeds { _ = object.optional(key, .yes) }
            if given.count != 1 { log.report(CourseFault.unclearTimerPattern, at: object.node.head) }
            guard let name, given.count == 1 else { return nil }
            return .timer(name.text, given[0].1)
        case .does: return object.required(key, .wording).map { .does($0) }
        case .table: return object.required(key, .name).map { .table($0.text) }
        case .rule: return object.required(key, .identifier).map { .rule($0) }
        }
    }
}

/// A label, a state or the like in a pattern; `nil` for any.
struct PatternName { var text: String? }

extension Reading where Value == PatternName {
    /// A name, or `"any"`.
    static var name: Self {
        Reading { node, log in
            Reading<String>.wording.read(node, log).map { PatternName(text: $0 == "any" ? nil : $0) }
        }
    }

    /// The name of a TCP state, or `"any"`.
    static var state: Self {
        .oneOf(
            ConnectionState.allCases.map { ($0.rawValue, PatternName(text: $0.rawValue)) } + [("any", PatternName())])
    }
}
