import CellGrid
import Timelines

/// What the two layouts have in common: a canvas that the pane scrolls and pans.
protocol LadderLayout: Sendable {
    /// Where the lifelines stand.
    var lifelines: LifelineColumns { get }
    /// Width of the canvas in cells.
    var width: Int { get }
    /// Height of the canvas in cells, without the participants' names.
    var rows: Int { get }
    /// The row to keep in sight at a moment.
    func focusRow(at moment: Moment) -> Int
    /// The rows on which an event is drawn, first and last; `nil` for one that has no place of its own.
    func rows(of event: Int) -> ClosedRange<Int>?
    /// The event drawn on or nearest above a row.
    func event(atRow row: Int) -> Int?
    /// Draws the part of the canvas from `origin` on into `area`.
    func draw(_ pane: LadderPane, from origin: (column: Int, row: Int), into grid: inout Grid, in area: Rect)
}
