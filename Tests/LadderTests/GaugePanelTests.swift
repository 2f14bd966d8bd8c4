import CellGrid
import Localization
import Testing
import Timelines

@testable import Ladder

@Suite struct `The gauges` {
    /// A queue with so many rows, and as many slots unless there are more.
    private func queue(_ count: Int, of slots: Int? = nil) -> Timeline {
        var builder = TimelineBuilder(participants: [Participant(id: "server", name: "Server")])
        for row in 1...count {
            builder.change(
                TableChange(
                    owner: 0, name: LocalizedText(en: "SYN queue", zh: "半连接队列"), slots: slots ?? count,
                    set: [.init("192.0.2.\(row)", "SYN-RECEIVED")]), at: .milliseconds(Int64(row)))
        }
        return builder.build().timeline
    }

    private func drawn(_ timeline: Timeline, _ size: Size) -> [String] {
        var grid = Grid(size)
        GaugePanel(timeline, at: timeline.finish, columns: size.columns, settings: LadderSettings())
            .draw(into: &grid, in: grid.bounds, settings: LadderSettings())
        return grid.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func `keep the name and the slots of a table whose rows have no room`() {
        let lines = drawn(queue(9), Size(columns: 33, rows: 4))
        #expect(
            lines == [
                "Server SYN queue ▮▮▮▮▮▮▮▮▮ 9/9", "  192.0.2.8  SYN-RECEIVED", "  192.0.2.9  SYN-RECEIVED", "7 more",
            ])
    }

    @Test func `show all of a table that fits`() {
        #expect(drawn(queue(2), Size(columns: 33, rows: 4)).first == "Server SYN queue ▮▮ 2/2")
        #expect(drawn(queue(2), Size(columns: 33, rows: 4))[2] == "  192.0.2.2  SYN-RECEIVED")
    }

    @Test func `let fewer slots stand for all when these have no room, so that the count is seen`() {
        func head(_ count: Int, of slots: Int, columns: Int) -> String {
            drawn(queue(count, of: slots), Size(columns: columns, rows: 4))[0]
        }
        #expect(head(17, of: 17, columns: 33) == "Server SYN queue ▮▮▮▮▮▮▮▮▮▮ 17/17")
        #expect(head(16, of: 17, columns: 33) == "Server SYN queue ▮▮▮▮▮▮▮▮▮▯ 16/17")
        #expect(head(1, of: 65, columns: 33) == "Server SYN queue ▮▯▯▯▯▯▯▯▯▯▯ 1/65")
        #expect(head(17, of: 17, columns: 25) == "Server SYN queue 17/17")
    }
}
