import CellGrid
import Courseware
import Localization
import LocatedJSON
import Testing
import Timelines

@testable import Tutor

@Suite struct `What the author calls wrong` {
    private static let lesson = LessonDecoder.decode(
        SourceFile(
            "x.json",
            text: """
                { "format": 1, "id": "x", "track": "tcp", "title": "X", "summary": "S",
                "participants": [ { "id": "a", "name": { "en": "Client", "zh": "客户端" } },
                { "id": "b", "name": { "en": "Server", "zh": "服务器" } } ], "timeline": [
                { "send": "SYN", "from": "a", "to": "b", "fields": { "seq": 1000 } },
                { "send": "SYN,ACK", "from": "b", "to": "a", "fields": { "ack": 1000 },
                "wrong": { "en": "the SYN counts as one", "zh": "SYN占一个序列号" } },
                { "state": "TIME-WAIT", "at": "a", "wrong": { "en": "nobody has closed", "zh": "双方都没有关闭" } } ] }
                """)
    ).document

    private func lines(_ appearance: Appearance) throws -> [String] {
        let timeline = try #require(Self.lesson?.scenes.first?.timeline)
        return timeline.events.indices.map { EventSentence(timeline: timeline, appearance: appearance).line($0) }
    }

    @Test func `is told in lines of text`() throws {
        #expect(
            try lines(Appearance()) == [
                "0.000 s  Client to Server: SYN  seq=1000", "0.020 s  Server receives SYN",
                "0.020 s  Server to Client: SYN,ACK (✗ wrong: the SYN counts as one)  ack=1000",
                "0.040 s  Client receives SYN,ACK", "0.040 s  Client, state: TIME-WAIT (✗ wrong: nobody has closed)",
            ])
        #expect(try lines(Appearance(language: .chinese))[2] == "0.020 s  服务器 发往 客户端：SYN,ACK（✗违规：SYN占一个序列号）  ack=1000")
        #expect(try lines(Appearance(language: .chinese))[4] == "0.040 s  客户端，状态：TIME-WAIT（✗违规：双方都没有关闭）")
        #expect(
            try lines(Appearance(charset: .ascii))[4]
                == "0.040 s  Client, state: TIME-WAIT (x wrong: nobody has closed)")
    }

    @Test func `is told in the details of the event`() throws {
        let lesson = try #require(Self.lesson)
        let player = PlayerScreen(lesson)
        func details(_ event: Int) -> String {
            var grid = Grid(Size(columns: 60, rows: 16))
            EventDetails(player, event: event, appearance: Appearance()).draw(into: &grid)
            return grid.text
        }
        #expect(details(2).contains("✗ wrong: the SYN counts as one"))
        #expect(details(4).contains("✗ wrong: nobody has closed"))
        #expect(!details(0).contains("wrong"))
    }
}
