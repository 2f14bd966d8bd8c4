public import Localization

/// A set of questions that belongs to a lesson.
public struct Quiz: Equatable, Sendable {
    /// Stable name; progress is stored under it.
    public var id: String
    /// What the learner reads above the questions.
    public var title: LocalizedText
    /// The id of the lesson it asks about.
    public var lesson: String?
    /// Never empty.
    public var questions: [Question]

    /// Creates a quiz; see the properties.
    public init(id: String, title: LocalizedText, lesson: String? = nil, questions: [Question]) {
        self.id = id
        self.title = title
        self.lesson = lesson
        self.questions = questions
    }
}
