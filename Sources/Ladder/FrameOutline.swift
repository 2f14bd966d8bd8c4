import CellGrid
import Localization
public import Timelines

/// A frame of the timeline as it is drawn: a box round its events, or two rules where there is no room for boxes.
///
///     ┌ loop 3×: until somebody answers ┼───┐        ┌─ loop 3×: until somebody answers ──────
///     │      │──── SYN ────────────────▶│   │               │──── SYN ────────────▶│
///     └ otherwise: the SYN is lost ─────┼───┘        └─ otherwise: the SYN is lost ───────────
struct FrameOutline: Equatable, Sendable {
    /// The frame, as an index in ``Timeline/frames``.
    var frame: Int
    /// How many of the frames that are drawn it stands in.
    var nesting: Int
    /// The columns of its left and right edge; `nil` for rules.
    var columns: ClosedRange<Int>?
    /// The lines of its title, the first of which stands in its upper edge.
    var head: [String]
    /// The lines of what it says at its end, the last of which stands in its lower edge; may be empty.
    var foot: [String]

    /// Rows of its upper and of its lower edge, with the lines that need rows of their own.
    var headRows: Int { max(head.count, 1) }
    var footRows: Int { max(foot.count, 1) }
}

/// A frame's outline and the rows that it stands on.
struct PlacedFrame: Equatable, Sendable {
    var outline: FrameOutline
    /// The rows of its edges, and all between.
    var rows: ClosedRange<Int>
}

extension Frame {
    /// Whether it is drawn: only what has a title says more than a look at the ladder does.
    public var isDrawn: Bool { title != nil }

    /// What it says where it begins: `loop 3×: until somebody answers`.
    public func head(_ settings: LadderSettings) -> String {
        let title = title.map(settings.text) ?? ""
        switch kind {
        case .loop(let times):
            let sign = settings.charset.adapt("×")
            return settings.say("loop \(times)\(sign): \(title)", "循环\(times)次：\(title)")
        case .alternatives: return settings.say("if: \(title)", "如果：\(title)")
        case .parallel: return settings.say("at the same time: \(title)", "同时：\(title)")
        case .group: return title
        }
    }

    /// What it says where it ends: what else could have happened.
    public func foot(_ settings: LadderSettings) -> String? {
        guard case .alternatives(let otherwise) = kind, !otherwise.isEmpty else { return nil }
        let others = otherwise.map(settings.text).joined(separator: settings.say("; ", "；"))
        return settings.say("otherwise: \(others)", "否则：\(others)")
    }
}

extension Timeline {
    /// The frames that are drawn, as indices, each after those round it.
    var drawnFrames: [Int] { frames.indices.filter { frames[$0].isDrawn } }

    /// Whether one frame stands in another.
    func isFrame(_ inner: Int, inside outer: Int) -> Bool {
        guard inner != outer, frames[inner].depth > frames[outer].depth else { return false }
        return frames[outer].events.contains(frames[inner].events.lowerBound)
            && frames[outer].events.contains(frames[inner].events.upperBound)
    }

    /// How many frames stand one in another in this one, itself included.
    func height(ofFrame index: Int) -> Int {
        let deepest = drawnFrames.filter { isFrame($0, inside: index) }.map { frames[$0].depth }.max()
        return 1 + (deepest.map { $0 - frames[index].depth } ?? 0)
    }
}
