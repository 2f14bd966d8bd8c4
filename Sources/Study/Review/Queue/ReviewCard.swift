import Courseware

/// A question that can be asked again, and what is known of how well it is remembered.
public struct ReviewCard: Equatable, Sendable {
    /// The quiz and the question.
    public var id: CardID
    /// The id of the lesson that the quiz belongs to; `nil` for a quiz of its own.
    public var lesson: String?
    /// The id of that lesson's track.
    public var track: String?
    /// What is known of it; `nil` for one never answered.
    public var memory: Memory?

    /// Creates a card; see the properties.
    public init(id: CardID, lesson: String? = nil, track: String? = nil, memory: Memory? = nil) {
        self.id = id
        self.lesson = lesson
        self.track = track
        self.memory = memory
    }

    /// A card for every question of `catalog`, in the order in which lessons and quizzes list them.
    ///
    /// What is known of a question that is no longer there is left alone, and counts again when it comes back.
    static func all(of catalog: Catalog, memory: (CardID) -> Memory?) -> [ReviewCard] {
        let tracks = Dictionary(catalog.heads.map { ($0.id, $0.track) }) { first, _ in first }
        return catalog.quizzes.flatMap { quiz in
            quiz.questions.map { question in
                let id = CardID(quiz: quiz.id, question: question.id)
                return ReviewCard(
                    id: id, lesson: quiz.lesson, track: quiz.lesson.flatMap { tracks[$0] }, memory: memory(id))
            }
        }
    }

    /// What it shares with its siblings, which are not to be asked one after the other.
    var family: String { lesson ?? id.quiz }

    /// From when on it is to be asked again, in milliseconds since 1970 UTC; `nil` for a card never answered.
    ///
    /// One that waits for days is due from the beginning of its day, one that waits for minutes when they are over.
    /// `offset` is how far the learner's clock is ahead of UTC, in milliseconds.
    public func dueDate(offset: Int64) -> Int64? {
        guard let memory else { return nil }
        return switch memory.stage {
        case .review: min(StudyDay(of: memory.due, offset: offset).start(offset: offset), memory.due)
        case .learning, .relearning: memory.due
        }
    }
}
