/// The candidate that `word` was probably meant to be, for "did you mean"; `nil` when none is close.
///
/// Close means that at most a third of the letters are wrong, whatever their case; so nothing is close to a word of
/// two letters. Ties go to the earlier candidate.
///
///     nearest(to: "sned", among: ["send", "state"])   // "send"
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    near(to: word, among: candidates).min { $0.distance < $1.distance }?.candidate
}

/// The candidate that `word` must have been meant to be: the only one that is close; `nil` when there are none or several.
///
///     soleNear(to: "sned", among: ["send", "state"])   // "send"
///     soleNear(to: "form", among: ["from", "for"])     // nil
public func soleNear(to word: String, among candidates: some Sequence<String>) -> String? {
    let near = Set(near(to: word, among: candidates).map(\.candidate))
    return near.count == 1 ? near.first : nil
}

/// The candidates that are close to `word`, in their order, and how far from it they are.
private func near(
    to word: String, among candidates: some Sequence<String>
) -> [(candidate: String, distance: Int)] {
    let letters = Array(word.lowercased())
    guard letters.count <= 64 else { return [] }
    return candidates.compactMap { candidate in
        let others = Array(candidate.lowercased())
        let limit = max(letters.count, others.count) / 3
        guard abs(letters.count - others.count) <= limit else { return nil }
        let distance = editDistance(letters, others)
        return distance <= limit ? (candidate, distance) : nil
    }
}

/// How many letters must be inserted, removed, replaced or swapped with their neighbour to turn one word into another.
///
/// This is the optimal string alignment distance: no letter is touched twice.
///
/// - Complexity: O(*n*·*m*).
func editDistance(_ one: [Character], _ other: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in 0..<one.count {
        var current = [row + 1]
        for column in 0..<other.count {
            let isSame = one[row] == other[column]
            var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
            if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        (beforeLast, last) = (last, current)
    }
    return last[other.count]
}
