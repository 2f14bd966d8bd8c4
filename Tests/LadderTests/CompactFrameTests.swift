import CellGrid
import Localization
import TestSupport
import Testing
import Timelines

@testable import Ladder

/// A ladder as text.
func picture(
    _ timeline: Timeline, at moment: Moment, columns: Int, rows: Int, settings: LadderSettings = LadderSettings(),
    form: LadderPane.Form = .compact, showsFuture: Bool = true, cursor: Int? = nil
) -> String {
    var grid = Grid(Size(columns: columns, rows: rows))
    LadderPane(timeline, at: moment, settings: settings, form: form, showsFuture: showsFuture, cursor: cursor)
        .draw(into: &grid, in: grid.bounds)
    return grid.text
}

private let english = LadderSettings()
private let chinese = LadderSettings(language: .chinese)
private let ascii = LadderSettings(charset: .ascii)

@Test func `halfway through its flight the SYN is halfway across`() {
    let timeline = handshake()
    #expect(
        picture(timeline, at: timeline.moment(at: .milliseconds(10)), columns: 60, rows: 9, showsFuture: false) == """
                      Client                          Server
                  CLOSED │                               │ LISTEN
                         │ connect()                     │
                         │         SYN seq=1000          │
                SYN-SENT │─────────━━━━━━▶               │
                         │ RTO 1 s ▮▮▮▮▮▮▮▮              │
                         ┊                               ┊
                         ┊                               ┊
                         ┊                               ┊
            """)
}

@Test(arguments: [0, 10, 20, 30, 40, 50, 60] as [Int64])
func `a handshake looks like its golden frame`(ms: Int64) {
    let timeline = handshake()
    let moment = timeline.moment(at: .milliseconds(ms))
    for (name, settings) in [("en", english), ("zh", chinese), ("ascii", ascii)] {
        expectGolden(
            picture(timeline, at: moment, columns: 72, rows: 20, settings: settings), "handshake-\(name)-\(ms)ms")
    }
}

@Test func `every kind of event has its drawing`() {
    let timeline = everything()
    for (name, settings) in [("en", english), ("zh", chinese), ("ascii", ascii)] {
        expectGolden(
            picture(timeline, at: timeline.finish, columns: 78, rows: 34, settings: settings), "everything-\(name)")
        expectGolden(
            picture(timeline, at: .start, columns: 78, rows: 34, settings: settings), "everything-\(name)-to-come")
    }
}

@Test func `a lost message ends in a mark on its way`() {
    let timeline = lostAndSentAgain()
    expectGolden(
        picture(timeline, at: timeline.finish, columns: 60, rows: 12), "lost-and-sent-again")
    expectGolden(
        picture(timeline, at: timeline.finish, columns: 60, rows: 40, form: .trueTime(zoom: 0)),
        "lost-and-sent-again-true-time")
}

@Test func `what is to come is hidden when it is to be predicted`() {
    let timeline = handshake()
    let text = picture(timeline, at: .start, columns: 70, rows: 16, showsFuture: false)
    #expect(!text.contains("SYN"))
    #expect(picture(timeline, at: .start, columns: 70, rows: 16).contains("SYN"))
}

@Test func `no size is too small to draw, at any moment, in either form`() {
    let timeline = everything()
    for form in [LadderPane.Form.compact, .trueTime(zoom: 0), .trueTime(zoom: 4), .trueTime(zoom: -4)] {
        for columns in Array(0...12) + [24, 40, 79, 80] {
            for rows in [0, 1, 2, 3, 7, 24] {
                for moment in [Moment.start, timeline.moment(at: .milliseconds(35)), timeline.finish] {
                    let text = picture(timeline, at: moment, columns: columns, rows: rows, form: form, cursor: 3)
                    #expect(text.split(separator: "\n").allSatisfy { String($0).cellWidth <= columns })
                }
            }
        }
    }
}

@Test func `a frame depends on the moment alone`() {
    let timeline = everything()
    let moments = stride(from: 0, through: timeline.end.nanoseconds, by: 1_700_000).map {
        timeline.moment(at: Instant(nanoseconds: $0))
    }
    let forward = moments.map { picture(timeline, at: $0, columns: 80, rows: 20) }
    let backward = moments.reversed().map { picture(timeline, at: $0, columns: 80, rows: 20) }
    #expect(forward == backward.reversed())
    #expect(Set(forward).count > moments.count / 3)
}

@Test func `names stay on top while the ladder scrolls`() {
    let timeline = handshake()
    let lines = picture(timeline, at: timeline.finish, columns: 60, rows: 6).split(
        separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].contains("Client") && lines[0].contains("Server"))
    #expect(lines.joined().contains("ACK seq=1001"))
    #expect(!lines.joined().contains("connect()"))
}

@Test func `a ladder wider than its area pans to what happens now`() {
    let timeline = wide()
    for index in timeline.messages.indices {
        let moment = Moment(timeline.messages[index].departure, happened: (timeline.departures[index] ?? 0) + 1)
        let text = picture(timeline, at: moment, columns: 40, rows: 30, showsFuture: false)
        #expect(text.contains("message-\(index)"), "message \(index) in\n\(text)")
    }
}
