import Timelines

/// Chance from a seed: the same seed gives the same draws on every machine and for ever.
///
/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators" (2014), §5.
struct Draw {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from `range`; the slight favour of a plain remainder does not matter to tests.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// True so many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    /// One of these, which are not empty.
    mutating func one<Element>(of elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

    /// A number whose magnitude, rather than its value, is evenly spread: as many below 100 as between 1000 and 10000.
    mutating func magnitude(_ range: ClosedRange<Int>) -> Int {
        var top = range.lowerBound
        var steps = 0
        while top < range.upperBound {
            top = min(top * 2 + 1, range.upperBound)
            steps += 1
        }
        var high = range.lowerBound
        for _ in 0..<number(0...steps) { high = min(high * 2 + 1, range.upperBound) }
        return number(range.lowerBound...high)
    }

    mutating func milliseconds(_ range: ClosedRange<Int>) -> Span { .milliseconds(Int64(number(range))) }
}
