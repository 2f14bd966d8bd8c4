import Courseware
public import Localization

extension PosedQuestion {
    /// What the learner answered, in words; `nil` for giving up, and for what no words can repeat.
    public func answerText(of feedback: Feedback) -> LocalizedText? {
        guard let answer = feedback.answer else { return nil }
        switch (form, answer) {
        case (.choice(let choices), .choice(let place)): return choices.texts(at: [place])
        case (.several(let choices), .several(let places)): return choices.texts(at: places.sorted())
        case (.order(let shown, _), .order(let places)): return shown.at(places).joined(en: " → ", zh: " → ")
        case (.number(_, let unit, _), .number(let number)):
            return unit.map { [LocalizedText(String(number)), $0].joined(en: " ", zh: "") }
                ?? LocalizedText(String(number))
        case (.text, .text(let text)): return LocalizedText(text)
        case (.match(let shown, let pairs), .match(let places)):
            return zip(pairs.map(\.left), shown.at(places)).map { [$0, $1].joined(en: " – ", zh: " – ") }
                .joined(en: "; ", zh: "；")
        case (.recall(let points, _), .recall(let places)):
            let named = places.sorted().filter(points.indices.contains).map { points[$0].text }
            return named.isEmpty ? nil : named.joined(en: "; ", zh: "；")
        case (.choice, _), (.several, _), (.order, _), (.number, _), (.text, _), (.match, _), (.recall, _),
            (.point, _), (.challenge, _):
            return nil
        }
    }
}

extension [Choice] {
    fileprivate func texts(at places: [Int]) -> LocalizedText? {
        let texts = map(\.text).at(places)
        return texts.isEmpty ? nil : texts.joined(en: "; ", zh: "；")
    }
}

extension [LocalizedText] {
    /// The texts at those of the places that exist.
    fileprivate func at(_ places: [Int]) -> [LocalizedText] { places.filter(indices.contains).map { self[$0] } }
}
