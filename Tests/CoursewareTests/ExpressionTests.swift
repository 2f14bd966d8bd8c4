import Courseware
import Testing

@Suite struct `A formula` {
    @Test(
        arguments: [
            ("7", 7), ("-7", -7), ("{isn} + 1", 101), ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("10 - 4 - 3", 3),
            ("100 / 7 / 2", 7),
            ("-7 / 2", -3), ("-7 % 3", -1), ("{isn}%{len}*2", 4), (" ( ( {isn} ) ) ", 100), ("2--1", 3), ("{len}-1", 6),
        ] as [(String, Int64)])
    func `has a value`(text: String, value: Int64) throws {
        #expect(
            try Expression(parsing: text).evaluate(["isn": 100, "len": 7]) == value)
    }

    @Test(
        arguments: [
            ("", 0, .empty), ("  ", 0, .empty), ("1 +", 3, .operandExpected(found: nil)),
            ("1 + * 2", 4, .operandExpected(found: "*")),
            ("1 2", 2, .operatorExpected(found: "2")), ("(1", 0, .bracketNotClosed),
            ("1)", 1, .operatorExpected(found: ")")),
            ("{isn", 0, .bracketNotClosed), ("{1a}", 0, .badName("1a")), ("{}", 0, .badName("")),
            ("isn", 0, .operandExpected(found: "i")),
            ("-", 0, .operandExpected(found: "-")), ("1 ** 2", 3, .operandExpected(found: "*")),
            ("99999999999999999999", 0, .numberTooLarge("99999999999999999999")),
            ("1５", 1, .operatorExpected(found: "５")),
        ] as [(String, Int, Expression.ParsingError.Fault)])
    func `is refused with a place and a reason`(text: String, offset: Int, fault: Expression.ParsingError.Fault) {
        #expect {
            _ = try Expression(parsing: text)
        } throws: { error in
            guard let error = error as? Expression.ParsingError else { return false }
            return error.fault == fault && text.distance(from: text.startIndex, to: error.range.lowerBound) == offset
        }
    }

    @Test func `neither exhausts the stack nor the reader`() {
        let deep = String(repeating: "(", count: 100) + "1" + String(repeating: ")", count: 100)
        #expect(throws: Expression.ParsingError.self) { try Expression(parsing: deep) }
        #expect(throws: Expression.ParsingError.self) {
            try Expression(parsing: String(repeating: "1+", count: 100_000) + "1")
        }
    }

    @Test(
        arguments: [
            ("{a} / {b}", nil), ("{a} / ({b} - 5)", .divisionByZero(["b": 5])), ("1 / ({b} - 11)", nil),
            ("1 % (2 * {b} - 5)", nil),
            ("1 / (5 / {a})", .divisionByZero(["a": 6])), ("{c}", .unknownName("c")), ("1 / 0", .divisionByZero([:])),
            ("{a} * 9000000000000000000", .overflow), ("1 / ({big} - 500000)", .divisionByZero([:])),
        ] as [(String, Expression.Hazard?)])
    func `is checked for all values it may be given`(text: String, hazard: Expression.Hazard?) throws {
        let ranges: [String: ClosedRange<Int64>] = ["a": 1...9, "b": 1...10, "big": 0...1_000_000]
        #expect(try Expression(parsing: text).hazard(given: ranges) == hazard)
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func `that has no hazard has a value for all its values`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let formula = Expression.arbitrary(using: &random, depth: 4)
        let ends = (0..<4).map { _ in Int64.random(in: -4...4, using: &random) }
        let ranges = [
            "a": min(ends[0], ends[1])...max(ends[0], ends[1]), "b": min(ends[2], ends[3])...max(ends[2], ends[3]),
        ]
        let hasNoValue = ranges["a", default: 0...0].contains { a in
            ranges["b", default: 0...0].contains { b in formula.evaluate(["a": a, "b": b]) == nil }
        }
        let hazard = formula.hazard(given: ranges)
        // Small ranges are tried out: a division by zero is reported exactly when there is one.
        #expect((hazard != nil) == hasNoValue, "\(formula) over \(ranges)")
    }
}

extension Expression {
    static func arbitrary(using random: inout SplitMix64, depth: Int) -> Expression {
        switch Int.random(in: depth > 0 ? 0..<5 : 0..<2, using: &random) {
        case 0: .number(Int64.random(in: -3...3, using: &random))
        case 1: .value(Bool.random(using: &random) ? "a" : "b")
        default:
            .operation(
                Operator.allCases.randomElement(using: &random) ?? .plus, arbitrary(using: &random, depth: depth - 1),
                arbitrary(using: &random, depth: depth - 1))
        }
    }
}

/// The generator of Steele, Lea and Flood (2014); small, and the same everywhere.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
