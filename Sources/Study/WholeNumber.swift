import Courseware

/// Whole numbers as people write them.
enum WholeNumber {
    /// Reads a whole number: `1001`, `1 001`, `1,001`, `1_001`, `+5`, `-5`, `−5`, `0x3e9`, each with or without one
    /// of `units` after it.
    ///
    /// Commas must stand before groups of three digits: `1,5` could be meant as a fraction or as two numbers.
    static func read(
        _ text: String, units: [String], expected: AnswerProblem.Expectation
    ) throws(AnswerProblem) -> Int64 {
        for candidate in [text] + units.compactMap({ text.droppingUnit($0) }) {
            guard let (isNegative, digits, radix) = parts(of: candidate) else { continue }
            guard let number = Int64((isNegative ? "-" : "") + digits, radix: radix) else {
                throw .tooLarge(text, expected)
            }
            return number
        }
        throw .notUnderstood(text, expected)
    }

    private static func parts(of text: String) -> (isNegative: Bool, digits: String, radix: Int)? {
        let signs: [Character: Bool] = ["-": true, "−": true, "–": true, "+": false]
        let isNegative = text.first.flatMap { signs[$0] }
        let magnitude = (isNegative == nil ? text : String(text.dropFirst()).trimmed).lowercased()
        let isHex = magnitude.hasPrefix("0x")
        let digits = isHex ? hexDigits(magnitude.dropFirst(2)) : decimalDigits(magnitude)
        return digits.map { (isNegative ?? false, $0, isHex ? 16 : 10) }
    }

    private static func hexDigits(_ text: Substring) -> String? {
        let digits = text.filter { !isSpace($0) }
        return !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isHexDigit } ? digits : nil
    }

    private static func decimalDigits(_ text: String) -> String? {
        let groups = text.filter { !isSpace($0) }.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
        guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return nil }
        return groups.joined()
    }

    private static func isSpace(_ character: Character) -> Bool { character.isWhitespace || character == "_" }
}

extension String {
    /// The text before `unit`; `nil` when it does not end in it.
    fileprivate func droppingUnit(_ unit: String) -> String? {
        let (text, unit) = (lowercased(), unit.halfWidth.lowercased())
        guard !unit.isEmpty, text.hasSuffix(unit), text.count > unit.count else { return nil }
        return String(text.dropLast(unit.count)).trimmed
    }
}
