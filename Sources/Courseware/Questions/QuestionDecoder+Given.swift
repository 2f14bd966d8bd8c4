import Localization
import LocatedJSON

extension QuestionDecoder {
    /// What a question draws, and from what.
    var given: Reading<GivenValues> {
        Reading { node, log in
            guard let object = ObjectReader(node, as: "'given'", log: log) else { return nil }
            var values = GivenValues()
            for member in object.node.members ?? [] {
                values.places[member.key] = member.keyPlace
                guard Expression.isName(member.key) else {
                    log.report(CourseFault.malformedName(member.key), at: member.keyPlace)
                    continue
                }
                guard let source = source(member.value, besides: values, log) else { continue }
                values.given.append(Given(name: member.key, source: source.drawn))
                if let field = source.field { values.fields.append((member.key, field)) }
            }
            return values
        }
    }

    /// The ways to draw a value.
    private static let ways = ["random", "pick", "from"]

    private func source(
        _ node: JSONNode, besides values: GivenValues, _ log: FaultLog
    ) -> (drawn: Given.Source, field: PlacedField?)? {
        guard var object = ObjectReader(node, as: "a given value", log: log) else { return nil }
        let range = object.optional("random", ends)
        let texts = object.optional("pick", .list(of: .text, atLeast: 2))
        let other = object.optional("with", .string)
        let field = object.optional("from", .lessonField)
        object.finish()
        let used = Self.ways.filter(object.has)
        if used.count > 1 {
            log.report(CourseFault.exclusiveKeys(used[0], used[1]), at: object.member(used[1])?.keyPlace ?? node.head)
        } else if used.isEmpty {
            log.report(CourseFault.noneOfKeys("a given value", Self.ways), at: node.head)
        }
        if let with = object.member("with"), !object.has("pick") {
            log.report(CourseFault.needsCompanion("with", "pick"), at: with.keyPlace)
        }
        guard used.count == 1 else { return nil }
        if let range { return (.random(range), nil) }
        if let field { return (.field(field.field), field) }
        guard let texts else { return nil }
        if let other, values.picks(other) != texts.count {
            log.report(CourseFault.unpairedPick(other, count: texts.count), at: object.place(of: "with"))
        }
        return (.pick(texts, with: other), nil)
    }

    private var ends: Reading<ClosedRange<Int64>> {
        Reading { node, log in
            let pair = Reading<[JSONNode]>("a list of the least and the greatest value") { node in
                node.elements.flatMap { $0.count == 2 ? $0 : nil }
            }
            guard let nodes = pair.read(node, log) else { return nil }
            let numbers = nodes.compactMap { Reading<Int64>.wholeNumber.read($0, log) }
            guard numbers.count == 2 else { return nil }
            guard numbers[0] <= numbers[1] else {
                log.report(CourseFault.emptyRange(numbers[0], numbers[1]), at: node.head)
                return nil
            }
            return numbers[0]...numbers[1]
        }
    }

    // MARK: Where values are used

    /// Keys of a question whose strings are no texts of it.
    private static let otherKeys: Set = ["id", "kind", "given", "cite", "show", "picture", "from"]

    /// Reports what a question says of values that it does not give, and values that it gives in vain.
    ///
    /// Braces are ordinary characters in a question that gives nothing, unless it is about a number.
    mutating func check(
        _ values: GivenValues, of kind: Kind, in object: ObjectReader, _ form: Question.Kind?
    ) {
        guard kind == .number || object.has("given") else { return }
        var formulas: [Expression] = []
        if case .number(let answer, _, let wrong) = form { formulas = [answer] + wrong.map(\.answer) }
        var used = Set(formulas.flatMap(\.names))
        for name in values.given.compactMap(\.companion) { used.insert(name) }
        for member in object.node.members ?? [] where !Self.otherKeys.contains(member.key) {
            // Formulas are looked through where they are read.
            let isFormula = kind == .number && member.key == "answer"
            let shown =
                isFormula ? [] : placeholders(in: member.value, values, skipping: kind == .number ? "answer" : nil)
            used.formUnion(shown)
            // Nobody can count with a number that is not told. A name that is not given may be a misspelling of it.
            guard member.key == "ask", let answer = formulas.first, shown.allSatisfy({ values.places[$0] != nil })
            else { continue }
            for name in answer.names where !shown.contains(name) && values.places[name] != nil {
                log.report(CourseFault.unshownValue(name), at: object.place(of: "answer"))
            }
        }
        if form != nil {
            for name in values.places.keys.sorted() where !used.contains(name) && Expression.isName(name) {
                log.report(CourseFault.unusedValue(name), at: values.places[name] ?? object.node.head)
            }
        }
        for (name, field) in values.fields {
            let target = Reference.Target.field(
                field.field, mustBeNumber: formulas.contains { $0.names.contains(name) }, field.places,
                fieldPlace: field.fieldPlace)
            references.append(Reference(target: target, place: field.places.lesson))
        }
    }

    /// The names in braces in the texts of a value; reports those that are not given.
    private func placeholders(
        in node: JSONNode, _ values: GivenValues, skipping key: String?
    ) -> Set<String> {
        var names: Set<String> = []
        for placeholder in Placeholders.all(in: node.string ?? "") {
            names.insert(placeholder.name)
            guard values.places[placeholder.name] == nil else { continue }
            let fault = CourseFault.unknownValue(placeholder.name, known: values.places.keys.sorted())
            log.report(fault, at: node.place(of: placeholder.range))
        }
        for element in node.elements ?? [] { names.formUnion(placeholders(in: element, values, skipping: key)) }
        for member in node.members ?? [] where member.key != key {
            names.formUnion(placeholders(in: member.value, values, skipping: key))
        }
        return names
    }
}

extension Given {
    /// The value that it is drawn together with.
    fileprivate var companion: String? { if case .pick(_, let other) = source { other } else { nil } }
}
