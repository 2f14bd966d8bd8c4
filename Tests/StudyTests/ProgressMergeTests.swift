import Localization
import LocatedJSON
import Testing

@testable import Study

enum AttemptFactory {
    static func attempt(at instant: Int64, right: Int) -> AttemptRecord {
        AttemptRecord(quiz: "tcp", seed: 1, score: Score(right: right, of: 8), at: instant)
    }
}

extension Progress {
    /// What some learner might have done: few names and few instants, so that copies often touch the same things.
    static func arbitrary(using random: inout SplitMix64, deeds: ClosedRange<Int64> = 0...12) -> Progress {
        var progress = Progress()
        for _ in 0..<random.int(deeds) { progress.doSomething(using: &random) }
        return progress
    }

    mutating func doSomething(using random: inout SplitMix64) {
        let instant = random.draw(from: 0...6) * 1000
        switch random.int(0...9) {
        case 0, 1:
            reached(
                step: random.int(0...3), of: random.int(3...4), scene: random.pick(["main", "lost"]),
                lesson: random.pick(["tcp", "dns"]), at: instant)
        case 2:
            record(
                answerTo: random.pick(["a", "b"]), in: "tcp", seed: UInt64(random.int(0...1)), isRight: random.bool(),
                at: instant)
        case 3: finished(quiz: "tcp", seed: 1, score: Score(right: random.int(0...2), of: 2), at: instant)
        case 4:
            solved(
                challenge: random.pick(["a", "b"]), of: random.pick(["tcp", "dns"]), faults: random.int(1...3),
                at: instant)
        case 6: practised(on: StudyDay(number: random.draw(from: 20_000...20_070)))
        case 7, 8:
            record(.arbitrary(using: &random), of: CardID(quiz: "tcp", question: random.pick(["a", "b", "c"])))
        case 9: if let latestAnswer { withdraw(latestAnswer.record, of: latestAnswer.card) }
        case 5: prefer(language: random.pick(Language.allCases), at: instant)
        default:
            prefer(reducedMotion: random.bool(), at: instant)
            extras[random.pick(["x", "y"])] = .integer(random.draw(from: 0...3))
        }
    }
}

extension ReviewRecord {
    /// An answer with everything that a record can hold, at one of few instants.
    static func arbitrary(using random: inout SplitMix64) -> ReviewRecord {
        let grade = random.pick(Grade.allCases)
        return ReviewRecord(
            at: random.draw(from: 0...20) * 8_000_000_000 + random.draw(from: 0...3) * 1000, grade: grade,
            isRight: random.int(0...5) == 0 ? grade == .again : grade != .again, hints: random.int(0...2),
            took: random.int(0...40) * 1000, seed: UInt64(random.int(0...3)), setting: random.pick(Setting.allCases))
    }
}

@Suite struct ProgressMergeTests {
    @Test(arguments: 0..<300 as Range<UInt64>) func `it does not matter who merges with whom`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (one, other) = (Progress.arbitrary(using: &random), Progress.arbitrary(using: &random))
        #expect(one.merging(other) == other.merging(one))
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func `it does not matter in which order three merge`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let three = (0..<3).map { _ in Progress.arbitrary(using: &random) }
        #expect(three[0].merging(three[1]).merging(three[2]) == three[0].merging(three[1].merging(three[2])))
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func `it does not matter how often they merge`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (one, other) = (Progress.arbitrary(using: &random), Progress.arbitrary(using: &random))
        #expect(one.merging(one) == one)
        #expect(one.merging(Progress()) == one)
        #expect(one.merging(other).merging(other) == one.merging(other))
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func `a copy that went on replaces what it began with`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let before = Progress.arbitrary(using: &random)
        var after = before
        for _ in 0..<random.int(0...5) { after.doSomething(using: &random) }
        after.extras = before.extras
        #expect(before.merging(after) == after)
    }

    @Test(arguments: 0..<100 as Range<UInt64>) func `what was worked out is the same whichever way copies met`(
        seed: UInt64
    ) {
        var random = SplitMix64(seed: seed)
        var three = (0..<3).map { _ in Progress.arbitrary(using: &random, deeds: 5...20) }
        var left = three[0].merging(three[1]).merging(three[2])
        for index in three.indices { three[index].rememberAll() }
        var right = three[2].merging(three[0].merging(three[1]))
        left.rememberAll()
        right.rememberAll()
        #expect(left == right)
        for (card, progress) in left.cards {
            #expect(progress.memory == Progress.scheduler.replay(progress.history.records, of: card))
        }
    }

    @Test func `an answer that was taken back stays so, whoever still has it`() throws {
        let card = CardID(quiz: "tcp", question: "a")
        var here = Progress()
        here.record(ReviewRecord(at: 5000, grade: .good, isRight: true, setting: .review), of: card)
        var there = here
        let kept = here.record(ReviewRecord(at: 9000, grade: .again, isRight: false, setting: .review), of: card)
        there = there.merging(here)
        let undone = here.withdraw(kept, of: card)
        #expect(undone)
        let again = here.withdraw(kept, of: card)
        #expect(!again)
        for merged in [here, here.merging(there), there.merging(here)] {
            #expect(merged.history(of: card).map(\.grade) == [.good])
            #expect(merged.memory(of: card)?.reviews == 1)
            #expect(merged.answerCount == 1)
        }
        here.record(ReviewRecord(at: 9000, grade: .hard, isRight: true, setting: .review), of: card)
        #expect(there.merging(here).history(of: card).map(\.grade) == [.good, .hard])
    }

    @Test func `two running copies lose nothing of each other`() {
        var shared = Progress()
        shared.reached(step: 1, of: 5, scene: "main", lesson: "tcp", at: 100)
        var (left, right) = (shared, shared)
        left.reached(step: 3, of: 5, scene: "main", lesson: "tcp", at: 200)
        left.record(answerTo: "a", in: "tcp", seed: 1, isRight: true, at: 210)
        right.reached(step: 0, of: 5, scene: "main", lesson: "tcp", at: 300)
        right.record(answerTo: "b", in: "tcp", seed: 2, isRight: false, at: 310)
        right.prefer(language: .chinese, at: 320)
        left.prefer(language: .english, at: 315)
        let both = left.merging(right)
        #expect(both.cards.keys.sorted().map(\.text) == ["tcp/a", "tcp/b"])
        #expect(both.lessons["tcp"]?["main"]?.seen == 4)
        #expect(both.lessons["tcp"]?["main"]?.visit.value.step == 0)
        #expect(both.resume?.value.step == 0)
        #expect(both.language?.value == .chinese)
    }
}
