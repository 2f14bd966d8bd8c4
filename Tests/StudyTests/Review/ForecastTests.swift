import Testing

@testable import Study

@Suite struct ForecastTests {
    private func forecast(_ cards: [ReviewCard], days: Int = 14, dose: Int = 20) -> [Forecast.Day] {
        Forecast(of: cards, from: Reviews.today, days: days, offset: 0, doses: .init(known: dose)).days
    }

    @Test func `fourteen days from today, each with what becomes due on it`() {
        let cards = [0, 0, 1, 13, 14, 400].map { Reviews.card("q\($0)", dueIn: $0) } + [Reviews.new("n")]
        let days = forecast(cards)
        #expect(days.map(\.due) == [2, 1] + Array(repeating: 0, count: 11) + [1])
        #expect(days.map(\.offered) == days.map(\.due))
        #expect(days.first?.day == Reviews.today && days.last?.day == Reviews.today.advanced(by: 13))
    }

    @Test func `what was missed is spread over the days to come`() {
        let missed = (0..<50).map { Reviews.card("q\($0)", dueIn: -1 - Int64($0)) }
        let days = forecast(missed + [Reviews.card("next", dueIn: 2)], days: 4)
        #expect(days.map(\.due) == [0, 0, 1, 0])
        #expect(days.map(\.offered) == [20, 20, 11, 0])
    }

    @Test func `no day is too many, and no due date too far`() {
        var cards = [Reviews.card("a", dueIn: 0), Reviews.card("b", dueIn: 0)]
        cards[0].memory?.due = .min
        cards[1].memory?.due = .max
        #expect(forecast(cards, days: .max).map(\.offered).reduce(0, +) == 1)
        #expect(forecast(cards, days: -1).isEmpty)
        #expect(forecast(cards, days: 3, dose: 0).map(\.offered) == [0, 0, 0])
    }
}
