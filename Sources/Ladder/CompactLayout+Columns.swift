import CellGrid
public import Timelines

extension CompactLayout {
    /// The most that a gap between two neighbours is stretched on a wide screen, in cells.
    private static let widestGap = 72

    /// Columns for the lifelines: labels on one line when that fits, else wrapped into two to four, else without margins
    /// for states, else a canvas wider than the screen.
    static func lifelines(_ timeline: Timeline, columns: Int, _ settings: LadderSettings) -> LifelineColumns {
        var narrowest = needs(timeline, labelLines: 1, settings)
        for lines in 2...4 where narrowest.width > columns { narrowest = needs(timeline, labelLines: lines, settings) }
        for lines in 1...4 where narrowest.width > columns {
            narrowest = needs(timeline, labelLines: lines, hasMargins: false, settings)
        }
        narrowest.spread(over: columns, limit: widestGap)
        return narrowest
    }

    fileprivate static func needs(
        _ timeline: Timeline, labelLines: Int, hasMargins: Bool = true, _ settings: LadderSettings
    ) -> LifelineColumns {
        let names = timeline.participants.map { ParticipantName($0, settings) }
        let last = names.count - 1
        var demands: [LifelineColumns.Demand] = []
        for (index, pair) in zip(names, names.dropFirst()).enumerated() {
            let width = labelLines == 1 ? pair.0.width + pair.1.width : pair.0.narrowWidth + pair.1.narrowWidth
            demands.append(.init(lower: index, upper: index + 1, cells: width / 2 + 1))
        }
        for message in timeline.messages {
            let label = MessageLabel(message, settings).width(inLines: labelLines)
            if message.sender == message.receiver {
                let side = neighbours(of: message.sender, last: last)
                if let side { demands.append(.init(lower: side.0, upper: side.1, cells: label + 5)) }
            } else {
                let (lower, upper) = (min(message.sender, message.receiver), max(message.sender, message.receiver))
                demands.append(.init(lower: lower, upper: upper, cells: label + 2))
            }
        }
        var left = 0, right = 0
        if let first = names.first, let last = names.last {
            left = labelLines == 1 ? first.width / 2 : first.half
            right = labelLines == 1 ? last.width / 2 : last.half
        }
        for (owner, text) in states(of: timeline, settings) {
            let width = text.cellWidth
            let beside = hasMargins ? width + 2 : width / 2 + 1
            if owner == 0 { left = max(left, beside) }
            if owner == last, last > 0 { right = max(right, beside) }
            if owner > 0 { demands.append(.init(lower: owner - 1, upper: owner, cells: width / 2 + 1)) }
            if owner < last { demands.append(.init(lower: owner, upper: owner + 1, cells: width / 2 + 1)) }
        }
        var lifelines = LifelineColumns(count: names.count, left: left, right: right, demands: demands)
        lifelines.hasMargins = hasMargins
        return lifelines
    }

    /// The gap in which a participant's own texts stand: right of it, left of the last one; `nil` for a lone one.
    static func neighbours(of index: Int, last: Int) -> (Int, Int)? {
        guard last > 0 else { return nil }
        return index < last ? (index, index + 1) : (index - 1, index)
    }

    private static func states(of timeline: Timeline, _ settings: LadderSettings) -> [(Int, String)] {
        let initial = timeline.participants.enumerated().compactMap { index, participant in
            participant.state.map { (index, settings.text($0)) }
        }
        return initial
            + timeline.events.compactMap {
                if case .state(let owner, let text) = $0.kind {
                    (owner, settings.state(text, wrong: $0.wrong))
                } else {
                    nil
                }
            }
    }
}

extension CompactLayout {
    /// The cells that a ladder of this timeline needs for labels of at most two lines.
    public static func comfortableWidth(_ timeline: Timeline, _ settings: LadderSettings) -> Int {
        needs(timeline, labelLines: 2, settings).width
    }
}
