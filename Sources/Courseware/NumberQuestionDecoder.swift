import Localization
import LocatedJSON

/// Reads what is special to a question whose answer is a number: the values given and the formulas over them.
struct NumberQuestionDecoder {
    let log: FaultLog

    /// The form and the values, after everything else of the question has been read.
    func form(_ object: inout ObjectReader) -> (Question.Kind?, [Given]) {
        let values = object.optional("given", given) ?? GivenValues()
        let answer = object.required("answer", Reading.formula(over: values))
        let unit = object.optional("unit", .text)
        let wrong = object.optional("wrong", mistakes(values, right: answer)) ?? []
        var used = Set(answer?.names ?? [])
        for mistake in wrong { used.formUnion(mistake.answer.names) }
        for key in ["ask", "because"] {
            guard let node = object.member(key)?.value else { continue }
            let shown = checkPlaceholders(in: node, values)
            used.formUnion(shown)
            // Nobody can count with a number that is not told. A name that is not given may be a misspelling of it.
            guard key == "ask", shown.allSatisfy({ values.places[$0] != nil }) else { continue }
            for name in answer?.names ?? [] where !shown.contains(name) && values.places[name] != nil {
                log.report(CourseFault.unshownValue(name), at: object.place(of: "answer"))
            }
        }
        for name in values.places.keys.sorted() where !used.contains(name) && Expression.isName(name) && answer != nil {
            log.report(CourseFault.unusedValue(name), at: values.places[name] ?? object.node.head)
        }
        return (answer.map { .number(answer: $0, unit: unit, wrong: wrong) }, values.given)
    }

    // MARK: Values

    private var given: Reading<GivenValues> {
        Reading { node, log in
            guard let object = ObjectReader(node, as: "'given'", log: log) else { return nil }
            var values = GivenValues()
            for member in object.node.members ?? [] {
                values.places[member.key] = member.keyPlace
                guard Expression.isName(member.key) else {
                    log.report(CourseFault.malformedName(member.key), at: member.keyPlace)
                    continue
                }
                guard let range = range.read(member.value, log) else { continue }
                values.given.append(Given(name: member.key, range: range))
            }
            return values
        }
    }

    /// What a given value is drawn from, written as `{ "random": [1000, 90000] }`.
    private var range: Reading<ClosedRange<Int64>> {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "a given value", log: log) else { return nil }
            let ends = object.required("random", ends)
            object.finish()
            return ends
        }
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

    // MARK: Mistakes and texts

    private func mistakes(
        _ values: GivenValues, right: Expression?
    ) -> Reading<[ExpectedMistake<Expression>]> {
        Reading { node, log in
            let right = right.flatMap(values.sampled)
            var foreseen: Set<[Int64]> = []
            let mistake = Reading<ExpectedMistake<Expression>> { node, log in
                guard var object = ObjectReader(node, as: "an expected mistake", log: log) else { return nil }
                let answer = object.required("answer", Reading.formula(over: values))
                let because = object.required("because", .text)
                object.finish()
                if let node = object.member("because")?.value { _ = checkPlaceholders(in: node, values) }
                if let answer, let results = values.sampled(answer), let written = object.member("answer")?.value {
                    let text = written.string ?? written.integer.map { "\($0)" } ?? ""
                    if results == right {
                        log.report(CourseFault.mistakeIsRight(text), at: written.head)
                    } else if !foreseen.insert(results).inserted {
                        log.report(CourseFault.repeatedMistake(text), at: written.head)
                    }
                }
                guard let answer, let because else { return nil }
                return ExpectedMistake(answer: answer, because: because)
            }
            return Reading<[ExpectedMistake<Expression>]>.list(of: mistake).read(node, log)
        }
    }

    /// Reports every `{name}` that is not given; answers the names that occur.
    private func checkPlaceholders(in node: JSONNode, _ values: GivenValues) -> Set<String> {
        var names: Set<String> = []
        for string in [node] + (node.members?.map(\.value) ?? []) {
            for placeholder in Placeholders.all(in: string.string ?? "") {
                names.insert(placeholder.name)
                if values.places[placeholder.name] == nil {
                    let fault = CourseFault.unknownValue(placeholder.name, known: values.places.keys.sorted())
                    log.report(fault, at: string.place(of: placeholder.range))
                }
            }
        }
        return names
    }
}

/// The values that a question gives, as far as they could be read.
struct GivenValues {
    /// Those with a range.
    var given: [Given] = []
    /// Where each name stands, with or without a range.
    var places: [String: Place] = [:]

    /// The ranges by name; `nil` when one of them could not be read.
    var ranges: [String: ClosedRange<Int64>]? {
        guard given.count == places.count else { return nil }
        return Dictionary(given.map { ($0.name, $0.range) }) { first, _ in first }
    }

    /// What a formula comes to at the ends and in the middle of the ranges; `nil` when it has no value there.
    ///
    /// Two formulas that agree in this agree everywhere, if people have written them.
    func sampled(_ formula: Expression) -> [Int64]? {
        guard let ranges else { return nil }
        let samples = (0..<7).map { sample in
            var shift = sample
            return ranges.keys.sorted().reduce(into: [String: Int64]()) { values, name in
                guard let range = ranges[name] else { return }
                let middle = range.lowerBound / 2 + range.upperBound / 2
                values[name] =
                    [range.lowerBound, range.upperBound, min(max(middle, range.lowerBound), range.upperBound)][
                        shift % 3]
                shift = shift / 3 + sample
            }
        }
        let results = samples.compactMap(formula.evaluate)
        return results.count == samples.count ? results : nil
    }
}

extension Reading where Value == Expression {
    /// A whole number, or a formula that has a value for all the values given.
    static func formula(over values: GivenValues) -> Self {
        Reading { node, log in
            if let number = node.integer { return .number(number) }
            let text = Reading<String>("a whole number or a formula such as \"{isn} + 1\"") { $0.string }
            guard let text = text.read(node, log) else { return nil }
            let formula: Expression
            do throws(Expression.ParsingError) {
                formula = try Expression(parsing: text)
            } catch {
                log.report(CourseFault.malformedFormula(error.fault), at: node.place(of: error.range))
                return nil
            }
            for placeholder in Placeholders.all(in: text) where values.places[placeholder.name] == nil {
                let fault = CourseFault.unknownValue(placeholder.name, known: values.places.keys.sorted())
                log.report(fault, at: node.place(of: placeholder.range))
            }
            switch values.ranges.flatMap({ formula.hazard(given: $0) }) {
            case .divisionByZero(let example): log.report(CourseFault.divisionByZero(example), at: node.place)
            case .overflow: log.report(CourseFault.formulaOverflow, at: node.place)
            case .unknownName, nil: break
            }
            return formula
        }
    }
}
