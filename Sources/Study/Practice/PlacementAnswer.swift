/// What a learner said to the question where to begin.
public enum PlacementAnswer: Hashable, Sendable {
    /// They do not want to be asked.
    case declined
    /// They took the diagnostic, which found that these lessons, by id, may be skipped.
    case taken(skippable: Set<String>)

    /// Some total order; which of two answers of the same millisecond counts is of no consequence.
    var rank: String {
        switch self {
        case .declined: ""
        case .taken(let skippable): "+" + skippable.sorted().joined(separator: "+")
        }
    }
}

extension Progress {
    /// The ids of the lessons that the learner may skip.
    public var skippable: Set<String> {
        if case .taken(let skippable) = placement?.value { skippable } else { [] }
    }

    /// The diagnostic was taken, and found that these lessons may be skipped.
    public mutating func placed(skipping lessons: Set<String>, at instant: Int64) {
        placement = Stamped(.taken(skippable: lessons), after: placement, at: instant)
    }

    /// The learner does not want to be asked where to begin.
    public mutating func declinedPlacement(at instant: Int64) {
        placement = Stamped(.declined, after: placement, at: instant)
    }
}
