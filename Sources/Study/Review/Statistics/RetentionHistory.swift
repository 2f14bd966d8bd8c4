/// How much of what was asked was known, week by week.
public struct RetentionHistory: Equatable, Sendable {
    /// One week, from Monday to Sunday.
    public struct Week: Equatable, Sendable {
        /// Its Monday.
        public var monday: StudyDay
        /// How many of all answers were right.
        public var answers: Score
        /// True retention: of the questions last answered on an earlier day, how many were remembered.
        ///
        /// First meetings and repetitions on the same day say little about memory. Remembered is what was not graded "again".
        public var recalled: Score
    }

    /// So many weeks up to the present one, oldest first; those without an answer too.
    public let weeks: [Week]

    /// The last `count` weeks, with that of `today`.
    ///
    /// - Parameters:
    ///   - histories: Of each card all its reviews, oldest first.
    ///   - count: How many weeks; at most 1000.
    ///   - today: The day up to which to count.
    ///   - offset: How far the learner's clock is ahead of UTC, in milliseconds.
    public init(
        of histories: some Sequence<[ReviewRecord]>, weeks count: Int, until today: StudyDay, offset: Int64
    ) {
        let count = min(max(count, 0), 1000)
        let first = today.monday.advanced(by: -7 * Int64(max(count - 1, 0)))
        var weeks = (0..<count).map { number in
            Week(
                monday: first.advanced(by: 7 * Int64(number)), answers: Score(right: 0, of: 0),
                recalled: Score(right: 0, of: 0))
        }
        for history in histories {
            var before: StudyDay?
            for record in history {
                let day = StudyDay(of: record.at, offset: offset)
                if day >= first, day <= today, let place = Int(exactly: (day.number - first.number) / 7),
                    weeks.indices.contains(place)
                {
                    weeks[place].answers.count(record.isRight)
                    if let before, before < day { weeks[place].recalled.count(record.grade != .again) }
                }
                before = day
            }
        }
        self.weeks = weeks
    }
}

extension Score {
    /// One more was asked.
    fileprivate mutating func count(_ isRight: Bool) {
        of += 1
        if isRight { right += 1 }
    }
}
