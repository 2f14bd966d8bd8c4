extension Expression {
    /// Why a text is not a formula, and where.
    public struct ParsingError: Error, Equatable, Sendable {
        /// What is wrong with it.
        public enum Fault: Equatable, Sendable {
            case empty
            case tooLong(limit: Int)
            case tooDeep(limit: Int)
            /// A number, a name in braces or an opening bracket should stand here.
            case operandExpected(found: Character?)
            /// An operator should stand here, or the end.
            case operatorExpected(found: Character)
            case bracketNotClosed
            case badName(String)
            case numberTooLarge(String)
        }

        /// What is wrong.
        public var fault: Fault
        /// The part of the text that is wrong; empty at its end.
        public var range: Range<String.Index>
    }

    /// Reads a formula as authors write it: whole numbers, names in braces, `+ - * / %` and brackets.
    ///
    ///     sum     = product (("+" | "-") product)*
    ///     product = operand (("*" | "/" | "%") operand)*
    ///     operand = "-"? digits | "{" name "}" | "(" sum ")"
    public init(parsing text: String) throws(ParsingError) {
        var parser = ExpressionParser(text)
        self = try parser.formula()
    }

    /// Whether a word may name a value: a letter, then letters, digits, hyphens and underscores, all ASCII.
    public static func isName(_ word: some StringProtocol) -> Bool {
        guard let first = word.first, first.isASCII, first.isLetter else { return false }
        return word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }
}

/// One pass over a formula, left to right.
private struct ExpressionParser {
    /// In characters; keeps hostile formulas from exhausting the stack when they are evaluated.
    private static let longest = 400
    private static let deepest = 32

    private let text: String
    private var position: String.Index

    init(_ text: String) {
        self.text = text
        position = text.startIndex
    }

    private typealias Failure = Expression.ParsingError

    mutating func formula() throws(Expression.ParsingError) -> Expression {
        guard text.utf8.count <= Self.longest else {
            throw Failure(fault: .tooLong(limit: Self.longest), range: text.startIndex..<text.endIndex)
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw Failure(fault: .empty, range: text.startIndex..<text.endIndex)
        }
        let result = try sum(depth: 0)
        guard let rest = peek() else { return result }
        throw Failure(fault: .operatorExpected(found: rest), range: here)
    }

    private mutating func sum(depth: Int) throws(Expression.ParsingError) -> Expression {
        try chain([.plus, .minus]) { (parser) throws(Expression.ParsingError) in
            try parser.chain([.times, .over, .remainder]) { (parser) throws(Expression.ParsingError) in
                try parser.operand(depth: depth)
            }
        }
    }

    /// Operands joined by some operators, grouped from the left.
    private mutating func chain(
        _ operators: Set<Expression.Operator>,
        of operand: (inout ExpressionParser) throws(Expression.ParsingError) -> Expression
    ) throws(Expression.ParsingError) -> Expression {
        var left = try operand(&self)
        while let sign = peek().flatMap({ Expression.Operator(rawValue: $0) }), operators.contains(sign) {
            advance()
            left = .operation(sign, left, try operand(&self))
        }
        return left
    }

    private mutating func operand(depth: Int) throws(Expression.ParsingError) -> Expression {
        guard depth <= Self.deepest else { throw Failure(fault: .tooDeep(limit: Self.deepest), range: here) }
        switch peek() {
        case "(":
            let bracket = here
            advance()
            let inside = try sum(depth: depth + 1)
            switch peek() {
            case ")": advance()
            case nil: throw Failure(fault: .bracketNotClosed, range: bracket)
            case let found?: throw Failure(fault: .operatorExpected(found: found), range: here)
            }
            return inside
        case "{": return .value(try name())
        case let character: return .number(try number(orReport: character))
        }
    }

    private mutating func name() throws(Expression.ParsingError) -> String {
        let start = position
        guard let close = text[start...].firstIndex(of: "}") else {
            throw Failure(fault: .bracketNotClosed, range: here)
        }
        let name = text[text.index(after: start)..<close]
        position = text.index(after: close)
        guard Expression.isName(name) else { throw Failure(fault: .badName(String(name)), range: start..<position) }
        return String(name)
    }

    private mutating func number(orReport character: Character?) throws(Expression.ParsingError) -> Int64 {
        let start = position
        var end = character == "-" ? text.index(after: start) : start
        while end < text.endIndex, text[end].isASCII, text[end].isNumber { end = text.index(after: end) }
        let digits = text[start..<end]
        guard digits.last?.isNumber == true else {
            throw Failure(fault: .operandExpected(found: character), range: here)
        }
        position = end
        guard let number = Int64(digits) else {
            throw Failure(fault: .numberTooLarge(String(digits)), range: start..<end)
        }
        return number
    }

    /// The next character that is no space.
    private mutating func peek() -> Character? {
        while position < text.endIndex, text[position].isWhitespace { position = text.index(after: position) }
        return position < text.endIndex ? text[position] : nil
    }

    private mutating func advance() { position = text.index(after: position) }

    /// The character at the position; empty at the end.
    private var here: Range<String.Index> {
        position..<(position < text.endIndex ? text.index(after: position) : position)
    }
}
