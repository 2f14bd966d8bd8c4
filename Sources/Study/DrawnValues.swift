import Courseware
import Localization

/// The values of one attempt at a question, by name.
struct DrawnValues: Equatable, Sendable {
    /// Those that can be counted with.
    var numbers: [String: Int64] = [:]
    /// Those that can only be shown.
    var texts: [String: LocalizedText] = [:]

    /// Values from which the answer of a question can be computed; if possible such that no expected mistake is right by
    /// chance, as `{a} + {b}` would be for `{a} * {b}` when both are 2.
    ///
    /// - Returns: `nil` when there are none.
    static func draw(
        for question: Question, from shelf: inout SceneShelf, using random: inout SplitMix64
    ) -> DrawnValues? {
        var usable: DrawnValues?
        for _ in 0..<100 {
            guard let values = draw(question.given, from: &shelf, using: &random) else { return nil }
            guard case .number(let answer, _, let wrong) = question.kind else { return values }
            guard let right = answer.evaluate(values.numbers) else { continue }
            if wrong.allSatisfy({ $0.answer.evaluate(values.numbers) != right }) { return values }
            usable = usable ?? values
        }
        return usable
    }

    private static func draw(
        _ given: [Given], from shelf: inout SceneShelf, using random: inout SplitMix64
    ) -> DrawnValues? {
        var values = DrawnValues(), places: [String: Int] = [:]
        for given in given {
            switch given.source {
            case .random(let range): values.numbers[given.name] = random.draw(from: range)
            case .pick(let texts, let other):
                guard !texts.isEmpty else { return nil }
                let place = other.flatMap { places[$0] } ?? Int(random.below(UInt64(texts.count)))
                places[given.name] = place
                values.texts[given.name] = texts[min(place, texts.count - 1)]
            case .field(let field):
                guard let value = shelf.value(of: field) else { return nil }
                if let number = Int64(value) {
                    values.numbers[given.name] = number
                } else {
                    values.texts[given.name] = LocalizedText(value)
                }
            }
        }
        return values
    }

    /// The text with every `{name}` that has a value replaced by it; other braces stay as they are.
    func fill(_ text: LocalizedText) -> LocalizedText {
        if texts.isEmpty { return numbers.isEmpty ? text : text.mapped { fill($0) { numbers[$0].map(String.init) } } }
        let languages = Set(texts.values.flatMap(\.languages)).union(text.languages)
        if languages.isEmpty { return text.mapped { fill($0, in: .english) } }
        return LocalizedText(inEach: { fill(text($0), in: $0) })
    }

    /// The same for a string in a language.
    func fill(_ text: String, in language: Language) -> String {
        fill(text) { name in numbers[name].map(String.init) ?? texts[name]?(language) }
    }

    private func fill(_ text: String, with value: (String) -> String?) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(where: { $0 == "}" || $0 == "{" }), inside[close] == "}",
                let value = value(String(inside[..<close]))
            else {
                result.append("{")
                rest = inside
                continue
            }
            result += value
            rest = inside[inside.index(after: close)...]
        }
        return result + rest
    }
}
