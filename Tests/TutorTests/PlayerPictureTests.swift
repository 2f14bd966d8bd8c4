import CellGrid
import Courseware
import Localization
import LocatedJSON
import TestSupport
import Testing
import Timelines

@testable import Tutor

/// A simulated lesson with a picture of each kind.
private let lesson = LessonDecoder.decode(
    SourceFile(
        "growing.json",
        text: """
            { "format": 1, "id": "growing", "track": "tcp", "title": { "en": "A window that grows", "zh": "增长的窗口" },
              "summary": { "en": "More with every ACK.", "zh": "每个确认都让它变大。" },
              "scenario": {
                "hosts": [
                  { "id": "client", "name": { "en": "Client", "zh": "客户端" }, "address": "192.0.2.10", "isn": 1000,
                    "with": { "initialWindow": 2, "timestamps": false } },
                  { "id": "server", "name": { "en": "Server", "zh": "服务器" }, "address": "198.51.100.20", "isn": 5000,
                    "with": { "timestamps": false } } ],
                "do": [ { "host": "server", "listen": 443 }, { "host": "server", "accept": true }, { "host": "server", "receive": "all" },
                  { "host": "client", "connect": "server:443" }, { "host": "client", "send": "20kB" } ] },
              "faults": ["drop:9"],
              "pictures": [
                { "curve": ["cwnd", "ssthresh"], "at": "client" }, { "sequence": "sent", "at": "client" },
                { "sequence": "received", "at": "server" }, { "bars": "RTO", "at": "client" }, { "dial": "ISS", "at": "client" } ],
              "steps": [
                { "on": { "state": "ESTABLISHED", "at": "client" }, "say": { "en": "Two segments may leave.", "zh": "可以发出两个报文段。" } },
                { "on": { "lost": "any" }, "say": { "en": "One is lost.", "zh": "一个报文段丢失。" } } ] }
            """)
).document

private func player(_ lesson: Lesson, at page: Int, picture: Int = 0) -> PlayerScreen {
    var player = PlayerScreen(lesson)
    player.jump(to: page)
    player.picture = picture
    return player
}

private func frame(_ player: PlayerScreen, _ size: Size, _ appearance: Appearance = Appearance()) -> String {
    var grid = Grid(size)
    PlayerView(player: player, appearance: appearance).draw(into: &grid)
    return grid.text
}

@Suite struct `Pictures in the player` {
    @Test func `look like their golden frames`() throws {
        let lesson = try #require(lesson)
        let looks = [
            ("en", Appearance()), ("zh", Appearance(language: .chinese)), ("ascii", Appearance(charset: .ascii)),
        ]
        for (name, appearance) in looks {
            for size in [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 160, rows: 50)] {
                let frames = [(2, 0), (3, 1), (3, 5)].map { page, picture in
                    frame(player(lesson, at: page, picture: picture), size, appearance)
                }
                expectGolden(
                    frames.joined(separator: "\n"), "player-pictures-\(name)-\(size.columns)x\(size.rows)")
            }
        }
    }

    @Test func `are turned by a key, the timers and tables last`() throws {
        let lesson = try #require(lesson)
        let screen = player(lesson, at: 3)
        #expect(screen.pictureCount == 6)
        #expect(screen.keys.action(for: .character("a")) == .nextPicture)
        let size = Size(columns: 80, rows: 24)
        #expect(frame(player(lesson, at: 3, picture: 3), size).contains("RTO 240 ms"))
        // The gauges: nobody speaks of the queues, and at the end no timer runs.
        #expect(frame(player(lesson, at: 3, picture: 5), size).contains("No timer runs at this moment."))
        #expect(!frame(player(lesson, at: 3, picture: 1), size).contains("No timer runs"))
    }

    @Test func `have no key in a scene without any`() throws {
        let plain = try #require(SmallCourse.loaded.catalog.lessons.first)
        #expect(PlayerScreen(plain).keys.action(for: .character("a")) == nil)
        #expect(PlayerScreen(plain).pictureCount == 0)
    }

    @Test func `are told in plain text, at each step what has changed`() throws {
        let lesson = try #require(lesson)
        let told = PlainLesson(lesson, appearance: Appearance()).lines.filter { $0.contains("Picture: ") }
            .map { String($0.drop { $0 == " " }) }
        #expect(told.contains("Picture: Client: cwnd 2920 B"))
        #expect(told.contains { $0.hasPrefix("Picture: Client: RTO so far: 1 s") })
        #expect(told.contains { $0.hasPrefix("Picture: Server: waiting 0 B, window 64240 B, RCV.NXT 1001") })
        #expect(told.filter { $0.contains("ISS 1000") }.count == 1)
        let chinese = PlainLesson(lesson, appearance: Appearance(language: .chinese)).lines
        #expect(chinese.contains { $0.contains("图：客户端：cwnd 2920 B") })
    }
}
