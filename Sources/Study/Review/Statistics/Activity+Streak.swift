extension Activity {
    /// How many days were practised in a row up to `today`, where one missed day in seven is forgiven.
    ///
    ///     Mo Tu We Th Fr Sa Su Mo
    ///     ●  ●  ·  ●  ●  ●  ●        6 in a row: Wednesday is forgiven, and today's Monday is not over
    ///     ●  ·  ●  ●  ·  ●  ●        4 in a row: only one of the two is forgiven, the later one
    ///
    /// A forgiven day is not counted. Today counts once something was answered, and breaks nothing before.
    public func streak(until today: StudyDay) -> Int {
        var length = 0, day = today
        var forgiven: StudyDay?
        if self[day].answers == 0 { day = day.advanced(by: -1) }
        while length < days.count {
            if self[day].answers > 0 {
                length += 1
            } else {
                // Going back in time: the day forgiven before lies later.
                if let forgiven, forgiven.number - day.number < 7 { return length }
                forgiven = day
                // Two days missed in a row end the streak, and so does its beginning.
                if self[day.advanced(by: -1)].answers == 0 { return length }
            }
            day = day.advanced(by: -1)
        }
        return length
    }
}
