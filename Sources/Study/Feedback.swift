public import Courseware
public import Localization

/// What is said about an answer, right or wrong.
public struct Feedback: Equatable, Sendable {
    /// An explanation of something in particular that the learner answered.
    public struct Remark: Equatable, Sendable {
        /// The place (0-based) of the choice that it is about; `nil` for a typed answer.
        public var place: Int?
        /// The choice, or what was typed.
        public var subject: LocalizedText
        /// What there is to say about it.
        public var because: LocalizedText

        /// Creates a remark; see the properties.
        public init(place: Int?, subject: LocalizedText, because: LocalizedText) {
            self.place = place
            self.subject = subject
            self.because = because
        }
    }

    /// What the learner answered; `nil` for giving up.
    public var answer: Answer?
    /// Whether that is right; what is half right is not, except that an answer said aloud need not name every point.
    public var isRight: Bool
    /// How much of it is right: of an answer said aloud the points named, of any other all or nothing.
    public var credit: Score
    /// Explanations of the very choices or mistakes made, in the order shown; empty when the author foresaw none.
    public var remarks: [Remark]
    /// The right answer in terms of what is shown.
    public var solution: Answer
    /// The right answer in words.
    public var solutionText: LocalizedText
    /// The explanation shown after any answer.
    public var because: LocalizedText
    /// Where the explanation comes from.
    public var citations: [Citation]
    /// The moment in a lesson that shows it.
    public var show: LessonMoment?
    /// How many hints were shown before the answer.
    public var hintsTaken = 0
    /// Milliseconds from when the question was first shown to the answer; `nil` when nobody measured them.
    public var milliseconds: Int64?
}
