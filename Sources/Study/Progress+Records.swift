/// How far one scene of a lesson was played.
public struct SceneProgress: Hashable, Sendable {
    /// Where the learner stood in a scene.
    public struct Visit: Hashable, Sendable {
        /// The step, 0-based.
        public var step: Int
        /// How many steps the scene had at that time.
        public var of: Int
    }

    /// Where the learner was last.
    public var visit: Stamped<Visit>
    /// How many steps were seen: one more than the furthest.
    public var seen: Int
    /// When the last step was first reached, in milliseconds since 1970 UTC.
    public var completed: Int64?
}

/// A place in a lesson.
public struct Bookmark: Hashable, Sendable {
    /// The lesson's id.
    public var lesson: String
    /// The scene's id.
    public var scene: String
    /// The step, 0-based.
    public var step: Int
}

/// One answer to one question.
public struct AnswerRecord: Hashable, Sendable {
    /// The quiz's id.
    public var quiz: String
    /// The question's id.
    public var question: String
    /// The seed of the attempt: the question can be put again exactly as it was.
    public var seed: UInt64
    /// Whether the answer was right.
    public var isRight: Bool
    /// When, in milliseconds since 1970 UTC.
    public var at: Int64
}

/// One finished attempt at a whole quiz.
public struct AttemptRecord: Hashable, Sendable {
    /// The quiz's id.
    public var quiz: String
    /// The seed of the attempt.
    public var seed: UInt64
    /// How it ended.
    public var score: Score
    /// When, in milliseconds since 1970 UTC.
    public var at: Int64
}

extension AnswerRecord: Comparable {
    /// Orders by time; the rest only makes the order total, so that merged logs come out alike on every machine.
    public static func < (earlier: AnswerRecord, later: AnswerRecord) -> Bool {
        (earlier.at, earlier.quiz, earlier.question, earlier.seed, earlier.isRight ? 1 : 0)
            < (later.at, later.quiz, later.question, later.seed, later.isRight ? 1 : 0)
    }
}

extension AttemptRecord: Comparable {
    /// Orders by time; the rest only makes the order total.
    public static func < (earlier: AttemptRecord, later: AttemptRecord) -> Bool {
        (earlier.at, earlier.quiz, earlier.seed, earlier.score.right, earlier.score.of)
            < (later.at, later.quiz, later.seed, later.score.right, later.score.of)
    }
}
