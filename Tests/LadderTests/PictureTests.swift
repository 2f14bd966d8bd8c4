import CellGrid
import Localization
import TestSupport
import Testing
import Timelines

@testable import Ladder

/// Looks and sizes in which every picture is kept: the panels of a player of 80×24, 100×30 and 160×50.
private let looks: [(String, LadderSettings, Size)] = [
    ("en-33x7", LadderSettings(), Size(columns: 33, rows: 7)),
    ("zh-33x7", LadderSettings(language: .chinese), Size(columns: 33, rows: 7)),
    ("ascii-33x7", LadderSettings(charset: .ascii), Size(columns: 33, rows: 7)),
    ("en-34x11", LadderSettings(), Size(columns: 34, rows: 11)),
    ("ambiguous-50x21", LadderSettings(charset: .ambiguousSafe), Size(columns: 50, rows: 21)),
]

private func drawn(
    _ pictures: [Picture], _ timeline: Timeline = measured(), at moment: Moment? = nil, size: Size, first: Int = 0,
    _ settings: LadderSettings = LadderSettings()
) -> String {
    var grid = Grid(size)
    PictureStack(
        pictures, timeline, at: moment ?? timeline.finish, columns: size.columns, settings: settings
    ).draw(into: &grid, in: grid.bounds, first: first)
    return grid.text
}

@Suite struct `A picture beside the ladder` {
    @Test(arguments: pictures.map(\.name)) func `looks like its golden frames`(name: String) throws {
        let picture = try #require(pictures.first { $0.name == name }?.picture)
        let timeline = measured()
        for (look, settings, size) in looks {
            let half = timeline.moment(at: .milliseconds(350))
            expectGolden(
                [half, timeline.finish].map { drawn([picture], timeline, at: $0, size: size, settings) }
                    .joined(separator: "\n" + String(repeating: "=", count: size.columns) + "\n"),
                "picture-\(name)-\(look)")
        }
    }

    @Test func `fits every size at every moment`() {
        let timeline = measured()
        for columns in Array(0...4) + [7, 8, 9, 12, 14, 33, 53] {
            for rows in [0, 1, 2, 3, 4, 5, 7, 12] {
                for moment in [Moment.start, timeline.moment(at: .milliseconds(350)), timeline.finish] {
                    for (_, settings, _) in looks.dropFirst(2) {
                        for first in pictures.indices {
                            let text = drawn(
                                pictures.map(\.picture), timeline, at: moment,
                                size: Size(columns: columns, rows: rows), first: first, settings)
                            #expect(text.split(separator: "\n").allSatisfy { String($0).cellWidth <= columns })
                        }
                    }
                }
            }
        }
    }

    @Test func `draws no more than was reached by the moment`() {
        let timeline = measured()
        let early = drawn(
            [pictures[0].picture], timeline, at: timeline.moment(at: .milliseconds(100)),
            size: Size(columns: 40, rows: 9))
        let late = drawn([pictures[0].picture], timeline, size: Size(columns: 40, rows: 9))
        func dots(_ text: String) -> Int { text.unicodeScalars.count { (0x2801...0x28FF).contains($0.value) } }
        #expect(dots(early) > 2 && dots(early) * 2 < dots(late))
    }

    @Test func `begins with the one that the learner has turned to`() {
        let all = pictures.map(\.picture), size = Size(columns: 33, rows: 7)
        #expect(drawn(all, size: size).hasPrefix(" 23.4k") == false)
        #expect(drawn(all, size: size, first: 1).hasPrefix("Client  RTO 30.72 s"))
        #expect(drawn(all, size: size, first: 6).hasPrefix("Client  RTO 30.72 s"))
        #expect(drawn(all, size: size, first: 1).contains("2/5"))
    }

    @Test func `leaves out what has no quantity, and is a page with the gauges only where there are any`() {
        let ghost = Picture(.bars("RTO"), of: "server")
        let timeline = measured()
        #expect(PictureStack.pages([ghost], timeline) == 0)
        #expect(PictureStack.pages([ghost, pictures[1].picture], timeline) == 1)
        #expect(PictureStack.pages([], handshake()) == 0)
        #expect(
            PictureStack([ghost], timeline, at: timeline.finish, columns: 33, settings: LadderSettings()).sentences
                == [])
    }

    @Test func `says what it shows`() {
        let timeline = measured()
        func sentences(_ moment: Moment, _ language: Language = .english) -> [String?] {
            PictureStack(
                pictures.map(\.picture), timeline, at: moment, columns: 33,
                settings: LadderSettings(language: language)
            ).sentences
        }
        #expect(
            sentences(timeline.moment(at: .milliseconds(350))) == [
                "Client: cwnd 23360 B", "Client: RTO so far: 1 s, 240 ms, 480 ms, 960 ms",
                "Client: in flight 2920 B, usable 2920 B, SND.UNA 2461, SND.NXT 5381, SND.UNA+SND.WND 8301",
                "Server: waiting 2190 B, window 5840 B, RCV.NXT 2461, out of order 3921-5380, RCV.NXT+RCV.WND 8301",
                "Client: ISS 1073741824, 25% of the way round to 2^32",
            ])
        #expect(sentences(timeline.finish, .chinese).last == "客户端：ISS 3221225472，位于一圈（2^32）的75%处")
        #expect(sentences(.start)[3] == nil || sentences(.start)[3]?.contains("RCV.NXT 1001") == true)
    }

    @Test func `divides numbers as the author wants, times never`() {
        let timeline = measured(), size = Size(columns: 40, rows: 7)
        var curve = pictures[0].picture, bars = pictures[1].picture
        curve.divisor = 1460
        curve.unit = LocalizedText(en: "segments", zh: "个报文段")
        let text = drawn([curve], timeline, size: size)
        #expect(text.hasPrefix("⠒⠒ cwnd 7  ⠐⠐ ssthresh 8 segments"))
        #expect(text.contains(" 16┤"))
        bars.divisor = 1000
        #expect(drawn([bars], timeline, size: size).hasPrefix("Client  RTO 30.72 s"))
        bars.kind = .bars("cwnd")
        #expect(drawn([bars], timeline, size: size).hasPrefix("Client  cwnd 10.2"))
    }

    @Test func `shows where the last segment falls when it is asked to`() {
        var builder = TimelineBuilder(participants: [Participant(id: "server", name: "Server")])
        builder.read("RCV.NXT", of: 0, unit: .none, value: 100_001, at: .zero)
        builder.read("RCV.WND", of: 0, unit: .named("B"), value: 5840, at: .zero)
        builder.read("arrived", of: 0, unit: .none, value: 50, ranges: [1051..<1101], at: .zero)
        builder.act("read()", of: 0, at: .zero)
        let timeline = builder.build().timeline
        var picture = Picture(.sequence(.received), of: "server")
        let size = Size(columns: 33, rows: 7)
        #expect(!drawn([picture], timeline, size: size).contains("arrived"))
        picture.showsArrivals = true
        #expect(drawn([picture], timeline, size: size).contains("◂arrived 1051-1100"))
    }

    @Test func `of a window beyond all data the bar shows the data`() {
        var builder = TimelineBuilder(participants: [Participant(id: "client", name: "Client")])
        builder.read("SND.UNA", of: 0, unit: .none, value: 4_294_967_000, at: .zero)
        builder.read("SND.NXT", of: 0, unit: .none, value: 1704, at: .zero)
        builder.read("SND.WND", of: 0, unit: .named("B"), value: 1_000_000, at: .zero)
        builder.act("send()", of: 0, at: .zero)
        let text = drawn([pictures[2].picture], builder.build().timeline, size: Size(columns: 40, rows: 7))
        // 2000 bytes across the end of the numbers, two thirds of the bar.
        #expect(text.contains("in flight 2000"))
        #expect(text.split(separator: "\n")[1].count { $0 == "▓" } == 27)
    }
}

@Suite struct `The figures of a quantity` {
    @Test(arguments: [
        (0, "0"), (9999, "9999"), (14_600, "14.6k"), (65_535, "65.5k"), (100_000, "100k"), (1_048_576, "1.04M"),
        (4_294_967_296, "4.29G"), (20_000_000, "20M"),
    ]) func `are short`(value: Int64, text: String) { #expect(QuantityText.short(value) == text) }

    @Test func `of times stand in one unit`() {
        let text = QuantityText(unit: .time, settings: LadderSettings())
        let values: [Int64] = [240, 1000, 9960, 30_720].map { $0 * 1_000_000 }
        #expect(values.map { text.figure($0, beside: 30_720_000_000) } == ["0.2", "1.0", "10", "31"])
        #expect(text.commonUnit(beside: 30_720_000_000) == "s")
        #expect(text.figure(200_000_000, beside: 800_000_000) == "200")
        #expect(text.full(409_600_000) == "409.6 ms")
    }

    @Test func `stand on a circle that begins at the top`() {
        for (value, x, y) in [(0, 0, -1), (1, 1, 0), (2, 0, 1), (3, -1, 0), (5, 1, 0), (-1, -1, 0)] {
            let point = Turn(Int64(value), modulo: 4).point
            #expect(abs(point.x - Double(x)) < 0.001 && abs(point.y - Double(y)) < 0.001)
        }
        let eighth = Turn(1, modulo: 8).point
        #expect(abs(eighth.x - 0.7071) < 0.001 && abs(eighth.y + 0.7071) < 0.001)
    }
}
