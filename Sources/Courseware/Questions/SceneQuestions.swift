public import Localization
public import Simulator
public import Timelines

/// A question whose answer is an event on a ladder.
public struct PointQuestion: Equatable, Sendable {
    /// The ladder.
    public var scene: LessonScene
    /// The events that answer; any of them is right.
    public var right: EventTarget
    /// Places where learners point for a reason, and what is wrong with them; the first that fits counts.
    public var wrong: [PointMistake]

    /// A question about a ladder; see the properties.
    public init(scene: LessonScene, right: EventTarget, wrong: [PointMistake] = []) {
        self.scene = scene
        self.right = right
        self.wrong = wrong
    }
}

/// A wrong place on a ladder, and what leads there.
public struct PointMistake: Equatable, Sendable {
    /// The events that it is about.
    public var events: EventTarget
    /// Why they do not answer the question.
    public var because: LocalizedText

    /// Events and why they are the wrong ones.
    public init(_ events: EventTarget, because: LocalizedText) {
        self.events = events
        self.because = because
    }
}

/// Some events of a scene, by the author's names for them or by what happens.
public enum EventTarget: Equatable, Sendable {
    /// Those with these anchors.
    case anchors([String])
    /// Those that fit.
    case pattern(EventPattern)

    /// The indices of the events in a timeline, in order of time.
    public func events(in timeline: Timeline) -> [Int] {
        switch self {
        case .anchors(let anchors): anchors.compactMap(timeline.event(anchored:)).sorted()
        case .pattern(let pattern): pattern.matches(in: timeline)
        }
    }
}

/// "Make it happen": a challenge of a lesson, or one of the question's own.
public enum ChallengeQuestion: Equatable, Sendable {
    /// The challenge of this id in a lesson.
    case named(String, lesson: String)
    /// What is to be true of a lesson's scene, and faults that make it so.
    case own(LessonScene, Goal, solution: [Fault])

    /// The id of the lesson.
    public var lesson: String {
        switch self {
        case .named(_, let lesson): lesson
        case .own(let scene, _, _): scene.lesson
        }
    }
}

/// "What comes next?", asked at a moment of a lesson of which only what comes before is shown.
public struct PredictQuestion: Equatable, Sendable {
    /// What is asked of the moment.
    public enum Matter: Equatable, Sendable {
        /// What happens.
        case event
        /// Which state is entered.
        case state
        /// Which value this header field of the message has, a whole number.
        case number(field: String)
    }

    /// The event that is to be predicted.
    public var moment: LessonMoment
    /// What is asked of it.
    public var matter: Matter

    /// A question about what happens at a moment.
    public init(moment: LessonMoment, matter: Matter = .event) {
        self.moment = moment
        self.matter = matter
    }
}

/// Some of the steps of a scene, drawn afresh for each attempt.
public struct DrawnEvents: Equatable, Sendable {
    /// Where they happen.
    public var scene: LessonScene
    /// How many are drawn; at least three.
    public var count: Int

    /// How many are drawn unless the author says otherwise.
    public static let usualCount = 4

    /// So many steps of a scene.
    public init(from scene: LessonScene, count: Int = usualCount) {
        self.scene = scene
        self.count = count
    }
}
