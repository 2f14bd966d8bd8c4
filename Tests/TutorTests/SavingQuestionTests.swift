import CellGrid
import Study
import Testing

@testable import Tutor

@Suite struct SavingQuestionTests {
    @Test func `what could not be saved can be saved elsewhere`() {
        var driven = Driven()
        driven.press(.control("s"))
        #expect(driven.program.question == nil)
        driven.send(.saved(.failed("progress.json: cannot write it: no space left on device")))
        #expect(driven.text.contains("no space left on device (^S saves elsewhere)"))
        driven.press(.control("s"))
        driven.press(.character("a"), .character("b"), .backspace, .character("c"))
        #expect(driven.text.contains("Save to which file?"))
        #expect(driven.text.contains("ac_"))
        driven.press(.enter)
        #expect(driven.effects.last == .saveElsewhere("ac"))
        #expect(driven.program.question == nil)
        driven.send(.saved(.saved))
        driven.press(.control("s"))
        #expect(driven.program.question == nil)
    }

    @Test func `nobody leaves with something unsaved without a word`() {
        var driven = Driven()
        driven.send(.saved(.failed("the disk is full")))
        let effects = driven.program.leave()
        #expect(effects == [.save])
        #expect(driven.text.contains("Your last answers are not saved."))
        driven.press(.character("x"))
        #expect(driven.program.question == .leaving)
        driven.press(.escape)
        #expect(driven.program.question == nil)
        _ = driven.program.leave()
        driven.press(.character("s"))
        #expect(driven.program.question == .elsewhere(path: ""))
        driven.press(.escape)
        _ = driven.program.leave()
        driven.press(.character("q"))
        #expect(driven.effects.suffix(2) == [.save, .quit])
    }

    @Test func `a backup is offered and brought back`() {
        var driven = Driven()
        driven.program.offerBackup(after: "progress.json is damaged", "2026-11-20, 120 answers")
        #expect(driven.text.contains("There is a backup: 2026-11-20, 120 answers."))
        driven.press(.enter)
        #expect(driven.effects.last == .restore)
        var backup = Progress()
        backup.record(answerTo: "isn", in: "tcp", seed: 1, isRight: true, at: 0)
        driven.send(.restored(backup, notice: "The backup is back."))
        #expect(driven.program.progress.answerCount == 1)
        #expect(driven.text.contains("The backup is back."))
        driven.program.offerBackup(after: "progress.json is damaged", "2026-11-20, 120 answers")
        let before = driven.effects
        driven.press(.escape)
        #expect(driven.effects == before)
        #expect(driven.program.question == nil)
    }

    @Test(arguments: [(60, 18), (80, 24), (200, 60)]) func `the panel fits`(columns: Int, rows: Int) {
        var driven = Driven()
        driven.send(.resize(Size(columns: columns, rows: rows)))
        driven.send(.saved(.failed(String(repeating: "long/", count: 60) + "progress.json: no")))
        driven.press(.control("s"))
        for _ in 0..<150 { driven.press(.character("路")) }
        #expect(driven.text.contains("Esc  go on"))
    }
}
