import CellGrid
public import Timelines

/// Where everything stands on a ladder whose rows are time: arrows slant, round trips and timeouts are to scale.
///
///        0 ms  SYN-SENT │⠤⠤⠤⠤⣀⣀⣀⡀         SYN seq=1000    │ LISTEN
///                       │       ⠈⠉⠉⠉⠒⠒⠒⠢⠤⠤⠤⢄⣀⣀⣀           │
///       20 ms           │                      ⠉⠉⠉⠑⠒⠒⠒⠤⠤▶│ SYN-RECEIVED
///
/// Like ``CompactLayout`` it doesn't depend on the moment.
public struct TrueTimeLayout: LadderLayout {
    /// A text that found its place.
    struct Text: Equatable, Sendable {
        /// The event it belongs to.
        var event: Int
        var column: Int
        var row: Int
        var runs: [MessageLabel.Run]
        var kind: Kind

        enum Kind: Equatable, Sendable {
            case label(message: Int), state, aside, note, phase, divider, gap, axis

            /// Whether it is drawn, faintly, before it happens.
            var isForeseen: Bool {
                switch self {
                case .label, .phase, .divider, .gap, .axis: true
                case .state, .aside, .note: false
                }
            }
        }
        var width: Int { runs.reduce(0) { $0 + $1.text.cellWidth } }
    }

    /// Cells of the time axis at the left.
    static let axisCells = 10

    let timeline: Timeline
    let settings: LadderSettings
    let lifelines: LifelineColumns
    let scale: TimeScale
    let texts: [Text]
    let map: LifelineMap
    let frames: [PlacedFrame]

    /// Virtual time per row.
    public let timePerRow: Span
    /// Width of the canvas in cells.
    public var width: Int { lifelines.width }
    /// Height of the canvas in cells, without the participants' names.
    public var rows: Int { scale.rows }

    /// Lays a timeline out for a ladder `columns` cells wide.
    ///
    /// - Parameters:
    ///   - timeline: What happened.
    ///   - columns: The width to fit into, if possible.
    ///   - settings: How it is written.
    ///   - zoom: Doubles (positive) or halves (negative) the rows per time, again for each step; 0 gives the typical
    ///     message about five rows.
    public init(_ timeline: Timeline, columns: Int, settings: LadderSettings, zoom: Int = 0) {
        self.timeline = timeline
        self.settings = settings
        let lifelines = Self.lifelines(timeline, columns: columns, settings)
        self.lifelines = lifelines
        var perRow = max(Self.typicalFlight(of: timeline) / 5, 1)
        for _ in 0..<min(abs(zoom), 20) { perRow = zoom > 0 ? max(perRow / 2, 1) : perRow * 2 }
        perRow = max(perRow, timeline.end.nanoseconds / Self.mostRows)
        timePerRow = Span(nanoseconds: perRow)
        let outlines = FrameOutline.all(of: timeline, on: lifelines, columns: columns, settings)
        let edges = FrameEdges(outlines, in: timeline)
        let scale = TimeScale(timeline, nanosecondsPerRow: perRow, foldBeyond: Self.foldBeyond) { index, isFolded in
            let own = Self.stillRows(
                for: timeline.events[index].kind, isFolded: isFolded, timeline, lifelines, settings)
            return TimeScale.StillRows(
                before: edges.rows(beginningWith: index), own: own, after: edges.rows(endingWith: index))
        }
        self.scale = scale
        frames = edges.placed(on: scale)
        map = LifelineMap(timeline) { event in
            // A lifeline begins beside the head of the arrow that creates it, not in the row below.
            guard case .created = timeline.events[event].kind else { return scale.row(of: event) }
            return max(scale.quarterOfEvent[event] - 1, 0) / 4
        }
        var placer = TrueTimePlacer(
            timeline: timeline, settings: settings, lifelines: lifelines, scale: scale, frames: frames)
        placer.placeAll()
        texts = placer.texts
    }

    /// A canvas never gets longer than this many rows; the scale gives way.
    private static let mostRows: Int64 = 20_000
    /// Waits longer than this many rows are folded when nothing travels.
    private static let foldBeyond = 40

    /// The median flight time in nanoseconds; a millisecond when nothing travels.
    private static func typicalFlight(of timeline: Timeline) -> Int64 {
        let flights = timeline.messages.map { ($0.end - $0.departure).nanoseconds }.filter { $0 > 0 }.sorted()
        return flights.isEmpty ? 1_000_000 : flights[flights.count / 2]
    }

    /// Rows on which no time passes, for what needs the whole width or stands on a middle lifeline.
    private static func stillRows(
        for kind: Event.Kind, isFolded: Bool, _ timeline: Timeline, _ lifelines: LifelineColumns,
        _ settings: LadderSettings
    ) -> Int {
        switch kind {
        case .phase, .divider, .destroyed: 1
        case .gap(let text, _): isFolded ? 0 : gapLines(settings.text(text), lifelines).count
        case .note(let range, let text): noteLines(settings.text(text), over: range, lifelines).count
        case .action(let owner, let text):
            asideLines(settings.text(text), of: owner, lifelines).count
        case .state(let owner, _): owner > 0 && owner < timeline.participants.count - 1 ? 1 : 0
        default: 0
        }
    }

    static func asideLines(_ text: String, of owner: Participant.Index, _ lifelines: LifelineColumns) -> [String] {
        wrapped(text, columns: lifelines.asideCells(for: text, of: owner, margin: axisCells))
    }

    static func gapLines(_ text: String, _ lifelines: LifelineColumns) -> [String] {
        wrapped(text, columns: max(lifelines.width - axisCells - 4, 1))
    }

    static func noteLines(_ text: String, over range: ClosedRange<Int>, _ lifelines: LifelineColumns) -> [String] {
        let room = max(lifelines.columns[range.upperBound] - lifelines.columns[range.lowerBound] - 3, 24)
        return wrapped(text, columns: min(room, max(lifelines.width - axisCells - 4, 1)))
    }

    /// The row to keep in sight at a moment.
    public func focusRow(at moment: Moment) -> Int {
        moment.happened == 0 ? 0 : scale.quarter(of: moment.instant) / 4
    }

    /// For each event the row where it happens.
    public func row(of event: Int) -> Int { scale.row(of: event) }

    /// The last event that happens on or above a canvas row.
    public func event(atRow row: Int) -> Int? { timeline.events.indices.last { self.row(of: $0) <= row } }

    func rows(of event: Int) -> ClosedRange<Int>? { row(of: event)...row(of: event) }

    func draw(_ pane: LadderPane, from origin: (column: Int, row: Int), into grid: inout Grid, in area: Rect) {
        TrueTimeView(layout: self, pane: pane, origin: origin).draw(into: &grid, in: area)
    }
}
