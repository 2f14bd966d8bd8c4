/// How regularly somebody practises, in numbers that scold nobody.
///
/// Of the days in a row one missed day in seven is forgiven:
///
///     Mo Tu We Th Fr Sa Su Mo
///     ●  ●  ·  ●  ●  ●  ●        6 in a row: Wednesday is forgiven, and today's Monday is not over
///     ●  ·  ●  ●  ·  ●  ●        4 in a row: only one of the two is forgiven, the later one
///
/// A forgiven day is not counted. Today counts once something was answered, and breaks nothing before.
public struct Streak: Hashable, Sendable {
    /// How many days were practised in a row.
    public let inARow: Int
    /// How many of the last seven days were practised, today among them.
    public let ofLastSeven: Int
    /// How many of the last thirty days were practised, today among them.
    public let ofLastThirty: Int
    /// Whether today counts already.
    public let includesToday: Bool

    /// The streak of somebody who practised on `days`, up to `today`; what lies after it does not count.
    public init(_ days: Set<StudyDay>, until today: StudyDay) {
        func practised(ofLast count: Int64) -> Int { days.count { $0 > today.advanced(by: -count) && $0 <= today } }
        inARow = Self.inARow(days, until: today)
        ofLastSeven = practised(ofLast: 7)
        ofLastThirty = practised(ofLast: 30)
        includesToday = days.contains(today)
    }

    private static func inARow(_ days: Set<StudyDay>, until today: StudyDay) -> Int {
        var day = days.contains(today) ? today : today.advanced(by: -1)
        var (count, forgiven) = (0, StudyDay?.none)
        while count < days.count {
            if days.contains(day) {
                count += 1
            } else {
                // Going back in time, the day that was forgiven before lies later.
                if let forgiven, forgiven.number - day.number < 7 { break }
                // Two days missed in a row end it, and so does its beginning.
                guard days.contains(day.advanced(by: -1)) else { break }
                forgiven = day
            }
            day = day.advanced(by: -1)
        }
        return count
    }
}
