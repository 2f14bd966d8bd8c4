public import Courseware
public import Localization

/// Progress over a whole course, one row for each lesson: what the `progress` command and the screens show.
public struct ProgressReport: Equatable, Sendable {
    /// One lesson.
    public struct Row: Equatable, Sendable {
        /// The lesson's id.
        public var lesson: String
        /// Its title.
        public var title: LocalizedText
        /// Where the catalogue lists it.
        public var track: String
        /// How far it is.
        public var status: LessonStatus
        /// The best attempt at its quiz; `nil` without a quiz or an attempt.
        public var best: Score?
        /// How many of its challenges are solved; `nil` for one without challenges.
        public var challenges: Score?
        /// When it was last open, in milliseconds since 1970 UTC.
        public var lastVisited: Int64?
    }

    /// The lessons in the order given.
    public var rows: [Row]

    /// What `progress` says about `lessons`.
    public init(_ lessons: [Lesson], _ progress: Progress) {
        rows = lessons.map { lesson in
            Row(
                lesson: lesson.id, title: lesson.title, track: lesson.track, status: progress.status(of: lesson),
                best: lesson.quiz.flatMap(progress.best),
                challenges: progress.challengesSolved(of: lesson), lastVisited: progress.lastVisited(lesson.id))
        }
    }

    /// How many of the lessons are done.
    public var lessonsDone: Score { Score(right: rows.count { $0.status == .done }, of: rows.count) }
}
