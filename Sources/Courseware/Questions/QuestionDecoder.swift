import Localization
import LocatedJSON

/// Reads the questions of a quiz.
struct QuestionDecoder {
    let log: FaultLog
    /// What questions point at in lessons.
    var references: [Reference] = []

    init(log: FaultLog) { self.log = log }

    /// The kinds of question, by the word that the format has for them.
    enum Kind: String, CaseIterable {
        case choice, several, order, number, text, match, point, challenge, predict, recall

        /// Whether values can be drawn for it.
        fileprivate var takesValues: Bool {
            switch self {
            case .choice, .several, .order, .number, .text, .match, .recall: true
            case .point, .challenge, .predict: false
            }
        }

        /// Whether a ladder can stand beside it; those that are about a scene show it themselves.
        fileprivate var takesPicture: Bool { takesValues }

        /// Whether a lesson may have the words for it.
        fileprivate var takesWordsFromLesson: Bool { self == .challenge || self == .predict }
    }

    mutating func question(_ node: JSONNode) -> Question? {
        guard var object = ObjectReader(node, as: "a question", log: log) else { return nil }
        let id = object.required("id", .identifier)
        let kind = object.required("kind", .oneOf(Kind.allCases.map { ($0.rawValue, $0) }))
        guard let kind else {
            // Without the kind nobody knows which other keys belong here.
            for key in object.keys { object.allow(key) }
            object.finish()
            return nil
        }
        object.name = "\(kind == .order ? "an" : "a") '\(kind.rawValue)' question"
        let isTold = !kind.takesWordsFromLesson || kind == .challenge && Self.isOwnChallenge(object)
        let ask = isTold ? object.required("ask", .text) : object.optional("ask", .text)
        let values = kind.takesValues ? object.optional("given", given) ?? GivenValues() : GivenValues()
        let form = form(of: kind, values, &object)
        let needsReason = isTold && kind != .recall
        let because = needsReason ? object.required("because", .text) : object.optional("because", .text)
        let citations = isTold ? object.required("cite", .citations) : object.optional("cite", .citations)
        let hints = object.optional("hints", .list(of: .text, atLeast: 1, atMost: CourseLimits.hints)) ?? []
        let show = object.optional("show", .moment)
        let picture = kind.takesPicture ? object.optional("picture", .moment) : nil
        for moment in [show, picture] { if let moment { references.append(moment.reference) } }
        if kind.takesValues { check(values, of: kind, in: object, form) }
        object.finish()
        guard let id, ask != nil || !isTold, let form else { return nil }
        return Question(
            id: id, ask: ask, kind: form, given: values.given, hints: hints,
            because: because ?? (needsReason ? "" : nil), citations: citations ?? [], show: show?.moment,
            picture: picture?.moment)
    }

    private mutating func form(
        of kind: Kind, _ values: GivenValues, _ object: inout ObjectReader
    ) -> Question.Kind? {
        switch kind {
        case .choice: object.required("choices", .choices(exactlyOneRight: true)).map { .choice($0) }
        case .several: object.required("choices", .choices(exactlyOneRight: false)).map { .several($0) }
        case .order: orderForm(&object)
        case .number: NumberQuestionDecoder(log: log).form(&object, values)
        case .text: textForm(&object)
        case .match: object.required("pairs", .pairs).map { .match($0) }
        case .point: pointForm(&object)
        case .challenge: challengeForm(&object)
        case .predict: predictForm(&object)
        case .recall:
            if let points = object.required("points", .recallPoints), let model = object.required("model", .text) {
                .recall(points: points, model: model)
            } else {
                nil
            }
        }
    }

    // MARK: Order

    private mutating func orderForm(_ object: inout ObjectReader) -> Question.Kind? {
        guard object.has("from") else {
            object.allow("from")
            return object.required("items", .orderItems).map { .order($0) }
        }
        if let items = object.member("items") {
            object.allow("items")
            log.report(CourseFault.exclusiveKeys("from", "items"), at: items.keyPlace)
        }
        guard let drawn = object.optional("from", .drawnEvents) else { return nil }
        references.append(Reference(target: .drawnEvents(drawn.events, drawn.places), place: drawn.places.lesson))
        return .orderOfEvents(drawn.events)
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
}
