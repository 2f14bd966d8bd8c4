public import Localization

/// A state on the way of a connection, and what led to it.
public struct StateStep: Hashable, Sendable {
    /// The state.
    public var state: ConnectionState
    /// When it was entered.
    public var instant: Instant
    /// The event with which it was entered; `nil` for where the way begins.
    public var event: Int?
    /// What led to it, by the ways that there are; `nil` where it begins, where no way leads, and where none of several
    /// is what happened.
    public var trigger: ConnectionState.Trigger?
    /// What the application, or the host itself, did to bring it about.
    public var deed: LocalizedText?
}

extension Timeline {
    /// The way of a participant's connection from state to state, up to a moment; the present state last.
    ///
    /// Where the records of connections are told, they say which states are of this one; before and after it there is LISTEN
    /// or CLOSED. Elsewhere they are the participant's states, as far as TCP knows them.
    public func statePath(of owner: Participant.ID, connection: Int = 1, until moment: Moment) -> [StateStep] {
        guard let index = participants.firstIndex(where: { $0.id == owner }) else { return [] }
        let block = controlBlock(of: owner, connection: connection)
        guard block != nil || connection == 1 else { return [] }
        var states = statesOfHost(index, outside: block, until: moment)
        for entry in block?.entries(until: moment) ?? [] {
            let isGone = entry.fields == nil
            // What was gone before the timeline begins is no part of the way.
            if isGone, entry.moment == .start { continue }
            guard let state = isGone ? stateAfter(entry, at: index) : entry.fields?.state else { continue }
            states.append((state, entry.moment))
        }
        let order = states.indices.sorted { (states[$0].since, $0) < (states[$1].since, $1) }
        var path: [StateStep] = []
        for (state, since) in order.map({ states[$0] }) where state != path.last?.state {
            // What was at the beginning has no history.
            if since == .start { path.removeAll() }
            path.append(step(to: state, since, from: path.last?.state, at: index))
        }
        return path
    }

    /// What is left when a record goes: what was half-open goes back to LISTEN, where the host says so.
    private func stateAfter(_ entry: ControlBlock.Entry, at index: Participant.Index) -> ConnectionState {
        let event = entry.happened - 1
        guard events.indices.contains(event), case .state(index, let text) = events[event].kind,
            ConnectionState(name: text(.english)) == .listen
        else { return .closed }
        return .listen
    }

    /// States that belong to the participant and not to a connection that is told of.
    private func statesOfHost(
        _ index: Participant.Index, outside block: ControlBlock?, until moment: Moment
    ) -> [(state: ConnectionState, since: Moment)] {
        var states: [(state: ConnectionState, since: Moment)] = []
        if let first = participants[index].state.flatMap({ ConnectionState(name: $0(.english)) }) {
            states.append((block.map { stateOfHost(index, before: $0) } ?? first, .start))
        }
        for (number, event) in events.prefix(moment.happened).enumerated() {
            guard case .state(index, let text) = event.kind, let state = ConnectionState(name: text(.english)) else {
                continue
            }
            let since = Moment(event.instant, happened: number + 1)
            if let block {
                // Another connection's end is nothing to this one, but a listener that goes takes LISTEN along.
                let stopsListening = state == .closed && states.last?.state == .listen && isOfHost(event)
                guard state == .listen || stopsListening, block.life(at: since).isEmpty else { continue }
            }
            states.append((state, since))
        }
        return states
    }

    /// The state of a host when the timeline begins, as far as a connection is concerned that comes later.
    ///
    /// Where SYNs are answered somebody listens, and if nobody is seen to begin to, it was before.
    private func stateOfHost(_ index: Participant.Index, before block: ControlBlock) -> ConnectionState {
        guard let first = block.entries.first(where: { $0.fields?.state != nil }), first.fields?.state != .synSent
        else {
            return .closed
        }
        let beginsToListen = events.prefix(first.happened).contains { event in
            guard case .state(index, let text) = event.kind else { return false }
            return ConnectionState(name: text(.english)) == .listen
        }
        return beginsToListen ? .closed : .listen
    }

    private func isOfHost(_ event: Event) -> Bool { ["host-down", "listener-gone"].contains(event.rule?.id) }

    private func step(
        to state: ConnectionState, _ since: Moment, from former: ConnectionState?, at index: Participant.Index
    ) -> StateStep {
        var step = StateStep(state: state, instant: since.instant)
        let event = since.happened - 1
        guard let former, events.indices.contains(event) else { return step }
        step.event = event
        let cause = cause(of: event, at: index)
        if case .action(_, let deed) = cause { step.deed = deed }
        let triggers = former.ways.filter { $0.target == state }.map(\.trigger)
        step.trigger =
            triggers.first { self.is($0, cause) } ?? (cause == nil || triggers.count == 1 ? triggers.first : nil)
        if step.trigger?.isCall == false { step.deed = nil }
        return step
    }

    /// What brought a change of state about, or where nobody says so the last thing that befell the participant just then.
    private func cause(of event: Int, at index: Participant.Index) -> Event.Kind? {
        if let cause = events[event].cause, events.indices.contains(cause) { return events[cause].kind }
        return events.prefix(event).reversed().prefix { $0.instant == events[event].instant }.first {
            switch $0.kind {
            case .action(index, _): true
            case .arrived(let message): messages[message].receiver == index
            case .timerFired(let timer): timers[timer].owner == index
            default: false
            }
        }?.kind
    }

    /// Whether a trigger is of the same sort as what happened.
    private func `is`(_ trigger: ConnectionState.Trigger, _ cause: Event.Kind?) -> Bool {
        switch cause {
        case .action: return trigger.isCall
        case .timerFired: return trigger == .timeout || trigger == .twoMSL
        case .arrived(let message):
            let isReset = messages[message].label(.english).contains("RST")
            return isReset
                ? trigger == .reset || trigger == .passiveReset
                : !trigger.isCall && !trigger.isSudden && trigger != .twoMSL && trigger != .passiveReset
        default: return false
        }
    }
}
