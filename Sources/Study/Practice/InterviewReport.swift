public import Courseware

/// How an interview went: by topic, and question by question what was not right.
public struct InterviewReport: Equatable, Sendable {
    /// One track.
    public struct Topic: Equatable, Sendable {
        /// The track's id; empty for questions of no lesson.
        public let track: String
        /// Right answers of those that were asked.
        public let score: Score
    }

    /// A question that was not answered right.
    public struct Miss: Equatable, Sendable {
        /// Which one.
        public let card: CardID
        /// As it was put.
        public let question: PosedQuestion
        /// What there is to say about the answer.
        public let feedback: Feedback
        /// The moment in a lesson to look at; without one of its own, the beginning of the lesson that its quiz is about.
        public let revisit: Place?
    }

    /// Somewhere in the course.
    public enum Place: Hashable, Sendable {
        /// A moment of a lesson.
        case moment(LessonMoment)
        /// A lesson from its beginning, by id.
        case lesson(String)
    }

    /// The tracks, in the order in which they first came up.
    public let topics: [Topic]
    /// The wrong answers, in the order asked.
    public let misses: [Miss]
    /// Right answers of those that were asked.
    public let score: Score
    /// How many questions were not answered before the end.
    public let unreached: Int
    /// Whether that is so because the time was up.
    public let isTimeUp: Bool

    /// The report about `session`; `nil` when it is no interview.
    public init?(_ session: QuizSession) {
        guard case .interview(let interview) = session.practice else { return nil }
        let cards = Dictionary(interview.cards.map { ($0.id, $0) }) { first, _ in first }
        var order: [String] = [], scores: [String: Score] = [:], misses: [Miss] = []
        for (place, question) in session.questions.enumerated() {
            guard let feedback = session.feedback[place], let card = cards[session.cards[place]] else { continue }
            if scores[card.track] == nil { order.append(card.track) }
            let before = scores[card.track] ?? Score(right: 0, of: 0)
            scores[card.track] = Score(right: before.right + (feedback.isRight ? 1 : 0), of: before.of + 1)
            guard !feedback.isRight else { continue }
            let revisit = feedback.show.map(Place.moment) ?? card.lesson.map { Place.lesson($0.id) }
            misses.append(Miss(card: card.id, question: question, feedback: feedback, revisit: revisit))
        }
        topics = order.map { Topic(track: $0, score: scores[$0] ?? Score(right: 0, of: 0)) }
        self.misses = misses
        let asked = scores.values.reduce(0) { $0 + $1.of }
        score = Score(right: asked - misses.count, of: asked)
        unreached = interview.cards.count - asked
        isTimeUp = interview.isTimeUp
    }
}
