import Timelines

/// Which frames begin and end with an event, and how many rows their edges take there.
struct FrameEdges {
    private var opening: [Int: [FrameOutline]] = [:], closing: [Int: [FrameOutline]] = [:]

    /// The edges of outlines, each of which comes after those round it.
    init(_ outlines: [FrameOutline], in timeline: Timeline) {
        for outline in outlines {
            let events = timeline.frames[outline.frame].events
            opening[events.lowerBound, default: []].append(outline)
            closing[events.upperBound, default: []].insert(outline, at: 0)
        }
    }

    /// The frames that begin with an event, the outermost first.
    func outlines(beginningWith event: Int) -> [FrameOutline] { opening[event] ?? [] }

    /// The frames that end with an event, the innermost first.
    func outlines(endingWith event: Int) -> [FrameOutline] { closing[event] ?? [] }

    /// The rows of all upper edges above an event.
    func rows(beginningWith event: Int) -> Int { outlines(beginningWith: event).reduce(0) { $0 + $1.headRows } }

    /// The rows of all lower edges below an event.
    func rows(endingWith event: Int) -> Int { outlines(endingWith: event).reduce(0) { $0 + $1.footRows } }

    /// The frames on the rows that a scale has for their edges.
    func placed(on scale: TimeScale) -> [PlacedFrame] {
        var top: [Int: Int] = [:]
        for (event, outlines) in opening {
            var row = scale.rowsBefore[event] ?? 0
            for outline in outlines {
                top[outline.frame] = row
                row += outline.headRows
            }
        }
        var placed: [PlacedFrame] = []
        for (event, outlines) in closing {
            var row = scale.rowsAfter[event] ?? 0
            for outline in outlines {
                row += outline.footRows
                let first = top[outline.frame] ?? 0
                placed.append(PlacedFrame(outline: outline, rows: first...max(row - 1, first)))
            }
        }
        return placed.sorted { $0.outline.frame < $1.outline.frame }
    }
}
