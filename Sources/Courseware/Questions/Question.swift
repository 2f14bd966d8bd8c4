public import Localization

/// One question with everything that is said after it is answered.
public struct Question: Equatable, Sendable {
    /// Stable name inside its quiz; a reworded question keeps it.
    public var id: String
    /// What is asked; names in braces stand for ``given`` values.
    ///
    /// `nil` when the kind has words of its own: those of a lesson's challenge, or what a prediction asks by itself.
    public var ask: LocalizedText?
    /// What kind of answer it wants, and which is right.
    public var kind: Kind
    /// Values drawn afresh for every attempt, in the order they are written.
    public var given: [Given]
    /// What helps without giving the answer away, shown one after the other to who asks for it.
    public var hints: [LocalizedText]
    /// The explanation shown after any answer; `nil` when the lesson that is named has one.
    public var because: LocalizedText?
    /// Where the explanation comes from.
    public var citations: [Citation]
    /// The moment in a lesson that answers it.
    public var show: LessonMoment?
    /// The ladder drawn beside the question.
    public var picture: LessonMoment?

    /// Creates a question; see the properties.
    public init(
        id: String, ask: LocalizedText?, kind: Kind, given: [Given] = [], hints: [LocalizedText] = [],
        because: LocalizedText?, citations: [Citation] = [], show: LessonMoment? = nil, picture: LessonMoment? = nil
    ) {
        self.id = id
        self.ask = ask
        self.kind = kind
        self.given = given
        self.hints = hints
        self.because = because
        self.citations = citations
        self.show = show
        self.picture = picture
    }

    /// How the learner answers.
    public enum Kind: Equatable, Sendable {
        /// Exactly one of the choices is right.
        case choice([Choice])
        /// One or more of the choices are right; all must be chosen and no other.
        case several([Choice])
        /// The items in the right order.
        case order([OrderItem])
        /// Events of a scene, drawn afresh for each attempt, in the order in which they happen.
        case orderOfEvents(DrawnEvents)
        /// A whole number, computed from the values given.
        case number(answer: Expression, unit: LocalizedText?, wrong: [ExpectedMistake<Expression>])
        /// A short text; any of `accept` is right.
        case text(accept: [String], wrong: [ExpectedMistake<String>])
        /// Each left side has one right side.
        case match([Pair])
        /// An event of a scene, found on its ladder.
        case point(PointQuestion)
        /// Something that is to be brought about in the simulator.
        case challenge(ChallengeQuestion)
        /// What happens at a moment of a scene, of which only what comes before is seen.
        case predict(PredictQuestion)
        /// An answer that is said aloud: the points it should name, and how it might sound.
        case recall(points: [RecallPoint], model: LocalizedText)
    }

    /// The ids of the lessons that must be at hand to ask it and to show what it shows; some perhaps twice.
    public var lessons: [String] {
        let own: [String] =
            switch kind {
            case .choice, .several, .order, .number, .text, .match, .recall: []
            case .orderOfEvents(let events): [events.scene.lesson]
            case .point(let point): [point.scene.lesson]
            case .challenge(let challenge): [challenge.lesson]
            case .predict(let predict): [predict.moment.lesson]
            }
        let drawn = given.compactMap { given -> String? in
            if case .field(let field) = given.source { field.moment.lesson } else { nil }
        }
        return own + drawn + [show, picture].compactMap { $0?.lesson }
    }
}
