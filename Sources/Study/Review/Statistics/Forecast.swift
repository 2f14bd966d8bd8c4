/// What the coming days will bring.
public struct Forecast: Equatable, Sendable {
    /// One of the coming days.
    public struct Day: Hashable, Sendable {
        /// The day.
        public var day: StudyDay
        /// How many cards become due on that very day.
        public var due: Int
        /// How many will be asked on it when one dose is done each day: what was missed is spread over the days to come.
        public var offered: Int
    }

    /// Today first.
    public let days: [Day]

    /// The coming days of `cards`, as things stand: new cards and answers to come are not foreseen.
    ///
    /// - Parameters:
    ///   - cards: All that there are.
    ///   - today: The first day.
    ///   - count: How many days; at most 1000.
    ///   - offset: How far the learner's clock is ahead of UTC, in milliseconds.
    ///   - doses: How much is asked at once.
    public init(
        of cards: some Sequence<ReviewCard>, from today: StudyDay, days count: Int = 14, offset: Int64,
        doses: ReviewQueue.Doses = .init()
    ) {
        var due = Array(repeating: 0, count: min(max(count, 0), 1000)), waiting = 0
        for memory in cards.lazy.compactMap(\.memory) {
            let day = StudyDay(of: memory.due, offset: offset)
            if day < today {
                waiting += 1
            } else if let place = Int(exactly: day.number.subtractingClamped(today.number)), due.indices.contains(place)
            {
                due[place] += 1
            }
        }
        days = due.enumerated().map { number, due in
            waiting += due
            let offered = min(waiting, doses.known)
            waiting -= offered
            return Day(day: today.advanced(by: Int64(number)), due: due, offered: offered)
        }
    }
}
