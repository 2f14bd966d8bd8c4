import CellGrid
import Timelines

extension FrameOutline {
    /// The outlines of a timeline's frames, each after those round it: boxes when there is room for all, else rules,
    /// which keep to the `columns` in sight.
    static func all(
        of timeline: Timeline, on lifelines: LifelineColumns, columns: Int, _ settings: LadderSettings
    ) -> [FrameOutline] {
        let drawn = timeline.drawnFrames
        guard !drawn.isEmpty else { return [] }
        var boxes: [Int: FrameOutline] = [:]
        func nesting(of frame: Int) -> Int { drawn.count { timeline.isFrame(frame, inside: $0) } }
        let fitting = FrameFitting(timeline: timeline, lifelines: lifelines, settings: settings)
        for frame in drawn.reversed() {
            let inner = boxes.values.filter { timeline.isFrame($0.frame, inside: frame) }.compactMap(\.columns)
            boxes[frame] = fitting.box(round: frame, inner: inner, nesting: nesting(of: frame))
        }
        let isNarrow = boxes.count < drawn.count
        return drawn.map { frame in
            var outline = boxes[frame] ?? fitting.outline(frame, cells: 0)
            if isNarrow {
                outline = fitting.outline(frame, cells: min(columns, lifelines.width) - lifelines.firstCell - 4)
            }
            outline.nesting = nesting(of: frame)
            return outline
        }
    }
}

/// Finds the edges of the boxes round frames.
private struct FrameFitting {
    let timeline: Timeline
    let lifelines: LifelineColumns
    let settings: LadderSettings

    /// A frame's texts in lines of so many cells, without edges.
    func outline(_ index: Int, cells: Int) -> FrameOutline {
        let frame = timeline.frames[index]
        let cells = max(cells, 1)
        return FrameOutline(
            frame: index, nesting: 0, columns: nil, head: wrapped(frame.head(settings), columns: cells),
            foot: frame.foot(settings).map { wrapped($0, columns: cells) } ?? [])
    }

    /// The box round a frame and the boxes in it; `nil` when there is no room.
    ///
    /// It is widened for its texts, but leaves room for the `nesting` boxes round it.
    func box(round index: Int, inner: [ClosedRange<Int>], nesting: Int) -> FrameOutline? {
        let frame = timeline.frames[index]
        let content = extent(of: frame)
        let lower = min(content.lowerBound, inner.map(\.lowerBound).min() ?? content.lowerBound)
        let upper = max(content.upperBound, inner.map(\.upperBound).max() ?? content.upperBound)
        // A lifeline that the frame does not touch stays outside of it.
        let (first, last) = (frame.lifelines.lowerBound, frame.lifelines.upperBound)
        let leftmost = first > 0 ? lifelines.columns[first - 1] + 1 : lifelines.firstCell
        let rightmost = last + 1 < lifelines.columns.count ? lifelines.columns[last + 1] - 1 : lifelines.width - 1
        var left = max(lower - 2, leftmost), right = min(upper + 2, rightmost)
        guard left < lower, right > upper else { return nil }
        let texts = [frame.head(settings), frame.foot(settings) ?? ""]
        let wanted = (texts.map(\.cellWidth).max() ?? 0) + 5
        right = max(right, min(left + wanted - 1, rightmost - 2 * nesting))
        left = min(left, max(right - wanted + 1, leftmost + 2 * nesting))
        guard texts.allSatisfy({ $0.narrowestWrap <= right - left - 3 }) else { return nil }
        var outline = outline(index, cells: right - left - 3)
        outline.columns = left...right
        return outline
    }

    /// The columns that a frame's own events take.
    private func extent(of frame: Frame) -> ClosedRange<Int> {
        var (lower, upper) = (
            lifelines.columns[frame.lifelines.lowerBound], lifelines.columns[frame.lifelines.upperBound]
        )
        for index in frame.events {
            let event = timeline.events[index]
            guard let touched = timeline.lifelines(of: event), frame.lifelines.contains(touched.lowerBound),
                frame.lifelines.contains(touched.upperBound), let cells = extent(of: event)
            else { continue }
            lower = min(lower, cells.lowerBound)
            upper = max(upper, cells.upperBound)
        }
        return lower...upper
    }

    private func extent(of event: Event) -> ClosedRange<Int>? {
        switch event.kind {
        case .sent(let index):
            let message = timeline.messages[index]
            guard let way = lifelines.way(of: message) else {
                return aside(of: message.sender, cells: MessageLabel(index, in: timeline, settings).name.cellWidth + 4)
            }
            guard let dot = way.dot else { return nil }
            return min(dot, way.columns.lowerBound)...max(dot, way.columns.upperBound - 1)
        case .state(let owner, let text): return extent(ofState: settings.text(text), of: owner)
        case .action(let owner, let text): return aside(of: owner, cells: settings.text(text).cellWidth)
        case .timerStarted(let index):
            let timer = timeline.timers[index]
            let label = TimerLabel(timer, settings)
            return aside(of: timer.owner, cells: label.running.cellWidth + 1 + TimerLabel.barCells)
        case .timerFired(let index):
            let timer = timeline.timers[index]
            return aside(of: timer.owner, cells: TimerLabel(timer, settings).fired.cellWidth)
        case .note(let range, let text): return lifelines.noteSpan(range, text: settings.text(text))
        case .created(let owner):
            return timeline.participants[owner].state.map { extent(ofState: settings.text($0), of: owner) }
        default: return nil
        }
    }

    private func extent(ofState text: String, of owner: Int) -> ClosedRange<Int> {
        let column = lifelines.columns[owner], width = text.cellWidth
        if lifelines.hasMargins, owner == 0 { return column - 2 - width...column }
        if lifelines.hasMargins, owner == lifelines.columns.count - 1 { return column...column + 2 + width }
        return column - width / 2...column + width / 2
    }

    /// The columns of a text of a lifeline's own, at most the gap in which it stands.
    private func aside(of owner: Int, cells: Int) -> ClosedRange<Int> {
        let room = lifelines.aside(of: owner), column = lifelines.columns[owner]
        let width = max(min(cells + 1, room.count - 2), 0)
        return room.lowerBound > column ? column...column + width : column - width...column
    }
}
