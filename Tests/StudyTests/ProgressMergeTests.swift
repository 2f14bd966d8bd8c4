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
        let instant = random.draw(from: 0...6)
        switch random.int(0...6) {
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
        case 5: prefer(language: random.pick(Language.allCases), at: instant)
        default:
            prefer(reducedMotion: random.bool(), at: instant)
            extras[random.pick(["x", "y"])] = .integer(random.draw(from: 0...3))
        }
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
        #expect(both.answers.map(\.question) == ["a", "b"])
        #expect(both.lessons["tcp"]?["main"]?.seen == 4)
        #expect(both.lessons["tcp"]?["main"]?.visit.value.step == 0)
        #expect(both.resume?.value.step == 0)
        #expect(both.language?.value == .chinese)
    }
}
