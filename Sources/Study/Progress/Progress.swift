import Courseware
public import Localization
import LocatedJSON

/// What a learner has done: steps seen, questions answered, attempts finished; and what they like.
///
/// A value that only grows: two copies that went different ways are joined by ``merging(_:)`` without losing
/// anything. Instants are milliseconds since 1970 UTC and come from outside. Lessons, scenes and questions are
/// known by their ids only, so progress outlives a course that changes.
public struct Progress: Equatable, Sendable {
    /// For each lesson id, for each scene id, how far it was played.
    public internal(set) var lessons: [String: [String: SceneProgress]] = [:]
    /// For each question that was ever answered, the answers.
    public internal(set) var cards: [CardID: CardProgress] = [:]
    /// Finished attempts at whole quizzes, oldest first: of each quiz the best and the newest twenty.
    public internal(set) var attempts = RecordLog<AttemptRecord>()
    /// The days on which something was learnt, by the learner's own clock.
    public internal(set) var days: Set<StudyDay> = []
    /// For each lesson id, for each challenge id, the fewest faults that it was solved with.
    public internal(set) var challenges: [String: [String: Stamped<Int>]] = [:]
    /// The language that was chosen, if one was.
    public internal(set) var language: Stamped<Language>?
    /// Whether the learner wants no animation, if they said.
    public internal(set) var reducedMotion: Stamped<Bool>?
    /// Where the learner was last.
    public internal(set) var resume: Stamped<Bookmark>?
    /// What came of asking where to begin, if the learner was asked.
    public internal(set) var placement: Stamped<PlacementAnswer>?
    /// What a file of this format held beyond the above, kept for the program that wrote it.
    var extras: [String: JSONNode] = [:]

    /// The largest step, number of steps, or score that is kept; what is beyond is no lesson.
    static let largestCount = 1_000_000

    /// Progress of somebody who has not begun.
    public init() {}

    /// The player stopped at a step.
    ///
    /// `step` is 0-based; at the last of `count` steps the scene is completed.
    public mutating func reached(step: Int, of count: Int, scene: String, lesson: String, at instant: Int64) {
        let count = min(max(count, 0), Self.largestCount)
        let step = min(max(step, 0), Self.largestCount - 1)
        let before = lessons[lesson]?[scene]
        let completed = [before?.completed, step + 1 >= count ? instant : nil].compactMap { $0 }.min()
        lessons[lesson, default: [:]][scene] = SceneProgress(
            visit: Stamped(SceneProgress.Visit(step: step, of: count), after: before?.visit, at: instant),
            seen: max(before?.seen ?? 0, step + 1), completed: completed)
        resume = Stamped(Bookmark(lesson: lesson, scene: scene, step: step), after: resume, at: instant)
    }

    /// A question was answered in the attempt with this seed; of hints and time nothing is known.
    public mutating func record(
        answerTo question: String, in quiz: String, seed: UInt64, isRight: Bool, at instant: Int64
    ) {
        let review = ReviewRecord(
            at: instant, grade: isRight ? .good : .again, isRight: isRight, seed: seed, setting: .quiz)
        record(review, of: CardID(quiz: quiz, question: question))
    }

    /// An attempt at a whole quiz was finished.
    public mutating func finished(quiz: String, seed: UInt64, score: Score, at instant: Int64) {
        let of = min(max(score.of, 0), Self.largestCount)
        let kept = Score(right: min(max(score.right, 0), of), of: of)
        attempts.insert(AttemptRecord(quiz: quiz, seed: seed, score: kept, at: instant))
        attempts = attempts.bounded
    }

    /// `session` was finished; an attempt at only some questions of a quiz has no score to keep, nor an unfinished one.
    public mutating func finished(_ session: QuizSession, at instant: Int64) {
        guard session.isFinished, session.isWhole else { return }
        finished(quiz: session.quiz.id, seed: session.seed, score: session.score, at: instant)
    }

    /// A challenge was solved with so many faults; what took more than before changes nothing.
    ///
    /// - Returns: Whether it was not solved before, or not with so few.
    @discardableResult
    public mutating func solved(challenge: String, of lesson: String, faults: Int, at instant: Int64) -> Bool {
        let count = min(max(faults, 0), Self.largestCount)
        let before = challenges[lesson]?[challenge]
        guard before.map({ count < $0.value }) ?? true else { return false }
        challenges[lesson, default: [:]][challenge] = Stamped(count, at: instant)
        return true
    }

    /// The learner chose a language.
    public mutating func prefer(language: Language, at instant: Int64) {
        self.language = Stamped(language, after: self.language, at: instant)
    }

    /// The learner chose to see animation or not.
    public mutating func prefer(reducedMotion: Bool, at instant: Int64) {
        self.reducedMotion = Stamped(reducedMotion, after: self.reducedMotion, at: instant)
    }
}
