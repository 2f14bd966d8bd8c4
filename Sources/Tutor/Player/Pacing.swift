import Courseware
import Timelines

/// How a scene is played: virtual time stretched so that a learner can follow it.
///
/// *Show time* is the milliseconds a scene takes on the screen at speed 1×. A message of typical length takes
/// ``flight`` to cross; long waits are shortened, simultaneous events come one after the other.
///
///     virtual   0 ms ──────── 20 ms│20 ms│20 ms ─────── 40 ms ─────────────────────── 1 s
///     show      0 ─────────── 1200 │1400 │1600 ──────── 2800 ────── 5200
///
/// The mapping is monotone and piecewise linear, so that seeking and going back are arithmetic.
struct Pacing: Equatable, Sendable {
    private struct Knot: Equatable {
        var show: Int64
        var moment: Moment
    }

    /// Show time of a typical message's journey, in milliseconds.
    static let flight: Int64 = 1200
    /// The shortest and longest that the time between two instants is shown, in milliseconds.
    private static let shortest: Int64 = 80, longest: Int64 = 2600
    /// What each further event of the same instant takes, in milliseconds.
    private static let beat: Int64 = 160

    private var knots: [Knot]
    /// Show time at which each step ends, in milliseconds; one for each of the scene's steps.
    private(set) var stops: [Int64] = []

    init(_ scene: Scene) {
        let timeline = scene.timeline
        let flights = timeline.messages.map { ($0.end - $0.departure).nanoseconds }.filter { $0 > 0 }.sorted()
        let typical = flights.isEmpty ? 1_000_000 : flights[flights.count / 2]
        knots = [Knot(show: 0, moment: .start)]
        var show: Int64 = 0
        for (index, event) in timeline.events.enumerated() {
            let before = knots[knots.count - 1].moment
            let gap = (event.instant - before.instant).nanoseconds
            if gap > 0 {
                let shown = Span(nanoseconds: gap).scaled(by: Self.flight, over: max(typical, 1)).nanoseconds
                show += min(max(shown, Self.shortest), Self.longest)
                knots.append(Knot(show: show, moment: Moment(event.instant, happened: index)))
            }
            if index > 0, !Self.isQuiet(event.kind) { show += Self.beat }
            knots.append(Knot(show: show, moment: Moment(event.instant, happened: index + 1)))
        }
        stops = scene.stops.map { stop in self.show(at: stop) }
    }

    /// Events that belong to the one before and take no time of their own.
    private static func isQuiet(_ kind: Event.Kind) -> Bool {
        switch kind {
        case .arrived, .lost, .timerCancelled, .work, .created: true
        default: false
        }
    }

    /// How long the whole scene takes at speed 1×, in milliseconds.
    var length: Int64 { knots[knots.count - 1].show }

    /// The moment shown after `show` milliseconds; clamped to the scene.
    func moment(at show: Int64) -> Moment {
        var low = 0, high = knots.count  // The first knot after the time.
        while low < high {
            let middle = (low + high) / 2
            if knots[middle].show <= show { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return .start }
        let before = knots[low - 1]
        guard low < knots.count else { return before.moment }
        let after = knots[low]
        let share = (after.moment.instant - before.moment.instant).scaled(
            by: show - before.show, over: max(after.show - before.show, 1))
        return Moment(before.moment.instant + share, happened: before.moment.happened)
    }

    /// The first show time at which `moment` is reached, in milliseconds.
    func show(at moment: Moment) -> Int64 {
        guard let index = knots.firstIndex(where: { $0.moment >= moment }) else { return length }
        let after = knots[index]
        guard index > 0, after.moment > moment else { return after.show }
        let before = knots[index - 1]
        let whole = (after.moment.instant - before.moment.instant).nanoseconds
        let part = (moment.instant - before.moment.instant).nanoseconds
        guard whole > 0 else { return after.show }
        return before.show + Span(nanoseconds: after.show - before.show).scaled(by: part, over: whole).nanoseconds
    }
}
