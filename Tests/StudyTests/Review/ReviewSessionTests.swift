import Testing

@testable import Study

@Suite struct ReviewSessionTests {
    /// Cards of seven lessons, due in the order of their numbers.
    private func session(_ count: Int, lessons: Int = 7) -> ReviewSession {
        let cards = (0..<count).map { Reviews.card("q\($0)", of: "l\($0 % lessons)", dueIn: -Int64(count - $0)) }
        return ReviewSession(ReviewQueue(cards, completed: [], at: Reviews.noon, offset: 0))
    }

    /// Answers until the end; the names of the cards in the order asked.
    private func play(_ session: inout ReviewSession, _ grade: (String) -> Grade) -> [String] {
        var asked: [String] = []
        while let card = session.current, asked.count < 1000 {
            asked.append(card.id.question)
            session.answer(Reviews.record(grade(card.id.question), at: Reviews.noon + Int64(asked.count)))
        }
        return asked
    }

    @Test func `every card is asked once when all is remembered`() {
        var session = session(5)
        #expect(play(&session) { _ in .good } == ["q0", "q1", "q2", "q3", "q4"])
        #expect(session.isFinished && session.remaining == 0)
        #expect(session.score == Score(right: 5, of: 5))
        #expect(session.forgotten.isEmpty)
    }

    @Test func `what was not remembered comes again after three others, and three times at most`() {
        var session = session(6)
        let asked = play(&session) { $0 == "q1" ? .again : .good }
        #expect(asked == ["q0", "q1", "q2", "q3", "q4", "q1", "q5", "q1"])
        #expect(session.score == Score(right: 5, of: 6))
        #expect(session.forgotten.map(\.id.question) == ["q1"])
    }

    @Test func `a session in which nothing is remembered ends too`() {
        var session = session(20)
        #expect(play(&session) { _ in .again }.count == 20 * ReviewSession.attempts)
        #expect(session.score == Score(right: 0, of: 20))
    }

    @Test func `a card that comes again is no neighbour of a sibling, if there is room`() {
        for forgotten in 0..<6 {
            var session = session(12, lessons: 4)
            var isFirst = true
            let asked = play(&session) { name in
                defer { if name == "q\(forgotten)" { isFirst = false } }
                return name == "q\(forgotten)" && isFirst ? .again : .good
            }
            let lessons = asked.compactMap { Int($0.dropFirst()).map { $0 % 4 } }
            #expect(asked.count == 13 && lessons.count == 13)
            #expect(!zip(lessons, lessons.dropFirst()).contains { $0 == $1 }, "\(asked)")
        }
    }

    @Test func `the memory is that of the scheduler, and the next answer builds on it`() throws {
        var session = session(1)
        let card = try #require(session.current)
        let scheduler = Scheduler()
        let answered = session.answer(Reviews.record(.again))
        let first = try #require(answered)
        #expect(first == scheduler.review(card.memory, grade: .again, at: Reviews.noon, of: card.id))
        let second = session.answer(Reviews.record(.good, at: Reviews.noon + 5))
        #expect(second == scheduler.review(first, grade: .good, at: Reviews.noon + 5, of: card.id))
        #expect(session.answers.map(\.memory) == [first, second])
    }

    @Test func `the end has nothing to answer`() {
        var session = session(0)
        #expect(session.isFinished && session.current == nil)
        #expect(session.answer(Reviews.record()) == nil)
        #expect(session.answers.isEmpty)
        #expect(session.undo() == nil)
    }

    @Test(arguments: 0..<30 as Range<UInt64>) func `every answer can be taken back, to the beginning`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let fresh = session(8, lessons: 3)
        var states = [fresh], session = fresh
        while !session.isFinished {
            session.answer(Reviews.record(random.pick(Grade.allCases), at: Reviews.noon + Int64(states.count)))
            states.append(session)
        }
        for before in states.reversed().dropFirst() {
            let last = session.answers.last
            #expect(session.undo() == last && last != nil)
            #expect(session == before)
        }
        #expect(session == fresh)
    }
}
