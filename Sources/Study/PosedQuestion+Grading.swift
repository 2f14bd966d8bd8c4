import Courseware
import Localization

extension PosedQuestion {
    /// Compares `answer` with what is right; `nil` is giving up.
    ///
    /// An answer of another kind than the question, or with places that do not exist, is wrong and nothing worse.
    public func grade(_ answer: Answer?) -> Feedback {
        let isRight = answer.map(form.accepts) ?? false
        return Feedback(
            answer: answer, isRight: isRight, remarks: answer.map { form.remarks(on: $0, isRight: isRight) } ?? [],
            solution: form.solution, solutionText: form.solutionText, because: because, citations: citations, show: show
        )
    }
}

extension PosedQuestion.Form {
    func accepts(_ answer: Answer) -> Bool {
        switch (self, answer) {
        case (.choice(let choices), .choice(let place)): choices.indices.contains(place) && choices[place].isRight
        case (.several(let choices), .several(let places)): places == Self.rightPlaces(choices)
        // Items that read alike may stand for each other: the order is right when it reads right.
        case (.order(let shown, let right), .order(let places)): Self.elements(of: shown, at: places) == right
        case (.number(let right, _, _), .number(let number)): number == right
        case (.text(let accept, _), .text(let text)):
            accept.contains { TextAnswer($0) == TextAnswer(text) }
        case (.match(_, let shown, let right), .match(let places)): Self.elements(of: shown, at: places) == right
        case (.choice, _), (.several, _), (.order, _), (.number, _), (.text, _), (.match, _): false
        }
    }

    func remarks(on answer: Answer, isRight: Bool) -> [Feedback.Remark] {
        switch (self, answer) {
        case (.choice(let choices), .choice(let place)): Self.remarks(on: choices, chosen: [place])
        case (.several(let choices), .several(let places)): Self.remarks(on: choices, chosen: places)
        case (.number(_, let unit, let wrong), .number(let number)) where !isRight:
            wrong.filter { $0.answer == number }.prefix(1).map {
                Feedback.Remark(place: nil, subject: Self.words(for: number, unit), because: $0.because)
            }
        case (.text(_, let wrong), .text(let text)) where !isRight:
            wrong.filter { TextAnswer($0.answer) == TextAnswer(text) }.prefix(1).map {
                Feedback.Remark(place: nil, subject: LocalizedText(text), because: $0.because)
            }
        case (.choice, _), (.several, _), (.order, _), (.number, _), (.text, _), (.match, _): []
        }
    }

    var solution: Answer {
        switch self {
        case .choice(let choices): .choice(Self.rightPlaces(choices).min() ?? 0)
        case .several(let choices): .several(Self.rightPlaces(choices))
        case .order(let shown, let right): .order(Self.places(of: right, in: shown))
        case .match(_, let shown, let right): .match(Self.places(of: right, in: shown))
        case .number(let right, _, _): .number(right)
        case .text(let accept, _): .text(accept.first ?? "")
        }
    }

    var solutionText: LocalizedText {
        switch self {
        case .choice(let choices), .several(let choices):
            choices.filter(\.isRight).map(\.text).joined(en: "; ", zh: "；")
        case .order(_, let right): right.joined(en: " → ", zh: " → ")
        case .number(let right, let unit, _): Self.words(for: right, unit)
        case .text(let accept, _): LocalizedText(accept.first ?? "")
        case .match(let left, _, let right):
            zip(left, right).map { [$0, $1].joined(en: " – ", zh: " – ") }.joined(en: "; ", zh: "；")
        }
    }

    private static func rightPlaces(_ choices: [Choice]) -> Set<Int> {
        Set(choices.indices.filter { choices[$0].isRight })
    }

    private static func remarks(on choices: [Choice], chosen: Set<Int>) -> [Feedback.Remark] {
        choices.indices.filter(chosen.contains).compactMap { place in
            choices[place].because.map {
                Feedback.Remark(place: place, subject: choices[place].text, because: $0)
            }
        }
    }

    private static func words(for number: Int64, _ unit: LocalizedText?) -> LocalizedText {
        guard let unit else { return LocalizedText(String(number)) }
        return LocalizedText(en: "\(number) \(unit(.english))", zh: "\(number)\(unit(.chinese))")
    }

    /// The elements of `shown` at `places`; `nil` unless `places` names each of them exactly once.
    private static func elements(of shown: [LocalizedText], at places: [Int]) -> [LocalizedText]? {
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
