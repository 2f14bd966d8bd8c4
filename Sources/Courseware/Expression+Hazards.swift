extension Expression {
    /// Why a formula has no value for some of the values that it may be given.
    public enum Hazard: Equatable, Sendable {
        /// A name that is not given.
        case unknownName(String)
        /// A division by zero, for these values; empty when there are too many to find out which.
        case divisionByZero([String: Int64])
        /// A result beyond 64 bits.
        case overflow
    }

    /// The first hazard that values from these ranges can lead to; `nil` when the formula always has a value.
    ///
    /// Bounds are followed through the formula. Where they leave it open whether a divisor can be zero, up to 4096
    /// combinations of values are tried; with more than that, what is possible by the bounds counts as a hazard.
    public func hazard(given ranges: [String: ClosedRange<Int64>]) -> Hazard? {
        if let name = names.first(where: { ranges[$0] == nil }) { return .unknownName(name) }
        switch bounds(ranges) {
        case .success: return nil
        case .failure(let failure): return failure.hazard
        }
    }

    /// The names that occur, in order of first occurrence.
    public var names: [String] {
        switch self {
        case .number: return []
        case .value(let name): return [name]
        case .operation(_, let left, let right):
            let first = left.names
            return first + right.names.filter { !first.contains($0) }
        }
    }

    private struct Failure: Error { var hazard: Hazard }

    /// Between which values the result lies; not always the narrowest bounds.
    private func bounds(_ ranges: [String: ClosedRange<Int64>]) -> Result<ClosedRange<Int64>, Failure> {
        switch self {
        case .number(let number): return .success(number...number)
        case .value(let name): return ranges[name].map { .success($0) } ?? .failure(Failure(hazard: .unknownName(name)))
        case .operation(let sign, let left, let right):
            return left.bounds(ranges).flatMap { first in
                right.bounds(ranges).flatMap { second in
                    if sign == .over || sign == .remainder, second.contains(0), let zero = right.zero(in: ranges) {
                        return .failure(Failure(hazard: .divisionByZero(zero)))
                    }
                    return Self.bounds(of: sign, first, second).map { .success($0) }
                        ?? .failure(Failure(hazard: .overflow))
                }
            }
        }
    }

    /// Bounds of one operation, whose divisor is never zero; `nil` for an overflow.
    private static func bounds(
        of sign: Operator, _ left: ClosedRange<Int64>, _ right: ClosedRange<Int64>
    ) -> ClosedRange<Int64>? {
        if sign == .remainder {
            // The remainder has the sign of the left side and is smaller than the right side.
            let size = max(right.lowerBound.magnitude, right.upperBound.magnitude) - 1
            let limit = Int64(exactly: size) ?? .max
            guard left.lowerBound > .min || !right.contains(-1) else { return nil }
            return max(min(left.lowerBound, 0), -limit)...min(max(left.upperBound, 0), limit)
        }
        var corners = [right.lowerBound, right.upperBound]
        if sign == .over { corners += [-1, 1].filter { right.contains($0) } }
        var results: [Int64] = []
        for first in [left.lowerBound, left.upperBound] {
            for second in corners where sign != .over || second != 0 {
                guard let result = Expression.operation(sign, .number(first), .number(second)).evaluate([:]) else {
                    return nil
                }
                results.append(result)
            }
        }
        guard let least = results.min(), let greatest = results.max() else { return nil }
        return least...greatest
    }

    /// Values for which this is zero, or possibly zero when there are too many to try; `nil` when there are none.
    private func zero(in ranges: [String: ClosedRange<Int64>]) -> [String: Int64]? {
        var assignments: [[String: Int64]] = [[:]]
        for name in names {
            guard let range = ranges[name] else { return nil }
            let (width, overflow) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
            guard !overflow, width < 4096, (Int(width) + 1) * assignments.count <= 4096 else { return [:] }
            assignments = assignments.flatMap { assignment in
                range.map { value in assignment.merging([name: value]) { _, new in new } }
            }
        }
        return assignments.first { evaluate($0) == 0 }
    }
}
