/// What was done on each day.
public struct Activity: Equatable, Sendable {
    /// The answers of one day.
    public struct Tally: Hashable, Sendable {
        /// How many answers were given.
        public var answers: Int
        /// How many of them were right.
        public var right: Int
        /// How long they took together, in milliseconds.
        public var took: Int

        /// Creates a tally; see the properties.
        public init(answers: Int = 0, right: Int = 0, took: Int = 0) {
            self.answers = answers
            self.right = right
            self.took = took
        }
    }

    /// The days on which anything was answered.
    public private(set) var days: [StudyDay: Tally]

    /// These days; those without an answer do not count.
    public init(_ days: [StudyDay: Tally] = [:]) { self.days = days.filter { $0.value.answers > 0 } }

    /// The days of `records`, which may be those of all cards in any order.
    ///
    /// `offset` is how far the learner's clock is ahead of UTC, in milliseconds.
    public init(_ records: some Sequence<ReviewRecord>, offset: Int64) {
        self.init()
        for record in records { count(record, offset: offset) }
    }

    /// One more answer was given.
    ///
    /// `offset` is how far the learner's clock is ahead of UTC, in milliseconds.
    public mutating func count(_ record: ReviewRecord, offset: Int64) {
        let day = StudyDay(of: record.at, offset: offset)
        days[day, default: Tally()].answers += 1
        if record.isRight { days[day]?.right += 1 }
        let took = days[day]?.took ?? 0
        days[day]?.took = took.addingClamped(max(record.took, 0))
    }

    /// What was done on `day`.
    public subscript(day: StudyDay) -> Tally { days[day] ?? Tally() }

    /// The `count` days up to `today`, oldest first, at most 10 000; the days without an answer too.
    public func last(_ count: Int, until today: StudyDay) -> [(day: StudyDay, tally: Tally)] {
        (0..<min(max(count, 0), 10_000)).reversed().map { back in
            let day = today.advanced(by: -Int64(back))
            return (day, self[day])
        }
    }

    /// The days on which anything was answered, for a ``Streak``.
    public var practised: Set<StudyDay> { Set(days.keys) }
}
