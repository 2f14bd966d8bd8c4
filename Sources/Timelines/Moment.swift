/// A place on a timeline finer than an instant: when it is, and how many of the events have happened.
///
/// Several events may share an instant (a segment arrives, the state changes, the reply leaves); a learner who
/// steps through them stands *between* events of the same instant. Every frame is a function of a moment.
public struct Moment: Hashable, Comparable, Sendable {
    /// The virtual time.
    public var instant: Instant
    /// How many events have happened: the timeline's events `0..<happened`.
    public var happened: Int

    /// A moment at `instant` with the first `happened` events past.
    public init(_ instant: Instant, happened: Int) {
        self.instant = instant
        self.happened = happened
    }

    /// Before anything has happened.
    public static let start = Moment(.zero, happened: 0)

    /// Orders moments from earlier to later.
    public static func < (earlier: Moment, later: Moment) -> Bool {
        (earlier.instant, earlier.happened) < (later.instant, later.happened)
    }
}
