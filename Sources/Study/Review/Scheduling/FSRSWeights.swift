/// The 21 numbers that FSRS-6 was trained to, w₀…w₂₀.
///
/// Source: <https://github.com/open-spaced-repetition/py-fsrs>, version 6.3.2: the default values and the bounds.
public struct FSRSWeights: Equatable, Sendable {
    /// w₀ first; as many as ``bounds``, and inside them.
    let values: [Double]

    /// What 6.3.2 ships: fitted to the reviews of some ten thousand learners.
    public static let usual = FSRSWeights(values: [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ])

    /// What each number may be.
    static let bounds: [ClosedRange<Double>] =
        Array(repeating: 0.001...100, count: 4) + [
            1...10, 0.001...4, 0.001...4, 0.001...0.75, 0...4.5, 0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25,
            0.001...0.9, 0...4, 0...1, 1...6, 0...2, 0...2, 0...0.8, 0.1...0.8,
        ]

    /// These numbers, w₀ first; `nil` when they are not 21, or one is out of its bounds.
    public init?(_ values: [Double]) {
        guard values.count == Self.bounds.count, zip(values, Self.bounds).allSatisfy({ $1.contains($0) }) else {
            return nil
        }
        self.init(values: values)
    }

    private init(values: [Double]) { self.values = values }

    subscript(index: Int) -> Double { values[index] }
}
