public import CellGrid
public import Timelines

/// A whole ladder in a rectangle: names on top, the ladder below, scrolled and panned to what happens now.
public struct LadderPane: Sendable {
    /// How rows relate to time.
    public enum Form: Hashable, Sendable {
        /// One thing below the other.
        case compact
        /// Rows are time; `zoom` doubles (positive) or halves (negative) the rows per time.
        case trueTime(zoom: Int)
    }

    /// What happened.
    public var timeline: Timeline
    /// When it is.
    public var moment: Moment
    /// How it is written.
    public var settings: LadderSettings
    /// How rows relate to time.
    public var form: Form
    /// Whether what is still to come is drawn faintly rather than left out.
    public var showsFuture: Bool
    /// The event that the cursor is on, which is then what is kept in sight.
    public var cursor: Int?
    /// The event that the text is about, which stays in sight once it has happened.
    public var subject: Int?
    /// Cells that the ladder is moved by when it is wider than its rectangle.
    public var pan: Int

    /// A ladder of `timeline` at `moment`; see the properties.
    public init(
        _ timeline: Timeline, at moment: Moment, settings: LadderSettings, form: Form = .compact,
        showsFuture: Bool = true,
        cursor: Int? = nil, subject: Int? = nil, pan: Int = 0
    ) {
        self.timeline = timeline
        self.moment = moment
        self.settings = settings
        self.form = form
        self.showsFuture = showsFuture
        self.cursor = cursor
        self.subject = subject
        self.pan = pan
    }

    /// Draws into `area`, clipped to it.
    public func draw(into grid: inout Grid, in area: Rect) {
        guard !area.isEmpty, !timeline.participants.isEmpty else { return }
        switch form {
        case .compact:
            let layout = CompactLayout(timeline, columns: area.columns, settings: settings)
            let header = header(layout.lifelines, in: area)
            let (top, body) = area.split(top: header.rows)
            let focus = cursor.map { layout.rowOfEvent[$0] } ?? layout.focusRow(at: moment)
            let origin = origin(
                width: layout.width, rows: layout.rows, focus: focus, top: subjectRow(in: layout),
                lifelines: layout.lifelines,
                in: body)
            header.draw(into: &grid, in: top, firstColumn: origin.column)
            CompactView(layout, at: moment, showsFuture: showsFuture, cursor: cursor, origin: origin)
                .draw(into: &grid, in: body)
        case .trueTime(let zoom):
            let layout = TrueTimeLayout(timeline, columns: area.columns, settings: settings, zoom: zoom)
            let header = header(layout.lifelines, in: area)
            let (top, body) = area.split(top: header.rows)
            let focus = cursor.map(layout.row(of:)) ?? layout.focusRow(at: moment)
            let origin = origin(
                width: layout.width, rows: layout.rows, focus: focus, top: subjectRow(in: layout),
                lifelines: layout.lifelines,
                in: body)
            header.draw(into: &grid, in: top, firstColumn: origin.column)
            TrueTimeView(layout, at: moment, showsFuture: showsFuture, cursor: cursor, origin: origin)
                .draw(into: &grid, in: body)
        }
    }

    /// The event at a cell of `area`, for the mouse; `nil` above the ladder or where there is none.
    public func event(atColumn column: Int, row: Int, in area: Rect) -> Int? {
        guard area.contains(column: column, row: row) else { return nil }
        switch form {
        case .compact:
            let layout = CompactLayout(timeline, columns: area.columns, settings: settings)
            let body = area.split(top: header(layout.lifelines, in: area).rows).rest
            let focus = cursor.map { layout.rowOfEvent[$0] } ?? layout.focusRow(at: moment)
            let origin = origin(
                width: layout.width, rows: layout.rows, focus: focus, top: subjectRow(in: layout),
                lifelines: layout.lifelines,
                in: body)
            return row < body.row ? nil : layout.event(atRow: row - body.row + origin.row)
        case .trueTime(let zoom):
            let layout = TrueTimeLayout(timeline, columns: area.columns, settings: settings, zoom: zoom)
            let body = area.split(top: header(layout.lifelines, in: area).rows).rest
            let focus = cursor.map(layout.row(of:)) ?? layout.focusRow(at: moment)
            let origin = origin(
                width: layout.width, rows: layout.rows, focus: focus, top: subjectRow(in: layout),
                lifelines: layout.lifelines,
                in: body)
            return row < body.row ? nil : layout.event(atRow: row - body.row + origin.row)
        }
    }

    /// The first row of the subject, once it has happened and unless the cursor is elsewhere.
    private func subjectRow(in layout: CompactLayout) -> Int? {
        guard let subject, subject < moment.happened, cursor == nil else { return nil }
        return layout.itemOfEvent[subject].map { layout.items[$0].rows.lowerBound }
    }

    private func subjectRow(in layout: TrueTimeLayout) -> Int? {
        guard let subject, subject < moment.happened, cursor == nil else { return nil }
        return layout.row(of: subject)
    }

    private func header(_ lifelines: LifelineColumns, in area: Rect) -> LadderHeader {
        let form: LadderHeader.Form = area.rows >= 20 ? .boxes : area.rows >= 12 ? .addresses : .names
        return LadderHeader(timeline, lifelines: lifelines, settings: settings, form: form)
    }

    /// The canvas cell at the top left: what happens now stands in the lower half, and between the edges when the
    /// ladder is wider than the area.
    private func origin(
        width: Int, rows: Int, focus: Int, top: Int?, lifelines: LifelineColumns, in body: Rect
    ) -> (column: Int, row: Int) {
        var row = min(max(focus - body.rows * 2 / 3, 0), max(rows - body.rows, 0))
        if let top { row = max(min(row, top - 1), 0) }
        guard width > body.columns else { return (0, row) }
        let (left, right) = span(lifelines)
        let centre = (left + right) / 2 - body.columns / 2 + pan
        return (min(max(centre, 0), width - body.columns), row)
    }

    /// The columns that whatever happened last stretches over.
    private func span(_ lifelines: LifelineColumns) -> (Int, Int) {
        let index = cursor ?? moment.happened - 1
        guard timeline.events.indices.contains(index) else { return (0, 0) }
        switch timeline.events[index].kind {
        case .sent(let message), .arrived(let message), .lost(let message):
            let message = timeline.messages[message]
            return (lifelines.columns[message.sender], lifelines.columns[message.receiver])
        case .state(let owner, _), .action(let owner, _): return (lifelines.columns[owner], lifelines.columns[owner])
        case .timerStarted(let timer), .timerCancelled(let timer), .timerFired(let timer):
            let column = lifelines.columns[timeline.timers[timer].owner]
            return (column, column)
        case .table(let change): return (lifelines.columns[change.owner], lifelines.columns[change.owner])
        case .note(let range, _): return (lifelines.columns[range.lowerBound], lifelines.columns[range.upperBound])
        case .phase: return (0, 0)
        }
    }
}
