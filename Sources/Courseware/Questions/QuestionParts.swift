public import Localization

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
    /// Why they belong together.
    public var because: LocalizedText?

    /// Two things that belong together, and why, if the author says so.
    public init(left: LocalizedText, right: LocalizedText, because: LocalizedText? = nil) {
        self.left = left
        self.right = right
        self.because = because
    }
}

/// One thing to be put in its place in an order.
public struct OrderItem: Equatable, Sendable, ExpressibleByStringLiteral {
    /// What the learner reads.
    public var text: LocalizedText
    /// Why it comes after the item before it, and not sooner.
    public var because: LocalizedText?

    /// An item, and why it stands where it stands, if the author says so.
    public init(_ text: LocalizedText, because: LocalizedText? = nil) {
        self.text = text
        self.because = because
    }

    /// An item that reads the same in every language.
    public init(stringLiteral value: String) { self.init(LocalizedText(value)) }
}

/// Something that a good answer to an interviewer's question names.
public struct RecallPoint: Equatable, Sendable {
    /// What is to be named, in a few words.
    public var text: LocalizedText
    /// Why it belongs to the answer.
    public var because: LocalizedText?

    /// A point, and why it belongs to the answer, if the author says so.
    public init(_ text: LocalizedText, because: LocalizedText? = nil) {
        self.text = text
        self.because = because
    }
}
