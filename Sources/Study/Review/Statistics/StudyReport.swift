public import Courseware

/// Everything that is told about somebody's learning: on the screen, in lines of text, in JSON.
public struct StudyReport: Equatable, Sendable {
    /// The day that it is about.
    public let today: StudyDay
    /// How much is remembered, by lesson and track.
    public let mastery: MasteryReport
    /// How much of what was asked was known, in each of the last weeks.
    public let retention: RetentionHistory
    /// What was done on each day.
    public let activity: Activity
    /// How regularly.
    public let streak: Streak
    /// What the coming days will bring.
    public let forecast: Forecast
    /// What could be asked now.
    public let queue: ReviewQueue

    /// What there is to tell about `progress` in `catalog`.
    ///
    /// Reads every history; for what is due alone, ``Progress/reviewQueue(of:at:offset:doses:)`` costs far less.
    ///
    /// - Parameters:
    ///   - progress: What the learner has done.
    ///   - catalog: The course, with its quizzes.
    ///   - instant: Milliseconds since 1970 UTC.
    ///   - offset: How far the learner's clock is ahead of UTC, in milliseconds.
    ///   - weeks: How many weeks of retention.
    ///   - doses: How much is asked at once.
    public init(
        _ progress: Progress, in catalog: Catalog, at instant: Int64, offset: Int64, weeks: Int = 12,
        doses: ReviewQueue.Doses = .init()
    ) {
        let cards = progress.reviewCards(of: catalog, offset: offset)
        let histories = progress.cards.keys.map(progress.history)
        today = StudyDay(of: instant, offset: offset)
        mastery = MasteryReport(cards, at: instant, scheduler: Progress.scheduler)
        retention = RetentionHistory(of: histories, weeks: weeks, until: today, offset: offset)
        activity = Activity(histories.joined(), offset: offset)
        streak = Streak(activity.practised.union(progress.days), until: today)
        forecast = Forecast(of: cards, from: today, offset: offset, doses: doses)
        queue = progress.reviewQueue(of: catalog, at: instant, offset: offset, doses: doses)
    }
}
