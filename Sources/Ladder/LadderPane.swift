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
    /// Rows that the ladder is moved down by, to show what is above.
    public var lookBack = 0
    /// Messages that get a mark where they begin, as the learner has done something to them.
    public var marked: Set<Int>

    /// A ladder of `timeline` at `moment`; see the properties.
    public init(
        _ timeline: Timeline, at moment: Moment, settings: LadderSettings, form: Form = .compact,
        showsFuture: Bool = true,
        cursor: Int? = nil, subject: Int? = nil, pan: Int = 0, marked: Set<Int> = []
    ) {
        self.timeline = timeline
        self.moment = moment
        self.settings = settings
        self.form = form
        self.showsFuture = showsFuture
        self.cursor = cursor
        self.subject = subject
        self.pan = pan
        self.marked = marked
    }

    /// Draws into `area`, clipped to it.
    public func draw(into grid: inout Grid, in area: Rect) {
        guard !area.isEmpty, !timeline.participants.isEmpty else { return }
        let layout = layout(columns: area.columns)
        let header = header(layout.lifelines, in: area)
        let (top, body) = area.split(top: header.rows)
        let origin = origin(of: layout, in: body)
        let exists = timeline.existence(at: moment)
        header.draw(
            into: &grid, in: top, firstColumn: origin.column, absent: Set(exists.indices.filter { !exists[$0] }))
        layout.draw(self, from: origin, into: &grid, in: body)
    }

    /// How far ``lookBack`` can go in `area`, in rows.
    public func longestLookBack(in area: Rect) -> Int {
        guard !area.isEmpty, !timeline.participants.isEmpty else { return 0 }
        var plain = self
        plain.lookBack = 0
        let layout = layout(columns: area.columns)
        return plain.origin(of: layout, in: area.split(top: header(layout.lifelines, in: area).rows).rest).row
    }

    /// The event at a cell of `area`, for the mouse; `nil` above the ladder or where there is none.
    public func event(atColumn column: Int, row: Int, in area: Rect) -> Int? {
        guard area.contains(column: column, row: row), !timeline.participants.isEmpty else { return nil }
        let layout = layout(columns: area.columns)
        let body = area.split(top: header(layout.lifelines, in: area).rows).rest
        return row < body.row ? nil : layout.event(atRow: row - body.row + origin(of: layout, in: body).row)
    }

    func layout(columns: Int) -> any LadderLayout {
        switch form {
        case .compact: CompactLayout(timeline, columns: columns, settings: settings)
        case .trueTime(let zoom): TrueTimeLayout(timeline, columns: columns, settings: settings, zoom: zoom)
        }
    }

    func header(_ lifelines: LifelineColumns, in area: Rect) -> LadderHeader {
        let form: LadderHeader.Form = area.rows >= 20 ? .boxes : area.rows >= 12 ? .addresses : .names
        return LadderHeader(timeline, lifelines: lifelines, settings: settings, form: form)
    }

    /// The canvas cell at the top left: what happens now stands in the lower half, what the text is about in sight, and
    /// both between the edges when the ladder is wider than the area.
    private func origin(of layout: any LadderLayout, in body: Rect) -> (column: Int, row: Int) {
        let focus = cursor.flatMap { layout.rows(of: $0)?.upperBound } ?? layout.focusRow(at: moment)
        var row = min(max(focus - body.rows * 2 / 3, 0), max(layout.rows - body.rows, 0))
        if let subject, subject < moment.happened, cursor == nil, let top = firstRow(of: subject, in: layout) {
            row = max(min(row, top - 1), 0)
        }
        row = max(row - lookBack, 0)
        guard layout.width > body.columns else { return (0, row) }
        let (left, right) = span(layout.lifelines)
        let centre = (left + right) / 2 - body.columns / 2 + pan
        return (min(max(centre, 0), layout.width - body.columns), row)
    }

    /// Where an event is drawn; of an arrival or a loss, which have no rows of their own, where the arrow is.
    private func firstRow(of event: Int, in layout: any LadderLayout) -> Int? {
        if let rows = layout.rows(of: event) { return rows.lowerBound }
        let departure = timeline.message(of: event).flatMap { timeline.departures[$0] }
        return departure.flatMap { layout.rows(of: $0)?.lowerBound }
    }

    /// The columns that whatever happened last stretches over.
    private func span(_ lifelines: LifelineColumns) -> (Int, Int) {
        let index = cursor ?? moment.happened - 1
        guard timeline.events.indices.contains(index) else { return (0, 0) }
        switch timeline.events[index].kind {
        case .sent(let message) where timeline.messages[message].outside != nil,
            .arrived(let message) where timeline.messages[message].outside != nil,
            .lost(let message) where timeline.messages[message].outside != nil:
            let stub = lifelines.stub(of: timeline.messages[message].sender)
            return (stub.lowerBound, stub.upperBound)
        case .sent(let message), .arrived(let message), .lost(let message):
            let span = timeline.lifelines(ofBroadcast: message)
            return (lifelines.columns[span.lowerBound], lifelines.columns[span.upperBound])
        case .state(let owner, _), .action(let owner, _): return (lifelines.columns[owner], lifelines.columns[owner])
        case .timerStarted(let timer), .timerCancelled(let timer), .timerFired(let timer):
            let column = lifelines.columns[timeline.timers[timer].owner]
            return (column, column)
        case .table(let change): return (lifelines.columns[change.owner], lifelines.columns[change.owner])
        case .note(let range, _): return (lifelines.columns[range.lowerBound], lifelines.columns[range.upperBound])
        case .work(let owner, _), .created(let owner), .destroyed(let owner):
            return (lifelines.columns[owner], lifelines.columns[owner])
        case .phase, .divider, .gap: return (0, 0)
        }
    }
}
