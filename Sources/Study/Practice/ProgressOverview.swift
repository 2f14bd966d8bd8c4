public import Courseware

/// All that there is to tell about a learner's progress: what the progress screen and `netarium progress` show.
public struct ProgressOverview: Equatable, Sendable {
    /// How far each lesson is.
    public let lessons: ProgressReport
    /// How much is remembered, by lesson and by track.
    public let mastery: MasteryReport
    /// How much of what was asked was known, week by week.
    public let retention: RetentionHistory
    /// What was done on each day.
    public let activity: Activity
    /// What the coming days will bring; today first.
    public let forecast: Forecast
    /// How many days were practised of late: on which anything was answered or a lesson was played.
    public let streak: Streak
    /// The day for which all this is.
    public let today: StudyDay

    /// How many weeks of retention are told.
    public static let weeks = 12
    /// How many days are foreseen.
    public static let days = 14

    /// The overview of `catalog` at an instant.
    ///
    /// - Parameters:
    ///   - catalog: The course.
    ///   - progress: What the learner has done; its histories are read, all of them.
    ///   - instant: Milliseconds since 1970 UTC.
    ///   - offset: How far the learner's clock is ahead of UTC, in milliseconds.
    public init(_ catalog: Catalog, _ progress: Progress, at instant: Int64, offset: Int64) {
        let cards = ReviewCard.all(of: catalog, memories: progress.memories(offset: offset))
        let histories = progress.cards.keys.map(progress.history)
        today = StudyDay(of: instant, offset: offset)
        lessons = ProgressReport(catalog.lessons, progress)
        mastery = MasteryReport(cards, at: instant, scheduler: Progress.scheduler)
        retention = RetentionHistory(of: histories, weeks: Self.weeks, until: today, offset: offset)
        activity = Activity(histories.joined(), offset: offset)
        streak = Streak(progress.days.union(activity.practised), until: today)
        forecast = Forecast(of: cards, from: today, days: Self.days, offset: offset)
    }
}
