import CellGrid
import Localization
import Testing
import Timelines

@testable import Ladder

@Test func `demo`() {
    let t = handshake()
    for ms in [10, 30, 60] as [Int64] {
        var grid = Grid(Size(columns: 76, rows: 20))
        LadderPane(t, at: t.moment(at: .milliseconds(ms)), settings: LadderSettings()).draw(into: &grid, in: grid.bounds)
        print(grid.text)
    }
    var grid = Grid(Size(columns: 76, rows: 24))
    LadderPane(t, at: t.moment(at: .milliseconds(50)), settings: LadderSettings(language: .chinese), form: .trueTime(zoom: 0)).draw(into: &grid, in: grid.bounds)
    print(grid.text)
    grid = Grid(Size(columns: 46, rows: 24))
    LadderPane(t, at: t.moment(at: .milliseconds(50)), settings: LadderSettings(language: .english, charset: .ascii), form: .trueTime(zoom: 0)).draw(into: &grid, in: grid.bounds)
    print(grid.text)
}
