import Courseware
import Localization
import Testing

@testable import Tutor

@Suite struct `A text that surely fits` {
    @Test(arguments: Language.allCases, [3, 7, 20, 41, 78]) func `fits`(language: Language, columns: Int) {
        let appearance = Appearance(language: language)
        let texts = [
            "", "word", "two words", String(repeating: "abcdefgh ", count: 30), String(repeating: "x", count: 200),
            String(repeating: "甲（乙）。", count: 40), "one\n\nthree\n", "`code` and *emphasis*, 中文，混排。",
        ].map { Step(event: 0, say: LocalizedText($0)) }
        let steps = texts + Course.catalog.lessons.flatMap { $0.scenes.flatMap(\.steps) }
        for step in steps {
            let rows = PlayerText.rows(of: step, appearance: appearance, columns: columns)
            for room in 0..<rows {
                #expect(
                    !PlayerText.surelyFits(step, appearance: appearance, columns: columns, rows: room),
                    "\(rows) rows, not \(room): \(step.say(language))")
            }
        }
        #expect(PlayerText.surelyFits(texts[1], appearance: appearance, columns: columns, rows: 9))
    }
}
