import CellGrid
import Ladder
import Timelines

/// Where frames begin and end, as lines of plain text.
///
///              >> loop 3×: until somebody answers
///     0.000 s  Client to Server: SYN
///              << end of: loop 3×: until somebody answers
struct FrameSentences {
    let timeline: Timeline
    let appearance: Appearance
    /// The indentation of what has no time of its own: the width of `0.000 s  `.
    private static let indent = "         "

    /// The frames that begin with an event, the outermost first.
    func lines(before event: Int) -> [String] {
        frames { $0.lowerBound == event }.map { Self.indent + ">> " + $0.head(appearance.ladder).sanitized }
    }

    /// The frames that end with an event, the innermost first, and what else could have happened.
    func lines(after event: Int) -> [String] {
        frames { $0.upperBound == event }.reversed().map { frame in
            let foot = frame.foot(appearance.ladder).map { appearance.say(" (\($0))", "（\($0)）") } ?? ""
            let end = appearance.say("end of: ", "结束：") + frame.head(appearance.ladder)
            return Self.indent + "<< " + (end + foot).sanitized
        }
    }

    private func frames(_ isWanted: (ClosedRange<Int>) -> Bool) -> [Frame] {
        timeline.frames.filter { $0.isDrawn && isWanted($0.events) }
    }
}
