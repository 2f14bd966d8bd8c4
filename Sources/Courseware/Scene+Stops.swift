public import Timelines

extension Scene {
    /// Where the player stops: for each step the moment at which its animation has ended, in order.
    ///
    /// A step about a message ends when the message does, any other with its event. What happens at that same instant
    /// is shown too, up to but not including the next step's event; the last step shows everything to the end.
    public var stops: [Moment] {
        let events = timeline.events
        var stops: [Moment] = []
        for (index, step) in steps.enumerated() {
            guard index + 1 < steps.count else {
                stops.append(timeline.finish)
                break
            }
            let next = steps[index + 1].event
            let settled = settlement(of: step.event)
            // Of events at the same instant those before the next step's; of all others none is at that instant.
            let before = timeline.moment(before: settled).happened
            let through = timeline.moment(at: settled).happened
            let happened = max(before, min(through, next), step.event + 1)
            let stop = Moment(settled, happened: min(happened, events.count))
            stops.append(max(stop, stops.last ?? .start))
        }
        return stops
    }

    /// When what begins with an event has come to rest.
    private func settlement(of event: Int) -> Instant {
        guard timeline.events.indices.contains(event) else { return timeline.end }
        let happening = timeline.events[event]
        guard case .sent(let message) = happening.kind else { return happening.instant }
        return timeline.messages[message].end
    }
}

extension Timeline {
    /// The moment at `instant` with nothing of that instant done.
    fileprivate func moment(before instant: Instant) -> Moment {
        guard instant.nanoseconds > 0 else { return Moment(instant, happened: 0) }
        return Moment(instant, happened: moment(at: Instant(nanoseconds: instant.nanoseconds - 1)).happened)
    }
}
