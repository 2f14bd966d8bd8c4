public import Localization

/// A value drawn afresh for each attempt.
public struct Given: Equatable, Sendable {
    /// What a value is drawn from.
    public enum Source: Equatable, Sendable {
        /// A whole number, both ends included.
        case random(ClosedRange<Int64>)
        /// One of some texts; with the name of another value, the one in the same place as that.
        case pick([LocalizedText], with: String?)
        /// A header field of a message in a lesson, whose scene is simulated anew.
        case field(LessonField)
    }

    /// The name, as it stands in braces.
    public var name: String
    /// What it is drawn from.
    public var source: Source

    /// A name and what its value is drawn from.
    public init(name: String, source: Source) {
        self.name = name
        self.source = source
    }

    /// A name and the whole numbers that its value may be, both ends included.
    public init(name: String, range: ClosedRange<Int64>) { self.init(name: name, source: .random(range)) }
}

/// A header field of a message in a lesson.
public struct LessonField: Hashable, Sendable {
    /// When the message is sent, arrives or is lost.
    public var moment: LessonMoment
    /// The field's name, such as `seq`.
    public var field: String

    /// The field of the message at a moment.
    public init(_ moment: LessonMoment, field: String) {
        self.moment = moment
        self.field = field
    }
}
