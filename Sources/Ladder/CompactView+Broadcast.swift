import CellGrid
import Timelines

extension CompactView {
    /// A frame that several receivers hear: one row of arrows that leave the sender, with a head at each receiver.
    ///
    ///     │◀──────────────┼──────────────▶│     a receiver on either side
    ///     ├──────────────▶┼──────────────▶│     two on one side
    ///     ├──────────────▶┼────────✗      │     the second does not hear it
    ///     ├──────────────✗┼──────────────▶│     the first does not
    func drawBroadcast(_ index: Int, row: Int, with pen: inout Pen) {
        let sender = timeline.messages[index].sender
        let receipts = timeline.broadcast(of: index).filter { timeline.messages[$0].receiver != sender }
        let left = receipts.filter { timeline.messages[$0].receiver < sender }
        let right = receipts.filter { timeline.messages[$0].receiver > sender }
        drawSide(left.sorted { timeline.messages[$0].receiver > timeline.messages[$1].receiver }, row: row, with: &pen)
        drawSide(right.sorted { timeline.messages[$0].receiver < timeline.messages[$1].receiver }, row: row, with: &pen)
        guard !left.isEmpty, !right.isEmpty, timeline.journey(ofBroadcast: index, at: moment) != .toCome else { return }
        pen.put(glyphs.cross, column: layout.lifelines.columns[sender], row: row, role: .message)
    }

    /// The arrow to the receivers on one side, nearest first.
    private func drawSide(_ receipts: [Int], row: Int, with pen: inout Pen) {
        guard let nearest = receipts.first, let farthest = receipts.last else { return }
        let isToCome = timeline.journey(of: nearest, at: moment) == .toCome
        // What is to come does not tell yet who will miss it.
        let reached = isToCome ? farthest : receipts.last { !timeline.messages[$0].isLost }
        drawArrow(to: reached ?? nearest, row: row, with: &pen)
        guard let reached else { return }
        let journey = timeline.journey(of: reached, at: moment)
        guard isToCome || journey == .arrived else { return }
        for receipt in receipts where receipt != reached {
            guard isNearer(receipt, than: reached) else {
                return drawLoss(of: receipt, behind: reached, row: row, with: &pen)
            }
            drawHead(of: receipt, row: row, with: &pen)
        }
    }

    private func isNearer(_ one: Int, than other: Int) -> Bool {
        let sender = timeline.messages[one].sender
        return abs(timeline.messages[one].receiver - sender) < abs(timeline.messages[other].receiver - sender)
    }

    private func drawArrow(to receipt: Int, row: Int, with pen: inout Pen) {
        let message = timeline.messages[receipt], journey = timeline.journey(of: receipt, at: moment)
        guard let way = layout.lifelines.way(of: message) else { return }
        drawArrow(message, journey, role: message.role(journey), way, row: row, with: &pen)
    }

    /// The head, or the cross, before the lifeline of a receiver that the arrow passes.
    private func drawHead(of receipt: Int, row: Int, with pen: inout Pen) {
        let message = timeline.messages[receipt], journey = timeline.journey(of: receipt, at: moment)
        guard let way = layout.lifelines.way(of: message), !way.columns.isEmpty else { return }
        let head = way.isRightward ? glyphs.arrowRight : glyphs.arrowLeft
        let column = way.isRightward ? way.columns.upperBound - 1 : way.columns.lowerBound
        pen.put(journey == .lost ? glyphs.lost : head, column: column, row: row, role: message.role(journey))
        guard journey == .toCome else { return }
        pen.put(
            glyphs.dashedVertical, column: layout.lifelines.columns[message.receiver], row: row, role: .future)
    }

    /// What is left of a frame behind the last receiver that heard it, on its way to one that does not.
    private func drawLoss(of receipt: Int, behind reached: Int, row: Int, with pen: inout Pen) {
        var rest = timeline.messages[receipt]
        let lifeline = timeline.messages[reached].receiver, journey = timeline.journey(of: receipt, at: moment)
        rest.sender = lifeline
        guard let way = layout.lifelines.way(of: rest), journey == .lost else { return }
        pen.put(glyphs.cross, column: layout.lifelines.columns[lifeline], row: row, role: .message)
        drawArrow(rest, journey, role: rest.role(journey), way, row: row, with: &pen)
    }
}
