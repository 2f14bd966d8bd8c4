import Courseware
import Localization

extension PosedQuestion {
    /// Compares `answer` with what is right; `nil` is giving up.
    ///
    /// An answer of another kind than the question, or with places that do not exist, is wrong and nothing worse.
    public func grade(_ answer: Answer?) -> Feedback {
        let isRight = answer.map(form.accepts) ?? false
        return Feedback(
            answer: answer, isRight: isRight, credit: form.credit(for: answer, isRight: isRight),
            remarks: answer.map { form.remarks(on: $0, isRight: isRight) } ?? [], solution: form.solution,
            solutionText: form.solutionText, because: because, citations: citations, show: show)
    }
}

extension PosedQuestion.Form {
    /// The share of the points that an answer said aloud must name, in percent; see ``Grade``.
    private static let recallPercent = 50

    func accepts(_ answer: Answer) -> Bool {
        switch (self, answer) {
        case (.choice(let choices), .choice(let place)): choices.indices.contains(place) && choices[place].isRight
        case (.several(let choices), .several(let places)): places == Self.rightPlaces(choices)
        // Items that read alike may stand for each other: the order is right when it reads right.
        case (.order(let shown, let right), .order(let places)):
            Self.elements(of: shown, at: places) == right.map(\.text)
        case (.number(let right, _, _), .number(let number)): number == right
        case (.text(let accept, _), .text(let text)):
            accept.contains { TextAnswer($0) == TextAnswer(text) }
        case (.match(let shown, let pairs), .match(let places)):
            Self.elements(of: shown, at: places) == pairs.map(\.right)
        case (.point(let point), .point(let event)):
            point.scene.timeline.pointedEvent(for: event).map(point.right.contains) ?? false
        case (.challenge(let posed), .challenge(let faults)): posed.grade(faults)?.isMet ?? false
        case (.recall, .recall): credit(for: answer, isRight: false).percent >= Self.recallPercent
        case (.choice, _), (.several, _), (.order, _), (.number, _), (.text, _), (.match, _), (.point, _),
            (.challenge, _), (.recall, _):
            false
        }
    }

    func credit(for answer: Answer?, isRight: Bool) -> Score {
        guard case .recall(let points, _) = self else { return Score(right: isRight ? 1 : 0, of: 1) }
        guard case .recall(let named)? = answer else { return Score(right: 0, of: points.count) }
        return Score(right: points.indices.count(where: named.contains), of: points.count)
    }

    var solution: Answer {
        switch self {
        case .choice(let choices): .choice(Self.rightPlaces(choices).min() ?? 0)
        case .several(let choices): .several(Self.rightPlaces(choices))
        case .order(let shown, let right): .order(Self.places(of: right.map(\.text), in: shown))
        case .match(let shown, let pairs): .match(Self.places(of: pairs.map(\.right), in: shown))
        case .number(let right, _, _): .number(right)
        case .text(let accept, _): .text(accept.first ?? "")
        case .point(let point): .point(point.right.min() ?? 0)
        case .challenge(let posed): .challenge(posed.challenge.solution)
        case .recall(let points, _): .recall(Set(points.indices))
        }
    }

    var solutionText: LocalizedText {
        switch self {
        case .choice(let choices), .several(let choices):
            choices.filter(\.isRight).map(\.text).joined(en: "; ", zh: "；")
        case .order(_, let right): right.map(\.text).joined(en: " → ", zh: " → ")
        case .number(let right, let unit, _): Self.words(for: right, unit)
        case .text(let accept, _): LocalizedText(accept.first ?? "")
        case .match(_, let pairs):
            pairs.map { [$0.left, $0.right].joined(en: " – ", zh: " – ") }.joined(en: "; ", zh: "；")
        case .point(let point): point.solutionText
        case .challenge(let posed): posed.solutionText
        case .recall(let points, _): points.map(\.text).joined(en: "; ", zh: "；")
        }
    }

    static func rightPlaces(_ choices: [Choice]) -> Set<Int> {
        Set(choices.indices.filter { choices[$0].isRight })
    }

    static func words(for number: Int64, _ unit: LocalizedText?) -> LocalizedText {
        guard let unit else { return LocalizedText(String(number)) }
        return LocalizedText(en: "\(number) \(unit(.english))", zh: "\(number)\(unit(.chinese))")
    }

    /// The elements of `shown` at `places`; `nil` unless `places` names each of them exactly once.
    static func elements(of shown: [LocalizedText], at places: [Int]) -> [LocalizedText]? {
        guard places.sorted() == Array(shown.indices) else { return nil }
        return places.map { shown[$0] }
    }

    /// Where in `shown` each of `right` stands; alike elements take the places from the first on.
    private static func places(of right: [LocalizedText], in shown: [LocalizedText]) -> [Int] {
        var free = Array(shown.indices)
        return right.compactMap { text in
            guard let index = free.firstIndex(where: { shown[$0] == text }) else { return nil }
            return free.remove(at: index)
        }
    }
}
