extension Timeline {
    /// The messages that are one frame with the message of this index, in order of departure: itself, and for a
    /// broadcast those to the other receivers.
    public func broadcast(of index: Int) -> ClosedRange<Int> {
        guard messages.indices.contains(index) else { return index...index }
        var first = index, last = index
        while first > 0, messages[first].sharesDeparture { first -= 1 }
        while messages.indices.contains(last + 1), messages[last + 1].sharesDeparture { last += 1 }
        return first...last
    }

    /// Whether the message of this index is one of several receivers' of one frame.
    public func isBroadcast(_ index: Int) -> Bool { broadcast(of: index).count > 1 }

    /// Where the message's frame is at `moment`: on its way until its last way has ended, and lost only when nobody has it.
    public func journey(ofBroadcast index: Int, at moment: Moment) -> Journey {
        let journeys = broadcast(of: index).map { journey(of: $0, at: moment) }
        let flying = journeys.first { if case .inFlight = $0 { true } else { false } }
        return flying ?? journeys.first { $0 == .arrived } ?? journeys.first ?? .toCome
    }

    /// When the last receiver of the message's frame has it, or has lost it.
    public func end(ofBroadcast index: Int) -> Instant {
        broadcast(of: index).map { messages[$0].end }.max() ?? .zero
    }

    /// The event with which the last way of the message's frame ends, if the timeline goes on that long.
    public func ending(ofBroadcast index: Int) -> Int? {
        let all = broadcast(of: index).map { endings[$0] }
        return all.contains(nil) ? nil : all.compactMap { $0 }.max()
    }

    /// The leftmost and the rightmost lifeline that the message's frame touches.
    public func lifelines(ofBroadcast index: Int) -> ClosedRange<Participant.Index> {
        let ends = broadcast(of: index).flatMap { [messages[$0].sender, messages[$0].receiver] }
        return (ends.min() ?? 0)...(ends.max() ?? 0)
    }
}
