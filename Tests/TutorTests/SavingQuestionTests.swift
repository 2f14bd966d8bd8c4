import CellGrid
import Courseware
import Localization
import Study
import Testing

@testable import Tutor

/// Why nothing can be saved.
private let denied = LocalizedText(
    en: "/home/me/progress.json: cannot write it: permission denied", zh: "/home/me/progress.json：无法写入：没有权限")
private let damaged = LocalizedText(en: "progress.json is damaged", zh: "progress.json已损坏")
private let backup = LocalizedText(en: "2026-11-20, 120 answers", zh: "2026-11-20，120个答案")

extension Driven {
    /// The screen as one text, without the line ends that wrapping made.
    fileprivate var sentence: String {
        text.split(separator: "\n").map { $0.trimming(" ") }.joined(separator: " ")
    }

    /// The bar of keys.
    fileprivate var bar: String {
        text.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }
}

extension Substring {
    fileprivate func trimming(_ character: Character) -> String {
        String(String(drop { $0 == character }.reversed()).drop { $0 == character }.reversed())
    }
}

@Suite struct `What is not saved` {
    @Test func `is said first, then why, then the way out`() {
        var driven = Driven()
        driven.press(.character("q"), .tab)
        driven.send(.saved(.failed(denied)))
        #expect(
            driven.sentence.contains(
                """
                Your last answer is not saved yet; it is tried again after each answer. /home/me/progress.json: cannot write \
                it: permission denied. ^S saves elsewhere.
                """))
        driven.press(.enter, .escape, .character("l"))
        driven.send(.saved(.failed(denied)))
        #expect(driven.text.contains("学习进度还没有保存，每答一题都会重试。原因：/home/me/progress.json"))
        #expect(driven.text.contains("没有权限。按^S可保存到别处。"))
    }

    @Test func `is marked on every screen until a save succeeds`() {
        var driven = Driven()
        driven.send(.saved(.failed(denied)))
        for key in [
            Key.down, .enter, .escape, .character("q"), .tab, .enter, .escape, .character("p"), .escape,
            .character("i"),
        ] {
            driven.press(key)
            #expect(driven.text.split(separator: "\n")[1].hasSuffix(" not saved: ^S ──"), "\(key)")
        }
        driven.press(.character("l"))
        #expect(driven.text.contains(" 未保存：^S "))
        driven.send(.saved(.saved()))
        #expect(!driven.text.contains("未保存"))
    }

    @Test func `is not promised to be kept, and the help names ^S`() {
        var driven = Driven()
        driven.press(.character("q"), .character("?"))
        #expect(driven.text.contains("answers are kept") && !driven.text.contains("^S"))
        driven.press(.escape)
        driven.send(.saved(.failed(denied)))
        driven.press(.character("?"))
        for _ in 0..<20 { driven.press(.down) }
        #expect(driven.text.contains("leave; your answers are not saved yet") && !driven.text.contains("are kept"))
        #expect(driven.text.contains("^S") && driven.text.contains("save your progress in another file"))
        driven.press(.control("s"))
        #expect(driven.program.question == .elsewhere(path: "") && driven.program.help == nil)
    }

    @Test func `can be saved elsewhere`() {
        var driven = Driven()
        driven.press(.control("s"))
        #expect(driven.program.question == nil)
        driven.send(.saved(.failed(denied)))
        driven.press(.control("s"))
        #expect(driven.text.components(of: "permission denied") == 1)
        driven.press(.character("z"), .control("u"), .character("a"), .character("b"), .backspace, .character("c"))
        #expect(driven.text.contains("Save to which file?"))
        #expect(driven.text.contains("ac_"))
        driven.press(.enter)
        #expect(driven.effects.last == .saveElsewhere("ac"))
        #expect(driven.program.question == nil)
        driven.send(.saved(.saved()))
        driven.press(.control("s"))
        #expect(driven.program.question == nil)
    }

    @Test func `is not left behind without a word`() {
        var driven = Driven()
        driven.send(.saved(.failed(denied)))
        let effects = driven.program.leave()
        #expect(effects == [.save])
        driven.send(.saved(.failed(denied)))
        #expect(driven.text.contains("Your last answers are not saved."))
        #expect(driven.text.components(of: "permission denied") == 1)
        #expect(driven.bar.contains("s save elsewhere  q leave all the same  Esc go on  l 中文"))
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

    @Test func `keeps nobody who wants to leave once it is saved`() {
        var driven = Driven()
        driven.send(.saved(.failed(denied)))
        _ = driven.program.leave()
        driven.press(.character("l"))
        #expect(driven.text.contains("最近的答案还没有保存。") && !driven.effects.contains(.quit))
        driven.send(.saved(.saved()))
        #expect(driven.effects.last == .quit)
    }
}

@Suite struct `A progress file in trouble` {
    @Test func `has a backup that is offered and brought back`() {
        var driven = Driven()
        driven.program.report(damaged, backup: backup)
        #expect(driven.text.contains("There is a backup: 2026-11-20, 120 answers."))
        driven.press(.enter)
        #expect(driven.effects.last == .restore)
        var found = Progress()
        found.record(answerTo: "isn", in: "tcp", seed: 1, isRight: true, at: 0)
        driven.send(.restored(found, notice: "The backup is back."))
        #expect(driven.program.progress.answerCount == 1)
        #expect(driven.text.contains("The backup is back."))
        driven.program.report(damaged, backup: backup)
        let before = driven.effects
        driven.press(.escape)
        #expect(driven.effects == before)
        #expect(driven.program.question == nil)
        #expect(driven.text.contains("`netarium progress restore` brings it back later."))
    }

    @Test(arguments: [Key.character("l"), .control("l")]) func `is told in the language that one chooses there`(
        key: Key
    ) {
        var driven = Driven()
        driven.program.report(damaged, backup: backup)
        #expect(driven.bar.contains("⏎ bring it back  Esc go on without it  l 中文") && !driven.bar.contains("find"))
        driven.press(key)
        #expect(driven.text.contains("progress.json已损坏。") && driven.text.contains("有一份备份：2026-11-20，120个答案。"))
        #expect(driven.bar.contains("⏎ 恢复备份  Esc 不恢复，继续  l English"))
        driven.press(.character("x"), .down)
        #expect(driven.text.contains("有一份备份"))
    }

    @Test func `is told in a dialog without a backup, too, and stays until it is answered`() {
        let long = String(repeating: "/directory", count: 20)
        var driven = Driven()
        driven.program.report(
            LocalizedText("\(long)/progress.json:1:1: not JSON; it is kept as \(long)/damaged, and a new file is begun")
        )
        driven.press(.down, .character("x"))
        #expect(driven.text.contains("/directory/directory"))
        #expect(driven.sentence.contains("a new file is begun."))
        #expect(driven.bar.contains("Esc go on  l 中文"))
        driven.press(.escape)
        #expect(driven.program.question == nil && driven.effects.isEmpty && driven.program.unsaved == nil)
    }

    @Test func `is marked from the start when nothing can be saved`() {
        var driven = Driven()
        driven.program.report(damaged, unsaved: denied)
        #expect(driven.text.contains("not saved: ^S"))
        driven.press(.character("s"))
        #expect(driven.program.question == .elsewhere(path: ""))
    }

    @Test func `is told when it is found damaged by a save`() {
        var driven = Driven()
        driven.send(.saved(.failed(denied)), .saved(.mended(trouble: damaged, backup: backup)))
        #expect(driven.text.contains("There is a backup") && !driven.text.contains("not saved"))
    }

    @Test(arguments: [(60, 18), (80, 24), (200, 60)]) func `never pushes the keys out of the panel`(
        columns: Int, rows: Int
    ) {
        var driven = Driven()
        driven.send(.resize(Size(columns: columns, rows: rows)))
        driven.send(.saved(.failed(LocalizedText(String(repeating: "long/", count: 120) + "progress.json: no"))))
        driven.press(.control("s"))
        for _ in 0..<150 { driven.press(.character("路")) }
        #expect(driven.text.contains("Save to which file?") && driven.text.contains("Esc  go on"))
        #expect(driven.bar.contains("Esc go on"))
    }
}

@Suite struct `What another copy of the program has saved` {
    private static var other: Progress {
        var progress = Progress()
        for question in SmallCourse.catalog.quizzes[0].questions.prefix(2) {
            progress.record(answerTo: question.id, in: "hello", seed: 1, isRight: true, at: 1_699_000_000_000)
        }
        return progress
    }

    @Test func `is on the progress screen and in the catalogue after a save of one's own`() throws {
        var driven = Driven()
        driven.press(.character("q"), .tab, .enter, .escape, .character("p"))
        #expect(driven.effects.last == .save)
        let before = driven.text
        driven.send(.saved(.saved(all: Self.other.merging(driven.program.progress))))
        #expect(driven.program.progress.answerCount == 3)
        #expect(driven.text != before)
        driven.press(.escape)
        let count = ReviewOutlook(
            catalog: driven.program.catalog, progress: driven.program.progress, at: driven.now.milliseconds, offset: 0
        ).count
        #expect(count > 0 && driven.program.outlook.count == count)
    }

    @Test func `changes the catalogue at once`() {
        var driven = Driven()
        driven.press(.down)
        #expect(driven.program.outlook.count == 0)
        driven.send(.saved(.saved(all: Self.other)))
        #expect(driven.program.outlook.count > 0)
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int {
        var rest = Substring(self), count = 0
        while let range = rest.firstRange(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
