import RealModule

/// The curves of FSRS-6: how stability and difficulty follow from grades and the time between them.
///
/// With w the weights, S the stability in days, D the difficulty `1...10`, G the grade `1...4`, t the days since the
/// last review:
///
///     decay = −w₂₀       factor = 0.9^(1/decay) − 1
///     R(t, S) = (1 + factor · t/S)^decay                   what is remembered after t days; R(S, S) = 0.9
///     first     S = w[G−1]       D = w₄ − e^(w₅·(G−1)) + 1
///     same day  S·max(1, e^(w₁₇·(G−3+w₁₈)) · S^−w₁₉)       the floor of 1 not for G = 1
///     recalled  S·(1 + e^w₈ · (11−D) · S^−w₉ · (e^(w₁₀·(1−R)) − 1) · [w₁₅ if hard] · [w₁₆ if easy])
///     forgotten min(w₁₁ · D^−w₁₂ · ((S+1)^w₁₃ − 1) · e^(w₁₄·(1−R)), S / e^(w₁₇·w₁₈))
///     D after   w₇ · D₀(easy) + (1−w₇) · (D − w₆·(G−3) · (10−D)/9)
///
/// D₀(easy) is the first difficulty of an easy card before it is clamped. Days are whole, rounded down.
///
/// Sources: <https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm>, section FSRS-6, and py-fsrs
/// 6.3.2, which the tests compare with.
struct FSRSModel: Equatable, Sendable {
    private let weights: FSRSWeights
    private let decay: Double
    private let factor: Double

    init(_ weights: FSRSWeights) {
        self.weights = weights
        decay = -weights[20]
        factor = .pow(0.9, 1 / decay) - 1
    }

    /// The probability of remembering, `0...1`, after whole `days`; nothing is forgotten before the first is over.
    func retrievability(after days: Int64, stability: Double) -> Double {
        .pow(1 + factor * Double(max(days, 0)) / clamped(stability: stability), decay)
    }

    /// The days after which no more than `retention` is left.
    func interval(stability: Double, retention: Double) -> Double {
        stability / factor * (.pow(retention, 1 / decay) - 1)
    }

    func firstStability(_ grade: Grade) -> Double { clamped(stability: weights[grade.rawValue - 1]) }

    func firstDifficulty(_ grade: Grade) -> Double { clamped(difficulty: unclampedFirstDifficulty(grade)) }

    /// The stability after one more review on the day of the last.
    func sameDayStability(_ stability: Double, grade: Grade) -> Double {
        let stability = clamped(stability: stability)
        let gain = Double.exp(weights[17] * (grade.steps(above: .good) + weights[18])) * .pow(stability, -weights[19])
        return clamped(stability: stability * (grade == .again ? gain : max(gain, 1)))
    }

    /// The stability after a review on a later day, at which `retrievability` was left.
    func stability(_ stability: Double, difficulty: Double, retrievability: Double, grade: Grade) -> Double {
        let (stability, difficulty) = (clamped(stability: stability), clamped(difficulty: difficulty))
        let next =
            grade == .again
            ? forgotten(stability, difficulty, retrievability)
            : recalled(stability, difficulty, retrievability, grade)
        return clamped(stability: next)
    }

    func difficulty(_ difficulty: Double, grade: Grade) -> Double {
        let difficulty = clamped(difficulty: difficulty)
        let change = -(weights[6] * grade.steps(above: .good))
        let damped = difficulty + (10 - difficulty) * change / 9
        return clamped(difficulty: weights[7] * unclampedFirstDifficulty(.easy) + (1 - weights[7]) * damped)
    }

    private func forgotten(_ stability: Double, _ difficulty: Double, _ retrievability: Double) -> Double {
        let lasting =
            weights[11] * .pow(difficulty, -weights[12]) * (.pow(stability + 1, weights[13]) - 1)
            * .exp((1 - retrievability) * weights[14])
        return min(lasting, stability / .exp(weights[17] * weights[18]))
    }

    private func recalled(
        _ stability: Double, _ difficulty: Double, _ retrievability: Double, _ grade: Grade
    ) -> Double {
        let penalty = grade == .hard ? weights[15] : 1, bonus = grade == .easy ? weights[16] : 1
        let gain =
            Double.exp(weights[8]) * (11 - difficulty) * .pow(stability, -weights[9])
            * (.exp((1 - retrievability) * weights[10]) - 1)
        return stability * (1 + gain * penalty * bonus)
    }

    private func unclampedFirstDifficulty(_ grade: Grade) -> Double {
        weights[4] - .exp(weights[5] * grade.steps(above: .again)) + 1
    }

    /// py-fsrs knows no upper end; this one is beyond every interval, and keeps what is computed from it finite.
    private func clamped(stability: Double) -> Double {
        stability.isNaN ? 0.001 : min(max(stability, 0.001), 1e100)
    }

    private func clamped(difficulty: Double) -> Double {
        difficulty.isNaN ? 10 : min(max(difficulty, 1), 10)
    }
}

extension Grade {
    fileprivate func steps(above other: Grade) -> Double { Double(rawValue - other.rawValue) }
}
