import CellGrid
import Courseware
import Localization
import LocatedJSON
import TestSupport
import Testing
import Timelines

@testable import Tutor

/// A lesson with everything that sequence diagrams can say.
private let lesson = LessonDecoder.decode(
    SourceFile(
        "words.json",
        text: """
            { "format": 1, "id": "words", "track": "tcp", "title": { "en": "Every word", "zh": "每个词" },
              "summary": { "en": "All of them.", "zh": "全部都有。" }, "numbered": true,
              "participants": [
                { "id": "client", "name": { "en": "Client", "zh": "客户端" }, "state": "CLOSED" },
                { "id": "front", "name": { "en": "Front end", "zh": "前端" }, "group": { "en": "Data centre", "zh": "数据中心" } },
                { "id": "worker", "name": { "en": "Worker", "zh": "工作进程" }, "group": { "en": "Data centre", "zh": "数据中心" } } ],
              "timeline": [
                { "loop": { "en": "until somebody answers", "zh": "直到有人应答" }, "do": [
                  { "send": "SYN", "from": "client", "to": "front", "lost": true,
                    "say": { "en": "Nobody answers.", "zh": "没有人应答。" } }, { "pause": "1s" } ] },
                { "send": "GET /", "to": "front", "activates": true,
                  "say": { "en": "Somebody else asks.", "zh": "别人来请求。" } },
                { "divider": { "en": "The work", "zh": "工作" } },
                { "send": "fork", "from": "front", "to": "worker", "creates": true,
                  "say": { "en": "A worker is made.", "zh": "工作进程被创建。" } },
                { "alternatives": [
                  { "if": { "en": "it is cached", "zh": "缓存命中" }, "do": [
                    { "send": "page", "from": "worker", "to": "front" } ] },
                  { "if": { "en": "it is not", "zh": "缓存未命中" }, "id": "cold", "do": [
                    { "send": "query", "from": "worker", "lost": true } ] } ] },
                { "destroy": "worker" },
                { "pause": "10s", "title": { "en": "much later", "zh": "很久之后" } },
                { "send": "200 OK", "from": "front", "deactivates": true,
                  "say": { "en": "The answer leaves.", "zh": "应答发出。" } } ] }
            """)
).document

@Suite struct `A lesson with every word of the vocabulary` {
    @Test func `is told in plain text`() throws {
        let lesson = try #require(lesson)
        let lines = PlainLesson(lesson, appearance: Appearance()).lines.drop { !$0.hasPrefix("Participant") }
        #expect(
            lines.joined(separator: "\n") == """
                Participant 1: Client, CLOSED
                Participant 2: Front end (Data centre)
                Participant 3: Worker (Data centre)

                         >> loop 2×: until somebody answers
                0.000 s  Client to Front end: 1. SYN
                         Nobody answers.
                0.012 s  LOST: 1. SYN from Client
                1.012 s  Client to Front end: 2. SYN
                1.024 s  LOST: 2. SYN from Client
                         << end of: loop 2×: until somebody answers
                2.024 s  outside to Front end: 3. GET /
                         Somebody else asks.
                2.044 s  Front end receives 3. GET /
                2.044 s  Front end begins to work
                2.044 s  -- The work
                2.044 s  Front end to Worker: 4. fork
                         A worker is made.
                2.064 s  Worker receives 4. fork
                2.064 s  Worker comes into being
                         >> if: it is cached
                2.064 s  Worker to Front end: 5. page
                2.084 s  Front end receives 5. page
                         << end of: if: it is cached (otherwise: it is not)
                2.084 s  Worker is gone
                12.084 s  ... much later (10 s)
                12.084 s  Front end to outside: 6. 200 OK
                         The answer leaves.
                12.084 s  Front end is done
                12.104 s  6. 200 OK has left to outside

                Variants:
                  --scene cold  it is not
                """)
    }

    @Test func `is told in Chinese, and in its other branch`() throws {
        let lesson = try #require(lesson)
        let lines = PlainLesson(lesson, scene: 1, appearance: Appearance(language: .chinese)).lines
        for line in [
            "参与方2：前端（数据中心）", "         >> 循环2次：直到有人应答", "2.024 s  外部 发往 前端：3. GET /", "2.044 s  前端开始工作",
            "2.064 s  工作进程被创建", "         >> 如果：缓存未命中", "2.064 s  工作进程 发往 外部：5. query",
            "         << 结束：如果：缓存未命中（否则：缓存命中）", "2.076 s  工作进程被销毁", "12.076 s  ... 很久之后 (10 s)", "12.076 s  前端工作结束",
            "12.096 s  6. 200 OK已发往外部",
        ] { #expect(lines.contains(line), "\(line) is not in\n\(lines.joined(separator: "\n"))") }
    }

    @Test func `is drawn in every look and size`() throws {
        let lesson = try #require(lesson)
        let looks = [
            ("en", Appearance()), ("zh", Appearance(language: .chinese)), ("ascii", Appearance(charset: .ascii)),
        ]
        for (name, appearance) in looks {
            for size in [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 160, rows: 50)] {
                var player = PlayerScreen(lesson)
                for (moment, page) in [("middle", 3), ("end", player.lastPage)] {
                    player.jump(to: page)
                    var grid = Grid(size)
                    PlayerView(player: player, appearance: appearance).draw(into: &grid)
                    expectGolden(grid.text, "vocabulary-\(moment)-\(name)-\(size.columns)x\(size.rows)")
                }
            }
        }
    }

    @Test func `says in the details what each event is`() throws {
        let lesson = try #require(lesson)
        var player = PlayerScreen(lesson)
        player.jump(to: player.lastPage)
        let details = player.timeline.events.indices.map { event in
            var grid = Grid(Size(columns: 80, rows: 24))
            EventDetails(player, event: event, appearance: Appearance()).draw(into: &grid)
            return grid.text
        }
        for words in [
            ["3. GET /", "outside to Front end"], ["6. 200 OK", "Front end to outside"], ["much later", "10 s"],
            ["Worker", "comes into being"], ["Worker", "is gone from here on"], ["Front end", "begins to work"],
            ["Front end", "is done with its work"], ["The work"],
        ] {
            #expect(details.contains { text in words.allSatisfy(text.contains) }, "\(words)")
        }
    }
}
