public import Courseware
public import Localization
public import Timelines

/// A question as it is put to the learner once: values drawn, texts filled in, choices in the order shown.
///
/// "Place" means a 0-based index into what is shown. The same question, seed and lessons give the same posed question.
public struct PosedQuestion: Equatable, Sendable {
    /// The question's stable name inside its quiz; empty for a prediction.
    public let id: String
    /// What is asked.
    public let ask: LocalizedText
    /// What is shown, and what is right.
    public let form: Form
    /// The numbers drawn for this attempt, by name.
    public let values: [String: Int64]
    /// What helps without giving the answer away, in the order in which it is shown.
    public internal(set) var hints: [LocalizedText]
    /// The explanation shown after any answer.
    public let because: LocalizedText
    /// Where that comes from.
    public let citations: [Citation]
    /// The moment in a lesson that answers it.
    public let show: LessonMoment?
    /// The ladder drawn beside the question.
    public let picture: Picture?

    /// A ladder beside a question, as it is at a moment; nothing later is shown.
    public struct Picture: Equatable, Sendable {
        /// What is told.
        public var scene: Scene
        /// When.
        public var moment: Moment
        /// Whether the question cannot be answered without it, so that it must be seen on a small screen too.
        public var isNeeded = false
    }

    /// Puts `question` to the learner; `nil` when its answer cannot be computed.
    ///
    /// That is so for an unknown name, always a division by zero, or a lesson that does not have what it asks about, all of
    /// which `netarium check` reports.
    ///
    /// - Parameters:
    ///   - question: What is asked.
    ///   - seed: Where every drawn value and every shuffle comes from.
    ///   - course: The lessons that the question is about.
    public init?(_ question: Question, seed: UInt64, in course: Catalog = Catalog()) {
        var random = SplitMix64(seed: seed, for: question.id)
        // A generator of its own, so that what is drawn from lessons moves nothing else.
        var shelf = SceneShelf(course, seed: seed ^ 0x5CE2_E500_0000_0000)
        guard let values = DrawnValues.draw(for: question, from: &shelf, using: &random) else { return nil }
        var words = Words(question, values)
        guard let form = Form(question, values, &shelf, &words, using: &random) else { return nil }
        self.init(
            id: question.id, ask: words.ask ?? "", form: form, values: values.numbers,
            hints: words.hints, because: words.because ?? "", citations: words.citations,
            show: question.show ?? words.show, picture: words.picture ?? question.picture.flatMap(shelf.picture))
    }

    /// Puts a prediction to the learner; the explanation is what the step says when it is shown.
    public init(_ prediction: Prediction, of step: Step, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        self.init(
            id: "", ask: prediction.question, form: .choice(random.shuffled(prediction.choices)), values: [:],
            hints: [], because: step.say, citations: step.citations, show: nil, picture: nil)
    }

    private init(
        id: String, ask: LocalizedText, form: Form, values: [String: Int64], hints: [LocalizedText],
        because: LocalizedText, citations: [Citation], show: LessonMoment?, picture: Picture?
    ) {
        self.id = id
        self.ask = ask
        self.form = form
        self.values = values
        self.hints = hints
        self.because = because
        self.citations = citations
        self.show = show
        self.picture = picture
    }

    /// What is said before and after the answer: what the author wrote, or what the lesson has for it.
    struct Words {
        var ask: LocalizedText?
        var hints: [LocalizedText]
        var because: LocalizedText?
        var citations: [Citation]
        var show: LessonMoment?
        var picture: Picture?

        fileprivate init(_ question: Question, _ values: DrawnValues) {
            ask = question.ask.map(values.fill)
            hints = question.hints.map(values.fill)
            because = question.because.map(values.fill)
            citations = question.citations
        }
    }
}

extension SceneShelf {
    /// A scene at the moment when the event named there has just happened.
    fileprivate func picture(_ place: LessonMoment) -> PosedQuestion.Picture? {
        event(place).map { scene, event in
            PosedQuestion.Picture(
                scene: scene, moment: Moment(scene.timeline.events[event].instant, happened: event + 1))
        }
    }
}
