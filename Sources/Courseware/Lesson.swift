public import Localization
public import Timelines

/// A lesson as the player shows it: one or several scenes with narration, and what surrounds them.
public struct Lesson: Equatable, Sendable {
    /// Stable name; progress is stored under it. The same as the file name without `.json`.
    public var id: String
    /// Where the catalogue lists it: `tcp`, `dns`, ….
    public var track: String
    /// Place inside the track; ties are broken by id.
    public var order: Int
    /// How long a learner needs.
    public var minutes: Int
    public var title: LocalizedText
    /// The question as an interviewer asks it.
    public var question: LocalizedText?
    /// One to three sentences for the catalogue.
    public var summary: LocalizedText
    /// The main telling first, then the variants; never empty.
    public var scenes: [Scene]
    /// What people believe, and what is true.
    public var myths: [Myth]
    /// What one could say aloud in an interview.
    public var answer: LocalizedText?
    /// The id of the quiz that belongs to it.
    public var quiz: String?
}

/// One telling of a lesson: a timeline and its narration.
public struct Scene: Equatable, Sendable {
    /// Stable name inside the lesson; `main` for the first.
    public var id: String
    public var title: LocalizedText
    /// What is different here, for variants.
    public var about: LocalizedText?
    public var timeline: Timeline
    /// The narration in order of ``Step/event``; may be empty.
    public var steps: [Step]
}

/// A place where the player stops to say something.
public struct Step: Equatable, Sendable {
    /// The event that it is about, as an index in the scene's events.
    public var event: Int
    public var say: LocalizedText
    public var citations: [Citation]
    /// A question put to the learner before the event, in predict mode.
    public var ask: Prediction?
}

/// "What comes next?", asked before the event is shown.
public struct Prediction: Equatable, Sendable {
    public var question: LocalizedText
    /// Exactly one of them is right.
    public var choices: [Choice]
}

/// What people believe, and what is true.
public struct Myth: Equatable, Sendable {
    public var claim: LocalizedText
    public var truth: LocalizedText
    public var citations: [Citation]
}

/// A source, in the form that authors write: `RFC 9293 §3.5`.
public struct Citation: Hashable, Sendable {
    public var text: String

    public init(_ text: String) { self.text = text }
}
