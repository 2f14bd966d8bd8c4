import CellGrid
import Localization
import TestSupport
import Testing
import Timelines

@testable import Ladder

/// Looks and sizes as in the panels of a player of 80×24, 100×30 and 160×50.
private let looks: [(String, LadderSettings, Size)] = [
    ("en-33x7", LadderSettings(), Size(columns: 33, rows: 7)),
    ("zh-33x7", LadderSettings(language: .chinese), Size(columns: 33, rows: 7)),
    ("ascii-33x7", LadderSettings(charset: .ascii), Size(columns: 33, rows: 7)),
    ("en-34x11", LadderSettings(), Size(columns: 34, rows: 11)),
    ("zh-50x21", LadderSettings(language: .chinese), Size(columns: 50, rows: 21)),
]

private let card = Picture(.controlBlock, of: "client"), explorer = Picture(.states, of: "client")

private func drawn(
    _ picture: Picture, _ timeline: Timeline, at moment: Moment, size: Size = Size(columns: 33, rows: 7),
    _ settings: LadderSettings = LadderSettings()
) -> String {
    var grid = Grid(size)
    PictureStack([picture], timeline, at: moment, columns: size.columns, settings: settings)
        .draw(into: &grid, in: grid.bounds, first: 0)
    return grid.text
}

private func expectGoldens(_ picture: Picture, _ name: String) {
    let timeline = recorded()
    let moments =
        [.start] + [0, 40, 100, 200, 300, 400].map { timeline.moment(at: .milliseconds(Int64($0))) }
    for (look, settings, size) in looks {
        expectGolden(
            moments.map { drawn(picture, timeline, at: $0, size: size, settings) }
                .joined(separator: "\n" + String(repeating: "=", count: size.columns) + "\n"),
            "picture-\(name)-\(look)")
    }
}

@Suite struct `The card of a connection` {
    @Test func `looks like its golden frames, from before it exists until it is gone`() {
        expectGoldens(card, "record")
    }

    @Test func `marks what has changed at this instant, and nothing else`() {
        let timeline = recorded()
        func marked(_ milliseconds: Int64) -> [String] {
            let text = drawn(card, timeline, at: timeline.moment(at: .milliseconds(milliseconds)))
            return text.split(whereSeparator: { " \n".contains($0) }).map(String.init).filter { $0.contains("▸") }
        }
        #expect(marked(100) == ["NXT▸805"])
        #expect(marked(200) == ["▸FIN-WAIT-1"])
        #expect(marked(150) == [])
        // What is not known yet is not marked.
        #expect(marked(0).contains("WS▸–") == false)
    }

    @Test func `needs no more room than there is at 80 by 24, with the longest of numbers`() {
        let timeline = recorded()
        for event in 0...timeline.events.count {
            let instant = event == 0 ? Instant.zero : timeline.events[event - 1].instant
            for (_, settings, _) in looks {
                let stack = PictureStack(
                    [card, explorer], timeline, at: Moment(instant, happened: event), columns: 33, settings: settings)
                #expect(stack.cut(in: Size(columns: 33, rows: 7)).isEmpty)
                #expect(stack.cut(in: Size(columns: 20, rows: 6)).map(\.place).contains(0))
            }
        }
    }

    @Test func `tells in words what is new`() {
        let timeline = recorded()
        var told = PictureStack.Told()
        func news(_ milliseconds: Int64, _ language: Language = .english) -> [String] {
            PictureStack(
                [card], timeline, at: timeline.moment(at: .milliseconds(milliseconds)), columns: 0,
                settings: LadderSettings(language: language)
            ).news(since: &told)
        }
        #expect(
            news(0) == [
                "Client: state SYN-SENT, local 192.0.2.10:50000, remote 198.51.100.20:443, SND.UNA 4294967000, SND.NXT 4294967001"
            ])
        #expect(
            news(40) == [
                "Client: state ESTABLISHED, SND.UNA 4294967001, SND.WND 64240, RCV.NXT 3221225473, RCV.WND 1048576, MSS 1460, WS 7/14, SACK on, TS off"
            ])
        #expect(news(60) == [])
        #expect(news(100) == ["Client: SND.NXT 805"])
        #expect(news(300, .chinese) == ["客户端：记录已不存在"])
    }

    @Test func `of a listener says that there is no peer, and of nobody nothing is drawn`() {
        let timeline = recorded()
        #expect(!Picture(.controlBlock, of: "server").isDrawable(in: timeline))
        #expect(!Picture(.controlBlock, of: "client", connection: 2).isDrawable(in: timeline))
        let listener = ControlBlock(
            owner: 1, connection: 1,
            entries: [.init(at: .milliseconds(20), happened: 99, fields: .init(local: "a", remote: "b"))])
        let listening = Timeline(
            participants: timeline.participants, messages: timeline.messages, timers: [], events: timeline.events,
            controlBlocks: [listener])
        let text = drawn(
            Picture(.controlBlock, of: "server"), listening, at: listening.moment(at: .milliseconds(10)))
        #expect(text.hasPrefix("Server  LISTEN") && text.contains("no record of a peer yet"))
    }
}

@Suite struct `The explorer of states` {
    @Test func `looks like its golden frames, the way that was just taken seen`() {
        expectGoldens(explorer, "states")
    }

    @Test(arguments: Language.allCases) func `shows every way out of every state in 33 by 7`(language: Language) {
        for charset in [Charset.unicode, .ascii] where language == .english || charset == .unicode {
            let settings = LadderSettings(language: language, charset: charset)
            for state in ConnectionState.allCases {
                var script = TimelineBuilder(participants: [Participant(id: "client", name: "Client", state: "CLOSED")])
                script.enter("LAST-ACK", of: 0, at: .zero)
                script.enter(LocalizedText(state.rawValue), of: 0, at: .milliseconds(10))
                let timeline = script.build().timeline
                let stack = PictureStack(
                    [explorer], timeline, at: timeline.finish, columns: 33, settings: settings)
                #expect(stack.cut(in: Size(columns: 33, rows: 7)).isEmpty, "\(state)")
                let text = drawn(explorer, timeline, at: timeline.finish, settings)
                for way in state.ways {
                    let name = settings.text(way.trigger.name)
                    #expect(
                        text.split(separator: "\n").contains { $0.contains(name) && $0.contains(way.target.rawValue) },
                        "\(state) \(way)\n\(text)")
                }
            }
        }
    }

    @Test func `says the way and the ways out`() {
        let timeline = recorded()
        func sentence(_ milliseconds: Int64, _ language: Language = .english) -> String? {
            PictureStack(
                [explorer], timeline, at: timeline.moment(at: .milliseconds(milliseconds)), columns: 0,
                settings: LadderSettings(language: language)
            ).sentences[0]
        }
        #expect(
            sentence(200)
                == "Client: close() → FIN-WAIT-1; from here: ACK of FIN → FIN-WAIT-2, FIN → CLOSING, FIN + ACK of FIN → TIME-WAIT, RST/abort/timeout → CLOSED"
        )
        #expect(sentence(300, .chinese) == "客户端：断电 → CLOSED；接下来：listen() → LISTEN，connect() → SYN-SENT")
    }
}

@Suite struct `A picture of a connection that is gone` {
    @Test func `shows none of its numbers any more`() {
        let timeline = recorded()
        let received = Picture(.sequence(.received), of: "client"), curve = Picture(.curve(["SND.WND"]), of: "client")
        let bars = Picture(.bars("SND.WND"), of: "client")
        let before = timeline.moment(at: .milliseconds(299)), after = timeline.moment(at: .milliseconds(300))
        #expect(drawn(received, timeline, at: before).contains("RCV.NXT 3221225473"))
        #expect(drawn(received, timeline, at: after).contains("the connection is gone"))
        for picture in [curve, bars] {
            #expect(drawn(picture, timeline, at: before).hasPrefix("Client  SND.WND 64240"))
            #expect(drawn(picture, timeline, at: after).hasPrefix("Client  SND.WND –"))
        }
        // The line ends where the connection does.
        let size = Size(columns: 60, rows: 7)
        var wide = curve
        wide.end = .milliseconds(600)
        func dots(_ milliseconds: Int64) -> Int {
            drawn(wide, timeline, at: timeline.moment(at: .milliseconds(milliseconds)), size: size).unicodeScalars
                .count { (0x2801...0x28FF).contains($0.value) }
        }
        #expect(dots(299) > 5 && dots(400) <= dots(300) + 1)
    }
}
