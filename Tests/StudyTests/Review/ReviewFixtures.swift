@testable import Study

/// Cards and instants to review at; all in UTC.
enum Reviews {
    static let minute: Int64 = 60_000, hour: Int64 = 3_600_000, day = StudyDay.length
    /// Wednesday 2026-07-01, 12:00.
    static let noon: Int64 = 1_782_907_200_000
    static let today = StudyDay(of: noon, offset: 0)

    /// A card of `lesson` that becomes due so many days after ``noon``; with 10 days of stability, last seen then that many
    /// days before it was due.
    static func card(_ name: String, of lesson: String? = "tcp", dueIn days: Int64, stability: Double = 10)
        -> ReviewCard
    {
        let due = noon + days * day
        let memory = Memory(
            stage: .review, stability: stability, difficulty: 5, due: due, lastReview: due - 10 * day, reviews: 4)
        return ReviewCard(
            id: id(name, of: lesson), lesson: lesson, track: lesson.map { "track of \($0)" }, memory: memory)
    }

    /// A card never answered.
    static func new(_ name: String, of lesson: String? = "tcp") -> ReviewCard {
        ReviewCard(id: id(name, of: lesson), lesson: lesson, track: lesson.map { "track of \($0)" })
    }

    static func id(_ name: String, of lesson: String? = "tcp") -> CardID {
        CardID(quiz: lesson ?? "loose", question: name)
    }

    static func record(
        _ grade: Grade = .good, at instant: Int64 = noon, isRight: Bool? = nil, setting: ReviewRecord.Setting = .review,
        took: Int = 0
    ) -> ReviewRecord {
        ReviewRecord(at: instant, grade: grade, isRight: isRight ?? (grade != .again), took: took, setting: setting)
    }

    /// Whether two neighbours are of the same lesson.
    static func hasSiblings(_ cards: [ReviewCard]) -> Bool {
        zip(cards, cards.dropFirst()).contains { $0.family == $1.family }
    }
}
