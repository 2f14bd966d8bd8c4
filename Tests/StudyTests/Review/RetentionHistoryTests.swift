import Testing

@testable import Study

@Suite struct RetentionHistoryTests {
    private func day(_ number: Int64) -> Int64 { Reviews.noon + number * Reviews.day }

    @Test func `weeks run from Monday to Sunday, the empty ones too`() {
        // ``Reviews/today`` is a Wednesday.
        let history = [-16, -10, -3, -2, 0].map { Reviews.record($0 == -3 ? .again : .good, at: day($0)) }
        let weeks = RetentionHistory(of: [history], weeks: 4, until: Reviews.today, offset: 0).weeks
        #expect(weeks.map { $0.monday.number - Reviews.today.number } == [-23, -16, -9, -2])
        #expect(weeks.allSatisfy { $0.monday.weekday == 0 })
        #expect(weeks.map(\.answers) == [(0, 0), (2, 2), (0, 1), (2, 2)].map { Score(right: $0.0, of: $0.1) })
        #expect(weeks.map(\.recalled) == [(0, 0), (1, 1), (0, 1), (2, 2)].map { Score(right: $0.0, of: $0.1) })
    }

    @Test func `true retention leaves out first meetings and repetitions on the same day`() {
        let histories = [
            [
                Reviews.record(.again, at: day(-1)), Reviews.record(.good, at: day(-1) + 1),
                Reviews.record(.hard, at: day(0)),
            ],
            [Reviews.record(.good, at: day(0))],
            [Reviews.record(.good, at: day(-40)), Reviews.record(.again, at: day(0), isRight: true)],
        ]
        let weeks = RetentionHistory(of: histories, weeks: 1, until: Reviews.today, offset: 0).weeks
        #expect(weeks.map(\.answers) == [Score(right: 4, of: 5)])
        #expect(weeks.map(\.recalled) == [Score(right: 1, of: 2)])
    }

    @Test func `what lies in the future or too long ago is not counted`() {
        let history = [Int64.min, day(-500), day(1), .max].map { Reviews.record(at: $0) }
        let weeks = RetentionHistory(of: [history], weeks: 3, until: Reviews.today, offset: 0).weeks
        #expect(weeks.count == 3)
        #expect(weeks.allSatisfy { $0.answers.of == 0 && $0.recalled.of == 0 })
        #expect(RetentionHistory(of: [history], weeks: -1, until: Reviews.today, offset: 0).weeks.isEmpty)
    }
}
