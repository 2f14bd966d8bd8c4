public import Timelines

extension Scene {
    /// Where the player stops: for each step the moment at which its animation has ended, in order.
    ///
    /// A step about a message ends when the message does, a broadcast with the last of its ways, any other with its event.
    /// What happens at that same instant is shown too, up to the next step's event, the next message that leaves, or the
    /// end of one that is the next step's or left after it: a message is never seen to have just left. A message that is
    /// under way for so long that the next step ends before it is left in flight when that step begins. The last step
    /// shows everything to the end.
    public var stops: [Moment] { timeline.stops(of: steps) }
}

extension Timeline {
    fileprivate func stops(of steps: [Step]) -> [Moment] {
        var stops = steps.isEmpty ? [] : [finish]
        for (step, next) in zip(steps, steps.dropFirst()).reversed() {
            let settled = settlement(of: step.event)
            let happened = max(rest(of: step.event, at: settled, before: next.event), step.event + 1)
            let end = Moment(settled, happened: happened)
            let isOutrun = stops.last.map { $0 < end } == true && isFlying(step.event, at: next.event)
            stops.append(isOutrun ? Moment(events[next.event].instant, happened: next.event) : end)
        }
        stops.reverse()
        for index in stops.indices.dropFirst() { stops[index] = max(stops[index], stops[index - 1]) }
        return stops
    }

    /// Whether an event is the departure of a message that has been under way for a while when another event comes.
    private func isFlying(_ departure: Int, at event: Int) -> Bool {
        guard events.indices.contains(departure), events.indices.contains(event),
            case .sent(let message) = events[departure].kind
        else { return false }
        let isLater = events[event].instant > events[departure].instant
        return isLater && ending(ofBroadcast: message).map { event < $0 } ?? true
    }

    /// How many events have happened when a step comes to rest at `settled`.
    ///
    /// Counted are the event that ends it and whatever follows at the same instant, on other branches too, up to the next
    /// step, the next message that leaves, or the end of one that did not leave before that step.
    private func rest(of event: Int, at settled: Instant, before next: Int) -> Int {
        var last = event
        if case .sent(let message) = events[event].kind { last = ending(ofBroadcast: message) ?? event }
        var happened = last + 1
        while happened < events.count, happened != next, events[happened].instant == settled {
            switch events[happened].kind {
            case .sent: return happened
            case .arrived(let message), .lost(let message):
                guard let departure = departures[message], departure < next else { return happened }
                happened += 1
            default: happened += 1
            }
        }
        return happened
    }

    /// When what begins with an event has come to rest.
    private func settlement(of event: Int) -> Instant {
        guard events.indices.contains(event) else { return end }
        let happening = events[event]
        guard case .sent(let message) = happening.kind else { return happening.instant }
        return end(ofBroadcast: message)
    }
}
