import CellGrid
public import Timelines

extension CompactLayout {
    /// The most that a gap between two neighbours is stretched on a wide screen, in cells.
    private static let widestGap = 72

    /// Columns for the lifelines: labels on one line when that fits, else wrapped into two to four, else without room for
    /// the boxes of frames, else without margins for states, else a canvas wider than the screen.
    static func lifelines(_ timeline: Timeline, columns: Int, _ settings: LadderSettings) -> LifelineColumns {
        var narrowest = needs(timeline, labelLines: 1, settings)
        for lines in 2...4 where narrowest.width > columns { narrowest = needs(timeline, labelLines: lines, settings) }
        if !timeline.drawnFrames.isEmpty {
            for lines in 1...4 where narrowest.width > columns {
                narrowest = needs(timeline, labelLines: lines, hasBoxes: false, settings)
            }
        }
        for lines in 1...4 where narrowest.width > columns {
            narrowest = needs(timeline, labelLines: lines, hasMargins: false, hasBoxes: false, settings)
        }
        narrowest.spread(over: columns, limit: widestGap)
        return narrowest
    }

    fileprivate static func needs(
        _ timeline: Timeline, labelLines: Int, hasMargins: Bool = true, hasBoxes: Bool = true,
        _ settings: LadderSettings
    ) -> LifelineColumns {
        let names = timeline.participants.map { ParticipantName($0, settings) }
        let last = names.count - 1
        var demands: [LifelineColumns.Demand] = []
        for (index, pair) in zip(names, names.dropFirst()).enumerated() {
            let width = labelLines == 1 ? pair.0.width + pair.1.width : pair.0.narrowWidth + pair.1.narrowWidth
            demands.append(.init(lower: index, upper: index + 1, cells: width / 2 + 1))
        }
        for group in ParticipantGroup.all(of: timeline, settings) {
            let lower = group.members.lowerBound, upper = group.members.upperBound, cells = group.name.cellWidth + 4
            if lower < upper { demands.append(.init(lower: lower, upper: upper, cells: cells - 2)) }
            guard lower == upper else { continue }
            if lower > 0 { demands.append(.init(lower: lower - 1, upper: lower, cells: cells)) }
            if lower < last { demands.append(.init(lower: lower, upper: lower + 1, cells: cells)) }
        }
        var stubs = [Int](repeating: 0, count: names.count)
        for (index, message) in timeline.messages.enumerated() where !message.sharesDeparture {
            let label = MessageLabel.width(of: index, in: timeline, settings, inLines: labelLines)
            if message.outside != nil {
                let isOuter = hasMargins && (message.sender == 0 || message.sender == last)
                let side = isOuter ? nil : neighbours(of: message.sender, last: last)
                if isOuter { stubs[message.sender] = max(stubs[message.sender], label + 4) }
                if let side { demands.append(.init(lower: side.0, upper: side.1, cells: label + 5)) }
            } else if message.isToSelf {
                let side = neighbours(of: message.sender, last: last)
                if let side { demands.append(.init(lower: side.0, upper: side.1, cells: label + 5)) }
            } else {
                let span = timeline.lifelines(ofBroadcast: index)
                demands.append(.init(lower: span.lowerBound, upper: span.upperBound, cells: label + 2))
            }
        }
        var left = 0, right = 0
        if let first = names.first, let last = names.last {
            // With room to spare there are boxes round the names, two cells wider on each side.
            left = labelLines == 1 ? first.width / 2 + 2 : first.half
            right = labelLines == 1 ? last.width / 2 + 2 : last.half
        }
        var leftContent = stubs.first ?? 0, rightContent = last > 0 ? stubs.last ?? 0 : 0
        for (owner, text) in states(of: timeline, settings) {
            let width = text.cellWidth
            let beside = hasMargins ? width + 2 : width / 2 + 1
            if owner == 0 { leftContent = max(leftContent, beside) }
            if owner == last, last > 0 { rightContent = max(rightContent, beside) }
            if owner > 0 { demands.append(.init(lower: owner - 1, upper: owner, cells: width / 2 + 1)) }
            if owner < last { demands.append(.init(lower: owner, upper: owner + 1, cells: width / 2 + 1)) }
        }
        var leftEdges = 0, rightEdges = 0
        for frame in timeline.drawnFrames where hasBoxes {
            let edges = 2 * timeline.height(ofFrame: frame), range = timeline.frames[frame].lifelines
            if range.lowerBound == 0 { leftEdges = max(leftEdges, edges) }
            if range.upperBound == last { rightEdges = max(rightEdges, edges) }
            if range.lowerBound > 0 {
                demands.append(.init(lower: range.lowerBound - 1, upper: range.lowerBound, cells: edges + 1))
            }
            if range.upperBound < last {
                demands.append(.init(lower: range.upperBound, upper: range.upperBound + 1, cells: edges + 1))
            }
        }
        left = max(left, leftContent + leftEdges)
        right = max(right, rightContent + rightEdges)
        var lifelines = LifelineColumns(count: names.count, left: left, right: right, demands: demands)
        lifelines.hasMargins = hasMargins
        lifelines.leftEdges = leftEdges
        lifelines.rightEdges = rightEdges
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
    /// Whether at least as many messages as on a ladder `reference` cells wide have a spotlighted field beside their name.
    public static func showsSpotlights(
        of timeline: Timeline, columns: Int, asWellAs reference: Int, _ settings: LadderSettings
    ) -> Bool {
        guard columns < reference else { return true }
        let labels = timeline.messages.indices.filter {
            !timeline.messages[$0].sharesDeparture && !timeline.messages[$0].spotlight.isEmpty
        }.map { ($0, MessageLabel($0, in: timeline, settings)) }
        guard !labels.isEmpty else { return true }
        func shown(_ columns: Int) -> Int {
            let lifelines = lifelines(timeline, columns: columns, settings)
            return labels.count { index, label in
                let cells = lifelines.labelColumns(of: index, in: timeline).map { $0.count - 2 } ?? 0
                return label.lines(columns: max(cells, 1), role: .plain).joined().contains { $0.role == .spotlight }
            }
        }
        return shown(columns) >= shown(reference)
    }

    /// The cells that a ladder of this timeline needs for labels of at most two lines.
    public static func comfortableWidth(_ timeline: Timeline, _ settings: LadderSettings) -> Int {
        needs(timeline, labelLines: 2, settings).width
    }
}
