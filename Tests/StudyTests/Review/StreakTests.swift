import Testing

@testable import Study

@Suite struct StreakTests {
    /// The streak of somebody who practised on the days marked, of which the last is today.
    private func streak(_ marks: String) -> Streak {
        let days = marks.reversed().enumerated().filter { $0.element == "x" }.map {
            Reviews.today.advanced(by: -Int64($0.offset))
        }
        return Streak(Set(days), until: Reviews.today)
    }

    @Test(arguments: [
        ("", 0), ("x", 1), (".", 0), ("x.", 1), ("xxx", 3), ("xx.", 2), ("xx.x", 3), ("x..x", 1), ("x..", 1),
        ("x...", 0),
        ("xx.xxxx.", 6), ("x.xx.xx.", 4), ("x.xx.xx", 4), ("xxx.xxxxxx.xxx", 12), ("xxx.xxxxx.xxx", 8),
        ("x.x.x.x.x", 2), ("xxxxxxxxxxxxxxxxxxxx", 20), ("x.x", 2), (".x", 1),
    ]) func `one missed day in seven is forgiven`(marks: String, length: Int) {
        #expect(streak(marks).inARow == length)
    }

    @Test func `the last seven and thirty days are counted, and whether today is among them`() {
        let streak = streak("x.......xx.....x..x")
        #expect((streak.ofLastSeven, streak.ofLastThirty, streak.includesToday) == (2, 5, true))
        #expect(!self.streak("x.").includesToday)
        #expect(self.streak(String(repeating: "x", count: 40)).ofLastThirty == 30)
    }

    @Test func `what lies in the future does not count`() {
        let streak = Streak([Reviews.today.advanced(by: 1), Reviews.today.advanced(by: 2)], until: Reviews.today)
        #expect((streak.inARow, streak.ofLastSeven, streak.ofLastThirty, streak.includesToday) == (0, 0, 0, false))
    }

    @Test func `the ends of time do not stop the program`() {
        let ends = [StudyDay(number: .min), StudyDay(number: .max)]
        #expect(ends.allSatisfy { Streak(Set(ends), until: $0).inARow >= 1 })
        #expect((-9...4).map { StudyDay(number: $0).weekday } == [1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 0])
        #expect(StudyDay(number: .min).monday.number == .min)
    }
}
