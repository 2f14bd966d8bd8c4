import Testing

@testable import Study

@Suite struct UTCTimeTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"), (1, "1970-01-01T00:00:00.001Z"),
            (951_782_399_999, "2000-02-28T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"), (1_700_000_000_123, "2023-11-14T22:13:20.123Z"),
            (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"), (-62_167_219_200_001, "-000001-12-31T23:59:59.999Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (253_402_300_800_000, "+010000-01-01T00:00:00.000Z"),
            (.max, "+292278994-08-17T07:12:55.807Z"), (.min, "-292275055-05-16T16:47:04.192Z"),
        ] as [(Int64, String)])
    func `an instant has one text, and the text means that instant`(milliseconds: Int64, text: String) {
        #expect(UTCTime(milliseconds: milliseconds).text == text)
        #expect(UTCTime(text)?.milliseconds == milliseconds)
    }

    /// Walks the calendar by its own rule, day by day over two eras and the year zero.
    @Test func `every day of a thousand years follows the day before`() {
        var (year, month, day): (Int, Int, Int) = (-100, 1, 1)
        guard var instant = UTCTime("-000100-01-01T12:00:00.000Z")?.milliseconds else {
            Issue.record("the first day cannot be read")
            return
        }
        while year < 900 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let digits = String(year.magnitude)
            let padded = String(repeating: "0", count: (year < 0 ? 6 : 4) - digits.count) + digits
            let text = "\(year < 0 ? "-" : "")\(padded)-\(two(month))-\(two(day))T12:00:00.000Z"
            guard UTCTime(milliseconds: instant).text == text else {
                Issue.record("\(instant) is \(UTCTime(milliseconds: instant).text), not \(text)")
                return
            }
            instant += 86_400_000
            day += 1
            if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `any instant survives being written and read`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for bits in 1...62 {
            let limit = Int64(1) << Int64(bits)
            let milliseconds = random.draw(from: -limit...limit)
            #expect(UTCTime(UTCTime(milliseconds: milliseconds).text)?.milliseconds == milliseconds)
        }
    }

    @Test(
        arguments: [
            ("1970-01-01T08:00:00+08:00", 0), ("1969-12-31T19:30:00-04:30", 0), ("1970-01-01T00:00:00Z", 0),
            ("1970-01-01T00:00:00.5Z", 500), ("1970-01-01T00:00:00.123999Z", 123), ("+001970-01-01T00:00:00Z", 0),
        ] as [(String, Int64)])
    func `other ways to write a time are read too`(text: String, milliseconds: Int64) {
        #expect(UTCTime(text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "Z", "1970", "1970-01-01", "1970-01-01T00:00:00", "1970-01-01 00:00:00Z", "1970-1-1T00:00:00Z",
        "1970-02-30T00:00:00Z", "1900-02-29T00:00:00Z", "1970-00-01T00:00:00Z", "1970-13-01T00:00:00Z",
        "1970-01-00T00:00:00Z", "1970-01-01T24:00:00Z", "1970-01-01T00:60:00Z", "1970-01-01T00:00:60Z",
        "1970-01-01T00:00:00.Z", "1970-01-01T00:00:00Zx", "１９70-01-01T00:00:00Z", "1970-01-01T00:00:00+8:00",
        "+292278994-08-17T07:12:55.808Z", "-292275055-05-16T16:47:04.191Z", "+999999999-01-01T00:00:00Z",
        "-999999999-01-01T00:00:00Z", "-99999999999999999999-01-01T00:00:00Z",
    ]) func `what is no time is not read as one`(text: String) {
        #expect(UTCTime(text) == nil)
    }
}
