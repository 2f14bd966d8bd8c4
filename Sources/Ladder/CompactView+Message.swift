import CellGrid
import Timelines

extension CompactView {
    /// Cells of the moving packet without its head.
    private static let packetCells = 6

    /// A message: its label, then its arrow as far as it has come.
    ///
    ///     to come     ·╌╌╌╌╌╌╌╌╌╌╌╌╌╌▷
    ///     on its way  ───────━━━━━━▶
    ///     arrived     ──────────────────▶
    ///     lost        ──────────✗ lost
    func drawMessage(_ index: Int, labelRows: Int, row: Int, with pen: inout Pen) {
        let message = timeline.messages[index]
        let journey = timeline.journey(ofBroadcast: index, at: moment)
        let role = message.role(journey)
        guard let way = layout.lifelines.way(of: message) else {
            return drawLoop(index, role: role, row: row, rows: max(labelRows, 2), with: &pen)
        }
        let columns = layout.lifelines.labelColumns(of: index, in: timeline) ?? way.columns
        let lines = MessageLabel(index, in: timeline, layout.settings)
            .lines(columns: max(columns.count - 2, 1), role: role)
        for (offset, line) in lines.enumerated() {
            pen.label(line.map { dressed($0, index, journey) }, centeredOn: columns, row: row + offset)
        }
        let arrow = row + lines.count
        if timeline.isBroadcast(index) { return drawBroadcast(index, row: arrow, with: &pen) }
        drawArrow(message, journey, role: role, way, row: arrow, with: &pen)
        if let dot = way.dot {
            let isPast = journey == .arrived || (message.outside == .sender && journey != .toCome)
            pen.put(glyphs.outside, column: dot, row: arrow, role: isPast ? role : .future)
        }
    }

    /// A run as it looks now: faint before its time, lit only while its message is the latest to have left.
    private func dressed(_ run: MessageLabel.Run, _ message: Int, _ journey: Timeline.Journey) -> MessageLabel.Run {
        if journey == .toCome { return MessageLabel.Run(text: run.text, role: .future) }
        guard run.role == .spotlight, message != latestDeparture else { return run }
        return MessageLabel.Run(text: run.text, role: .dimmed)
    }

    /// The message that left last.
    private var latestDeparture: Int? {
        for event in timeline.events.prefix(moment.happened).reversed() {
            if case .sent(let message) = event.kind { return message }
        }
        return nil
    }

    func drawArrow(
        _ message: Message, _ journey: Timeline.Journey, role: Role, _ way: MessageWay, row: Int, with pen: inout Pen
    ) {
        let between = way.columns, isRightward = way.isRightward
        let head = isRightward ? glyphs.arrowRight : glyphs.arrowLeft
        let length = between.count
        guard length > 0 else { return }
        /// The canvas column `steps` cells from the sender, 0-based.
        func column(_ steps: Int) -> Int { isRightward ? between.lowerBound + steps : between.upperBound - 1 - steps }
        func draw(_ glyph: Character, _ steps: Range<Int>, _ role: Role) {
            for step in steps {
                let lifeline = layout.lifelines.columns.firstIndex(of: column(step))
                let crosses = glyph == glyphs.horizontal && lifeline.map { layout.map.exists($0, row: row) } ?? false
                pen.put(crosses ? glyphs.cross : glyph, column: column(step), row: row, role: role)
            }
        }
        switch journey {
        case .toCome:
            draw(glyphs.dashedHorizontal, 0..<max(length - 1, 0), role)
            draw(head, length - 1..<length, role)
        case .arrived:
            draw(glyphs.horizontal, 0..<length - 1, role)
            draw(head, length - 1..<length, role)
        case .lost:
            let end = Self.lossPlace(in: length)
            draw(glyphs.horizontal, 0..<end, role)
            draw(glyphs.lost, end..<end + 1, role)
            let word = layout.settings.say("lost", "丢失")
            let room = length - end - 3
            guard room >= word.cellWidth else { return }
            pen.text(
                word, column: isRightward ? column(end + 2) : column(end + 1 + word.cellWidth), row: row, role: role)
        case .inFlight(let travelled, let total):
            let reach = Self.reach(of: message, length: length)
            let place = Int(Span(nanoseconds: travelled).scaled(by: Int64(reach), over: total).nanoseconds)
            let at = min(place, length - 1)
            let tail = max(at - Self.packetCells, 0)
            draw(glyphs.horizontal, 0..<tail, .message)
            draw(glyphs.heavyHorizontal, tail..<at, role)
            draw(head, at..<at + 1, role)
        }
    }

    /// How many cells of `length` the message covers before it arrives or is lost.
    private static func reach(of message: Message, length: Int) -> Int {
        message.isLost ? lossPlace(in: length) : length - 1
    }

    /// The cell in which a lost message ends: three fifths of the way.
    private static func lossPlace(in length: Int) -> Int { min(length * 3 / 5, length - 1) }

    /// A message to oneself: out of the lifeline and back, the label beside it.
    ///
    ///     │──╮ looks in its cache
    ///     │◀─╯
    private func drawLoop(_ index: Int, role: Role, row: Int, rows: Int, with pen: inout Pen) {
        let message = timeline.messages[index]
        let room = layout.lifelines.aside(of: message.sender)
        let column = layout.lifelines.columns[message.sender]
        let isRight = room.lowerBound > column
        let out = isRight ? 1 : -1
        let bottom = row + rows - 1
        for step in 1...2 { pen.put(glyphs.horizontal, column: column + step * out, row: row, role: role) }
        pen.put(isRight ? glyphs.topRight : glyphs.topLeft, column: column + 3 * out, row: row, role: role)
        for line in row + 1..<max(bottom, row + 1) {
            pen.put(glyphs.vertical, column: column + 3 * out, row: line, role: role)
        }
        pen.put(isRight ? glyphs.arrowLeft : glyphs.arrowRight, column: column + out, row: bottom, role: role)
        pen.put(glyphs.horizontal, column: column + 2 * out, row: bottom, role: role)
        pen.put(isRight ? glyphs.bottomRight : glyphs.bottomLeft, column: column + 3 * out, row: bottom, role: role)
        let lines = MessageLabel(index, in: timeline, layout.settings)
            .lines(columns: max(room.count - 5, 1), role: role)
        for (offset, line) in lines.enumerated() {
            let width = line.reduce(0) { $0 + $1.text.cellWidth }
            var start = isRight ? column + 5 : column - 4 - width
            for run in line {
                start = pen.text(run.text, column: start, row: row + offset, role: role == .future ? .future : run.role)
            }
        }
    }
}
