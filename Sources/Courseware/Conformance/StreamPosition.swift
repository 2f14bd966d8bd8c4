import Wire

/// A sequence or acknowledgment number as authors write it: `1001`, `0x3e9`, or with a letter, `x+1`.
///
/// Of two positions with different letters nothing is known: they cannot be compared.
struct StreamPosition: Equatable, CustomStringConvertible {
    /// The letter it counts from; empty for a plain number.
    private var base: String
    private var number: SequenceNumber

    /// The position that a field's value stands for; `nil` when it stands for none.
    init?(_ text: String) {
        var base = "", sum: UInt32 = 0
        for (place, part) in text.split(separator: "+", omittingEmptySubsequences: false).enumerated() {
            let word = part.trimmingSpaces
            if let value = Self.number(word) {
                sum &+= value
            } else if place == 0, Self.isName(word) {
                base = String(word)
            } else {
                return nil
            }
        }
        self.base = base
        number = SequenceNumber(sum)
    }

    private static func number(_ word: Substring) -> UInt32? {
        word.hasPrefix("0x") ? UInt32(word.dropFirst(2), radix: 16) : word.first == "-" ? nil : UInt32(word)
    }

    private static func isName(_ word: Substring) -> Bool {
        guard let first = word.first, first.isLetter else { return false }
        return word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }

    /// The position so many bytes further on.
    static func + (position: StreamPosition, distance: Int) -> StreamPosition {
        var sum = position
        sum.number += distance
        return sum
    }

    /// How many bytes `later` lies ahead of `earlier`; `nil` when that is not known.
    static func - (later: StreamPosition, earlier: StreamPosition) -> Int? {
        later.base == earlier.base ? later.number - earlier.number : nil
    }

    var description: String {
        base.isEmpty ? number.description : number == 0 ? base : "\(base)+\(number)"
    }
}

extension StringProtocol {
    /// The text without spaces at its ends.
    var trimmingSpaces: SubSequence {
        var rest = self[...]
        while rest.first == " " { rest = rest.dropFirst() }
        while rest.last == " " { rest = rest.dropLast() }
        return rest
    }
}
