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

    /// The scene that it is in.
    public var scene: LessonScene { LessonScene(lesson: lesson, variant: variant) }
}

/// A scene of a lesson that a question is about.
public struct LessonScene: Hashable, Sendable {
    /// The id of the lesson.
    public var lesson: String
    /// The scene's id; `nil` for the main scene.
    public var variant: String?

    /// A lesson's main scene, or one of its variants.
    public init(lesson: String, variant: String? = nil) {
        self.lesson = lesson
        self.variant = variant
    }
}
