public import Timelines

extension Timeline {
    /// The event that a cursor on the ladder is on when it is meant to be on this one; `nil` where no cursor can stand.
    ///
    /// A message is one place, from its departure to its arrival or loss.
    public func pointedEvent(for event: Int) -> Int? {
        guard events.indices.contains(event) else { return nil }
        switch events[event].kind {
        case .sent, .state, .timerStarted, .timerFired, .action, .destroyed: return event
        case .arrived(let message), .lost(let message): return departures[message]
        case .timerCancelled, .table, .note, .phase, .divider, .gap, .work, .created: return nil
        }
    }

    /// The events that a cursor can be put on to answer a question, in order.
    public var pointedEvents: [Int] { events.indices.filter { pointedEvent(for: $0) == $0 } }
}
