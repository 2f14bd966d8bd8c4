extension ReviewQueue {
    /// `new` among `known` at even distances, both in their order.
    static func spread(_ new: [ReviewCard], among known: [ReviewCard]) -> [ReviewCard] {
        let steps = known.enumerated().map { (at: ($0.offset + 1) * (new.count + 1), card: $0.element) }
        let among = new.enumerated().map { (at: ($0.offset + 1) * (known.count + 1), card: $0.element) }
        // Equal places keep the order in which they stand here.
        return (steps + among).enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element.card)
    }

    /// `cards` so that no two siblings follow each other, wherever that can be; otherwise in their order.
    ///
    /// Each place goes to the first card that is no sibling of the one before; but to the largest family once it makes up
    /// more than half of what is left, or its cards would all remain for the end.
    static func apart(_ cards: [ReviewCard]) -> [ReviewCard] {
        var (left, placed) = (cards, [ReviewCard]())
        var sizes = Dictionary(grouping: cards, by: \.family).mapValues(\.count)
        while !left.isEmpty {
            let before = placed.last?.family
            let crowd = sizes.first { $0.value * 2 > left.count }?.key
            let place =
                left.firstIndex { $0.family != before && (crowd == nil || crowd == before || $0.family == crowd) }
                ?? left.startIndex
            let card = left.remove(at: place)
            sizes[card.family, default: 1] -= 1
            placed.append(card)
        }
        return placed
    }
}
