public import Localization
public import Simulator
public import Timelines

/// Something that the learner has to bring about in the simulator.
public struct Challenge: Equatable, Sendable {
    /// Stable name inside the lesson; progress is stored under it.
    public var id: String
    /// What is to be brought about.
    public var task: LocalizedText
    /// A nudge for who is stuck.
    public var hint: LocalizedText?
    /// What is said once it is done.
    public var because: LocalizedText
    /// Where that comes from.
    public var citations: [Citation]
    /// The scene that it starts from.
    public var scene: String
    /// When it is done.
    public var goal: Goal
    /// Faults that do it; as few as the author could find.
    public var solution: [Fault]

    /// A challenge; see the properties.
    public init(
        id: String, task: LocalizedText, hint: LocalizedText? = nil, because: LocalizedText, citations: [Citation] = [],
        scene: String = Scene.mainID, goal: Goal, solution: [Fault]
    ) {
        self.id = id
        self.task = task
        self.hint = hint
        self.because = because
        self.citations = citations
        self.scene = scene
        self.goal = goal
        self.solution = solution
    }
}

/// What must be true of the timeline that the learner caused.
public indirect enum Goal: Equatable, Sendable {
    /// So many events fit.
    case count(EventPattern, ClosedRange<Int>)
    /// At the end of the timeline the participant is in this state.
    case ends(Participant.ID, state: String)
    /// The participant stays in this state for at least so long without a break.
    case lasts(Participant.ID, state: String, Span)
    /// The first event that fits the one comes before the first that fits the other, and both happen.
    case order(EventPattern, EventPattern)
    /// The first event that fits comes no earlier and no later than this.
    case time(EventPattern, ClosedRange<Instant>)
    /// All of them.
    case all([Goal])
    /// At least one of them.
    case any([Goal])
    /// Not this.
    case not(Goal)
}
