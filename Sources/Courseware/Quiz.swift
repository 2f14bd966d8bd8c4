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

/// One question with everything that is said after it is answered.
public struct Question: Equatable, Sendable {
    /// Stable name inside its quiz; a reworded question keeps it.
    public var id: String
    /// What is asked; names in braces stand for ``given`` values.
    public var ask: LocalizedText
    /// What kind of answer it wants, and which is right.
    public var kind: Kind
    /// Values drawn afresh for every attempt, in the order they are written.
    public var given: [Given]
    /// The explanation shown after any answer.
    public var because: LocalizedText
    /// Where the explanation comes from.
    public var citations: [Citation]
    /// The moment in a lesson that answers it.
    public var show: LessonMoment?
    /// The ladder drawn beside the question.
    public var picture: LessonMoment?

    /// Creates a question; see the properties.
    public init(
        id: String, ask: LocalizedText, kind: Kind, given: [Given] = [], because: LocalizedText,
        citations: [Citation] = [], show: LessonMoment? = nil, picture: LessonMoment? = nil
    ) {
        self.id = id
        self.ask = ask
        self.kind = kind
        self.given = given
        self.because = because
        self.citations = citations
        self.show = show
        self.picture = picture
    }

    /// How the learner answers.
    public enum Kind: Equatable, Sendable {
        /// Exactly one of the choices is right.
        case choice([Choice])
        /// One or more of the choices are right; all must be chosen and no other.
        case several([Choice])
        /// The items in the right order.
        case order([LocalizedText])
        /// A whole number, computed from the values given.
        case number(answer: Expression, unit: LocalizedText?, wrong: [ExpectedMistake<Expression>])
        /// A short text; any of `accept` is right.
        case text(accept: [String], wrong: [ExpectedMistake<String>])
        /// Each left side has one right side.
        case match([Pair])
    }
}

/// One thing to choose.
public struct Choice: Equatable, Sendable {
    /// What the learner reads.
    public var text: LocalizedText
    /// Whether it is to be chosen.
    public var isRight: Bool
    /// Why it is wrong (or right); every wrong choice has one.
    public var because: LocalizedText?

    /// A choice; `because` may be left out for a right one.
    public init(text: LocalizedText, isRight: Bool = false, because: LocalizedText? = nil) {
        self.text = text
        self.isRight = isRight
        self.because = because
    }
}

/// A wrong answer that the author foresaw, and what leads there.
public struct ExpectedMistake<Answer: Equatable & Sendable>: Equatable, Sendable {
    /// The wrong answer.
    public var answer: Answer
    /// What leads there.
    public var because: LocalizedText

    /// A wrong answer and its explanation.
    public init(answer: Answer, because: LocalizedText) {
        self.answer = answer
        self.because = because
    }
}

/// Two things that belong together.
public struct Pair: Equatable, Sendable {
    /// What stands on the left.
    public var left: LocalizedText
    /// What belongs to it.
    public var right: LocalizedText

    /// Two things that belong together.
    public init(left: LocalizedText, right: LocalizedText) {
        self.left = left
        self.right = right
    }
}

/// A value drawn at random for each attempt.
public struct Given: Equatable, Sendable {
    /// The name, as it stands in braces.
    public var name: String
    /// The values it may take, both ends included.
    public var range: ClosedRange<Int64>

    /// A name and the values it may take.
    public init(name: String, range: ClosedRange<Int64>) {
        self.name = name
        self.range = range
    }
}

/// A moment of a lesson that a question points at.
public struct LessonMoment: Hashable, Sendable {
    /// The id of the lesson.
    public var lesson: String
    /// The scene's id; `nil` for the main scene.
    public var variant: String?
    /// The anchor of an event in that scene.
    public var anchor: String

    /// The event called `anchor` in a lesson's main scene or variant.
    public init(lesson: String, variant: String? = nil, anchor: String) {
        self.lesson = lesson
        self.variant = variant
        self.anchor = anchor
    }
}
