public import CellGrid
import Timelines

/// The participants' names, which stay on top while the ladder scrolls beneath.
///
///     tall:  ┌──────────────────┐      low:     Client
///            │      Client      │          192.0.2.10:50000
///            │ 192.0.2.10:50000 │
///            └────────┬─────────┘
public struct LadderHeader: Sendable {
    /// How much of it there is room for.
    public enum Form: Hashable, Sendable {
        /// Names only, on as few lines as they need.
        case names
        /// Names and addresses.
        case addresses
        /// Names and addresses in boxes.
        case boxes
    }

    let names: [ParticipantName]
    let lifelines: LifelineColumns
    let glyphs: Glyphs
    let form: Form

    /// The header above a ladder whose lifelines stand as in `layout`.
    public init(_ layout: CompactLayout, form: Form) {
        self.init(layout.timeline, lifelines: layout.lifelines, settings: layout.settings, form: form)
    }

    init(_ timeline: Timeline, lifelines: LifelineColumns, settings: LadderSettings, form: Form) {
        self.lifelines = lifelines
        glyphs = settings.glyphs
        let all = timeline.participants.map { ParticipantName($0, settings) }
        let border = form == .boxes ? 4 : 0
        let fitted = all.indices.map { index in
            all[index].fitted(to: Self.room(for: index, in: lifelines) - border)
        }
        // Boxes that would cut a name are not drawn at all.
        let fits = zip(all, fitted).allSatisfy {
            $1.lines.count <= 2 && $1.lines.joined(separator: " ").count >= $0.lines[0].count
        }
        self.form = form == .boxes && !fits ? .addresses : form
        names = self.form == form ? fitted : all.indices.map { all[$0].fitted(to: Self.room(for: $0, in: lifelines)) }
    }

    /// Rows it takes.
    public var rows: Int {
        let text = (names.map(\.lines.count).max() ?? 0) + (showsAddresses ? 1 : 0)
        return form == .boxes ? text + 2 : text
    }

    private var showsAddresses: Bool { form != .names && names.contains { $0.address != nil } }

    /// Cells that a name may take without touching its neighbours or the canvas's edge.
    static func room(for index: Int, in lifelines: LifelineColumns) -> Int {
        let columns = lifelines.columns
        let left = index == 0 ? columns[index] : (columns[index] - columns[index - 1] - 1) / 2
        let right =
            index == columns.count - 1
            ? lifelines.width - columns[index] - 1 : (columns[index + 1] - columns[index] - 1) / 2
        return 2 * min(left, right) + 1
    }

    /// Draws into `area`, panned so that canvas column `firstColumn` stands at its left edge.
    public func draw(into grid: inout Grid, in area: Rect, firstColumn: Int = 0) {
        var pen = Pen(grid: grid, area: area, firstColumn: firstColumn, firstRow: 0, glyphs: glyphs)
        for (index, name) in names.enumerated() { draw(name, at: lifelines.columns[index], with: &pen) }
        grid = pen.grid
    }

    private func draw(_ name: ParticipantName, at column: Int, with pen: inout Pen) {
        var lines = name.lines.map { ($0, Role.participant) }
        let nameRows = names.map(\.lines.count).max() ?? 0
        // Names of one line stand on the lower line, next to their lifeline.
        lines = Array(repeating: ("", Role.participant), count: nameRows - lines.count) + lines
        if showsAddresses { lines.append((name.address ?? "", .dimmed)) }
        let top = form == .boxes ? 1 : 0
        for (row, line) in lines.enumerated() {
            pen.text(line.0, column: column - line.0.cellWidth / 2, row: row + top, role: line.1)
        }
        if form == .boxes { drawBox(around: lines.map(\.0), at: column, with: &pen) }
    }

    private func drawBox(around lines: [String], at column: Int, with pen: inout Pen) {
        let width = lines.map(\.cellWidth).max() ?? 0
        let left = column - width / 2 - 2
        let right = left + width + 3
        let bottom = lines.count + 1
        for (row, corners) in [
            (0, (glyphs.topLeft, glyphs.topRight)), (bottom, (glyphs.bottomLeft, glyphs.bottomRight)),
        ] {
            pen.line(glyphs.horizontal, columns: left + 1..<right, row: row, role: .border)
            pen.put(corners.0, column: left, row: row, role: .border)
            pen.put(corners.1, column: right, row: row, role: .border)
        }
        for row in 1..<bottom {
            pen.put(glyphs.vertical, column: left, row: row, role: .border)
            pen.put(glyphs.vertical, column: right, row: row, role: .border)
        }
        pen.put(glyphs.teeTop, column: column, row: bottom, role: .border)
    }
}
