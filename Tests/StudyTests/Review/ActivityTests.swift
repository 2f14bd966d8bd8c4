import Testing

@testable import Study

@Suite struct ActivityTests {
    /// An activity on the days marked, of which the last is today.
    private func activity(_ marks: String) -> Activity {
        let days = marks.filter { !$0.isWhitespace }
        return Activity(
            Dictionary(
                days.reversed().enumerated().map { back, mark in
                    (Reviews.today.advanced(by: -Int64(back)), Activity.Tally(answers: mark == "x" ? 1 : 0))
                }
            ) { first, _ in first })
    }

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
        let last = activity("x.x").last(4, until: Reviews.today)
        #expect(last.map(\.tally.answers) == [0, 1, 0, 1])
        #expect(last.map { $0.day.number - Reviews.today.number } == [-3, -2, -1, 0])
        #expect(activity("x").last(-1, until: Reviews.today).isEmpty)
        #expect(activity("x").last(.max, until: Reviews.today).count == 10_000)
    }

    @Test func `days practised of the last seven and thirty`() {
        let activity = activity("x.......xx.....x..x")
        #expect(activity.daysPractised(ofLast: 7, until: Reviews.today) == 2)
        #expect(activity.daysPractised(ofLast: 30, until: Reviews.today) == 5)
        #expect(activity.daysPractised(ofLast: 0, until: Reviews.today) == 0)
        #expect(activity.daysPractised(ofLast: -4, until: Reviews.today) == 0)
    }

    @Test(arguments: [
        ("", 0), ("x", 1), (".", 0), ("x.", 1), ("xxx", 3), ("xx.", 2), ("xx.x", 3), ("x..x", 1), ("x..", 1),
        ("x...", 0),
        ("xx.xxxx.", 6), ("x.xx.xx.", 4), ("x.xx.xx", 4), ("xxx.xxxxxx.xxx", 12), ("xxx.xxxxx.xxx", 8),
        ("x.x.x.x.x", 2), ("xxxxxxxxxxxxxxxxxxxx", 20), ("x.x", 2), (".x", 1),
    ]) func `a streak forgives one missed day in seven`(marks: String, length: Int) {
        #expect(activity(marks).streak(until: Reviews.today) == length)
    }

    @Test func `the ends of time do not stop the program`() {
        let ends = [StudyDay(number: .min), StudyDay(number: .max)]
        let activity = Activity(Dictionary(ends.map { ($0, Activity.Tally(answers: 1)) }) { first, _ in first })
        #expect(ends.map { activity.streak(until: $0) }.allSatisfy { $0 >= 1 })
        #expect(activity.daysPractised(ofLast: .max, until: Reviews.today) == 0)
        #expect(
            (-9...9).map { StudyDay(number: $0).weekday } == [1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5])
        #expect(StudyDay(number: .min).monday.number == .min)
    }
}
