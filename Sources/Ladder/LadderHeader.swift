public import CellGrid
public import Timelines

/// The participants' names, which stay on top while the ladder scrolls beneath.
///
///     tall:  ┌──────────────────┐      low:     Client
///            │      Client      │          192.0.2.10:50000
///            │ 192.0.2.10:50000 │
///            └────────┬─────────┘
///
/// Where participants have groups and there is room for addresses, a row of brackets stands above.
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
    /// Empty when there is no room for them.
    let groups: [ParticipantGroup]

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
        groups = form == .names ? [] : ParticipantGroup.all(of: timeline, settings)
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
        return (form == .boxes ? text + 2 : text) + bracketRows
    }

    private var bracketRows: Int { groups.isEmpty ? 0 : 1 }

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

    /// Draws into `area`, panned so that canvas column `firstColumn` stands at its left edge; faintly those that are
    /// `absent` now.
    public func draw(into grid: inout Grid, in area: Rect, firstColumn: Int = 0, absent: Set<Participant.Index> = []) {
        var pen = Pen(grid: grid, area: area, firstColumn: firstColumn, firstRow: 0, glyphs: glyphs)
        for group in groups { draw(group, with: &pen) }
        let (_, area) = area.split(top: bracketRows)
        pen = Pen(grid: pen.grid, area: area, firstColumn: firstColumn, firstRow: 0, glyphs: glyphs)
        for (index, name) in names.enumerated() {
            draw(name, at: lifelines.columns[index], isAbsent: absent.contains(index), with: &pen)
        }
        grid = pen.grid
    }

    /// A bracket over a group, at least as wide as its members and, where there is room, as its name.
    private func draw(_ group: ParticipantGroup, with pen: inout Pen) {
        let first = group.members.lowerBound, last = group.members.upperBound
        let columns = lifelines.columns
        let leftmost = first == 0 ? lifelines.firstCell : (columns[first - 1] + columns[first]) / 2 + 1
        let rightmost = last + 1 < columns.count ? (columns[last] + columns[last + 1]) / 2 : lifelines.width - 1
        var left = max(columns[first] - cells(of: names[first]) / 2, leftmost)
        var right = min(columns[last] + cells(of: names[last]) / 2, rightmost)
        let missing = max(group.name.cellWidth + 4 - (right - left + 1), 0)
        left = max(left - (missing + 1) / 2, leftmost)
        right = min(right + (missing + 1) / 2, rightmost)
        guard left < right else { return }
        pen.line(glyphs.horizontal, columns: left..<right, row: 0, role: .border)
        pen.put(glyphs.topLeft, column: left, row: 0, role: .border)
        pen.put(glyphs.topRight, column: right, row: 0, role: .border)
        let name = truncated(group.name, columns: max(right - left - 3, 1), ellipsis: glyphs.ellipsis)
        let start = left + max((right - left + 1 - name.cellWidth - 2) / 2, 1)
        pen.text(" \(name) ", column: start, row: 0, role: .heading)
    }

    /// Cells of a name with what is drawn round it.
    private func cells(of name: ParticipantName) -> Int {
        let lines = name.lines + (showsAddresses ? [name.address ?? ""] : [])
        return (lines.map(\.cellWidth).max() ?? 0) + (form == .boxes ? 4 : 0)
    }

    private func draw(_ name: ParticipantName, at column: Int, isAbsent: Bool, with pen: inout Pen) {
        let role: Role = isAbsent ? .future : .participant
        var lines = name.lines.map { ($0, role) }
        let nameRows = names.map(\.lines.count).max() ?? 0
        // Names of one line stand on the lower line, next to their lifeline.
        lines = Array(repeating: ("", role), count: nameRows - lines.count) + lines
        if showsAddresses { lines.append((name.address ?? "", isAbsent ? .future : .dimmed)) }
        let top = form == .boxes ? 1 : 0
        for (row, line) in lines.enumerated() {
            pen.text(line.0, column: column - line.0.cellWidth / 2, row: row + top, role: line.1)
        }
        if form == .boxes {
            drawBox(around: lines.map(\.0), at: column, role: isAbsent ? .future : .border, with: &pen)
        }
    }

    private func drawBox(around lines: [String], at column: Int, role: Role, with pen: inout Pen) {
        let width = lines.map(\.cellWidth).max() ?? 0
        let left = column - width / 2 - 2
        let right = left + width + 3
        let bottom = lines.count + 1
        for (row, corners) in [
            (0, (glyphs.topLeft, glyphs.topRight)), (bottom, (glyphs.bottomLeft, glyphs.bottomRight)),
        ] {
            pen.line(glyphs.horizontal, columns: left + 1..<right, row: row, role: role)
            pen.put(corners.0, column: left, row: row, role: role)
            pen.put(corners.1, column: right, row: row, role: role)
        }
        for row in 1..<bottom {
            pen.put(glyphs.vertical, column: left, row: row, role: role)
            pen.put(glyphs.vertical, column: right, row: row, role: role)
        }
        if role != .future { pen.put(glyphs.teeTop, column: column, row: bottom, role: role) }
    }
}
