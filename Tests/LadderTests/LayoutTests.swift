import CellGrid
import Localization
import Testing
import Timelines

@testable import Ladder

@Test func `columns are as narrow as their demands allow and as even as can be`() {
    let lifelines = LifelineColumns(
        count: 3, left: 4, right: 5,
        demands: [.init(lower: 0, upper: 1, cells: 10), .init(lower: 0, upper: 2, cells: 31)])
    #expect(lifelines.columns == [4, 20, 36])
    #expect(lifelines.width == 42)  // Five cells right of column 36.
}

@Test func `spare room goes between the lifelines up to a limit, the rest to both sides`() {
    var lifelines = LifelineColumns(count: 2, left: 3, right: 3, demands: [.init(lower: 0, upper: 1, cells: 4)])
    lifelines.spread(over: 40, limit: 20)
    #expect(lifelines.between(0, 1) == 20)
    #expect(lifelines.width == 40)
    #expect(lifelines.columns[0] > 3)
}

@Test func `in true time equal times take equal rows`() {
    let timeline = handshake()
    let layout = TrueTimeLayout(timeline, columns: 90, settings: LadderSettings())
    let rows = timeline.messages.map { message in
        layout.scale.quarter(of: message.end) - layout.scale.quarter(of: message.departure)
    }
    #expect(Set(rows).count == 1)
    #expect(rows[0] == 20)  // Five rows of four quarters for the typical message.
}

@Test func `zooming in doubles the rows of a message`() {
    let timeline = handshake()
    func rows(_ zoom: Int) -> Int {
        let scale = TrueTimeLayout(timeline, columns: 90, settings: LadderSettings(), zoom: zoom).scale
        return scale.quarter(of: timeline.messages[0].end) - scale.quarter(of: timeline.messages[0].departure)
    }
    #expect(rows(1) == 2 * rows(0))
    #expect(rows(0) == 2 * rows(-1))
}

@Test func `a long wait is folded and says how long it is; zoomed out it is to scale`() {
    let timeline = lostAndSentAgain()
    let folded = TrueTimeLayout(timeline, columns: 80, settings: LadderSettings())
    #expect(folded.scale.folds.map(\.span) == [.milliseconds(988)])
    let whole = TrueTimeLayout(timeline, columns: 80, settings: LadderSettings(), zoom: -3)
    #expect(whole.scale.folds.isEmpty)
    let perRow = whole.timePerRow.nanoseconds
    let wait = whole.row(of: 3) - whole.row(of: 1)
    #expect(abs(Int64(wait) * perRow - 1_000_000_000) <= perRow * 2)
}

@Test func `no label covers another text or a line in true time`() {
    for timeline in [handshake(), everything(), lostAndSentAgain()] {
        for columns in [76, 100, 140] {
            let layout = TrueTimeLayout(timeline, columns: columns, settings: LadderSettings())
            var taken: [Int: [Range<Int>]] = [:]
            for text in layout.texts {
                let cells = text.column..<text.column + text.width
                for other in taken[text.row, default: []] {
                    #expect(!other.overlaps(cells), "\(text.runs) in row \(text.row) at \(columns) columns")
                }
                taken[text.row, default: []].append(cells)
            }
        }
    }
}

@Test func `every event has a row, and the rows never go up`() {
    for timeline in [handshake(), everything(), lostAndSentAgain(), wide()] {
        let layout = CompactLayout(timeline, columns: 80, settings: LadderSettings())
        #expect(layout.rowOfEvent.count == timeline.events.count)
        let sent = timeline.messages.indices.compactMap { timeline.departures[$0] }.map { layout.rowOfEvent[$0] }
        #expect(zip(sent, sent.dropFirst()).allSatisfy { $0 < $1 })
    }
}

@Test func `a label shows the spotlit fields and as many others as fit, in the order of the message`() {
    let message = Message(
        from: 0, to: 1, label: "SYN", fields: [.init("win", "64240"), .init("seq", "1000")], spotlight: ["seq"],
        departure: .zero, fate: .arrives(.milliseconds(1)))
    let label = MessageLabel(message, LadderSettings())
    func line(_ columns: Int) -> String {
        label.lines(columns: columns, role: .message)[0].map(\.text).joined()
    }
    #expect(line(40) == "SYN win=64240 seq=1000")
    #expect(line(14) == "SYN seq=1000")
    #expect(line(5) == "SYN")
}

@Test func `encrypted messages carry the notation of RFC 8446`() {
    func name(_ protection: Message.Protection) -> String {
        let message = Message(
            from: 0, to: 1, label: "Finished", protection: protection, departure: .zero, fate: .arrives(.zero))
        return MessageLabel(message, LadderSettings()).name
    }
    #expect(name(.clear) == "Finished")
    #expect(name(.handshakeKeys) == "{Finished}")
    #expect(name(.applicationKeys) == "[Finished]")
}

@Test func `a timer that is restarted several times at one instant takes one row`() {
    func rows(restarts: Int) -> Int {
        var builder = TimelineBuilder(participants: [Participant(id: "client", name: "Client")])
        var timer = builder.start("RTO", of: 0, for: .seconds(1), at: .zero).timer
        for _ in 0..<restarts {
            builder.cancel(timer, at: .milliseconds(40))
            timer = builder.start("RTO", of: 0, for: .seconds(1), at: .milliseconds(40)).timer
        }
        builder.fire(timer)
        return CompactLayout(builder.build().timeline, columns: 80, settings: LadderSettings()).rows
    }
    #expect(rows(restarts: 1) == rows(restarts: 0) + 1)
    #expect(rows(restarts: 7) == rows(restarts: 1))
}

@Test func `fields that are kept stand below a name that leaves them no room, others are left out`() {
    let fields = ["seq=1000", "ack=5001", "win=64240"].map { $0.split(separator: "=").map(String.init) }
    let message = Message(
        from: 0, to: 1, label: "SYN,ACK", fields: fields.map { .init($0[0], $0[1]) }, departure: .zero,
        fate: .arrives(.milliseconds(20)))
    func lines(keeping kept: Set<String>) -> [String] {
        var settings = LadderSettings()
        settings.fieldsKept = kept
        return MessageLabel(message, settings).lines(columns: 17, role: .message).map { $0.map(\.text).joined() }
    }
    #expect(lines(keeping: []) == ["SYN,ACK seq=1000"])
    #expect(lines(keeping: ["seq", "ack"]) == ["SYN,ACK seq=1000", "ack=5001"])
    #expect(lines(keeping: ["win"]) == ["SYN,ACK win=64240"])
}

@Test func `what the text is about stays in sight, also where a packet arrives long after it was sent`() {
    var builder = TimelineBuilder(participants: [
        Participant(id: "client", name: "Client"), Participant(id: "server", name: "Server"),
    ])
    func message(_ label: LocalizedText, _ start: Int64, _ end: Int64) -> Message {
        Message(from: 0, to: 1, label: label, departure: .milliseconds(start), fate: .arrives(.milliseconds(end)))
    }
    builder.send(message("SLOW", 0, 5000))
    for place in 1...30 { builder.send(message("QUICK", Int64(place) * 100, Int64(place) * 100 + 20)) }
    let timeline = builder.build().timeline
    func frame(about subject: Int?) -> String {
        var grid = Grid(Size(columns: 60, rows: 16))
        LadderPane(timeline, at: timeline.finish, settings: LadderSettings(), subject: subject)
            .draw(into: &grid, in: grid.bounds)
        return grid.text
    }
    #expect(!frame(about: nil).contains("SLOW"))
    #expect(frame(about: timeline.departures[0]).contains("SLOW"))
    #expect(frame(about: timeline.endings[0]).contains("SLOW"))
}
