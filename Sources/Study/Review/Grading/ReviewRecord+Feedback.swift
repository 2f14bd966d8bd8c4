public import Localization

extension ReviewRecord {
    /// The record of an answer that was settled, with the grade that follows from it.
    ///
    /// - Parameters:
    ///   - feedback: What was said about the answer; it knows the hints taken and the time.
    ///   - question: The question as it was put.
    ///   - seed: The seed of the attempt.
    ///   - setting: Where it was answered.
    ///   - isSeen: Whether the question had been answered before this.
    ///   - language: The language in which it was read.
    ///   - instant: When it was answered, in milliseconds since 1970 UTC.
    public init(
        _ feedback: Feedback, to question: PosedQuestion, seed: UInt64, setting: Setting, isSeen: Bool,
        in language: Language, at instant: Int64
    ) {
        let took = Int(clamping: max(feedback.milliseconds ?? 0, 0))
        let hints = max(feedback.hintsTaken, 0)
        let grade: Grade =
            if case .recall = question.form {
                Grade(named: feedback.credit.right, of: feedback.credit.of, hints: hints, isSeen: isSeen)
            } else {
                Grade(
                    isRight: feedback.isRight, hints: hints,
                    pace: Pace(took: took, needed: question.usualTime(in: language)), isSeen: isSeen)
            }
        self.init(
            at: instant, grade: grade, isRight: feedback.isRight, hints: hints, took: took, seed: seed,
            setting: setting)
    }
}
