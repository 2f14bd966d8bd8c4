public import Timelines

extension Scene {
    /// Where the player stops: for each step the moment at which its animation has ended, in order.
    ///
    /// A step about a message ends when the message does, any other with its event. What happens at that same instant is
    /// shown too, up to the next step's event or the next message that leaves or arrives: a message is never seen to
    /// have just left. The last step shows everything to the end.
    public var stops: [Moment] {
        var stops: [Moment] = []
        for (index, step) in steps.enumerated() {
            guard index + 1 < steps.count else {
                stops.append(timeline.finish)
                break
            }
            let settled = settlement(of: step.event)
            let happened = max(rest(of: step.event, at: settled, before: steps[index + 1].event), step.event + 1)
            stops.append(max(Moment(settled, happened: happened), stops.last ?? .start))
        }
        return stops
    }

    /// How many events have happened when a step comes to rest at `settled`.
    ///
    /// Counted are the event that ends it and what follows from that at the same instant, up to the next step or the
    /// next message that leaves, arrives or is lost.
    private func rest(of event: Int, at settled: Instant, before next: Int) -> Int {
        let events = timeline.events
        var last = event
        if case .sent(let message) = events[event].kind { last = timeline.endings[message] ?? event }
        var happened = last + 1
        while happened < events.count, happened != next, events[happened].instant == settled {
            switch events[happened].kind {
            case .sent, .arrived, .lost: return happened
            default: happened += 1
            }
        }
        return happened
    }

    /// When what begins with an event has come to rest.
    private func settlement(of event: Int) -> Instant {
        guard timeline.events.indices.contains(event) else { return timeline.end }
        let happening = timeline.events[event]
        guard case .sent(let message) = happening.kind else { return happening.instant }
        return timeline.messages[message].end
    }
}
