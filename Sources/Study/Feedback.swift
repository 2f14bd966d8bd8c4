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
    /// Whether that is right; what is half right is not.
    public var isRight: Bool
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
}
