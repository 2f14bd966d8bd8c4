import Testing
import Timelines

@Suite struct `A length of time` {
    @Test(
        arguments: [
            (119_000, "119 s"), (120_000, "2 min"), (2_399_000, "39 min 59 s"), (2_404_005, "40 min 4.005 s"),
            (4_800_000, "80 min"), (7_199_000, "119 min 59 s"), (7_200_000, "2 h"), (7_500_000, "2 h 5 min"),
            (7_203_500, "2 h 3.5 s"), (-150_000, "-2 min 30 s"), (86_400_000, "24 h"),
        ] as [(Int64, String)]) func `is told in minutes and hours where it is long`(milliseconds: Int64, text: String)
    {
        #expect(Span.milliseconds(milliseconds).text == text)
    }

    @Test(
        arguments: [
            ("1h", 3_600_000), ("1.5h", 5_400_000), ("2 h", 7_200_000), ("0.25min", 15_000),
        ] as [(String, Int64)]) func `may be written in hours`(text: String, milliseconds: Int64)
    {
        #expect(Span(text) == .milliseconds(milliseconds))
    }

    @Test(arguments: ["1hour", "1 d", "h", "1.h", "-1h", "3000000000000h"])
    func `needs a number and a unit that is known`(text: String) { #expect(Span(text) == nil) }
}

@Suite struct `A clock` {
    @Test(
        arguments: [
            (40, "0.040 s"), (119_999, "119.999 s"), (2_404_005, "40 min 04.005 s"), (7_503_007, "2 h 05 min 03.007 s"),
        ] as [(Int64, String)]) func `counts minutes and hours from two minutes on`(milliseconds: Int64, text: String)
    {
        #expect(Instant.milliseconds(milliseconds).clock == text)
    }

    @Test(
        arguments: [
            (40, "40 ms"), (1_204, "1.204 s"), (119_500, "119.5 s"), (2_404_005, "40:04.005"), (2_400_000, "40:00"),
            (7_503_007, "2:05:03"), (85_399_999, "23:43:19"),
        ] as [(Int64, String)]) func `is brief on an axis`(milliseconds: Int64, text: String)
    {
        let brief = Instant.milliseconds(milliseconds).brief
        #expect(brief == text && brief.count <= 9)
    }
}
