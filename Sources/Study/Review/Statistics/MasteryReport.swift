/// How much is remembered, lesson by lesson and track by track.
public struct MasteryReport: Equatable, Sendable {
    /// One lesson or track.
    public struct Row: Equatable, Sendable {
        /// Its id.
        public var id: String
        /// What is remembered of its questions.
        public var mastery: Mastery
    }

    /// Every lesson that has questions, in the order of the cards.
    public let lessons: [Row]
    /// Every track that has questions, in the order of the cards.
    public let tracks: [Row]
    /// All questions together.
    public let overall: Mastery

    /// What is remembered of `cards` at `instant`, in milliseconds since 1970 UTC.
    public init(_ cards: [ReviewCard], at instant: Int64, scheduler: Scheduler = Scheduler()) {
        func rows(by id: (ReviewCard) -> String?) -> [Row] {
            var (order, groups) = ([String](), [String: [ReviewCard]]())
            for card in cards {
                guard let id = id(card) else { continue }
                if groups[id] == nil { order.append(id) }
                groups[id, default: []].append(card)
            }
            return order.map { id in
                Row(id: id, mastery: Mastery(of: groups[id] ?? [], at: instant, scheduler: scheduler))
            }
        }
        lessons = rows(by: \.lesson)
        tracks = rows(by: \.track)
        overall = Mastery(of: cards, at: instant, scheduler: scheduler)
    }
}
