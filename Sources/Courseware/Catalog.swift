/// The lessons and quizzes that there are, in the order in which a learner sees them.
///
/// Never an id twice.
///
/// A catalogue can list lessons of which it has no more than their heads; see ``init(heads:preview:lessons:quizzes:)``.
public struct Catalog: Equatable, Sendable {
    /// What is listed, by track, then by order, then by id.
    public let heads: [LessonHead]
    /// By track, then by order, then by id.
    public let lessons: [Lesson]
    /// In the order of their lessons, then by id.
    public let quizzes: [Quiz]
    /// What is shown of a lesson that is not among ``lessons``.
    private let preview: LessonPreview?
    private let lessonPlaces: [String: Int]
    private let quizPlaces: [String: Int]

    /// A catalogue of these documents; of two with the same id the first counts.
    ///
    /// - Parameters:
    ///   - heads: Lessons to list although they are not among `lessons`. The head of a lesson that is there is its own.
    ///   - preview: What to show of one of them.
    ///   - lessons: Lessons read in full.
    ///   - quizzes: Quizzes read in full.
    public init(
        heads: [LessonHead] = [], preview: LessonPreview? = nil, lessons: [Lesson] = [], quizzes: [Quiz] = []
    ) {
        self.preview = preview
        let sorted = Self.unique(lessons, by: \.id).sorted { Self.precedes($0.head, $1.head) }
        let places = Self.places(of: sorted, by: \.id)
        self.heads = Self.unique(sorted.map(\.head) + heads, by: \.id).sorted(by: Self.precedes)
        self.lessons = sorted
        lessonPlaces = places
        self.quizzes = Self.unique(quizzes, by: \.id).sorted { one, other in
            let first = one.lesson.flatMap { places[$0] } ?? .max, second = other.lesson.flatMap { places[$0] } ?? .max
            return (first, one.id) < (second, other.id)
        }
        quizPlaces = Self.places(of: self.quizzes, by: \.id)
    }

    /// The lesson of this id; `nil` also for one of which only the head is here.
    public func lesson(_ id: String) -> Lesson? { lessonPlaces[id].map { lessons[$0] } }

    /// What to show of the lesson of this id before it is opened.
    public func preview(of id: String) -> LessonPreview? {
        guard let lesson = lesson(id) else { return preview?.lesson.id == id ? preview : nil }
        return LessonPreview(lesson, quiz: lesson.quiz.flatMap(quiz).map(QuizHead.init))
    }

    /// The quiz of this id.
    public func quiz(_ id: String) -> Quiz? { quizPlaces[id].map { quizzes[$0] } }

    /// The tracks that have lessons, in order.
    public var tracks: [String] {
        lessons.reduce(into: []) { tracks, lesson in
            if tracks.last != lesson.track { tracks.append(lesson.track) }
        }
    }

    /// The lessons of a track, in order.
    public func lessons(in track: String) -> [Lesson] { lessons.filter { $0.track == track } }

    /// The tracks of the built-in course, from the bottom of the stack up; others follow by name.
    private static let builtInTracks = ["tcp", "dns", "tls", "web"]

    private static func precedes(_ one: LessonHead, _ other: LessonHead) -> Bool {
        (rank(of: one.track), one.track, one.order, one.id) < (
            rank(of: other.track), other.track, other.order, other.id
        )
    }

    private static func rank(of track: String) -> Int { builtInTracks.firstIndex(of: track) ?? builtInTracks.count }

    private static func unique<Document>(_ documents: [Document], by id: (Document) -> String) -> [Document] {
        var seen: Set<String> = []
        return documents.filter { seen.insert(id($0)).inserted }
    }

    private static func places<Document>(of documents: [Document], by id: (Document) -> String) -> [String: Int] {
        Dictionary(documents.enumerated().map { (id($0.element), $0.offset) }) { first, _ in first }
    }
}
