import Timelines

/// Time laid out down the page: which row an instant stands on, to a quarter of a row.
///
/// Equal times take equal rows, with two exceptions that are always drawn as such: a long wait in which nothing travels
/// is *folded* into a marked break, and some events get *still* rows of their own, on which no time passes.
/// Rows are 0-based; a quarter is a quarter of a row, the height of a braille dot.
struct TimeScale: Equatable {
    /// A break in the scale.
    struct Fold: Equatable {
        /// The row that carries the break's mark.
        var row: Int
        /// How much time it stands for.
        var span: Span
        /// The event that ends it.
        var event: Int
    }

    /// Rows on which no time passes, at one event.
    struct StillRows: Equatable {
        /// Rows above what the event itself shows, for frames that begin with it.
        var before = 0
        /// Rows of the event's own.
        var own = 0
        /// Rows below, for frames that end with it.
        var after = 0
    }

    private struct Knot: Equatable {
        var instant: Int64
        var quarter: Int
    }

    private var knots = [Knot(instant: 0, quarter: 4)]
    /// Rows added on which no time passes: for each event that has some of its own the first of them.
    private(set) var stillRow: [Int: Int] = [:]
    /// The first of the rows added above an event, and of those below it.
    private(set) var rowsBefore: [Int: Int] = [:], rowsAfter: [Int: Int] = [:]
    private(set) var folds: [Fold] = []
    /// For each event the quarter at which it happens.
    private(set) var quarterOfEvent: [Int] = []

    /// Rows that a fold takes.
    private static let foldRows = 3

    /// Lays out the events of a timeline.
    ///
    /// - Parameters:
    ///   - timeline: What happened.
    ///   - nanosecondsPerRow: The scale; positive.
    ///   - foldBeyond: Waits of more rows than this, in which nothing travels, are folded.
    ///   - stillRows: How many rows on which no time passes an event gets, by event index; is told whether the wait
    ///     before it is folded.
    init(
        _ timeline: Timeline, nanosecondsPerRow: Int64, foldBeyond: Int,
        stillRows: (_ event: Int, _ isFolded: Bool) -> StillRows
    ) {
        var busyUntil: Int64 = 0
        for (index, event) in timeline.events.enumerated() {
            let last = knots[knots.count - 1]
            let now = event.instant.nanoseconds
            var isFolded = false
            if now > last.instant {
                let quarters = max(Int(clamping: (now - last.instant) * 4 / max(nanosecondsPerRow, 1)), 1)
                if quarters > foldBeyond * 4, busyUntil <= last.instant {
                    let top = (last.quarter + 3) / 4
                    isFolded = true
                    folds.append(Fold(row: top + 1, span: Span(nanoseconds: now - last.instant), event: index))
                    knots.append(Knot(instant: now, quarter: (top + Self.foldRows) * 4))
                } else {
                    knots.append(Knot(instant: now, quarter: last.quarter + quarters))
                }
            }
            let rows = stillRows(index, isFolded)
            if rows.before + rows.own > 0 {
                let top = addStillRows(rows.before + rows.own, at: now)
                if rows.before > 0 { rowsBefore[index] = top }
                if rows.own > 0 { stillRow[index] = top + rows.before }
            }
            quarterOfEvent.append(knots[knots.count - 1].quarter)
            if rows.after > 0 { rowsAfter[index] = addStillRows(rows.after, at: now) }
            if case .sent(let message) = event.kind {
                busyUntil = max(busyUntil, timeline.end(ofBroadcast: message).nanoseconds)
            }
        }
    }

    /// Adds rows on which no time passes, beginning on a whole row below whatever stands at this instant; answers the
    /// first of them.
    private mutating func addStillRows(_ count: Int, at instant: Int64) -> Int {
        let top = knots[knots.count - 1].quarter / 4 + 1
        knots.append(Knot(instant: instant, quarter: (top + count) * 4))
        return top
    }

    /// The quarter at which a time between two events stands; the later one where time stands still.
    func quarter(of instant: Instant) -> Int {
        var low = 0, high = knots.count  // The first knot later than the instant.
        while low < high {
            let middle = (low + high) / 2
            if knots[middle].instant <= instant.nanoseconds { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return knots[0].quarter }
        let before = knots[low - 1]
        guard low < knots.count else { return before.quarter }
        let after = knots[low]
        let share = Span(nanoseconds: instant.nanoseconds - before.instant).scaled(
            by: Int64(after.quarter - before.quarter), over: max(after.instant - before.instant, 1))
        return before.quarter + Int(share.nanoseconds)
    }

    /// The row where an event happens: the first of its own, if it has some.
    func row(of event: Int) -> Int { stillRow[event] ?? quarterOfEvent[event] / 4 }

    /// Rows that everything takes.
    var rows: Int { knots[knots.count - 1].quarter / 4 + 2 }
}
