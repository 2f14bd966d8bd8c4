import CellGrid
import Timelines

/// A message's path through true time as characters: columns are the way, rows are the time it takes.
///
/// In Unicode the path is drawn with braille dots, two by four to a cell, in ASCII with `` ` `` `-` `.` `_`, which sit
/// at four heights of a cell.
struct SlantedLine {
    /// One character of the path.
    struct Mark: Equatable {
        var column: Int
        var row: Int
        var glyph: Character
    }

    private struct Place: Hashable {
        var column: Int
        var row: Int
    }

    /// The characters of the path, sender first.
    private(set) var marks: [Mark] = []
    /// Where the path ends: the cell of the arrow head, the packet, or the mark of loss.
    private(set) var tip: (column: Int, row: Int)

    /// The path of `message` over `columns` (strictly between the lifelines), as far as it has come by `now`.
    ///
    /// - Parameters:
    ///   - message: The message; its sender stands at the left end when `isRightward`.
    ///   - columns: The cells between the two lifelines.
    ///   - isRightward: Which way it goes.
    ///   - now: How much of it is drawn.
    ///   - scale: Rows for times.
    ///   - isASCII: Whether braille is out of reach.
    init(
        _ message: Message, columns: Range<Int>, isRightward: Bool, now: Instant, scale: TimeScale, isASCII: Bool
    ) {
        let reach = message.isLost ? max(columns.count * 3 / 5, 1) : columns.count
        let total = max((message.end - message.departure).nanoseconds, 1)
        let travelled = min(max((now - message.departure).nanoseconds, 0), total)
        let halves = reach * 2
        let done = Int(Span(nanoseconds: travelled).scaled(by: Int64(halves), over: total).nanoseconds)
        let start = scale.quarter(of: message.departure)
        tip = (isRightward ? columns.lowerBound : columns.upperBound - 1, start / 4)
        var dots: [Place: Int] = [:]
        var order: [Place] = []
        var previous: Int?
        for half in 0..<max(min(done, halves), 1) {
            let time = message.departure + Span(nanoseconds: total).scaled(by: Int64(half), over: Int64(halves))
            // The path begins where the message leaves, not at the end of still rows at that instant.
            let quarter = half == 0 ? start : scale.quarter(of: time)
            let column = isRightward ? columns.lowerBound + half / 2 : columns.upperBound - 1 - half / 2
            for y in min(previous.map { $0 + 1 } ?? quarter, quarter)...quarter {
                let place = Place(column: column, row: y / 4)
                if dots[place] == nil { order.append(place) }
                let isLeftDot = isRightward ? half % 2 == 0 : half % 2 == 1
                dots[place, default: 0] |= Self.dot(left: isLeftDot, y: y % 4, isASCII: isASCII)
            }
            previous = quarter
            tip = (column, quarter / 4)
        }
        marks = order.map { Mark(column: $0.column, row: $0.row, glyph: Self.glyph(dots[$0] ?? 0, isASCII: isASCII)) }
    }

    /// The bit of a dot: braille's numbering (Unicode chapter 21.1), or in ASCII one bit for each height.
    private static func dot(left: Bool, y: Int, isASCII: Bool) -> Int {
        if isASCII { return 1 << y }
        let bits = left ? [0x01, 0x02, 0x04, 0x40] : [0x08, 0x10, 0x20, 0x80]
        return bits[y]
    }

    private static func glyph(_ dots: Int, isASCII: Bool) -> Character {
        guard isASCII else { return Unicode.Scalar(UInt32(0x2800 + dots)).map(Character.init) ?? " " }
        let heights: [Character] = ["`", "-", ".", "_"]
        return heights[min(dots.trailingZeroBitCount, 3)]
    }
}
