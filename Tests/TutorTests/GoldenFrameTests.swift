import CellGrid
import Localization
import TestSupport
import Testing

@testable import Tutor

/// The ways and sizes in which every screen is kept.
private let looks: [(name: String, appearance: Appearance)] = [
    ("en", Appearance()), ("zh", Appearance(language: .chinese)), ("ascii", Appearance(charset: .ascii)),
]
private let sizes = [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 160, rows: 50)]

/// Keeps the screen that `keys` lead to, in each look and size.
private func expectGoldens(_ name: String, _ lead: (inout Driven) -> Void) {
    for look in looks {
        for size in sizes {
            var driven = Driven(size, look.appearance)
            lead(&driven)
            expectGolden(driven.text, "\(name)-\(look.name)-\(size.columns)x\(size.rows)")
        }
    }
}

@Test func `the small course has no faults`() { #expect(SmallCourse.loaded.diagnostics == []) }

@Test func `the catalogue`() {
    expectGoldens("catalogue") { _ in }
    expectGoldens("catalogue-search") { driven in
        driven.press(.character("/"))
        driven.type("name")
    }
}

@Test func `the player at its opening, in the middle of a flight, at a step and at its closing`() {
    expectGoldens("player-opening") { $0.press(.enter) }
    expectGoldens("player-flight") { driven in
        driven.press(.enter, .right)
        driven.wait(700)
    }
    expectGoldens("player-step") { $0.press(.enter, .right, .right, .right, .right) }
    expectGoldens("player-closing") { $0.press(.enter, .end) }
}

@Test func `the player's other views`() {
    expectGoldens("player-true-time") { $0.press(.enter, .right, .right, .right, .right, .character("t")) }
    expectGoldens("player-cursor-details") { $0.press(.enter, .right, .right, .up, .up, .enter) }
    expectGoldens("player-variant") { $0.press(.enter, .tab, .end) }
    expectGoldens("player-compare") { $0.press(.enter, .character("c"), .right, .right) }
    expectGoldens("player-help") { $0.press(.enter, .character("?")) }
    expectGoldens("player-predict") {
        $0.press(.enter, .character("p"), .right, .enter, .right, .right, .enter, .right, .right)
    }
}

@Test func `every kind of question, before and after its answer`() {
    let kinds = ["choice", "several", "order", "number", "text", "match"]
    for (index, kind) in kinds.enumerated() {
        expectGoldens("quiz-\(kind)") { driven in
            driven.press(.character("q"))
            for _ in 0..<index { driven.press(.tab, .enter) }
        }
        expectGoldens("quiz-\(kind)-answered") { driven in
            driven.press(.character("q"))
            for _ in 0..<index { driven.press(.tab, .enter) }
            driven.press(.tab)
        }
    }
    expectGoldens("quiz-summary") { driven in
        driven.press(.character("q"))
        for _ in kinds { driven.press(.tab, .enter) }
    }
}

@Test(arguments: 0..<looks.count) func `no size is too small for any screen`(look: Int) {
    let leads: [[Key]] = [
        [], [.character("/")], [.enter, .right, .right], [.enter, .character("t"), .end], [.enter, .character("c")],
        [.enter, .right, .enter], [.character("?")], [.character("q")], [.character("q"), .tab],
    ]
    for size in [(0, 0), (1, 1), (59, 18), (60, 17), (60, 18), (61, 19), (96, 18), (300, 18)] {
        for keys in leads {
            var driven = Driven(Size(columns: 80, rows: 24), looks[look].appearance)
            for key in keys { driven.press(key) }
            driven.send(.resize(Size(columns: size.0, rows: size.1)))
            let frame = driven.program.view()
            #expect(frame.size == Size(columns: size.0, rows: size.1))
            let lines = frame.text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.allSatisfy { String($0).cellWidth <= size.0 })
        }
    }
}

@Test func `below the minimum the program says what it needs, and recovers in full`() {
    var driven = Driven()
    driven.press(.enter, .right, .right)
    let before = driven.text
    driven.send(.resize(Size(columns: 59, rows: 24)))
    #expect(driven.text.contains("needs at least 60x18"))
    driven.send(.resize(Size(columns: 80, rows: 24)))
    #expect(driven.text == before)
}
