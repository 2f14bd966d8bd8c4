public import Courseware
public import Localization

/// A question as it is put to the learner once: values drawn, texts filled in, choices in the order shown.
///
/// "Place" means a 0-based index into what is shown. The same question and seed give the same posed question.
public struct PosedQuestion: Equatable, Sendable {
    /// The question's stable name inside its quiz; empty for a prediction.
    public let id: String
    /// What is asked.
    public let ask: LocalizedText
    /// What is shown, and what is right.
    public let form: Form
    /// The values drawn for this attempt, by name.
    public let values: [String: Int64]
    /// The explanation shown after any answer.
    public let because: LocalizedText
    /// Where that comes from.
    public let citations: [Citation]
    /// The moment in a lesson that answers it.
    public let show: LessonMoment?
    /// The ladder drawn beside the question.
    public let picture: LessonMoment?

    /// The kinds of question, each with what it shows in the order shown.
    public enum Form: Equatable, Sendable {
        /// Exactly one is right.
        case choice([Choice])
        /// All the right ones must be chosen and no other.
        case several([Choice])
        /// `shown` is to be put in the order `right`, which never reads like `shown`.
        case order(shown: [LocalizedText], right: [LocalizedText])
        /// A whole number.
        case number(right: Int64, unit: LocalizedText?, wrong: [ExpectedMistake<Int64>])
        /// Any of `accept`, compared as ``TextAnswer``.
        case text(accept: [String], wrong: [ExpectedMistake<String>])
        /// For each of `left` one of `shown`; `right[i]` is what belongs to `left[i]`.
        case match(left: [LocalizedText], shown: [LocalizedText], right: [LocalizedText])
    }

    /// Puts `question` to the learner; `nil` when its answer cannot be computed from the values it draws (an
    /// unknown name, always a division by zero), which `netarium check` reports.
    public init?(_ question: Question, seed: UInt64) {
        var random = SplitMix64(seed: seed, for: question.id)
        guard let values = Self.drawValues(for: question, using: &random) else { return nil }
        guard let form = Form(question.kind, values: values, using: &random) else { return nil }
        self.init(
            id: question.id, ask: question.ask.filled(with: values), form: form, values: values,
            because: question.because.filled(with: values), citations: question.citations, show: question.show,
            picture: question.picture)
    }

    /// Puts a prediction to the learner; the explanation is what the step says when it is shown.
    public init(_ prediction: Prediction, of step: Step, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        self.init(
            id: "", ask: prediction.question, form: .choice(random.shuffled(prediction.choices)), values: [:],
            because: step.say, citations: step.citations, show: nil, picture: nil)
    }

    private init(
        id: String, ask: LocalizedText, form: Form, values: [String: Int64], because: LocalizedText,
        citations: [Citation], show: LessonMoment?, picture: LessonMoment?
    ) {
        self.id = id
        self.ask = ask
        self.form = form
        self.values = values
        self.because = because
        self.citations = citations
        self.show = show
        self.picture = picture
    }

    /// Values from which the answer can be computed; if possible such that no expected mistake is right by chance,
    /// as `{a} + {b}` would be for `{a} * {b}` when both are 2.
    private static func drawValues(for question: Question, using random: inout SplitMix64) -> [String: Int64]? {
        var usable: [String: Int64]?
        for _ in 0..<100 {
            var values: [String: Int64] = [:]
            for given in question.given { values[given.name] = random.draw(from: given.range) }
            guard case .number(let answer, _, let wrong) = question.kind else { return values }
            guard let right = answer.evaluate(values) else { continue }
            if wrong.allSatisfy({ $0.answer.evaluate(values) != right }) { return values }
            usable = usable ?? values
        }
        return usable
    }
}

extension PosedQuestion.Form {
    /// `kind` with `values` filled in and everything shuffled that must not be shown in the author's order.
    init?(_ kind: Question.Kind, values: [String: Int64], using random: inout SplitMix64) {
        func filled(_ choices: [Choice]) -> [Choice] {
            choices.map { choice in
                var choice = choice
                choice.text = choice.text.filled(with: values)
                choice.because = choice.because?.filled(with: values)
                return choice
            }
        }
        switch kind {
        case .choice(let choices): self = .choice(random.shuffled(filled(choices)))
        case .several(let choices): self = .several(random.shuffled(filled(choices)))
        case .order(let items):
            let right = items.map { $0.filled(with: values) }
            self = .order(shown: random.disordered(right), right: right)
        case .number(let answer, let unit, let wrong):
            guard let right = answer.evaluate(values) else { return nil }
            let mistakes = wrong.compactMap { mistake in
                mistake.answer.evaluate(values).map {
                    ExpectedMistake(answer: $0, because: mistake.because.filled(with: values))
                }
            }
            self = .number(right: right, unit: unit, wrong: mistakes)
        case .text(let accept, let wrong):
            let mistakes = wrong.map {
                ExpectedMistake(answer: $0.answer, because: $0.because.filled(with: values))
            }
            self = .text(accept: accept, wrong: mistakes)
        case .match(let pairs):
            let right = pairs.map { $0.right.filled(with: values) }
            let left = pairs.map { $0.left.filled(with: values) }
            self = .match(left: left, shown: random.disordered(right), right: right)
        }
    }
}
