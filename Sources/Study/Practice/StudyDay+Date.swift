extension StudyDay {
    /// The date in the Gregorian calendar; months and days count from 1.
    ///
    /// Days of years that no file can hold are taken as the nearest that one can.
    public var date: (year: Int, month: Int, day: Int) {
        let days = Progress.days
        let kept = min(max(self, days.lowerBound), days.upperBound)
        let (year, month, day) = UTCTime.civil(fromDays: kept.number)
        return (Int(year), Int(month), Int(day))
    }

    /// The date as `2026-11-21` (ISO 8601).
    public var isoDate: String {
        let days = Progress.days
        let kept = min(max(self, days.lowerBound), days.upperBound)
        return String(UTCTime(milliseconds: kept.number * UTCTime.perDay).text.prefix { $0 != "T" })
    }

    /// Milliseconds since 1970 UTC of an ISO 8601 text with a zone; `nil` for any other text.
    public static func milliseconds(iso text: String) -> Int64? { UTCTime(text)?.milliseconds }
}
