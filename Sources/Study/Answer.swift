public import Simulator

/// What the learner answers, in terms of what is shown: places are 0-based.
public enum Answer: Hashable, Sendable {
    /// The choice at this place.
    case choice(Int)
    /// The choices at these places.
    case several(Set<Int>)
    /// Places of the items shown, in the order the learner puts them.
    case order([Int])
    /// A whole number.
    case number(Int64)
    /// A short text as it was typed.
    case text(String)
    /// For each left side, from the first to the last, the place of the right side it is given.
    case match([Int])
    /// The event of the ladder with this index in its timeline.
    case point(Int)
    /// What the learner changed in the simulator.
    case challenge([Simulator.Fault])
    /// Places of the points that the learner named.
    case recall(Set<Int>)
}
