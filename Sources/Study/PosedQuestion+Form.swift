public import Courseware
public import Localization

extension PosedQuestion {
    /// The kinds of question, each with what it shows in the order shown.
    public enum Form: Equatable, Sendable {
        /// Exactly one is right.
        case choice([Choice])
        /// All the right ones must be chosen and no other.
        case several([Choice])
        /// `shown` is to be put in the order `right`, which never reads like `shown`.
        case order(shown: [LocalizedText], right: [OrderItem])
        /// A whole number.
        case number(right: Int64, unit: LocalizedText?, wrong: [ExpectedMistake<Int64>])
        /// Any of `accept`, compared as ``TextAnswer``.
        case text(accept: [String], wrong: [ExpectedMistake<String>])
        /// For each left side of `pairs` one of `shown`.
        case match(shown: [LocalizedText], pairs: [Pair])
        /// An event of a ladder.
        case point(PosedPoint)
        /// Something to be brought about in the simulator.
        case challenge(PosedChallenge)
        /// The points that an answer said aloud should name, and how it might sound.
        case recall(points: [RecallPoint], model: LocalizedText)

        /// Whether it is answered in the simulator.
        public var isChallenge: Bool { if case .challenge = self { true } else { false } }
    }
}

extension PosedQuestion.Form {
    /// The question with its values filled in and everything shuffled that must not be shown in the author's order.
    ///
    /// What a lesson has to say about it goes into `words`.
    init?(
        _ question: Question, _ values: DrawnValues, _ shelf: inout SceneShelf, _ words: inout PosedQuestion.Words,
        using random: inout SplitMix64
    ) {
        func filled(_ choices: [Choice]) -> [Choice] {
            choices.map { choice in
                var choice = choice
                choice.text = values.fill(choice.text)
                choice.because = choice.because.map(values.fill)
                return choice
            }
        }
        switch question.kind {
        case .choice(let choices): self = .choice(random.shuffled(filled(choices)))
        case .several(let choices): self = .several(random.shuffled(filled(choices)))
        case .order(let items):
            let right = items.map { OrderItem(values.fill($0.text), because: $0.because.map(values.fill)) }
            self = .order(shown: random.disordered(right.map(\.text)), right: right)
        case .orderOfEvents(let drawn):
            guard let items = drawn.items(from: shelf, using: &random) else { return nil }
            self = .order(shown: random.disordered(items), right: items.map { OrderItem($0) })
        case .number(let answer, let unit, let wrong):
            guard let right = answer.evaluate(values.numbers) else { return nil }
            let mistakes = wrong.compactMap { mistake in
                mistake.answer.evaluate(values.numbers).map {
                    ExpectedMistake(answer: $0, because: values.fill(mistake.because))
                }
            }
            self = .number(right: right, unit: unit.map(values.fill), wrong: mistakes)
        case .text(let accept, let wrong):
            let mistakes = wrong.flatMap { mistake in
                values.wordings(of: mistake.answer).map {
                    ExpectedMistake(answer: $0, because: values.fill(mistake.because))
                }
            }
            self = .text(accept: accept.flatMap(values.wordings), wrong: mistakes)
        case .match(let pairs):
            let pairs = pairs.map {
                Pair(left: values.fill($0.left), right: values.fill($0.right), because: $0.because.map(values.fill))
            }
            self = .match(shown: random.disordered(pairs.map(\.right)), pairs: pairs)
        case .point(let point):
            guard let posed = PosedPoint(point, in: shelf) else { return nil }
            self = .point(posed)
        case .challenge(let challenge):
            guard let posed = PosedChallenge(challenge, of: question, in: shelf, &words) else { return nil }
            self = .challenge(posed)
        case .predict(let predict):
            guard let choices = predict.choices(from: &shelf, &words, using: &random) else { return nil }
            self = .choice(choices)
        case .recall(let points, let model):
            let filled = points.map { RecallPoint(values.fill($0.text), because: $0.because.map(values.fill)) }
            let spoken = values.fill(model)
            self = .recall(points: filled, model: spoken)
            words.because = words.because ?? spoken
        }
    }
}

extension DrawnValues {
    /// A string in each language's wording of the values in it, no two alike.
    fileprivate func wordings(of text: String) -> [String] {
        Language.allCases.map { fill(text, in: $0) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension DrawnEvents {
    /// Steps drawn from the scene, in words, in the order in which they happen; `nil` when it has too few.
    fileprivate func items(from shelf: SceneShelf, using random: inout SplitMix64) -> [LocalizedText]? {
        guard let scene = shelf.scene(scene) else { return nil }
        let events = scene.orderableEvents
        guard events.count >= count else { return nil }
        let drawn = random.shuffled(events).prefix(count).sorted()
        let items = drawn.compactMap(scene.timeline.words(forEvent:))
        return items.count == count ? items : nil
    }
}
