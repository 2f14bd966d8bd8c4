public import Courseware

/// What a diagnostic found out: which lessons a newcomer may skip, and where to begin.
///
/// A lesson may be skipped when none of its questions was answered wrong and there are two right answers to questions of
/// lessons in its track that are no earlier than it. Skipping is a suggestion: nothing is locked.
public struct Placement: Equatable, Sendable {
    /// How one track went.
    public struct Track: Equatable, Sendable {
        /// The track's id.
        public let id: String
        /// Right answers of those asked.
        public let score: Score
    }

    /// The ids of the lessons that may be skipped, in the catalogue's order.
    public let skippable: [String]
    /// The id of the first lesson that may not be skipped; `nil` when all may be, or there are none.
    public let beginning: String?
    /// How each track that was asked about went, in the catalogue's order.
    public let tracks: [Track]

    /// How many right answers a lesson needs.
    static let needed = 2

    /// What `outcomes` say about `lessons`, which are in the catalogue's order.
    public init(_ outcomes: [PlacementTest.Outcome], lessons: [LessonHead]) {
        let byTrack = Dictionary(grouping: lessons, by: \.track)
        var skippable: Set<String> = []
        for (track, lessons) in byTrack {
            let asked = outcomes.filter { $0.card.track == track }
            let wrong = Set(asked.filter { !$0.isRight }.compactMap(\.card.lesson?.id))
            var right = 0
            for lesson in lessons.reversed() {
                right += asked.count { $0.isRight && $0.card.lesson?.id == lesson.id }
                if right >= Self.needed, !wrong.contains(lesson.id) { skippable.insert(lesson.id) }
            }
        }
        self.skippable = lessons.map(\.id).filter(skippable.contains)
        beginning = lessons.first { !skippable.contains($0.id) }?.id
        var order: [String] = []
        for lesson in lessons where !order.contains(lesson.track) { order.append(lesson.track) }
        tracks = order.compactMap { track in
            let asked = outcomes.filter { $0.card.track == track }
            guard !asked.isEmpty else { return nil }
            return Track(id: track, score: Score(right: asked.count(where: \.isRight), of: asked.count))
        }
    }
}
