import LocatedJSON
import Simulator
import Timelines

/// What a goal can be, in the order in which the format lists it.
private enum GoalVerb: String, CaseIterable { case count, ends, lasts, first, happens, all, any, not }

extension Reading where Value == Goal {
    /// A goal among these participants; any name will do where they are not known.
    static func goal(among participants: [Participant.ID]?) -> Self {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "a goal", log: log) else { return nil }
            let others: Set = ["is", "atLeast", "atMost", "at", "for", "then", "before", "after"]
            guard let verb = object.verb(GoalVerb.self, besides: others, log) else { return nil }
            object.name = named(verb.rawValue, "goal")
            let goal = goal(verb, &object, participants, log)
            object.finish()
            return goal
        }
    }

    private static func goal(
        _ verb: GoalVerb, _ object: inout ObjectReader, _ participants: [Participant.ID]?, _ log: FaultLog
    ) -> Goal? {
        let key = verb.rawValue
        let pattern = Reading<EventPattern>.pattern(among: participants), goal = Reading.goal(among: participants)
        switch verb {
        case .count:
            let pattern = object.required(key, pattern), range = range(&object, log)
            guard let pattern, let range else { return nil }
            return .count(pattern, range)
        case .ends: return object.required(key, .endings(among: participants))
        case .lasts:
            let state = object.required(key, .stateName)
            let owner = object.required("at", .participant(among: participants))
            let span = object.required("for", .someTime)
            guard let state, let owner, let span else { return nil }
            return .lasts(owner, state: state, span)
        case .first:
            let first = object.required(key, pattern), second = object.required("then", pattern)
            guard let first, let second else { return nil }
            return .order(first, second)
        case .happens:
            let pattern = object.required(key, pattern)
            let after = object.optional("after", .duration), before = object.optional("before", .duration)
            let earliest = after ?? .zero, latest = before ?? Span(nanoseconds: .max)
            guard earliest <= latest else {
                log.report(CourseFault.crossedTimes(after: earliest, before: latest), at: object.node.head)
                return nil
            }
            return pattern.map { .time($0, (.zero + earliest)...(.zero + latest)) }
        case .all: return object.required(key, .list(of: goal, atLeast: 1)).map { .all($0) }
        case .any: return object.required(key, .list(of: goal, atLeast: 1)).map { .any($0) }
        case .not: return object.required(key, goal).map { .not($0) }
        }
    }

    /// `is`, or `atLeast` and `atMost`.
    private static func range(_ object: inout ObjectReader, _ log: FaultLog) -> ClosedRange<Int>? {
        let number = Reading<Int>.wholeNumber(in: 0...1_000_000)
        let exact = object.optional("is", number)
        let least = object.optional("atLeast", number), most = object.optional("atMost", number)
        for key in ["atLeast", "atMost"] where object.has("is") && object.has(key) {
            log.report(CourseFault.exclusiveKeys("is", key), at: object.member(key)?.keyPlace ?? object.node.head)
        }
        if let exact { return exact...exact }
        guard object.has("is") || object.has("atLeast") || object.has("atMost") else {
            log.report(CourseFault.noneOfKeys(object.name, ["is", "atLeast", "atMost"]), at: object.node.head)
            return nil
        }
        let low = least ?? 0, high = most ?? .max
        guard low <= high else {
            log.report(CourseFault.emptyRange(Int64(low), Int64(high)), at: object.node.head)
            return nil
        }
        return low...high
    }

    /// An object of participant → state.
    fileprivate static func endings(among participants: [Participant.ID]?) -> Self {
        Reading { node, log in
            guard let members = ObjectReader(node, as: "'ends'", log: log)?.node.members else { return nil }
            if members.isEmpty { log.report(CourseFault.noneOfKeys("'ends'", participants ?? []), at: node.head) }
            var states: [Participant.ID: String] = [:]
            for member in members {
                if let participants, !participants.contains(member.key) {
                    log.report(CourseFault.unknownParticipant(member.key, known: participants), at: member.keyPlace)
                }
                states[member.key] = Reading<String>.stateName.read(member.value, log)
            }
            let goals = (participants ?? members.map(\.key)).compactMap { id in
                states[id].map { Goal.ends(id, state: $0) }
            }
            return goals.count == 1 ? goals[0] : .all(goals)
        }
    }
}

extension Reading where Value == String {
    /// The name of a TCP state.
    fileprivate static var stateName: Self { .oneOf(ConnectionState.allCases.map { ($0.rawValue, $0.rawValue) }) }
}
