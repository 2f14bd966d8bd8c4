import Localization

/// The lessons and quizzes that there are, in the order in which a learner sees them.
///
/// Never an id twice.
///
/// A catalogue can list lessons of which it has no more than their heads; see ``init(heads:lessons:quizzes:courses:)``.
public struct Catalog: Equatable, Sendable {
    /// What is listed: course by course, then by track, then as the track lists them, then by order and id.
    public let heads: [LessonHead]
    /// In the order of ``heads``.
    public let lessons: [Lesson]
    /// In the order of their lessons, then by id.
    public let quizzes: [Quiz]
    /// The courses that have something to list, in order.
    public let courses: [CatalogCourse]
    /// What is shown of a lesson that is not among ``lessons``; see ``showing(_:)``.
    private var preview: LessonPreview?
    /// Indices into ``courses``.
    private let courseOfLesson: [String: Int]
    private let lessonPlaces: [String: Int]
    private let quizPlaces: [String: Int]

    /// A catalogue of these documents; of two with the same id the first counts.
    ///
    /// - Parameters:
    ///   - heads: Lessons to list although they are not among `lessons`. The head of a lesson that is there is its own.
    ///   - lessons: Lessons read in full.
    ///   - quizzes: Quizzes read in full.
    ///   - courses: Which lesson belongs to which course; of courses with the same order the first stands first.
    public init(
        heads: [LessonHead] = [], lessons: [Lesson] = [], quizzes: [Quiz] = [], courses: [CatalogCourse] = []
    ) {
        let order = CatalogOrder(courses)
        let sorted = order.sorted(Self.unique(lessons, by: \.id), by: \.head)
        let places = Self.places(of: sorted, by: \.id)
        let heads = order.sorted(Self.unique(sorted.map(\.head) + heads, by: \.id)) { $0 }
        self.heads = heads
        (self.courses, courseOfLesson) = order.courses(of: heads)
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

    /// The same catalogue with this to show of one lesson that is not read in full.
    public func showing(_ preview: LessonPreview?) -> Catalog {
        var catalog = self
        catalog.preview = preview
        return catalog
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

    /// The course that a lesson belongs to.
    public func course(of lesson: LessonHead) -> CourseOutline? {
        courseIndex(of: lesson).map { courses[$0].outline }
    }

    /// The index among ``courses`` of the one that a lesson belongs to.
    public func courseIndex(of lesson: LessonHead) -> Int? { courseOfLesson[lesson.id] }

    /// What is said of a lesson's track: by its course, or, for want of that, by any other that has the track.
    public func track(of lesson: LessonHead) -> CourseOutline.Track {
        let own = course(of: lesson)?.tracks ?? []
        let tracks = own + courses.flatMap(\.outline.tracks)
        let title = tracks.first { $0.id == lesson.track }?.title ?? LocalizedText(lesson.track)
        return own.first { $0.id == lesson.track } ?? CourseOutline.Track(id: lesson.track, title: title)
    }

    private static func unique<Document>(_ documents: [Document], by id: (Document) -> String) -> [Document] {
        var seen = Set<String>(minimumCapacity: documents.count)
        return documents.filter { seen.insert(id($0)).inserted }
    }

    private static func places<Document>(of documents: [Document], by id: (Document) -> String) -> [String: Int] {
        Dictionary(documents.enumerated().map { (id($0.element), $0.offset) }) { first, _ in first }
    }
}
