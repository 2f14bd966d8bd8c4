import CellGrid
import Courseware
import Localization
import LocatedJSON
import TestSupport
import Testing
import Timelines

@testable import Tutor

/// A connection of which one end forgets everything.
private let lesson = LessonDecoder.decode(
    SourceFile(
        "crash.json",
        text: """
            { "format": 1, "id": "crash", "track": "tcp", "title": { "en": "A host crashes", "zh": "主机断电" },
              "summary": { "en": "One of two records is gone.", "zh": "两份记录少了一份。" },
              "scenario": {
                "hosts": [
                  { "id": "client", "name": { "en": "Client", "zh": "客户端" }, "address": "192.0.2.10", "isn": 1000 },
                  { "id": "server", "name": { "en": "Server", "zh": "服务器" }, "address": "198.51.100.20", "isn": 5000 } ],
                "do": [ { "host": "server", "listen": 443 }, { "host": "server", "accept": true }, { "host": "server", "receive": "all" },
                  { "host": "client", "connect": "server:443" }, { "host": "client", "send": "100B" } ],
                "incidents": [ { "crash": "server", "at": "1s" } ] },
              "pictures": [
                { "record": "TCB", "at": "server" }, { "record": "TCB", "at": "client" }, { "states": "TCP", "at": "client" } ],
              "steps": [
                { "on": { "state": "ESTABLISHED", "at": "client" }, "say": { "en": "The client is ready.", "zh": "客户端就绪。" } },
                { "on": { "does": "crashes", "at": "server" }, "say": { "en": "The server is gone.", "zh": "服务器没了。" } } ] }
            """)
).document

@Suite struct `The record of a connection in the player` {
    @Test func `looks like its golden frames, at both ends and after a crash`() throws {
        let lesson = try #require(lesson)
        let looks = [
            ("en", Appearance()), ("zh", Appearance(language: .chinese)), ("ascii", Appearance(charset: .ascii)),
        ]
        for (name, appearance) in looks {
            for size in [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 160, rows: 50)] {
                let frames = [(1, 0), (1, 1), (1, 2), (2, 0)].map { page, picture in
                    var player = PlayerScreen(lesson)
                    player.jump(to: page)
                    player.picture = picture
                    var grid = Grid(size)
                    PlayerView(player: player, appearance: appearance).draw(into: &grid)
                    return grid.text
                }
                expectGolden(
                    frames.joined(separator: "\n"), "player-record-\(name)-\(size.columns)x\(size.rows)")
            }
        }
    }

    @Test func `is told in plain text, field by field as it becomes known`() throws {
        let lesson = try #require(lesson)
        func told(_ language: Language) -> [String] {
            PlainLesson(lesson, appearance: Appearance(language: language)).lines
                .filter { $0.contains("Picture: ") || $0.contains("图：") }.map { String($0.drop { $0 == " " }) }
        }
        let english = told(.english)
        #expect(english.contains { $0.hasPrefix("Picture: Server: state SYN-RECEIVED, local 198.51.100.20:443") })
        #expect(english.contains { $0.hasPrefix("Picture: Client: SYN,ACK → ESTABLISHED; from here: close()") })
        #expect(english.contains("Picture: Server: no record any more"))
        // What has been said is not said again.
        #expect(english.count { $0.contains("local 192.0.2.10") } == 1)
        #expect(told(.chinese).contains("图：服务器：记录已不存在"))
    }
}
