/// A whole-number formula over named values, such as `{isn} + 1`.
///
/// Precedence is that of arithmetic; `/` and `%` divide with the quotient rounded toward zero. Parsing is in
/// `Expression+Parsing.swift`.
public indirect enum Expression: Equatable, Sendable {
    case number(Int64)
    case value(String)
    case operation(Operator, Expression, Expression)

    /// What joins two expressions.
    public enum Operator: Character, CaseIterable, Sendable {
        case plus = "+", minus = "-", times = "*", over = "/", remainder = "%"
    }

    /// The result with these values; `nil` for an unknown name, a division by zero or an overflow.
    public func evaluate(_ values: [String: Int64]) -> Int64? {
        switch self {
        case .number(let number): return number
        case .value(let name): return values[name]
        case .operation(let sign, let left, let right):
            guard let left = left.evaluate(values), let right = right.evaluate(values) else { return nil }
            let result =
                switch sign {
                case .plus: left.addingReportingOverflow(right)
                case .minus: left.subtractingReportingOverflow(right)
                case .times: left.multipliedReportingOverflow(by: right)
                case .over: left.dividedReportingOverflow(by: right)
                case .remainder: left.remainderReportingOverflow(dividingBy: right)
                }
            return result.overflow ? nil : result.partialValue
        }
    }
}
