/// One answer to one question, with all that a scheduler could learn from it.
///
/// What is known of a learner's memory is a function of these records and nothing else, so that histories merged on
/// two machines lead to the same memory on both.
public struct ReviewRecord: Hashable, Sendable {
    /// Where a question was answered.
    public enum Setting: String, CaseIterable, Sendable {
        /// In a quiz that belongs to a lesson.
        case quiz
        /// In a review session.
        case review
        /// In an interview: timed, without help.
        case interview
        /// In the diagnostic that finds out where to begin.
        case diagnostic
        /// In a lesson, while it was played.
        case lesson
    }

    /// When it was answered, in milliseconds since 1970 UTC.
    public var at: Int64
    /// How well it was remembered.
    public var grade: Grade
    /// Whether the answer was right.
    public var isRight: Bool
    /// How many hints were shown before the answer.
    public var hints: Int
    /// From showing the question to the answer, in milliseconds; 0 when it is not known.
    public var took: Int
    /// The seed of the attempt: the question can be put again exactly as it was.
    public var seed: UInt64
    /// Where it was answered.
    public var setting: Setting

    /// Creates a record; see the properties.
    public init(
        at instant: Int64, grade: Grade, isRight: Bool, hints: Int = 0, took: Int = 0, seed: UInt64 = 0,
        setting: Setting
    ) {
        at = instant
        self.grade = grade
        self.isRight = isRight
        self.hints = hints
        self.took = took
        self.seed = seed
        self.setting = setting
    }
}

extension ReviewRecord: Comparable {
    /// Orders by time; the rest only makes the order total, so that merged histories come out alike on every machine.
    public static func < (earlier: ReviewRecord, later: ReviewRecord) -> Bool {
        let one = (earlier.at, earlier.grade, earlier.isRight ? 1 : 0, earlier.hints, earlier.took, earlier.seed)
        let other = (later.at, later.grade, later.isRight ? 1 : 0, later.hints, later.took, later.seed)
        return one == other ? earlier.setting.rawValue < later.setting.rawValue : one < other
    }
}
