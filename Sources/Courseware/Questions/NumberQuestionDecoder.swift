import Localization
import LocatedJSON

/// Reads what is special to a question whose answer is a number: the formulas over the values given.
struct NumberQuestionDecoder {
    let log: FaultLog

    /// The form, once the values are read.
    func form(_ object: inout ObjectReader, _ values: GivenValues) -> Question.Kind? {
        let answer = object.required("answer", Reading.formula(over: values))
        let unit = object.optional("unit", .text)
        let wrong = object.optional("wrong", mistakes(values, right: answer)) ?? []
        return answer.map { .number(answer: $0, unit: unit, wrong: wrong) }
    }

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
            for placeholder in Placeholders.all(in: text) {
                let name = placeholder.name
                if values.places[name] == nil {
                    let fault = CourseFault.unknownValue(name, known: values.places.keys.sorted())
                    log.report(fault, at: node.place(of: placeholder.range))
                } else if values.isText(name) {
                    log.report(CourseFault.textInFormula(name), at: node.place(of: placeholder.range))
                }
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
