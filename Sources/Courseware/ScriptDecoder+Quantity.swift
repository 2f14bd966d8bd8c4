import Localization
import LocatedJSON
import Timelines

extension ScriptDecoder {
    /// The largest number that a quantity can have: every number up to it is drawn where it is.
    static let largestQuantity = 1 << 53

    /// What a quantity is from now on: a number, a time, or pieces of a sequence space.
    func quantity(_ object: inout ObjectReader, _ log: FaultLog) -> ScriptEntry.Action? {
        let name = object.required("quantity", .text)
        let owner = object.required("at", participant)
        let value = object.required("is", amount)
        let unit = object.optional("unit", .text)
        if object.has("unit"), case .time? = value?.unit {
            log.report(CourseFault.unitOfTime, at: object.member("unit")?.keyPlace ?? object.node.head)
        }
        guard let name, var value else { return nil }
        value.name = name
        if let unit, value.unit == .none { value.unit = .named(unit) }
        return .quantity(value, of: owner)
    }

    private var amount: Reading<ScriptEntry.Measure> {
        Reading { node, log in
            var measure = ScriptEntry.Measure(name: "", unit: .none, value: 0, ranges: [])
            if node.string != nil {
                guard let span = Reading.duration.read(node, log) else { return nil }
                (measure.unit, measure.value) = (.time, span.nanoseconds)
            } else if node.elements != nil {
                guard let ranges = Reading.list(of: range).read(node, log) else { return nil }
                measure.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound }
                measure.value = ranges.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) }
            } else {
                guard node.integer != nil else {
                    return Reading("a whole number, a duration such as \"40ms\" or a list of pairs") { _ in nil }
                        .read(node, log)
                }
                guard let number = Reading.wholeNumber(in: 0...Self.largestQuantity).read(node, log) else { return nil }
                measure.value = Int64(number)
            }
            return measure
        }
    }

    /// The first number and the one after the last.
    private var range: Reading<Range<Int64>> {
        Reading { node, log in
            let number = Reading<Int>.wholeNumber(in: 0...Self.largestQuantity)
            guard let ends = Reading.list(of: number, atLeast: 2, atMost: 2).read(node, log), ends.count == 2 else {
                return nil
            }
            guard ends[0] < ends[1] else {
                log.report(CourseFault.emptyPiece(from: ends[0], to: ends[1]), at: node.place)
                return nil
            }
            return Int64(ends[0])..<Int64(ends[1])
        }
    }
}
