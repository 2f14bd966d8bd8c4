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
        courseOfLesson.reserveCapacity(courses.reduce(0) { $0 + $1.lessons.count })
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

    /// The courses that have some of the lessons, and the index among them of each lesson's own.
    func courses(of heads: [LessonHead]) -> (listed: [CatalogCourse], indices: [String: Int]) {
        var isListed = courses.map { _ in false }
        for head in heads { if let course = courseOfLesson[head.id] { isListed[course] = true } }
        if isListed.allSatisfy(\.self) { return (courses, courseOfLesson) }
        let listed = courses.indices.filter { isListed[$0] }
        let places = Dictionary(uniqueKeysWithValues: listed.enumerated().map { ($1, $0) })
        return (listed.map { courses[$0] }, courseOfLesson.compactMapValues { places[$0] })
    }

    /// The documents in order of what they are to the list.
    func sorted<Document>(_ documents: [Document], by head: (Document) -> LessonHead) -> [Document] {
        let heads = documents.map(head), places = heads.map(place), tracks = heads.map(\.track)
        // Numbers decide nearly always, and are compared without a look at the words.
        let order = documents.indices.sorted { one, other in
            let (first, second) = (places[one], places[other])
            if (first.course, first.track) != (second.course, second.track) {
                return (first.course, first.track) < (second.course, second.track)
            }
            if first.track == .max, tracks[one] != tracks[other] { return tracks[one] < tracks[other] }
            if (first.listed, first.order) != (second.listed, second.order) {
                return (first.listed, first.order) < (second.listed, second.order)
            }
            return heads[one].id < heads[other].id
        }
        return order.map { documents[$0] }
    }

    /// What decides where a lesson stands, but for the names of tracks that no course lists, and ids.
    private typealias Place = (course: Int, track: Int, listed: Int, order: Int)

    private func place(of head: LessonHead) -> Place {
        guard let course = courseOfLesson[head.id] else { return (.max, .max, .max, head.order) }
        return (
            course, ranksOfTracks[course][head.track] ?? .max, ranksOfLessons[course][head.id] ?? .max, head.order
        )
    }
}
