/// The question that a history of reviews belongs to, by ids that outlive its wording.
public struct CardID: Hashable, Sendable {
    /// The quiz's id.
    public var quiz: String
    /// The question's id inside its quiz.
    public var question: String

    /// The question called `question` of the quiz called `quiz`.
    public init(quiz: String, question: String) {
        self.quiz = quiz
        self.question = question
    }

    /// Reads `quiz/question`; `nil` when a part is missing.
    ///
    /// What comes after the first slash is the question's id.
    public init?(_ text: String) {
        guard let slash = text.firstIndex(of: "/") else { return nil }
        let (quiz, question) = (text[..<slash], text[text.index(after: slash)...])
        guard !quiz.isEmpty, !question.isEmpty else { return nil }
        self.init(quiz: String(quiz), question: String(question))
    }

    /// `quiz/question`, as progress is stored.
    public var text: String { "\(quiz)/\(question)" }
}

extension CardID: Comparable {
    /// Orders by quiz, then by question.
    public static func < (one: CardID, other: CardID) -> Bool {
        (one.quiz, one.question) < (other.quiz, other.question)
    }
}
