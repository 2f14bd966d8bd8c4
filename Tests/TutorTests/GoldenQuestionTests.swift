import CellGrid
import LocatedJSON
import TestSupport
import Testing

@testable import Tutor

@Suite struct `A question that is not chosen or typed` {
    @Test func `is asked in a course without faults`() {
        #expect(QuestionCourse.loaded.diagnostics.map(\.description) == [])
    }

    @Test(arguments: Look.all.filter { $0.size.columns > 60 })
    func `is drawn before and after its answer`(look: Look) {
        func keep(_ name: String, _ id: String, _ keys: Key...) {
            var driven = QuestionCourse.asking(id, look)
            for key in keys { driven.press(key) }
            expectGolden(driven.text, "question-\(name)-\(look.testDescription)")
        }
        keep("point", "where")
        keep("point-hint", "where", .down, .down, .character("h"))
        keep("point-answered", "where", .enter)
        keep("predict", "next")
        keep("predict-answered", "next", .tab)
        keep("challenge", "do-it")
        keep("challenge-answered", "do-it", .tab)
        keep("recall", "aloud")
        keep("recall-revealed", "aloud", .enter, .character("1"), .down)
        keep("recall-answered", "aloud", .enter, .character("1"), .enter)
    }

    @Test(arguments: Look.all) func `is drawn in every size`(look: Look) {
        for id in ["where", "next", "do-it", "own", "aloud"] {
            for keys in [[], [Key.tab], [.enter], [.character("h"), .character("h")]] {
                var driven = QuestionCourse.asking(id, look)
                for key in keys { driven.press(key) }
                for size in [(0, 0), (60, 18), (61, 19), (99, 20), (100, 18), (300, 18)] {
                    driven.send(.resize(Size(columns: size.0, rows: size.1)))
                    let lines = driven.text.split(separator: "\n", omittingEmptySubsequences: false)
                    #expect(lines.allSatisfy { String($0).cellWidth <= size.0 })
                }
            }
        }
    }
}
