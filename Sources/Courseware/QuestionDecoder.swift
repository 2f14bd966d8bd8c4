import Localization
import LocatedJSON

/// Reads the questions of a quiz.
struct QuestionDecoder {
    let log: FaultLog
    /// The moments that questions point at.
    private(set) var references: [Reference] = []

    init(log: FaultLog) { self.log = log }

    /// The kinds of question, by the word that the format has for them.
    private enum Kind: String, CaseIterable { case choice, several, order, number, text, match }

    mutating func question(_ node: JSONNode) -> Question? {
        guard var object = ObjectReader(node, as: "a question", log: log) else { return nil }
        let id = object.required("id", .identifier)
        let kind = object.required("kind", .oneOf(Kind.allCases.map { ($0.rawValue, $0) }))
        let ask = object.required("ask", .text)
        let because = object.required("because", .text)
        let citations = object.required("cite", .citations)
        let show = object.optional("show", moment), picture = object.optional("picture", moment)
        for moment in [show, picture] { if let moment { references.append(moment.reference) } }
        guard let kind else {
            // Without the kind nobody knows which other keys belong here.
            for key in object.keys { object.allow(key) }
            object.finish()
            return nil
        }
        object.name = "\(kind == .order ? "an" : "a") '\(kind.rawValue)' question"
        let (form, given) = form(of: kind, &object)
        object.finish()
        guard let id, let ask, let form else { return nil }
        return Question(
            id: id, ask: ask, kind: form, given: given, because: because ?? "", citations: citations ?? [],
            show: show?.moment, picture: picture?.moment)
    }

    private func form(of kind: Kind, _ object: inout ObjectReader) -> (Question.Kind?, [Given]) {
        switch kind {
        case .choice: (object.required("choices", .choices(exactlyOneRight: true)).map { .choice($0) }, [])
        case .several: (object.required("choices", .choices(exactlyOneRight: false)).map { .several($0) }, [])
        case .order: (object.required("items", items).map { .order($0) }, [])
        case .number: NumberQuestionDecoder(log: log).form(&object)
        case .text: (textForm(&object), [])
        case .match: (object.required("pairs", pairs).map { .match($0) }, [])
        }
    }

    // MARK: Order and match

    private var items: Reading<[LocalizedText]> {
        Reading { node, log in
            var seen = SeenTexts("items")
            let item = Reading<LocalizedText> { node, log in
                let text = Reading.text.read(node, log)
                if let text { seen.see(text, at: node.head, log) }
                return text
            }
            return Reading<[LocalizedText]>.list(of: item, atLeast: 3).read(node, log)
        }
    }

    private var pairs: Reading<[Pair]> {
        Reading { node, log in
            var lefts = SeenTexts("left sides"), rights = SeenTexts("right sides")
            let pair = Reading<Pair> { node, log in
                guard var object = ObjectReader(node, as: "a pair", log: log) else { return nil }
                let left = object.required("left", .text), right = object.required("right", .text)
                object.finish()
                if let left { lefts.see(left, at: object.place(of: "left"), log) }
                if let right { rights.see(right, at: object.place(of: "right"), log) }
                guard let left, let right else { return nil }
                return Pair(left: left, right: right)
            }
            return Reading<[Pair]>.list(of: pair, atLeast: 3).read(node, log)
        }
    }

    // MARK: Text

    private func textForm(_ object: inout ObjectReader) -> Question.Kind? {
        let accept = object.required("accept", .list(of: .wording, atLeast: 1))
        let right = Set((accept ?? []).map { TextAnswer($0) })
        var foreseen: Set<TextAnswer> = []
        let mistake = Reading<ExpectedMistake<String>> { node, log in
            guard var object = ObjectReader(node, as: "an expected mistake", log: log) else { return nil }
            let answer = object.required("answer", .wording), because = object.required("because", .text)
            object.finish()
            if let answer, right.contains(TextAnswer(answer)) {
                log.report(CourseFault.mistakeIsRight(answer), at: object.place(of: "answer"))
            } else if let answer, !foreseen.insert(TextAnswer(answer)).inserted {
                log.report(CourseFault.repeatedMistake(answer), at: object.place(of: "answer"))
            }
            guard let answer, let because else { return nil }
            return ExpectedMistake(answer: answer, because: because)
        }
        let wrong = object.optional("wrong", .list(of: mistake)) ?? []
        return accept.map { .text(accept: $0, wrong: wrong) }
    }

    // MARK: Moments

    private struct PlacedMoment { var moment: LessonMoment, reference: Reference }

    private var moment: Reading<PlacedMoment> {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "a moment", log: log) else { return nil }
            let lesson = object.required("lesson", .identifier)
            let variant = object.optional("variant", .identifier)
            let anchor = object.required("at", .identifier)
            object.finish()
            guard let lesson, let anchor else { return nil }
            let moment = LessonMoment(lesson: lesson, variant: variant, anchor: anchor)
            let target = Reference.Target.moment(
                moment, variantPlace: object.place(of: "variant"), anchorPlace: object.place(of: "at"))
            return PlacedMoment(
                moment: moment, reference: Reference(target: target, place: object.place(of: "lesson")))
        }
    }
}

/// Texts that must differ from each other in every language, because the learner has to tell them apart.
struct SeenTexts {
    private let what: String
    private var wordings: Set<String> = []

    /// - Parameter what: What the texts are, in the plural.
    init(_ what: String) { self.what = what }

    /// Notes a text, and reports it when one before it reads the same in some language.
    mutating func see(_ text: LocalizedText, at place: Place, _ log: FaultLog) {
        let new = Set(Language.allCases.map { "\($0.rawValue):\(text($0))" })
        if let twice = Language.allCases.first(where: { wordings.contains("\($0.rawValue):\(text($0))") }) {
            log.report(CourseFault.repeatedText(text(twice), of: what), at: place)
        }
        wordings.formUnion(new)
    }
}
