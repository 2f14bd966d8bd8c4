public import Courseware

/// All that there is to tell about a learner's progress: what the progress screen and `netarium progress` show.
public struct ProgressOverview: Equatable, Sendable {
    /// How far each lesson is.
    public let lessons: ProgressReport
    /// How much is remembered, what was done, and what comes.
    public let study: StudyReport

    /// The overview of `catalog` at an instant.
    ///
    /// - Parameters:
    ///   - catalog: The course.
    ///   - progress: What the learner has done; its histories are read, all of them.
    ///   - instant: Milliseconds since 1970 UTC.
    ///   - offset: How far the learner's clock is ahead of UTC, in milliseconds.
    public init(_ catalog: Catalog, _ progress: Progress, at instant: Int64, offset: Int64) {
        lessons = ProgressReport(catalog.lessons, progress)
        study = StudyReport(progress, in: catalog, at: instant, offset: offset)
    }
}
