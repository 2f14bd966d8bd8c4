import CellGrid
public import Timelines

/// Where everything of a timeline stands on a ladder whose rows are steps, not time.
///
///             Client                       Server
///      CLOSED │                            │ LISTEN        states of the outer lifelines stand outside
///             │ connect()                  │               an action: beside its lifeline, on a row of its own
///             │      SYN seq=1000          │               a message: label above,
///    SYN-SENT ├───────────────────────────▶│ SYN-RECEIVED  arrow below
///
/// The layout depends on the timeline, the settings and the width, never on the moment, so that nothing jumps while
/// time passes. Rows and columns are 0-based on a canvas that may be larger than the screen; the view scrolls and pans.
public struct CompactLayout: LadderLayout {
    /// Where one event is drawn.
    struct Item: Equatable, Sendable {
        /// The event, as an index in the timeline.
        var event: Int
        /// The rows it takes.
        var rows: Range<Int>
        /// What is drawn there.
        var drawing: Drawing
    }

    /// What an item draws.
    enum Drawing: Equatable, Sendable {
        /// The message with this index: `labelRows` rows of label, then the arrow (two rows of loop to oneself).
        case message(Int, labelRows: Int)
        /// A state outside the first or last lifeline, starting (or ending) beside it.
        case outerState(Participant.Index, String)
        /// A state on a middle lifeline, in its place.
        case innerState(Participant.Index, String)
        /// What an application does, beside its lifeline.
        case action(Participant.Index, [String])
        /// The timer with this index, as a bar that drains.
        case timer(Int)
        /// That the timer with this index fired.
        case fired(Int)
        /// A remark across lifelines, from column to column.
        case note(ClosedRange<Int>, [String])
        /// The title of a section.
        case phase(String)
        /// A titled rule across the ladder.
        case divider(String)
        /// What is said of time that passes, while the lifelines are broken.
        case gap([String])
        /// The end of a lifeline, which is drawn with it.
        case destroyed

        /// Whether it takes the whole width, margins included.
        var crossesMargins: Bool {
            switch self {
            case .phase, .divider, .gap: true
            default: false
            }
        }

        /// Whether it is drawn, faintly, before it happens.
        ///
        /// A state, a timer or an action shown early would be read as being so already.
        var isForeseen: Bool {
            switch self {
            case .message, .phase, .divider, .gap: true
            case .outerState, .innerState, .action, .timer, .fired, .note, .destroyed: false
            }
        }
    }

    let timeline: Timeline
    let settings: LadderSettings
    let lifelines: LifelineColumns
    /// Ordered by first row.
    let items: [Item]
    /// From which row to which the lifelines run.
    let map: LifelineMap
    /// The frames, each after those round it.
    let frames: [PlacedFrame]
    /// For each event the last row of where it is drawn; events without a drawing share the row before.
    let rowOfEvent: [Int]
    /// For each event the last row of where it or anything before it is drawn; branches side by side are drawn one below
    /// the other.
    private let reachedRow: [Int]
    /// For each event the item that draws it, if any.
    let itemOfEvent: [Int?]

    /// Width of the canvas in cells; more than the width asked for when the participants do not fit.
    public var width: Int { lifelines.width }
    /// Height of the canvas in cells, without the participants' names.
    public let rows: Int

    /// Lays a timeline out for a ladder `columns` cells wide.
    public init(_ timeline: Timeline, columns: Int, settings: LadderSettings) {
        self.timeline = timeline
        self.settings = settings
        lifelines = Self.lifelines(timeline, columns: columns, settings)
        var builder = CompactLayoutBuilder(
            timeline: timeline, settings: settings, lifelines: lifelines,
            outlines: FrameOutline.all(of: timeline, on: lifelines, columns: columns, settings))
        for index in timeline.events.indices { builder.place(index) }
        items = builder.items.sorted { ($0.rows.lowerBound, $0.event) < ($1.rows.lowerBound, $1.event) }
        rowOfEvent = builder.rowOfEvent
        var lowest = 0
        reachedRow = builder.rowOfEvent.map { row in
            lowest = max(lowest, row)
            return lowest
        }
        rows = builder.rows
        frames = builder.frames.sorted { $0.outline.frame < $1.outline.frame }
        let rowOfEvent = rowOfEvent
        map = LifelineMap(timeline) { rowOfEvent[$0] }
        var itemOfEvent = [Int?](repeating: nil, count: timeline.events.count)
        for (place, item) in items.enumerated() where itemOfEvent[item.event] == nil { itemOfEvent[item.event] = place }
        self.itemOfEvent = itemOfEvent
    }

    /// The row to keep in sight at a moment: the lowest in which something that has happened is drawn.
    public func focusRow(at moment: Moment) -> Int {
        let happened = min(moment.happened, reachedRow.count)
        return happened > 0 ? reachedRow[happened - 1] : 0
    }

    /// The event drawn on or nearest above a canvas row; `nil` when there is none.
    public func event(atRow row: Int) -> Int? {
        items.last { $0.rows.lowerBound <= row }.map(\.event)
    }

    /// The events that have a place of their own on the ladder, in order: where the cursor stops.
    public var cursorStops: [Int] { Set(items.map(\.event)).sorted() }

    func rows(of event: Int) -> ClosedRange<Int>? {
        itemOfEvent[event].map { items[$0].rows.lowerBound...items[$0].rows.upperBound - 1 }
    }

    func draw(_ pane: LadderPane, from origin: (column: Int, row: Int), into grid: inout Grid, in area: Rect) {
        CompactView(layout: self, pane: pane, origin: origin).draw(into: &grid, in: area)
    }
}
