import Testing

@testable import Study

@Suite struct MasteryTests {
    @Test func `a question never answered counts as nothing`() {
        let mastery = Mastery(of: [Reviews.card("a", dueIn: 10), Reviews.new("b")], at: Reviews.noon)
        #expect(mastery == Mastery(of: [Reviews.new("b"), Reviews.card("a", dueIn: 10)], at: Reviews.noon))
        #expect(mastery.value == 0.5)
        #expect(mastery.percent == 50)
        #expect((mastery.seen, mastery.of) == (1, 2))
    }

    @Test func `of no questions nothing is remembered`() {
        #expect(Mastery(of: [], at: 0).value == 0)
        #expect(Mastery(of: [], at: 0).percent == 0)
    }

    @Test func `it falls while nothing is done, and is 90 percent on the day a card is due`() {
        let card = Reviews.card("a", dueIn: 0)
        let values = [-10, 0, 30, 300].map { Mastery(of: [card], at: Reviews.noon + $0 * Reviews.day).value }
        #expect(values == values.sorted(by: >))
        #expect(abs(values[1] - 0.9) < 1e-9)
    }

    @Test func `what was wrong a moment ago is not mastered, what was right then is`() {
        let scheduler = Scheduler(), id = Reviews.id("a")
        for (grade, value) in [(Grade.again, 0.0), (.hard, 0), (.good, 1), (.easy, 1)] {
            let memory = scheduler.review(nil, grade: grade, at: Reviews.noon, of: id)
            let mastery = Mastery(of: [ReviewCard(id: id, memory: memory)], at: Reviews.noon)
            #expect(mastery.value == value)
            #expect(mastery.seen == 1)
        }
    }

    @Test func `lessons and tracks stand in the order of the course`() {
        let cards = [
            Reviews.card("a", of: "tls", dueIn: 10), Reviews.new("b", of: "dns"), Reviews.new("c", of: "tls"),
            Reviews.new("d", of: nil),
        ]
        let report = MasteryReport(cards, at: Reviews.noon)
        #expect(report.lessons.map(\.id) == ["tls", "dns"])
        #expect(report.lessons.map(\.mastery.value) == [0.5, 0])
        #expect(report.tracks.map(\.id) == ["track of tls", "track of dns"])
        #expect(report.overall.value == 0.25)
        #expect(report.overall.of == 4)
    }
}
