import Testing

@testable import Study

@Suite struct ActivityTests {
    @Test func `answers are counted by the learner's day`() {
        let records = [
            Reviews.record(at: Reviews.noon, took: 5000), Reviews.record(.again, at: Reviews.noon + 1, took: 7000),
            Reviews.record(at: Reviews.noon - 9 * Reviews.hour, took: -5),
        ]
        let activity = Activity(records, offset: 0)
        #expect(activity[Reviews.today] == Activity.Tally(answers: 2, right: 1, took: 12_000))
        #expect(activity[Reviews.today.advanced(by: -1)] == Activity.Tally(answers: 1, right: 1))
        #expect(activity[Reviews.today.advanced(by: 1)] == Activity.Tally())
        // In Shanghai 03:00 UTC is 11:00 of the same day.
        #expect(Activity(records, offset: 8 * Reviews.hour).days.count == 1)
    }

    @Test func `the last days are listed oldest first, with those without an answer`() {
        let activity = Activity([-2, 0].map { Reviews.record(at: Reviews.noon + $0 * Reviews.day) }, offset: 0)
        let last = activity.last(4, until: Reviews.today)
        #expect(last.map(\.tally.answers) == [0, 1, 0, 1])
        #expect(last.map { $0.day.number - Reviews.today.number } == [-3, -2, -1, 0])
        #expect(activity.last(-1, until: Reviews.today).isEmpty)
        #expect(activity.last(.max, until: Reviews.today).count == 10_000)
    }

    @Test func `a day without an answer was not practised`() {
        let days = [
            Reviews.today: Activity.Tally(answers: 0), Reviews.today.advanced(by: -1): Activity.Tally(answers: 2),
        ]
        #expect(Activity(days).practised == [Reviews.today.advanced(by: -1)])
    }
}
