import Localization
public import Timelines

extension Goal {
    /// Whether this is true of a timeline from its beginning to its end.
    public func isMet(by timeline: Timeline) -> Bool {
        switch self {
        case .count(let pattern, let range): range.contains(pattern.matches(in: timeline).count)
        case .ends(let owner, let state): timeline.stays(of: owner).last?.isIn(state) ?? false
        case .lasts(let owner, let state, let span): timeline.stays(of: owner).contains { $0.isIn(state, for: span) }
        case .order(let first, let second):
            if let one = first.matches(in: timeline).first, let other = second.matches(in: timeline).first {
                one < other
            } else {
                false
            }
        case .time(let pattern, let range):
            pattern.matches(in: timeline).first.map { range.contains(timeline.events[$0].instant) } ?? false
        case .all(let goals): goals.allSatisfy { $0.isMet(by: timeline) }
        case .any(let goals): goals.contains { $0.isMet(by: timeline) }
        case .not(let goal): !goal.isMet(by: timeline)
        }
    }
}

/// How long a participant is in a state without a break.
private struct Stay {
    /// Every wording of the state's name.
    var names: [String]
    var start: Instant
    var end: Instant

    func isIn(_ state: String, for span: Span = .zero) -> Bool {
        names.contains { $0.names(state: state) } && end - start >= span
    }
}

extension Timeline {
    /// The states of a participant from the beginning to the end, each as long as it lasts.
    fileprivate func stays(of id: Participant.ID) -> [Stay] {
        guard let owner = participants.firstIndex(where: { $0.id == id }) else { return [] }
        var stays: [Stay] = []
        if let state = participants[owner].state {
            stays.append(Stay(names: state.wordings.map(\.text), start: .zero, end: end))
        }
        for event in events {
            guard case .state(owner, let state) = event.kind else { continue }
            let names = state.wordings.map(\.text)
            if stays.last?.names == names { continue }
            if !stays.isEmpty { stays[stays.count - 1].end = event.instant }
            stays.append(Stay(names: names, start: event.instant, end: end))
        }
        return stays
    }
}
