import Testing

@testable import Study

/// What every grade does to a card; `Tests/oracles` compares 10 000 histories with py-fsrs.
@Suite struct SchedulerTests {
    private let plain = Scheduler(isFuzzed: false)
    private let card = CardID(quiz: "tcp", question: "isn")
    private static let minute: Int64 = 60_000, day: Int64 = 86_400_000
    /// 2026-01-01T00:00:00Z.
    private static let start: Int64 = 1_767_225_600_000

    /// The memory after `grades`, each given when the card is due.
    private func remembered(after grades: [Grade], by scheduler: Scheduler? = nil) -> Memory? {
        grades.reduce(nil as Memory?) { memory, grade in
            (scheduler ?? plain).review(memory, grade: grade, at: memory?.due ?? Self.start, of: card)
        }
    }

    @Test(arguments: [
        (Grade.again, Memory.Stage.learning(step: 0), 1), (.hard, .learning(step: 0), 5.5),
        (.good, .learning(step: 1), 10), (.easy, .review, 8 * 1440),
    ]) func `a first answer is followed by another within minutes, unless it was easy`(
        grade: Grade, stage: Memory.Stage, minutes: Double
    ) throws {
        let memory = try #require(remembered(after: [grade]))
        #expect(memory.stage == stage)
        #expect(memory.due - Self.start == Int64(minutes * Double(Self.minute)))
        #expect(memory.lastReview == Self.start)
        #expect(memory.reviews == 1)
    }

    @Test func `what is remembered on time is asked after longer and longer waits`() {
        let waits = (2...6).map { count -> Int64 in
            let memory = remembered(after: Array(repeating: .good, count: count))
            return memory.map { ($0.due - $0.lastReview) / Self.day } ?? 0
        }
        #expect(waits == [2, 11, 46, 163, 498])
    }

    @Test func `what was forgotten is learnt again, and then keeps for less long`() throws {
        let known = try #require(remembered(after: [.good, .good, .good]))
        let forgotten = try #require(remembered(after: [.good, .good, .good, .again]))
        #expect(forgotten.stage == .relearning(step: 0))
        #expect(forgotten.due - forgotten.lastReview == 10 * Self.minute)
        #expect(forgotten.stability < known.stability && forgotten.difficulty > known.difficulty)
        let again = try #require(remembered(after: [.good, .good, .good, .again, .good]))
        #expect(again.stage == .review)
        #expect(again.due - again.lastReview < known.due - known.lastReview)
    }

    @Test func `without steps every answer makes a card known`() {
        let scheduler = Scheduler(learningSteps: [], relearningSteps: [], isFuzzed: false)
        for grade in Grade.allCases {
            #expect(remembered(after: [grade], by: scheduler)?.stage == .review)
            #expect(remembered(after: [.good, grade], by: scheduler)?.stage == .review)
        }
    }

    @Test func `nine in ten is left when the stability is over, and it falls from there`() throws {
        let memory = Memory(
            stage: .review, stability: 10, difficulty: 5, due: 0, lastReview: Self.start, reviews: 3)
        let left = [0, 1, 10, 100].map { plain.retrievability(of: memory, at: Self.start + $0 * Self.day) }
        #expect(left[0] == 1)
        #expect(abs(left[2] - 0.9) < 1e-12)
        #expect(left == left.sorted(by: >))
        #expect(plain.retrievability(of: memory, at: Self.start - 5 * Self.day) == 1)
    }

    @Test func `who wants to remember more is asked sooner`() {
        let waits = [0.8, 0.9, 0.97].map { retention -> Int64 in
            let scheduler = Scheduler(desiredRetention: retention, isFuzzed: false)
            return remembered(after: [.good, .good, .good], by: scheduler).map { $0.due - $0.lastReview } ?? 0
        }
        #expect(waits == waits.sorted(by: >) && Set(waits).count == 3)
    }

    @Test(arguments: 0..<50 as Range<UInt64>) func `a history is replayed alike in any order, and twice`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var instant = Self.start
        let history = (0..<12).map { _ -> ReviewRecord in
            instant += random.draw(from: 0...20 * Self.day)
            let grade = random.pick(Grade.allCases)
            return ReviewRecord(at: instant, grade: grade, isRight: grade != .again, setting: .review)
        }
        let scheduler = Scheduler()
        let memory = scheduler.replay(history, of: card)
        #expect(memory?.reviews == 12)
        #expect(scheduler.replay(random.shuffled(history), of: card) == memory)
        #expect(scheduler.replay(history + history.prefix(5), of: card) == memory)
        #expect(scheduler.replay([], of: card) == nil)
    }

    @Test func `the fuzz depends on the card and the number of the review alone`() {
        let scheduler = Scheduler()
        let dues = (0..<40).map { number -> Int64? in
            let memory = Memory(
                stage: .review, stability: 60, difficulty: 5, due: 0, lastReview: Self.start, reviews: 3)
            let card = CardID(quiz: "tcp", question: "q\(number)")
            let next = scheduler.review(memory, grade: .good, at: Self.start + 60 * Self.day, of: card)
            #expect(next == scheduler.review(memory, grade: .good, at: Self.start + 60 * Self.day, of: card))
            return next.due
        }
        #expect(Set(dues).count > 10)
    }

    @Test func `every fuzzed interval lies in its range, and both ends come up`() throws {
        let scheduler = Scheduler(maximumInterval: 100)
        #expect(scheduler.fuzzRange(around: 2) == nil)
        #expect(scheduler.fuzzRange(around: 3) == 2...4)
        #expect(scheduler.fuzzRange(around: 99) == 92...100)
        for days in 3...100 {
            let range = try #require(scheduler.fuzzRange(around: days))
            let drawn = (0..<400).map { scheduler.fuzz(days, of: CardID(quiz: "q", question: "\($0)"), review: 1) }
            #expect(drawn.allSatisfy(range.contains))
            #expect(drawn.min() == range.lowerBound && drawn.max() == range.upperBound)
        }
    }

    @Test func `settings out of range are taken as the nearest that make sense`() {
        let scheduler = Scheduler(
            desiredRetention: 7, learningSteps: [-5, .max], relearningSteps: [.min], maximumInterval: 0)
        #expect(scheduler.desiredRetention == 0.99)
        #expect(scheduler.learningSteps == [0, 365 * Self.day])
        #expect(scheduler.relearningSteps == [0])
        #expect(scheduler.maximumInterval == 1)
        #expect(Scheduler(desiredRetention: .nan).desiredRetention == 0.9)
    }

    @Test func `weights are 21 numbers, each within its bounds`() {
        let usual = FSRSWeights.usual.values
        #expect(FSRSWeights(usual) == .usual)
        #expect(FSRSWeights(Array(usual.dropLast())) == nil)
        #expect(FSRSWeights(usual + [0.5]) == nil)
        for place in usual.indices {
            for wrong in [-1, 1000, Double.nan] {
                var weights = usual
                weights[place] = wrong
                #expect(FSRSWeights(weights) == nil)
            }
        }
    }

    /// What a damaged file may hold must neither stop the program nor stay wrong for ever.
    @Test func `a memory that makes no sense is asked again at a sensible time`() {
        let strange: [Double] = [.nan, .infinity, -.infinity, 0, -5, 1e300, .leastNonzeroMagnitude]
        let stages: [Memory.Stage] = [.review, .learning(step: .max), .learning(step: .min), .relearning(step: -1)]
        for stage in stages {
            for (stability, difficulty) in strange.flatMap({ one in strange.map { (one, $0) } }) {
                for (last, now) in [(Int64.min, Int64.max), (.max, .min), (0, Self.start)] {
                    let memory = Memory(
                        stage: stage, stability: stability, difficulty: difficulty, due: 0, lastReview: last,
                        reviews: .max)
                    for grade in Grade.allCases {
                        let next = Scheduler().review(memory, grade: grade, at: now, of: card)
                        #expect(next.stability.isFinite && next.stability > 0)
                        #expect((1...10).contains(next.difficulty))
                        #expect(next.due >= now)
                        #expect((0...1).contains(Scheduler().retrievability(of: memory, at: now)))
                    }
                }
            }
        }
    }
}
