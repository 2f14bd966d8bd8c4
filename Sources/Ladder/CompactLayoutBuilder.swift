import CellGrid
import Timelines

/// Gives every event its rows, from top to bottom; one function for each kind of event.
struct CompactLayoutBuilder {
    let timeline: Timeline
    let settings: LadderSettings
    let lifelines: LifelineColumns

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

    init(timeline: Timeline, settings: LadderSettings, lifelines: LifelineColumns) {
        self.timeline = timeline
        self.settings = settings
        self.lifelines = lifelines
        for (index, participant) in timeline.participants.enumerated() where participant.state != nil {
            freeMargin[index] = 1  // Row 0 shows the states before anything has happened.
        }
    }

    mutating func place(_ event: Int) {
        let row =
            switch timeline.events[event].kind {
            case .sent(let message): place(message: message, event)
            case .arrived(let message), .lost(let message): arrowRow[message] ?? max(nextRow - 1, 0)
            case .state(let owner, let text):
                place(state: settings.state(text, wrong: timeline.events[event].wrong), of: owner, event)
            case .timerStarted(let timer): place(.timer(timer), rows: 1, event)
            case .timerFired(let timer): place(.fired(timer), rows: 1, event)
            case .action(let owner, let text): place(action: settings.text(text), of: owner, event)
            case .note(let range, let text): place(note: settings.text(text), over: range, event)
            case .phase(let text): place(phase: settings.text(text), event)
            case .timerCancelled, .table: max(nextRow - 1, 0)
            }
        rowOfEvent.append(row)
    }

    /// Puts a drawing on the next free rows; gives back its last row.
    private mutating func place(_ drawing: CompactLayout.Drawing, rows: Int, _ event: Int) -> Int {
        items.append(.init(event: event, rows: nextRow..<nextRow + rows, drawing: drawing))
        nextRow += rows
        return nextRow - 1
    }

    private mutating func place(message index: Int, _ event: Int) -> Int {
        let message = timeline.messages[index]
        let label = MessageLabel(message, settings)
        let isLoop = message.sender == message.receiver
        let columns =
            isLoop ? asideColumns(of: message.sender) - 5 : lifelines.between(message.sender, message.receiver) - 2
        let lines = label.lines(columns: max(columns, 1), role: .plain).count
        let row = place(.message(index, labelRows: lines), rows: isLoop ? max(lines, 2) : lines + 1, event)
        arrowRow[index] = row
        return row
    }

    private mutating func place(state: String, of owner: Int, _ event: Int) -> Int {
        guard lifelines.hasMargins, owner == 0 || owner == last else {
            return place(.innerState(owner, state), rows: 1, event)
        }
        // Outside the ladder nothing but a phase's rule is in the way: the state stands in the row of whatever led to
        // it, or the next one below, which it shares with what comes there.
        var cause = event > 0 ? rowOfEvent[event - 1] : 0
        if items.last?.rows.contains(cause) ?? false, case .phase = items.last?.drawing { cause += 1 }
        let row = max(cause, freeMargin[owner] ?? 0)
        freeMargin[owner] = row + 1
        items.append(.init(event: event, rows: row..<row + 1, drawing: .outerState(owner, state)))
        return row
    }

    /// A phase's rule crosses the margins, so it stands below the states there.
    private mutating func place(phase title: String, _ event: Int) -> Int {
        nextRow = max(nextRow, freeMargin.values.max() ?? 0)
        return place(.phase(title), rows: 1, event)
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
        let span = noteSpan(range, text: note)
        let lines = wrapped(note, columns: max(span.count - 4, 1))
        return place(.note(span, lines), rows: max(lines.count, 1), event)
    }

    /// The columns of a note: from lifeline to lifeline and a little beyond; wider for a long note over one lifeline.
    private func noteSpan(_ range: ClosedRange<Int>, text: String) -> ClosedRange<Int> {
        let left = lifelines.columns[range.lowerBound], right = lifelines.columns[range.upperBound]
        let wanted = min(text.cellWidth + 4, max(right - left + 5, 24))
        let middle = (left + right) / 2
        let half = max((right - left) / 2 + 2, (wanted + 1) / 2)
        let start = max(min(middle - half, lifelines.width - 1 - 2 * half), 0)
        return start...max(min(start + 2 * half, lifelines.width - 1), start)
    }

    private func asideColumns(of owner: Int) -> Int { lifelines.aside(of: owner).count }
}
