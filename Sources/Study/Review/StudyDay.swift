/// A learner's day: from four in the morning to four in the morning, by their own clock.
///
/// Who studies past midnight is still in the evening before.
public struct StudyDay: Hashable, Comparable, Sendable {
    /// Whole days since that of 1970-01-01.
    public var number: Int64

    /// The length of a day in milliseconds.
    public static let length: Int64 = 86_400_000
    /// How far into the calendar's day it begins, in milliseconds.
    static let begins: Int64 = 4 * 3_600_000

    /// The day that is `number` days after that of 1970-01-01.
    public init(number: Int64) { self.number = number }

    /// The day that `instant` belongs to.
    ///
    /// - Parameters:
    ///   - instant: Milliseconds since 1970 UTC.
    ///   - offset: How far the learner's clock is ahead of UTC, in milliseconds.
    public init(of instant: Int64, offset: Int64) {
        let local = instant.addingClamped(offset).addingClamped(-Self.begins)
        number = local.flooredQuotient(by: Self.length)
    }

    /// The day of the week: 0 for Monday … 6 for Sunday.
    public var weekday: Int {
        // 1970-01-01 was a Thursday.
        let shifted = (number % 7 + 3) % 7
        return Int(shifted < 0 ? shifted + 7 : shifted)
    }

    /// The Monday of its week.
    public var monday: StudyDay { advanced(by: -Int64(weekday)) }

    /// The day that is so many days later; earlier for a negative number.
    public func advanced(by days: Int64) -> StudyDay { StudyDay(number: number.addingClamped(days)) }

    /// When the day begins, in milliseconds since 1970 UTC.
    ///
    /// `offset` is how far the learner's clock is ahead of UTC, in milliseconds.
    public func start(offset: Int64) -> Int64 {
        let (local, isTooFar) = number.multipliedReportingOverflow(by: Self.length)
        guard !isTooFar else { return number < 0 ? .min : .max }
        return local.addingClamped(Self.begins).subtractingClamped(offset)
    }

    /// Orders by time.
    public static func < (earlier: StudyDay, later: StudyDay) -> Bool { earlier.number < later.number }
}
