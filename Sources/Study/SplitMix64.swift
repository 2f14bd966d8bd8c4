/// A small seeded generator: the same seed gives the same numbers on every machine and for ever.
///
/// Attempts are stored with their seed, so a shuffle must not depend on how a version of the standard library
/// happens to shuffle; hence ``permutation(of:)`` and ``draw(from:)`` of its own. Not for secrets.
/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators" (2014), §5.
public struct SplitMix64: RandomNumberGenerator, Equatable, Sendable {
    private var state: UInt64

    /// A generator that starts from `seed`; any value is as good as another.
    public init(seed: UInt64) { state = seed }

    /// A generator for one named thing out of many that share a seed, such as one question of a quiz.
    ///
    /// What is drawn for `name` does not depend on which other names are drawn for, nor on their order.
    public init(seed: UInt64, for name: String) {
        // FNV-1a spreads the name over 64 bits.
        let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        self.init(seed: seed ^ hash)
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from `0..<bound`, each as likely as the others; `bound` is positive.
    mutating func below(_ bound: UInt64) -> UInt64 {
        precondition(bound > 0, "a draw needs something to draw from (bound was 0)")
        // Whatever lies past the last whole multiple of the bound is drawn again, so that no result is favoured.
        let excess = (UInt64.max % bound + 1) % bound
        while true {
            let bits = next()
            if bits <= UInt64.max - excess { return bits % bound }
        }
    }

    /// A number from `range`, both ends included, each as likely as the others.
    public mutating func draw(from range: ClosedRange<Int64>) -> Int64 {
        let width = UInt64(bitPattern: range.upperBound &- range.lowerBound)
        let offset = width == .max ? next() : below(width + 1)
        return range.lowerBound &+ Int64(bitPattern: offset)
    }

    /// The numbers `0..<count` in an order of which each is as likely as the others; `count` is not negative.
    public mutating func permutation(of count: Int) -> [Int] {
        var order = Array(0..<count)
        for last in order.indices.dropFirst().reversed() {
            order.swapAt(last, Int(below(UInt64(last) + 1)))
        }
        return order
    }

    /// The elements of `array` in an order of which each is as likely as the others.
    public mutating func shuffled<Element>(_ array: [Element]) -> [Element] {
        permutation(of: array.count).map { array[$0] }
    }

    /// The elements of `array` in some order that does not read like `array` itself, if there is one.
    ///
    /// Equal elements count as the same: `[ACK, FIN, ACK]` has two other orders, `[ACK, ACK]` none.
    public mutating func disordered<Element: Equatable>(_ array: [Element]) -> [Element] {
        let mixed = shuffled(array)
        guard mixed == array, let first = array.first, let other = array.firstIndex(where: { $0 != first }) else {
            return mixed
        }
        var swapped = array
        swapped.swapAt(0, other)
        return swapped
    }
}
