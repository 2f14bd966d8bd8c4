import CellGrid
import Courseware
import Localization
import Study
import TestSupport
import Testing

@testable import Tutor

private let looks: [(name: String, appearance: Appearance)] = [
    ("en", Appearance()), ("zh", Appearance(language: .chinese)), ("ascii", Appearance(charset: .ascii)),
]
private let sizes = [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 160, rows: 50)]

/// Keeps the screen that `lead` leads to, in each look and size.
private func expectGoldens(_ name: String, progress: Progress = Progress(), _ lead: (inout Driven) -> Void) {
    for look in looks {
        for size in sizes {
            var driven = Driven(size, look.appearance, progress: progress)
            driven.send(.resize(size))
            lead(&driven)
            expectGolden(driven.text, "\(name)-\(look.name)-\(size.columns)x\(size.rows)")
        }
    }
}

extension Progress {
    /// Progress of somebody who finished the small course's first lesson just before the tests begin.
    static let ofFinisher: Progress = {
        var progress = Progress()
        progress.reached(step: 2, of: 3, scene: "main", lesson: "hello", at: 1_699_999_000_000)
        return progress
    }()

    /// Progress of somebody who has practised for three months, on two days of three.
    static let ofRegular: Progress = {
        var progress = ofFinisher
        var random = SplitMix64(seed: 11)
        let day: Int64 = 86_400_000, questions = SmallCourse.catalog.quizzes[0].questions
        for back in (1...90).reversed() where random.next() % 3 > 0 {
            for question in questions where random.next() % 3 == 0 {
                let at = 1_700_000_000_000 - Int64(back) * day + Int64(random.next() % 7_200_000)
                let grade: Grade = [.again, .good, .good, .good, .easy][Int(random.next() % 5)]
                progress.record(
                    ReviewRecord(at: at, grade: grade, isRight: grade != .again, took: 9000, setting: .review),
                    of: CardID(quiz: "hello", question: question.id))
                progress.practised(on: StudyDay(of: at, offset: 0))
            }
        }
        return progress
    }()
}

@Test func `the catalogue that offers a newcomer where to begin, and one with something to review`() {
    expectGoldens("catalogue-due", progress: .ofFinisher) { _ in }
    expectGoldens("catalogue-skippable") { driven in
        driven.press(.character("d"))
        while case .quiz(let quiz) = driven.program.screens.last, !quiz.session.isFinished {
            driven.solve()
            driven.press(.enter)
        }
        driven.press(.escape)
    }
}

@Test func `a review: a question, what is said about the answer, and the end`() {
    expectGoldens("review-question", progress: .ofFinisher) { $0.press(.character("r")) }
    expectGoldens("review-answered", progress: .ofFinisher) { $0.press(.character("r"), .tab) }
    expectGoldens("review-summary", progress: .ofFinisher) { driven in
        driven.press(.character("r"), .tab, .enter)
        while case .quiz(let quiz) = driven.program.screens.last, !quiz.session.isFinished {
            driven.solve()
            driven.press(.enter)
        }
    }
    expectGoldens("review-nothing") { $0.press(.character("r")) }
}

@Test func `an interview: what is agreed on, a question, and the report`() {
    expectGoldens("interview-briefing") { $0.press(.character("i"), .down, .right) }
    expectGoldens("interview-question") { driven in
        driven.press(.character("i"), .enter)
        driven.wait(65_000)
    }
    expectGoldens("interview-report") { driven in
        driven.press(.character("i"), .enter)
        driven.solve()
        driven.press(.tab, .tab)
        driven.solve()
        driven.wait(15 * 60_000)
        driven.press(.down)
    }
}

@Test func `the diagnostic: a question, and what it found`() {
    expectGoldens("diagnostic-question") { $0.press(.character("d")) }
    expectGoldens("diagnostic-result") { driven in
        driven.press(.character("d"))
        while case .quiz(let quiz) = driven.program.screens.last, !quiz.session.isFinished {
            driven.solve()
            driven.press(.enter)
        }
    }
}

@Test func `the progress screen, empty and after three months`() {
    expectGoldens("progress-empty") { $0.press(.character("p")) }
    expectGoldens("progress", progress: .ofRegular) { $0.press(.character("p")) }
    expectGoldens("progress-below", progress: .ofRegular) { $0.press(.character("p"), .pageDown, .pageDown) }
}

@Test(arguments: 0..<looks.count) func `no size is too small for practice`(look: Int) {
    let leads: [[Key]] = [
        [], [.character("r")], [.character("r"), .tab], [.character("i")], [.character("i"), .enter],
        [.character("d")], [.character("p")], [.character("p"), .pageDown], [.character("p"), .character("?")],
    ]
    for size in [(0, 0), (1, 1), (59, 18), (60, 18), (61, 19), (96, 18), (300, 18)] {
        for keys in leads {
            var driven = Driven(Size(columns: 80, rows: 24), looks[look].appearance, progress: .ofFinisher)
            for key in keys { driven.press(key) }
            driven.send(.resize(Size(columns: size.0, rows: size.1)))
            let frame = driven.program.view()
            #expect(frame.size == Size(columns: size.0, rows: size.1))
            let lines = frame.text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.allSatisfy { String($0).cellWidth <= size.0 })
        }
    }
}
