import Testing

@testable import Study

/// A learner whose memory is as FSRS believes it to be, over months.
@Suite struct PracticeTests {
    private struct Learner {
        var cards: [ReviewCard]
        var histories: [CardID: [ReviewRecord]] = [:]
        var random: SplitMix64
        let scheduler = Scheduler()

        /// One sitting at `instant`; how many questions were asked for the first time in it.
        mutating func practise(at instant: Int64) -> [CardID] {
            let today = StudyDay(of: instant, offset: 0)
            let introduced = ReviewQueue.introduced(in: histories.values, on: today, offset: 0)
            let queue = ReviewQueue(
                cards, completed: Set(cards.compactMap(\.lesson)), introduced: introduced, at: instant, offset: 0)
            var session = ReviewSession(queue, scheduler: scheduler)
            var now = instant
            while let card = session.current {
                now += 15_000
                session.answer(record(of: card, at: now))
            }
            for answered in session.answers {
                histories[answered.card.id, default: []].append(answered.record)
                guard let place = cards.firstIndex(where: { $0.id == answered.card.id }) else { continue }
                cards[place].memory = answered.memory
            }
            return queue.cards.map(\.id)
        }

        private mutating func record(of card: ReviewCard, at instant: Int64) -> ReviewRecord {
            let left = card.memory.map { scheduler.retrievability(of: $0, at: instant) } ?? 0.5
            let isRight = random.draw(from: 0...9999) < Int64(left * 10_000)
            let grade = Grade(
                isRight: isRight, hints: 0, pace: random.pick(Pace.allCases), isSeen: card.memory != nil)
            return ReviewRecord(at: instant, grade: grade, isRight: isRight, setting: .review)
        }
    }

    private func learner(_ seed: UInt64) -> Learner {
        let cards = (0..<80).map { Reviews.new("q\($0)", of: "l\($0 / 8)") }
        return Learner(cards: cards, random: SplitMix64(seed: seed))
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `who comes every day knows nine in ten, in short sittings`(seed: UInt64) throws {
        var learner = learner(seed)
        var sizes: [Int] = []
        for day in 0..<120 { sizes.append(learner.practise(at: Reviews.noon + Int64(day) * Reviews.day).count) }
        #expect(sizes.allSatisfy { $0 <= 30 })
        #expect(sizes.dropFirst(60).reduce(0, +) < 60 * 5, "too much for an afterthought: \(sizes)")
        #expect(learner.cards.allSatisfy { $0.memory != nil })
        let today = StudyDay(of: Reviews.noon + 119 * Reviews.day, offset: 0)
        let weeks = RetentionHistory(of: learner.histories.values, weeks: 12, until: today, offset: 0).weeks
        let recalled = weeks.reduce(Score(right: 0, of: 0)) {
            Score(right: $0.right + $1.recalled.right, of: $0.of + $1.recalled.of)
        }
        #expect(recalled.of > 150)
        #expect((84...96).contains(recalled.percent), "\(recalled)")
        let mastery = Mastery(of: learner.cards, at: Reviews.noon + 119 * Reviews.day)
        #expect(mastery.value > 0.85)
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `who was away for a month finds one dose, and is through in a few days`(seed: UInt64) {
        var learner = learner(seed)
        for day in 0..<30 { _ = learner.practise(at: Reviews.noon + Int64(day) * Reviews.day) }
        let back = (60..<75).map { learner.practise(at: Reviews.noon + Int64($0) * Reviews.day).count }
        #expect(back.first == 20)
        #expect(back.allSatisfy { $0 <= 20 })
        #expect(back.suffix(5).allSatisfy { $0 < 20 }, "\(back)")
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `what a session computes is what replaying the histories gives`(seed: UInt64) {
        var learner = learner(seed)
        for day in 0..<25 { _ = learner.practise(at: Reviews.noon + Int64(day) * Reviews.day) }
        for card in learner.cards {
            let history = learner.random.shuffled(learner.histories[card.id] ?? [])
            #expect(learner.scheduler.replay(history, of: card.id) == card.memory)
        }
    }

    @Test func `ten new questions a day, however often one comes`() {
        var learner = learner(1)
        let first = (0..<4).map { learner.practise(at: Reviews.noon + $0 * Reviews.hour) }
        #expect(first.map(\.count).first == 10)
        #expect(Set(first.joined()).count == 10)
        #expect(Set(learner.practise(at: Reviews.noon + Reviews.day)).subtracting(first.joined()).count == 10)
    }
}
