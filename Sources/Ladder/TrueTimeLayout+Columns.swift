import CellGrid
import Timelines

extension TrueTimeLayout {
    /// Columns as on the compact ladder, with room for the time axis at the left and for timers beside the lifelines.
    static func lifelines(_ timeline: Timeline, columns: Int, _ settings: LadderSettings) -> LifelineColumns {
        CompactLayout.lifelines(timeline, columns: max(columns - axisCells - 2, 1), settings)
            .shifted(by: axisCells + 1, right: 1)
    }
}

extension LifelineColumns {
    /// The same columns moved right by `left` cells, with `right` more cells at the other end.
    func shifted(by left: Int, right: Int) -> LifelineColumns {
        var moved = self
        moved.move(by: left, widthBy: left + right)
        return moved
    }
}
