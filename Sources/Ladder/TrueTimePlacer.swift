import CellGrid
import Timelines

/// Finds free cells for every text of a true-time ladder: labels beside their slanted line, states in the margin.
///
/// Lines come first, since time fixes where they run; texts then take the nearest place where nothing else stands.
struct TrueTimePlacer {
    let timeline: Timeline
    let settings: LadderSettings
    let lifelines: LifelineColumns
    let scale: TimeScale
    let frames: [PlacedFrame]
    private(set) var texts: [TrueTimeLayout.Text] = []
    /// Cells taken, for each row the columns.
    private var taken: [Int: Set<Int>] = [:]

    init(
        timeline: Timeline, settings: LadderSettings, lifelines: LifelineColumns, scale: TimeScale,
        frames: [PlacedFrame]
    ) {
        self.timeline = timeline
        self.settings = settings
        self.lifelines = lifelines
        self.scale = scale
        self.frames = frames
    }

    mutating func placeAll() {
        for message in timeline.messages { take(path(of: message)) }
        for fold in scale.folds { taken[fold.row, default: []].formUnion(0..<max(lifelines.width, 0)) }
        for frame in frames { take(frame) }
        for (index, event) in timeline.events.enumerated() { placeFixed(event, index) }
        for (index, event) in timeline.events.enumerated() {
            if case .sent(let message) = event.kind { placeLabel(of: message, index) }
        }
        placeAxis()
    }

    private func path(of message: Message) -> [SlantedLine.Mark] {
        guard let way = lifelines.way(of: message), !way.columns.isEmpty else { return [] }
        return SlantedLine(
            message, columns: way.columns, isRightward: way.isRightward, now: message.end, scale: scale, isASCII: true
        ).marks
    }

    private mutating func take(_ marks: [SlantedLine.Mark]) {
        for mark in marks { taken[mark.row, default: []].insert(mark.column) }
    }

    /// The edges of a frame: its title's rows and its end's, and the columns of its sides.
    private mutating func take(_ frame: PlacedFrame) {
        let span = frame.outline.columns ?? 0...max(lifelines.width - 1, 0)
        let top = frame.rows.lowerBound, bottom = frame.rows.upperBound
        for row in Array(top..<top + frame.outline.headRows) + Array(bottom - frame.outline.footRows + 1...bottom) {
            taken[row, default: []].formUnion(span)
        }
        guard frame.outline.columns != nil else { return }
        for row in frame.rows { taken[row, default: []].formUnion([span.lowerBound, span.upperBound]) }
    }

    private func isFree(row: Int, columns: Range<Int>) -> Bool {
        guard let used = taken[row] else { return true }
        return columns.allSatisfy { !used.contains($0) }
    }

    private mutating func add(
        _ event: Int, _ kind: TrueTimeLayout.Text.Kind, column: Int, row: Int, runs: [MessageLabel.Run]
    ) {
        let text = TrueTimeLayout.Text(event: event, column: column, row: row, runs: runs, kind: kind)
        for cell in column..<column + text.width { taken[row, default: []].insert(cell) }
        texts.append(text)
    }

    /// Texts whose row is given by their event: states, actions, timers, notes, phases.
    private mutating func placeFixed(_ event: Event, _ index: Int) {
        let row = scale.row(of: index)
        switch event.kind {
        case .state(let owner, let state):
            place(state: settings.state(state, wrong: event.wrong), of: owner, row: row, index)
        case .action(let owner, let text):
            for (offset, line) in TrueTimeLayout.asideLines(settings.text(text), of: owner, lifelines).enumerated() {
                let runs = [MessageLabel.Run(text: line, role: .action)]
                add(index, .aside, column: asideColumn(line, owner), row: row + offset, runs: runs)
            }
        case .timerStarted(let timer):
            let run = timeline.timers[timer]
            placeAside(TimerLabel(run, settings).running, of: run.owner, near: row, role: .timer, index)
        case .timerFired(let timer):
            let run = timeline.timers[timer]
            placeAside(TimerLabel(run, settings).fired, of: run.owner, near: row, role: .warning, index)
        case .note(let range, let text):
            let lines = TrueTimeLayout.noteLines(settings.text(text), over: range, lifelines)
            let middle = (lifelines.columns[range.lowerBound] + lifelines.columns[range.upperBound]) / 2
            for (offset, line) in lines.enumerated() {
                let padded = " \(line) "
                let column = max(
                    min(middle - padded.cellWidth / 2, lifelines.width - padded.cellWidth), TrueTimeLayout.axisCells)
                add(index, .note, column: column, row: row + offset, runs: [.init(text: padded, role: .note)])
            }
        case .phase(let text):
            let title = settings.text(text)
            add(
                index, .phase, column: TrueTimeLayout.axisCells + 2, row: row,
                runs: [.init(text: " \(title) ", role: .phase)])
        case .divider(let text): placeCentred(settings.text(text), row: row, .divider, index)
        case .gap(let text, _) where scale.stillRow[index] != nil:
            for (offset, line) in TrueTimeLayout.gapLines(settings.text(text), lifelines).enumerated() {
                placeCentred(line, row: row + offset, .gap, index)
            }
        case .created(let owner):
            guard let state = timeline.participants[owner].state else { return }
            place(state: settings.text(state), of: owner, row: row, index)
        case .sent, .arrived, .lost, .timerCancelled, .table, .gap, .work, .destroyed: return
        }
    }

    /// A text in the middle between the axis and the right edge.
    private mutating func placeCentred(_ text: String, row: Int, _ kind: TrueTimeLayout.Text.Kind, _ index: Int) {
        let padded = " \(text) ", start = TrueTimeLayout.axisCells
        let column = start + max((lifelines.width - start - padded.cellWidth) / 2, 0)
        add(index, kind, column: column, row: row, runs: [.init(text: padded, role: .dimmed)])
    }

    private mutating func place(state: String, of owner: Int, row: Int, _ index: Int) {
        let column = lifelines.columns[owner]
        let last = timeline.participants.count - 1
        let start =
            owner == 0 ? column - 2 - state.cellWidth : owner == last ? column + 3 : column - state.cellWidth / 2
        let cells = start..<start + state.cellWidth
        let free = owner == 0 || owner == last ? (row...row + 6).first { isFree(row: $0, columns: cells) } ?? row : row
        add(index, .state, column: start, row: free, runs: [.init(text: state, role: .state)])
    }

    private func asideColumn(_ text: String, _ owner: Int) -> Int {
        let room = lifelines.aside(of: owner)
        return room.lowerBound > lifelines.columns[owner] ? room.lowerBound + 1 : room.upperBound - 1 - text.cellWidth
    }

    private mutating func placeAside(_ text: String, of owner: Int, near row: Int, role: Role, _ index: Int) {
        let column = asideColumn(text, owner)
        let cells = column - 1..<column + text.cellWidth + 1
        guard let free = (row...row + 8).first(where: { isFree(row: $0, columns: cells) }) else { return }
        add(index, .aside, column: column, row: free, runs: [.init(text: text, role: role)])
    }

    /// Puts a message's label as near to the middle of its line as there is room, with its fields if they fit.
    private mutating func placeLabel(of index: Int, _ event: Int) {
        let message = timeline.messages[index]
        let label = MessageLabel(index, in: timeline, settings).brief(settings)
        let ways = timeline.broadcast(of: index).compactMap { lifelines.way(of: timeline.messages[$0])?.columns }
        guard let between = ways.max(by: { $0.count < $1.count }) else {
            return placeAside(
                label.name, of: message.sender, near: scale.quarterOfEvent[event] / 4, role: .message, event)
        }
        let top = scale.quarter(of: message.departure) / 4
        let bottom = scale.quarter(of: timeline.end(ofBroadcast: index)) / 4
        let centre = (column: (between.lowerBound + between.upperBound) / 2, row: (top + bottom) / 2)
        let name = label.name.cellWidth, whole = max(between.count - 2, 1)
        // Beside the line with as many fields as there is room for, then the name alone, then in lines, then a little off.
        let isStub = message.outside != nil
        var attempts: [(width: Int, rows: ClosedRange<Int>)] = []
        for share in [4, 3, 2] where !isStub || between.count * share / 5 >= name {
            attempts.append((between.count * share / 5, top...bottom))
        }
        // A stub is short: its label rather stands a little off than on several lines.
        if isStub { attempts += [(name, top...bottom), (name, max(top - 2, 0)...bottom + 4)] }
        attempts += [
            (name, top...bottom), (whole, top...bottom), (min(name, whole), max(top - 2, 0)...bottom + 4),
            (min(name, whole), top...bottom + 12),
        ]
        for (width, rows) in attempts where width > 0 && (width >= name || width >= label.name.narrowestWrap) {
            let lines = label.lines(columns: width, role: .message)
            guard let place = freePlace(for: lines, in: between, rows: rows, near: centre) else { continue }
            return add(lines, of: index, event, at: place)
        }
        add(label.lines(columns: whole, role: .message), of: index, event, at: (between.lowerBound + 1, centre.row))
    }

    /// Adds the lines of a label, centred below each other.
    private mutating func add(
        _ lines: [[MessageLabel.Run]], of message: Int, _ event: Int, at place: (column: Int, row: Int)
    ) {
        let widths = lines.map { $0.reduce(0) { $0 + $1.text.cellWidth } }
        for (offset, runs) in lines.enumerated() {
            let column = place.column + ((widths.max() ?? 0) - widths[offset]) / 2
            add(event, .label(message: message), column: column, row: place.row + offset, runs: runs)
        }
    }

    /// The free place for a block of lines whose middle is nearest to `centre`; a row counts as much as four columns.
    private func freePlace(
        for lines: [[MessageLabel.Run]], in between: Range<Int>, rows: ClosedRange<Int>,
        near centre: (column: Int, row: Int)
    ) -> (column: Int, row: Int)? {
        let cells = lines.map { $0.reduce(0) { $0 + $1.text.cellWidth } }.max() ?? 0
        let first = between.lowerBound + 1, last = between.upperBound - 1 - cells
        guard first <= last else { return nil }
        var best: (cost: Int, column: Int, row: Int)?
        for row in rows {
            for column in first...last {
                let cost = abs(column + cells / 2 - centre.column) + 4 * abs(row + lines.count / 2 - centre.row)
                guard cost < best?.cost ?? .max else { continue }
                let block = row..<row + lines.count
                guard block.allSatisfy({ isFree(row: $0, columns: column - 1..<column + cells + 1) }) else { continue }
                best = (cost, column, row)
            }
        }
        return best.map { ($0.column, $0.row) }
    }

    /// The times at the left: wherever something happens, at most one to a row.
    private mutating func placeAxis() {
        var lastRow = -1, lastText = ""
        for (index, event) in timeline.events.enumerated() {
            let row = scale.quarterOfEvent[index] / 4
            let text = settings.charset.adapt(event.instant.brief)
            guard row > lastRow, text != lastText else { continue }
            (lastRow, lastText) = (row, text)
            let column = max(TrueTimeLayout.axisCells - 1 - text.cellWidth, 0)
            add(index, .axis, column: column, row: row, runs: [.init(text: text, role: .dimmed)])
        }
    }
}
