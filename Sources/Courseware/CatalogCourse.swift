/// A course in the catalogue: what it says of itself, and which lessons are its own.
public struct CatalogCourse: Equatable, Sendable {
    /// What it says of itself.
    public var outline: CourseOutline
    /// The ids of its lessons.
    public var lessons: Set<String>

    /// A course; see the properties.
    public init(_ outline: CourseOutline, lessons: Set<String>) {
        self.outline = outline
        self.lessons = lessons
    }
}

/// Where lessons stand: course by course, then by track, then as the track lists them, then by order and id.
struct CatalogOrder {
    /// The courses in their order.
    let courses: [CatalogCourse]
    private var courseOfLesson: [String: Int] = [:]
    private var ranksOfTracks: [[String: Int]] = []
    private var ranksOfLessons: [[String: Int]] = []

    init(_ courses: [CatalogCourse]) {
        let order = courses.indices.sorted { (courses[$0].outline.order, $0) < (courses[$1].outline.order, $1) }
        self.courses = order.map { courses[$0] }
        for (index, course) in self.courses.enumerated() {
            for id in course.lessons where courseOfLesson[id] == nil { courseOfLesson[id] = index }
            let tracks = course.outline.tracks
            ranksOfTracks.append(Self.ranks(of: tracks.map(\.id)))
            ranksOfLessons.append(Self.ranks(of: tracks.flatMap(\.lessons)))
        }
    }

    private static func ranks(of ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    }

    /// The index of the course that a lesson belongs to.
    func course(of lesson: String) -> Int? { courseOfLesson[lesson] }

    /// The documents in order of what they are to the list.
    func sorted<Document>(_ documents: [Document], by head: (Document) -> LessonHead) -> [Document] {
        let places = documents.map { place(of: head($0)) }
        return documents.indices.sorted { places[$0] < places[$1] }.map { documents[$0] }
    }

    private typealias Place = (course: Int, track: Int, name: String, listed: Int, order: Int, id: String)

    private func place(of head: LessonHead) -> Place {
        guard let course = courseOfLesson[head.id] else { return (.max, .max, head.track, .max, head.order, head.id) }
        return (
            course, ranksOfTracks[course][head.track] ?? .max, head.track, ranksOfLessons[course][head.id] ?? .max,
            head.order, head.id
        )
    }
}
