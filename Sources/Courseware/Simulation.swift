public import Localization
public import Simulator
public import Timelines

/// A scene that is not written down but happens: a scenario, what goes wrong in it, and what is said at which event.
public struct Simulation: Equatable, Sendable {
    /// What there is before anything happens.
    public var scenario: Scenario
    /// What goes wrong in the scene as the author tells it.
    public var faults: [Fault]
    /// What is said, wherever its event turns up.
    public var narration: [NarrationLine]
    /// Whether the learner sees messages numbered.
    public var isNumbered: Bool
    /// What the learner can move; `nil` for nothing.
    public var sliders: Sliders?

    /// A simulation; see the properties.
    public init(
        scenario: Scenario, faults: [Fault] = [], narration: [NarrationLine] = [], isNumbered: Bool = false,
        sliders: Sliders? = nil
    ) {
        self.scenario = scenario
        self.faults = faults
        self.narration = narration
        self.isNumbered = isNumbered
        self.sliders = sliders
    }
}

/// What is said at the first event that fits a pattern.
public struct NarrationLine: Equatable, Sendable {
    /// The event that it is about.
    public var on: EventPattern
    /// The author's name for that event, so that quizzes can point at it.
    public var anchor: String?
    /// The narration, in lesson markup; `nil` for a line that only names the event.
    public var say: LocalizedText?
    /// Where the narration comes from.
    public var citations: [Citation]
    /// A question put to the learner before the event, in predict mode.
    public var ask: Prediction?
    /// Fields of the message that the narration is about.
    public var spotlight: Set<String>

    /// A line; see the properties.
    public init(
        on: EventPattern, anchor: String? = nil, say: LocalizedText?, citations: [Citation] = [],
        ask: Prediction? = nil,
        spotlight: Set<String> = []
    ) {
        self.on = on
        self.anchor = anchor
        self.say = say
        self.citations = citations
        self.ask = ask
        self.spotlight = spotlight
    }
}
