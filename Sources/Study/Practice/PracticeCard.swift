public import Courseware

/// A question of the course, and where in the course it belongs.
public struct PracticeCard: Equatable, Sendable {
    /// What its history is kept under.
    public let id: CardID
    /// The question.
    public let question: Question
    /// The lesson that its quiz is about; `nil` for a quiz without one.
    public let lesson: LessonHead?
    /// How hard it is to somebody new, `0...100`: up to 60 for its lesson's place in the track, the rest for its kind.
    public let level: Int

    /// A question of the quiz called `quiz`, of a lesson at `place` (0-based) of `count` in its track.
    public init(_ question: Question, of quiz: String, lesson: LessonHead? = nil, place: Int = 0, of count: Int = 1) {
        id = CardID(quiz: quiz, question: question.id)
        self.question = question
        self.lesson = lesson
        let last = max(count - 1, 1)
        level = 60 * min(max(place, 0), last) / last + question.kind.demand.level
    }

    /// The id of the track that it belongs to; empty for a quiz without a lesson.
    public var track: String { lesson?.track ?? "" }
}

extension Question.Kind {
    /// What a kind of question asks of a learner.
    enum Demand: Comparable {
        /// To know the right one when it is seen.
        case recognising
        /// To bring several things together.
        case relating
        /// To work it out or say it without anything to choose from.
        case producing
        /// To talk, or to act in the simulator: no single answer that could be right or wrong at once.
        case performing

        /// The demand's part of a question's level.
        var level: Int {
            switch self {
            case .recognising: 0
            case .relating: 20
            case .producing, .performing: 40
            }
        }
    }

    var demand: Demand {
        switch self {
        case .choice, .predict: .recognising
        case .several, .order, .orderOfEvents, .match, .point: .relating
        case .number, .text: .producing
        case .challenge, .recall: .performing
        }
    }
}

extension Catalog {
    /// Every question of the course, lesson by lesson as the catalogue lists them, then those of quizzes without a lesson.
    public var practiceCards: [PracticeCard] {
        var places: [String: (place: Int, of: Int)] = [:]
        for (_, lessons) in Dictionary(grouping: heads, by: \.track) {
            for (place, lesson) in lessons.enumerated() { places[lesson.id] = (place, lessons.count) }
        }
        let heads = Dictionary(heads.map { ($0.id, $0) }) { first, _ in first }
        return quizzes.flatMap { quiz in
            let lesson = quiz.lesson.flatMap { heads[$0] }
            let (place, count) = lesson.flatMap { places[$0.id] } ?? (0, 1)
            return quiz.questions.map {
                PracticeCard($0, of: quiz.id, lesson: lesson, place: place, of: count)
            }
        }
    }
}
