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

extension AttemptRecord: Comparable {
    /// Orders by time; the rest only makes the order total.
    public static func < (earlier: AttemptRecord, later: AttemptRecord) -> Bool {
        (earlier.at, earlier.quiz, earlier.seed, earlier.score.right, earlier.score.of)
            < (later.at, later.quiz, later.seed, later.score.right, later.score.of)
    }
}

extension RecordLog<AttemptRecord> {
    /// How many attempts at one quiz are kept besides the best.
    static let perQuiz = 20

    /// The newest attempts at each quiz, and the best: of attempts as good the first.
    ///
    /// What is left out of a part would also be left out of the whole, so it does not matter when this is done.
    var bounded: RecordLog<AttemptRecord> {
        var left: [String: Int] = [:]
        guard
            contains(where: {
                left[$0.quiz, default: 0] += 1; return left[$0.quiz, default: 0] > Self.perQuiz
            })
        else {
            return self
        }
        var best: [String: AttemptRecord] = [:]
        for attempt in self where best[attempt.quiz].map({ $0.score < attempt.score }) ?? true {
            best[attempt.quiz] = attempt
        }
        var newest: [String: Int] = [:]
        return RecordLog(
            reversed().filter { attempt in
                newest[attempt.quiz, default: 0] += 1
                return newest[attempt.quiz, default: 0] <= Self.perQuiz || best[attempt.quiz] == attempt
            })
    }
}
