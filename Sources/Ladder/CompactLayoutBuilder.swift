import CellGrid
import Timelines

/// Gives every event its rows, from top to bottom; one function for each kind of event.
struct CompactLayoutBuilder {
    let timeline: Timeline
    let settings: LadderSettings
    let lifelines: LifelineColumns

    private let edges: FrameEdges
    /// The row of each frame's upper edge, once placed.
    private var headRow: [Int: Int] = [:]

    private(set) var frames: [PlacedFrame] = []
    private(set) var items: [CompactLayout.Item] = []
    private(set) var rowOfEvent: [Int] = []
    /// The first row below everything placed between the lifelines so far.
    ///
    /// Row 0 holds the initial states.
    private var nextRow = 1
    /// Rows that everything takes.
    var rows: Int { max(nextRow, freeMargin.values.max() ?? 0) }
    /// Where each message's arrow stands, once placed.
    private var arrowRow: [Int: Int] = [:]
    /// The first row whose outer margin is still free, for the first and the last lifeline.
    private var freeMargin: [Int: Int] = [:]

    private var last: Int { timeline.participants.count - 1 }

    init(timeline: Timeline, settings: LadderSettings, lifelines: LifelineColumns, outlines: [FrameOutline]) {
        self.timeline = timeline
        self.settings = settings
        self.lifelines = lifelines
        edges = FrameEdges(outlines, in: timeline)
        let exists = timeline.existence(at: .start)
        for (index, participant) in timeline.participants.enumerated() where participant.state != nil && exists[index] {
            freeMargin[index] = 1  // Row 0 shows the states before anything has happened.
        }
    }

    mutating func place(_ event: Int) {
        for outline in edges.outlines(beginningWith: event) { placeHead(of: outline) }
        placeDrawing(of: event)
        for outline in edges.outlines(endingWith: event) { placeFoot(of: outline) }
    }

    private mutating func placeDrawing(of event: Int) {
        let row =
            switch timeline.events[event].kind {
            case .sent(let message): place(message: message, event)
            case .arrived(let message), .lost(let message): arrowRow[message] ?? max(nextRow - 1, 0)
            case .state(let owner, let text):
                place(state: settings.state(text, wrong: timeline.events[event].wrong), of: owner, event)
            case .timerStarted(let timer) where timeline.timers[timer].isOverAtOnce: max(nextRow - 1, 0)
            case .timerStarted(let timer): place(.timer(timer), rows: 1, event)
            case .timerFired(let timer): place(.fired(timer), rows: 1, event)
            case .action(let owner, let text): place(action: settings.text(text), of: owner, event)
            case .note(let range, let text): place(note: settings.text(text), over: range, event)
            case .phase(let text): place(acrossMargins: .phase(settings.text(text)), rows: 1, event)
            case .divider(let text): place(acrossMargins: .divider(settings.text(text)), rows: 1, event)
            case .gap(let text, _):
                place(gap: wrapped(settings.text(text), columns: max(lifelines.width - 4, 1)), event)
            case .destroyed: place(.destroyed, rows: 1, event)
            case .created(let owner): place(creationOf: owner, event)
            case .work: event > 0 ? rowOfEvent[event - 1] : 0
            case .timerCancelled, .table: max(nextRow - 1, 0)
            }
        rowOfEvent.append(row)
    }

    // MARK: Frames

    private mutating func placeHead(of outline: FrameOutline) {
        clearMargins(for: outline)
        headRow[outline.frame] = nextRow
        nextRow += outline.headRows
        closeMargins(for: outline)
    }

    private mutating func placeFoot(of outline: FrameOutline) {
        guard let top = headRow[outline.frame] else { return }
        clearMargins(for: outline)
        nextRow += outline.footRows
        frames.append(PlacedFrame(outline: outline, rows: top...nextRow - 1))
        closeMargins(for: outline)
    }

    /// The outer lifelines in whose margins a frame's edges run.
    private func margins(of outline: FrameOutline) -> [Int] {
        guard let columns = outline.columns, let left = lifelines.columns.first, let right = lifelines.columns.last
        else { return [0, last] }
        return (columns.lowerBound < left ? [0] : []) + (columns.upperBound > right ? [last] : [])
    }

    private mutating func clearMargins(for outline: FrameOutline) {
        for margin in margins(of: outline) { nextRow = max(nextRow, freeMargin[margin] ?? 0) }
    }

    private mutating func closeMargins(for outline: FrameOutline) {
        for margin in margins(of: outline) { freeMargin[margin] = nextRow }
    }

    // MARK: Events

    /// Puts a drawing on the next free rows; gives back its last row.
    private mutating func place(_ drawing: CompactLayout.Drawing, rows: Int, _ event: Int) -> Int {
        items.append(.init(event: event, rows: nextRow..<nextRow + rows, drawing: drawing))
        nextRow += rows
        return nextRow - 1
    }

    private mutating func place(message index: Int, _ event: Int) -> Int {
        let message = timeline.messages[index]
        let label = MessageLabel(index, in: timeline, settings)
        let way = lifelines.way(of: message)
        let columns =
            lifelines.labelColumns(of: index, in: timeline).map { $0.count - 2 } ?? lifelines.aside(of: message.sender)
            .count - 5
        let lines = label.lines(columns: max(columns, 1), role: .plain).count
        let usesMargin = message.outside != nil && lifelines.hasStubInMargin(of: message.sender)
        if usesMargin { nextRow = max(nextRow, freeMargin[message.sender] ?? 0) }
        let row = place(.message(index, labelRows: lines), rows: way == nil ? max(lines, 2) : lines + 1, event)
        if usesMargin { freeMargin[message.sender] = nextRow }
        for receipt in timeline.broadcast(of: index) { arrowRow[receipt] = row }
        return row
    }

    private mutating func place(state: String, of owner: Int, _ event: Int) -> Int {
        guard lifelines.hasMargins, owner == 0 || owner == last else {
            return place(.innerState(owner, state), rows: 1, event)
        }
        // Outside the ladder nothing but a phase's rule is in the way: the state stands in the row of whatever led to
        // it, or the next one below, which it shares with what comes there.
        var cause = event > 0 ? rowOfEvent[event - 1] : 0
        if let item = items.last, item.rows.contains(cause), item.drawing.crossesMargins { cause += 1 }
        let row = max(cause, freeMargin[owner] ?? 0)
        freeMargin[owner] = row + 1
        items.append(.init(event: event, rows: row..<row + 1, drawing: .outerState(owner, state)))
        return row
    }

    /// A rule crosses the margins, so it stands below the states there.
    private mutating func place(acrossMargins drawing: CompactLayout.Drawing, rows: Int, _ event: Int) -> Int {
        nextRow = max(nextRow, freeMargin.values.max() ?? 0)
        return place(drawing, rows: rows, event)
    }

    private mutating func place(gap lines: [String], _ event: Int) -> Int {
        place(acrossMargins: .gap(lines), rows: max(lines.count, 1), event)
    }

    /// A lifeline begins in the row of the message that creates it, with its first state beside it.
    private mutating func place(creationOf owner: Int, _ event: Int) -> Int {
        let row = event > 0 ? rowOfEvent[event - 1] : 0
        if let state = timeline.participants[owner].state { _ = place(state: settings.text(state), of: owner, event) }
        return row
    }

    private mutating func place(action: String, of owner: Int, _ event: Int) -> Int {
        let lines = wrapped(action, columns: lifelines.asideCells(for: action, of: owner))
        return clearing(marginBeside: owner, of: lines.map(\.cellWidth).max() ?? 0) {
            $0.place(.action(owner, lines), rows: max(lines.count, 1), event)
        }
    }

    /// Places a text beside a lifeline so that it shares no row with a state in the margin that it would run into, which
    /// happens where two lifelines stand close.
    private mutating func clearing(
        marginBeside owner: Int, of width: Int, _ place: (inout Self) -> Int
    ) -> Int {
        let room = lifelines.aside(of: owner)
        let isRight = room.lowerBound > lifelines.columns[owner]
        let margin = isRight ? last : 0
        let reaches =
            isRight
            ? room.lowerBound + 1 + width > lifelines.columns[last] : room.upperBound - 1 - width < lifelines.columns[0]
        guard lifelines.hasMargins, margin != owner, reaches else { return place(&self) }
        nextRow = max(nextRow, freeMargin[margin] ?? 0)
        let row = place(&self)
        freeMargin[margin] = row + 1
        return row
    }

    private mutating func place(note: String, over range: ClosedRange<Int>, _ event: Int) -> Int {
        let span = lifelines.noteSpan(range, text: note)
        let lines = wrapped(note, columns: max(span.count - 4, 1))
        return place(.note(span, lines), rows: max(lines.count, 1), event)
    }
}
