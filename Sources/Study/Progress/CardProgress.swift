/// What is known about one question: every answer, and what follows from them.
public struct CardProgress: Equatable, Sendable {
    /// Every answer.
    public internal(set) var history = ReviewHistory()
    /// What ``Progress/scheduler`` makes of the history; `nil` when that has still to be worked out.
    var memory: Memory?

    /// Both histories; the memory only of one that holds all the answers of the other.
    ///
    /// So it is always that of some copy which had exactly these answers, whatever the order of merging.
    func merging(_ other: CardProgress) -> CardProgress {
        let union = history.union(other.history)
        let memories = [self, other].filter { $0.history == union }.compactMap(\.memory)
        return CardProgress(history: union, memory: memories.max { $0.rank.lexicographicallyPrecedes($1.rank) })
    }
}

extension Memory {
    /// Some total order: two copies that had the same answers agree on the memory unless a file was edited.
    fileprivate var rank: [UInt64] {
        let (kind, step) = stage.numbers
        return [UInt64(bitPattern: due), stability.bitPattern, difficulty.bitPattern, UInt64(kind), UInt64(step)]
    }
}

extension Memory.Stage {
    fileprivate var numbers: (kind: Int, step: UInt) {
        switch self {
        case .learning(let step): (0, UInt(bitPattern: step))
        case .review: (1, 0)
        case .relearning(let step): (2, UInt(bitPattern: step))
        }
    }
}
