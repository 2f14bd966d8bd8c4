public import Localization

/// What a course says of itself in its `course.json`: a name, and the headings under which its lessons stand.
public struct CourseOutline: Equatable, Sendable {
    /// The course's id, for ever; its folder may be renamed.
    public var id: String
    /// What the catalogue calls it.
    public var title: LocalizedText
    /// For whom it is, and what one learns.
    public var about: LocalizedText?
    /// The languages that its texts have; `nil` when it does not say, and then none may be missing.
    public var languages: [Language]?
    /// The headings of its lessons, in order; other tracks follow by name.
    public var tracks: [Track]
    /// Its place among the courses; ties are broken by where the course was found.
    public var order: Int

    /// A heading, and the lessons below it.
    public struct Track: Equatable, Sendable {
        /// What lessons name as their track.
        public var id: String
        /// What the heading says.
        public var title: LocalizedText
        /// What the track is about.
        public var about: LocalizedText?
        /// The ids of lessons in the order in which they stand first; others of the track follow by their own order.
        public var lessons: [String]

        /// A track; see the properties.
        public init(id: String, title: LocalizedText, about: LocalizedText? = nil, lessons: [String] = []) {
            self.id = id
            self.title = title
            self.about = about
            self.lessons = lessons
        }
    }

    /// A course; see the properties.
    public init(
        id: String, title: LocalizedText, about: LocalizedText? = nil, languages: [Language]? = nil,
        tracks: [Track] = [], order: Int = LessonHead.usualOrder
    ) {
        self.id = id
        self.title = title
        self.about = about
        self.languages = languages
        self.tracks = tracks
        self.order = order
    }
}
