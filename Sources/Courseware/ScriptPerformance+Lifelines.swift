import LocatedJSON
import Timelines

extension ScriptPerformance {
    /// Where a happening was written.
    struct Origin {
        /// Where the verb stands.
        var place: Place
        /// The whole entry.
        var node: JSONNode
    }

    /// Follows every lifeline through time: things happen only to who exists, and only work that was begun ends.
    func checkLifelines(in timeline: Timeline, _ indices: [Int]) {
        var origins: [Int: Origin] = [:]
        for (ticket, index) in indices.enumerated() where self.origins.indices.contains(ticket) {
            origins[index] = self.origins[ticket]
        }
        var exists = timeline.existence(at: .start)
        var isOver = exists.map { _ in false }
        var works = exists.map { _ in 0 }
        for (index, event) in timeline.events.enumerated() {
            func report(_ fault: CourseFault, of owner: Participant.Index) {
                guard let origin = origins[index] else { return }
                log.report(fault, at: origin.place(naming: timeline.participants[owner].id))
            }
            let name = timeline.owner(of: event).map { timeline.participants[$0].id } ?? ""
            switch event.kind {
            case .created(let owner):
                if exists[owner] { report(.existsAlready(name), of: owner) }
                (exists[owner], isOver[owner]) = (true, false)
                continue
            case .sent(let message) where timeline.messages[message].outside == .sender: continue
            case .arrived(let message) where timeline.messages[message].outside == .receiver: continue
            case .arrived(let message) where timeline.creates(at: index, timeline.messages[message].receiver): continue
            case .lost: continue
            default: break
            }
            guard let owner = timeline.owner(of: event) else { continue }
            guard exists[owner] else {
                report(isOver[owner] ? .gone(name) : .notThereYet(name), of: owner)
                continue
            }
            switch event.kind {
            case .destroyed: (exists[owner], isOver[owner], works[owner]) = (false, true, 0)
            case .work(_, begins: true): works[owner] += 1
            case .work where works[owner] == 0: report(.notActive(name), of: owner)
            case .work: works[owner] -= 1
            default: break
            }
        }
    }
}

extension Timeline {
    /// Whether the event is the arrival of a message that makes its receiver exist.
    fileprivate func creates(at index: Int, _ receiver: Participant.Index) -> Bool {
        for event in events[(index + 1)...] where event.instant == events[index].instant {
            switch event.kind {
            case .created(receiver): return true
            case .created, .arrived, .work: continue  // The other receivers of a broadcast.
            default: return false
            }
        }
        return false
    }
}

extension ScriptPerformance.Origin {
    /// Where the entry names a participant; where its verb stands when it does not.
    fileprivate func place(naming id: Participant.ID) -> Place {
        let named = ["from", "to", "at", "destroy"].compactMap { node[$0] }.flatMap { [$0] + ($0.elements ?? []) }
        return named.first { $0.string == id }?.place ?? place
    }
}
