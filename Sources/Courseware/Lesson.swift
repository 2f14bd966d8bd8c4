public import Localization
import Timelines

/// A lesson as the player shows it: one or several scenes with narration, and what surrounds them.
public struct Lesson: Equatable, Sendable {
    /// Stable name; progress is stored under it.
    ///
    /// The same as the file name without `.json`.
    public var id: String
    /// Where the catalogue lists it: `tcp`, `dns`, ….
    public var track: String
    /// Place inside the track; ties are broken by id.
    public var order: Int
    /// How long a learner needs.
    public var minutes: Int
    /// What the catalogue and the player call it.
    public var title: LocalizedText
    /// The question as an interviewer asks it.
    public var question: LocalizedText?
    /// One to three sentences for the catalogue.
    public var summary: LocalizedText
    /// The ids of the lessons that are best known before it.
    public var needs: [String]
    /// The main telling first, then the variants; never empty.
    public var scenes: [Scene]
    /// What people believe, and what is true.
    public var myths: [Myth]
    /// What the learner can try to bring about.
    public var challenges: [Challenge]
    /// What one could say aloud in an interview.
    public var answer: LocalizedText?
    /// The id of the quiz that belongs to it.
    public var quiz: String?

    /// Creates a lesson; see the properties.
    public init(
        id: String, track: String, order: Int = LessonHead.usualOrder, minutes: Int = LessonHead.usualMinutes,
        title: LocalizedText, question: LocalizedText? = nil, summary: LocalizedText, needs: [String] = [],
        scenes: [Scene], myths: [Myth] = [], challenges: [Challenge] = [],
        answer: LocalizedText? = nil, quiz: String? = nil
    ) {
        self.id = id
        self.track = track
        self.order = order
        self.minutes = minutes
        self.title = title
        self.question = question
        self.summary = summary
        self.needs = needs
        self.scenes = scenes
        self.myths = myths
        self.challenges = challenges
        self.answer = answer
        self.quiz = quiz
    }

    /// What the list of lessons shows of it.
    public var head: LessonHead { LessonHead(id: id, track: track, order: order, minutes: minutes, title: title) }

    /// The scene of this id; the main scene for `nil`.
    public func scene(_ id: String?) -> Scene? { scenes.first { $0.id == id ?? Scene.mainID } }
}

/// A place where the player stops to say something.
public struct Step: Equatable, Sendable {
    /// The event that it is about, as an index in the scene's events.
    public var event: Int
    /// The narration, in lesson markup.
    public var say: LocalizedText
    /// Where the narration comes from.
    public var citations: [Citation]
    /// A question put to the learner before the event, in predict mode.
    public var ask: Prediction?

    /// Creates a step; see the properties.
    public init(event: Int, say: LocalizedText, citations: [Citation] = [], ask: Prediction? = nil) {
        self.event = event
        self.say = say
        self.citations = citations
        self.ask = ask
    }
}

/// "What comes next?", asked before the event is shown.
public struct Prediction: Equatable, Sendable {
    /// What is asked.
    public var question: LocalizedText
    /// Exactly one of them is right.
    public var choices: [Choice]

    /// A question and its choices, of which exactly one is right.
    public init(question: LocalizedText, choices: [Choice]) {
        self.question = question
        self.choices = choices
    }
}

/// What people believe, and what is true.
public struct Myth: Equatable, Sendable {
    /// What people believe.
    public var claim: LocalizedText
    /// What is true.
    public var truth: LocalizedText
    /// Where that comes from.
    public var citations: [Citation]

    /// A belief, its correction, and where the correction comes from.
    public init(claim: LocalizedText, truth: LocalizedText, citations: [Citation] = []) {
        self.claim = claim
        self.truth = truth
        self.citations = citations
    }
}
