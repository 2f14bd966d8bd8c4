import Courseware
import Localization
import Simulator

extension Answer {
    /// Reads an answer from a line of text, as a learner types it without a screen.
    ///
    ///     choice   2     b
    ///     several  1 3   1,3   13   ac
    ///     order    3 1 2   312   cab
    ///     number   1001   1 001   1,001   1_001   １００１   -5   0x3e9   1001 bytes
    ///     match    1b 2a 3c   1-b, 2-a, 3-c   bac   2 1 3
    ///     text     any
    ///     point    4
    ///     recall   1 3   13   0 for none
    ///     challenge   drop:2   drop:SYN delay:ACK:500ms
    ///
    /// Numbers and letters count from 1 and `a` and name what is shown. Full-width forms are read like others.
    ///
    /// - Throws: What is wrong with the line and what is expected instead.
    public static func parse(_ line: String, for question: PosedQuestion) throws(AnswerProblem) -> Answer {
        let expected = AnswerProblem.Expectation(question.form)
        let folded = line.halfWidth.trimmed
        guard !folded.isEmpty else { throw .nothing(expected) }
        switch question.form {
        case .choice(let choices):
            let places = try PlaceReader(count: choices.count, expected: expected).places(in: folded)
            guard places.count == 1 else { throw .notUnderstood(folded, expected) }
            return .choice(places[0])
        case .several(let choices):
            return .several(Set(try PlaceReader(count: choices.count, expected: expected).places(in: folded)))
        case .order(let shown, _):
            return .order(try PlaceReader(count: shown.count, expected: expected).permutation(in: folded))
        case .match(_, let pairs):
            return .match(try PlaceReader(count: pairs.count, expected: expected).pairs(in: folded))
        case .number(_, let unit, _):
            let units = unit?.wordings.map(\.text) ?? []
            return .number(try WholeNumber.read(folded, units: units, expected: expected))
        case .text:
            guard !TextAnswer(line).isEmpty else { throw .notUnderstood(folded, expected) }
            return .text(line.trimmed)
        case .point(let point):
            let places = try PlaceReader(count: point.events.count, expected: expected).places(in: folded)
            guard places.count == 1 else { throw .notUnderstood(folded, expected) }
            return .point(point.events[places[0]])
        case .recall(let points, _):
            if folded == "0" { return .recall([]) }
            return .recall(Set(try PlaceReader(count: points.count, expected: expected).places(in: folded)))
        case .challenge: return .challenge(try faults(in: folded, expected))
        }
    }

    private static func faults(
        in line: String, _ expected: AnswerProblem.Expectation
    ) throws(AnswerProblem) -> [Simulator.Fault] {
        var faults: [Simulator.Fault] = []
        for word in line.split(whereSeparator: \.isWhitespace) {
            do throws(FaultNotationError) {
                faults.append(try Simulator.Fault(parsing: String(word)))
            } catch {
                throw .notUnderstood(String(word), expected)
            }
        }
        return faults
    }
}
