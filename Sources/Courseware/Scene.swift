public import Localization
import Simulator
public import Timelines

/// One telling of a lesson: a timeline and its narration.
public struct Scene: Equatable, Sendable {
    /// Stable name inside the lesson; `main` for the first.
    public var id: String
    /// What the learner reads when choosing it.
    public var title: LocalizedText
    /// What is different here, for variants.
    public var about: LocalizedText?
    /// What is drawn beside the ladder, in order.
    public var pictures: [Picture]
    private var performance: Performance
    /// Where the timeline comes from, when it is not written down; what the learner can change.
    public var simulation: Simulation?

    /// The id of every lesson's first scene.
    public static let mainID = "main"

    /// Creates a scene; see the properties.
    public init(
        id: String = mainID, title: LocalizedText, about: LocalizedText? = nil, timeline: Timeline, steps: [Step] = [],
        pictures: [Picture] = [], simulation: Simulation? = nil
    ) {
        self.id = id
        self.title = title
        self.about = about
        self.pictures = pictures
        self.simulation = simulation
        performance = .given(Telling(timeline: timeline, steps: steps))
    }

    /// A scene that is simulated when somebody first looks at what happens in it.
    ///
    /// Until then nobody knows whether all that is said has its event; what has none is not said.
    ///
    /// - Parameters:
    ///   - id: As in ``id``.
    ///   - title: As in ``title``.
    ///   - simulation: What is run.
    ///   - joinsSteps: Whether steps that would stop at the same moment are made one.
    init(id: String, title: LocalizedText, putOff simulation: Simulation, joinsSteps: Bool) {
        self.id = id
        self.title = title
        pictures = []
        self.simulation = simulation
        let premiere = Premiere {
            let (timeline, steps) = simulation.perform()
            var scene = Scene(id: id, title: title, timeline: timeline, steps: steps)
            if joinsSteps { scene.settle(steps) }
            return Telling(timeline: timeline, steps: scene.steps)
        }
        performance = .putOff(premiere)
    }

    /// What happens.
    public var timeline: Timeline {
        get { telling.timeline }
        set { performance = .given(Telling(timeline: newValue, steps: steps)) }
    }

    /// The narration in order of ``Step/event``; may be empty.
    public var steps: [Step] {
        get { telling.steps }
        set { performance = .given(Telling(timeline: timeline, steps: newValue)) }
    }

    /// Whether it is known what happens: not so before a simulation is first looked at.
    var isPerformed: Bool {
        switch performance {
        case .given: true
        case .putOff(let premiere): premiere.isOver
        }
    }

    /// Compares what is told; a scene that nobody has looked at yet is performed for that.
    public static func == (one: Scene, other: Scene) -> Bool {
        one.id == other.id && one.title == other.title && one.about == other.about
            && one.pictures == other.pictures && one.simulation == other.simulation && one.telling == other.telling
    }

    /// The ids of those who take part, without performing a simulation for that.
    var participantIDs: [Participant.ID] { simulation?.scenario.nodes.map(\.id) ?? timeline.participants.map(\.id) }

    // MARK: Performing

    /// What happens in a scene, and what is said of it.
    struct Telling: Equatable, Sendable {
        var timeline: Timeline
        var steps: [Step]
    }

    private enum Performance: Sendable {
        case given(Telling)
        case putOff(Premiere)
    }

    private var telling: Telling {
        switch performance {
        case .given(let telling): telling
        case .putOff(let premiere): premiere.telling
        }
    }
}
