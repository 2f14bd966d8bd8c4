import Testing

@testable import Study

@Suite struct StudyDayTests {
    private static let hour: Int64 = 3_600_000

    @Test func `a day begins at four in the morning by the learner's clock`() {
        for offset in [-11 * Self.hour, 0, 8 * Self.hour, 5 * Self.hour + Self.hour / 2] {
            let four = 20_000 * StudyDay.length + 4 * Self.hour - offset
            #expect(StudyDay(of: four, offset: offset).number == 20_000)
            #expect(StudyDay(of: four - 1, offset: offset).number == 19_999)
            #expect(StudyDay(of: four, offset: offset).start(offset: offset) == four)
        }
    }

    @Test func `no instant is too far away`() {
        for instant in [Int64.min, .min + 1, -1, 0, .max - 1, .max] {
            for offset in [Int64.min, 0, .max] {
                let day = StudyDay(of: instant, offset: offset)
                #expect(day.advanced(by: 1) > day)
                #expect(day.start(offset: offset) <= instant || offset != 0)
            }
        }
        #expect(StudyDay(number: .max).start(offset: .min) == .max)
        #expect(StudyDay(number: .min).start(offset: .max) == .min)
    }
}
