public import Localization
import LocatedJSON

/// What the list of lessons shows of a lesson.
///
/// It can be had without reading the lesson's timelines.
public struct LessonHead: Equatable, Sendable {
    /// As in ``Lesson``.
    public var id: String, track: String, order: Int, minutes: Int, title: LocalizedText

    /// Creates a head; see the properties of ``Lesson``.
    public init(id: String, track: String, order: Int, minutes: Int, title: LocalizedText) {
        self.id = id
        self.track = track
        self.order = order
        self.minutes = minutes
        self.title = title
    }

    /// The order and minutes of a lesson whose author says nothing of them.
    public static let usualOrder = 100, usualMinutes = 5
    /// The orders and minutes that there can be.
    static let orders = -10_000...10_000, lengths = 1...600
}

extension Reading where Value == Int {
    static var lessonOrder: Self { wholeNumber(in: LessonHead.orders) }
    static var lessonMinutes: Self { wholeNumber(in: LessonHead.lengths) }
}

extension Reading where Value == LocalizedText {
    static var lessonTitle: Self { title(cells: 36) }
}
