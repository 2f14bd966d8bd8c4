/// A short typed answer, compared the way a kind examiner would.
///
/// Case, width (`ＲＳＴ`), spacing and a final period do not matter, nor does what joins two words:
///
///     SYN-ACK = syn ack = SYN,ACK = SYN/ACK = ＳＹＮ　ＡＣＫ。= synack
///     1.1 ≠ 11        10 20 ≠ 1020        -1 ≠ 1        . (the root zone) stays a dot
///
/// Joiners count only between two words: the minus of `-1` and the pluses of `C++` are part of the answer.
public struct TextAnswer: Hashable, Sendable {
    /// What is left once everything that does not matter is taken away.
    private let essence: String

    /// The answer that `text` gives.
    public init(_ text: String) {
        let characters = Array(Self.withoutFinalPeriod(text.halfWidth.trimmed).lowercased())
        var essence = ""
        var index = 0
        while index < characters.count {
            let run = characters[index...].prefix(while: Self.isJoiner)
            if run.isEmpty {
                essence.append(characters[index])
                index += 1
                continue
            }
            index = run.endIndex
            let before = run.startIndex > 0 ? characters[run.startIndex - 1] : nil
            let after = index < characters.count ? characters[index] : nil
            essence += Self.joint(run, between: before, and: after)
        }
        self.essence = essence
    }

    /// Whether nothing was said at all.
    public var isEmpty: Bool { essence.isEmpty }

    /// What stands for a run of joiners: nothing between words, a space between numbers, itself at an edge.
    private static func joint(_ run: ArraySlice<Character>, between before: Character?, and after: Character?) -> String
    {
        if let before, let after, isWordy(before), isWordy(after) {
            return before.isNumber && after.isNumber ? " " : ""
        }
        return String(run.filter { !$0.isWhitespace }.map { dashes.contains($0) ? "-" : $0 })
    }

    private static func withoutFinalPeriod(_ text: String) -> String {
        let stops: Set<Character> = [".", "。", "｡"]
        guard let last = text.last, stops.contains(last), text.contains(where: isWordy) else { return text }
        return String(text.dropLast()).trimmed
    }

    private static let dashes: Set<Character> = ["-", "‐", "‑", "‒", "–", "—", "―", "−", "_"]

    private static let otherJoiners: Set<Character> = [",", "、", "､", "+", "/", "·", "・"]

    private static func isJoiner(_ character: Character) -> Bool {
        character.isWhitespace || dashes.contains(character) || otherJoiners.contains(character)
    }

    private static func isWordy(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
