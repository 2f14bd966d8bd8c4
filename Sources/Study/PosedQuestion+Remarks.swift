import Courseware
import Localization

extension PosedQuestion.Form {
    /// What there is to say about the very mistakes made, and about what was chosen.
    func remarks(on answer: Answer, isRight: Bool) -> [Feedback.Remark] {
        switch (self, answer) {
        case (.choice(let choices), .choice(let place)): return Self.remarks(on: choices, chosen: [place])
        case (.several(let choices), .several(let places)):
            // What was chosen and is wrong, and what is right and was left out.
            return Self.remarks(on: choices, chosen: places.symmetricDifference(Self.rightPlaces(choices)))
        case (.order(let shown, let right), .order(let places)) where !isRight:
            return Self.misplacement(in: Self.elements(of: shown, at: places) ?? [], of: right).map { [$0] } ?? []
        case (.number(_, let unit, let wrong), .number(let number)) where !isRight:
            return wrong.filter { $0.answer == number }.prefix(1).map {
                Feedback.Remark(place: nil, subject: Self.words(for: number, unit), because: $0.because)
            }
        case (.text(_, let wrong), .text(let text)) where !isRight:
            return wrong.filter { TextAnswer($0.answer) == TextAnswer(text) }.prefix(1).map {
                Feedback.Remark(place: nil, subject: LocalizedText(text), because: $0.because)
            }
        case (.match(let shown, let pairs), .match(let places)) where !isRight:
            return Self.mismatches(in: Self.elements(of: shown, at: places) ?? [], of: pairs)
        case (.point(let point), .point(let event)) where !isRight:
            guard let place = point.scene.timeline.pointedEvent(for: event) else { return [] }
            return [Feedback.Remark(place: nil, subject: point.words(for: place), because: point.because(place))]
        case (.recall(let points, _), .recall(let named)):
            return points.indices.filter { !named.contains($0) }.map { place in
                Feedback.Remark(place: place, subject: points[place].text, because: points[place].because ?? .notNamed)
            }
        default: return []
        }
    }

    private static func remarks(on choices: [Choice], chosen: Set<Int>) -> [Feedback.Remark] {
        choices.indices.filter(chosen.contains).compactMap { place in
            choices[place].because.map {
                Feedback.Remark(place: place, subject: choices[place].text, because: $0)
            }
        }
    }

    /// The first two neighbours in the answer that stand the wrong way round, and why.
    private static func misplacement(in answer: [LocalizedText], of right: [OrderItem]) -> Feedback.Remark? {
        // Items that read alike are told apart by nothing, so that either of their places will do.
        func places(of text: LocalizedText) -> [Int] { right.indices.filter { right[$0].text == text } }
        for (first, second) in zip(answer, answer.dropFirst()) {
            guard let early = places(of: first).min(), let late = places(of: second).max(), early > late else {
                continue
            }
            let subject = LocalizedText { language in
                let arrow = language == .chinese ? "，然后" : ", then "
                return "\(second(language))\(arrow)\(first(language))"
            }
            return Feedback.Remark(
                place: nil, subject: subject, because: right[early].because ?? right[late].because ?? .otherWayRound)
        }
        return nil
    }

    /// Every pair that was torn apart, with what was put in its place.
    private static func mismatches(in answer: [LocalizedText], of pairs: [Pair]) -> [Feedback.Remark] {
        zip(pairs, answer).filter { $0.right != $1 }.map { pair, given in
            let owner = pairs.first { $0.right == given }
            let subject = [pair.left, given].joined(en: " – ", zh: " – ")
            return Feedback.Remark(
                place: nil, subject: subject, because: owner?.because ?? pair.because ?? belonging(owner, given))
        }
    }

    private static func belonging(_ owner: Pair?, _ given: LocalizedText) -> LocalizedText {
        let left = owner?.left ?? ""
        return LocalizedText { language in
            language == .chinese
                ? "“\(given(.chinese))”对应的是“\(left(.chinese))”。" : "That belongs to \(left(language))."
        }
    }
}

extension LocalizedText {
    fileprivate static let otherWayRound = LocalizedText(
        en: "You have these two the other way round.", zh: "这两项的先后颠倒了。")
    fileprivate static let notNamed = LocalizedText(en: "Name this next time.", zh: "下次要提到这一点。")
}
