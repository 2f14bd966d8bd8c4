import Localization
import Testing

@testable import Study

@Suite struct GradeTests {
    /// The table of ``Grade/init(isRight:hints:pace:isSeen:)``, row by row.
    private func table(_ isRight: Bool, _ hints: Int, _ pace: Pace, _ isSeen: Bool) -> Grade {
        switch (isRight, hints, pace, isSeen) {
        case (false, _, _, _): .again
        case (true, 2..., _, _): .again
        case (true, 1, _, _): .hard
        case (true, _, .slow, _): .hard
        case (true, _, .usual, _): .good
        case (true, _, .quick, false): .good
        case (true, _, .quick, true): .easy
        }
    }

    @Test func `the grade of every answer is the one in the table`() {
        for isRight in [true, false] {
            for hints in 0...4 {
                for pace in Pace.allCases {
                    for isSeen in [true, false] {
                        let grade = Grade(isRight: isRight, hints: hints, pace: pace, isSeen: isSeen)
                        #expect(
                            grade == table(isRight, hints, pace, isSeen), "\(isRight) \(hints) \(pace) \(isSeen)")
                    }
                }
            }
        }
    }

    @Test func `more help and more time never make a better grade`() {
        for isSeen in [true, false] {
            for hints in 0...3 {
                for (faster, slower) in [(Pace.quick, Pace.usual), (.usual, .slow)] {
                    let fast = Grade(isRight: true, hints: hints, pace: faster, isSeen: isSeen)
                    #expect(Grade(isRight: true, hints: hints, pace: slower, isSeen: isSeen) <= fast)
                    #expect(Grade(isRight: true, hints: hints + 1, pace: faster, isSeen: isSeen) <= fast)
                }
            }
        }
    }

    @Test(arguments: [
        (0, 4, Grade.again), (1, 4, .again), (2, 4, .hard), (3, 4, .hard), (4, 4, .good), (1, 3, .again), (2, 3, .hard),
        (4, 5, .good), (1, 2, .hard), (0, 0, .again), (9, 3, .good), (-1, 3, .again), (1, -1, .again),
    ]) func `an answer said aloud is graded by the share of points named`(named: Int, points: Int, grade: Grade) {
        #expect(Grade(named: named, of: points, hints: 0, isSeen: false) == grade)
        let seen = Grade(named: named, of: points, hints: 0, isSeen: true)
        #expect(seen == (points > 0 && named >= points ? .easy : grade))
        #expect(Grade(named: named, of: points, hints: 1, isSeen: true) == min(grade, .hard))
        #expect(Grade(named: named, of: points, hints: 2, isSeen: true) == .again)
    }

    @Test func `one point more never makes a worse grade, for every number of points`() {
        for points in 1...12 {
            for isSeen in [true, false] {
                let grades = (0...points).map { Grade(named: $0, of: points, hints: 0, isSeen: isSeen) }
                #expect(grades == grades.sorted())
                #expect(grades.last == (isSeen ? .easy : .good))
            }
        }
    }

    @Test func `a pace is told by what is needed, and not at all where the clock says nothing`() {
        let paces = [1, 10_000, 10_001, 30_002, 30_003, 899_999, 900_000, 0, -5, .max].map {
            Pace(took: $0, needed: 10_000)
        }
        #expect(paces == [.quick, .quick, .usual, .usual, .slow, .slow, .usual, .usual, .usual, .usual])
        #expect(Pace(took: 5, needed: nil) == .usual)
        #expect(Pace(took: 600_000, needed: .max) == .quick)
    }
}
