import Localization
import LocatedJSON

extension Progress {
    /// Everything that this progress or `other` knows.
    ///
    /// Commutative, associative and idempotent, so that it does not matter which of two running copies saves first,
    /// nor how often: logs are joined, the furthest step and the first completion stay, and of positions and
    /// preferences the newest.
    public func merging(_ other: Progress) -> Progress {
        var merged = self
        for (lesson, scenes) in other.lessons {
            merged.lessons[lesson, default: [:]].merge(scenes) { $0.merging($1) }
        }
        for (lesson, records) in other.challenges {
            merged.challenges[lesson, default: [:]].merge(records) { $0.fewer($1) }
        }
        merged.cards.merge(other.cards) { $0.merging($1) }
        merged.attempts = attempts == other.attempts ? attempts : attempts.union(other.attempts).bounded
        merged.days.formUnion(other.days)
        merged.language = .newer(language, other.language) { $0.rawValue }
        merged.reducedMotion = .newer(reducedMotion, other.reducedMotion) { $0 ? 1 : 0 }
        merged.resume = .newer(resume, other.resume, rank: \.rank)
        merged.placement = .newer(placement, other.placement, rank: \.rank)
        merged.extras.merge(other.extras) { $0.text < $1.text ? $1 : $0 }
        return merged
    }
}

extension SceneProgress {
    func merging(_ other: SceneProgress) -> SceneProgress {
        SceneProgress(
            visit: .newer(visit, other.visit, rank: \.rank), seen: max(seen, other.seen),
            completed: [completed, other.completed].compactMap { $0 }.min())
    }
}

extension Stamped<Int> {
    /// Of two solutions the shorter, of two as short the earlier.
    fileprivate func fewer(_ other: Self) -> Self { (value, at) <= (other.value, other.at) ? self : other }
}

/// An order among things set at the same millisecond: any will do, if only it is total.
private struct Rank: Comparable {
    var texts: [String] = []
    var numbers: [Int]

    static func < (lower: Rank, higher: Rank) -> Bool {
        if lower.texts != higher.texts { return lower.texts.lexicographicallyPrecedes(higher.texts) }
        return lower.numbers.lexicographicallyPrecedes(higher.numbers)
    }
}

extension SceneProgress.Visit {
    fileprivate var rank: Rank { Rank(numbers: [step, of]) }
}

extension Bookmark {
    fileprivate var rank: Rank { Rank(texts: [lesson, scene], numbers: [step]) }
}
