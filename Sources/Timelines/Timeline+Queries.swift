public import Localization

extension Timeline {
    /// Where a message is at a moment.
    public enum Journey: Equatable, Sendable {
        /// It has not left yet.
        case toCome
        /// It is on its way; `travelled` nanoseconds of `total`, which is positive.
        case inFlight(travelled: Int64, total: Int64)
        /// It has arrived.
        case arrived
        /// It was lost.
        case lost
    }

    /// Where message `index` is at `moment`.
    public func journey(of index: Int, at moment: Moment) -> Journey {
        guard let departure = departures[index], departure < moment.happened else { return .toCome }
        let message = messages[index]
        if let ending = endings[index], ending < moment.happened { return message.isLost ? .lost : .arrived }
        let total = max((message.end - message.departure).nanoseconds, 1)
        let travelled = min(max((moment.instant - message.departure).nanoseconds, 0), total)
        return .inFlight(travelled: travelled, total: total)
    }

    /// The state of every participant at a moment; `nil` for one without states.
    public func states(at moment: Moment) -> [LocalizedText?] {
        var states = participants.map(\.state)
        for event in events.prefix(moment.happened) {
            if case .state(let owner, let state) = event.kind { states[owner] = state }
        }
        return states
    }

    /// The participant at which an event happens: the receiver for an arrival, the sender for what else befalls a message.
    ///
    /// `nil` for remarks and titles, which are nobody's.
    public func owner(of event: Event) -> Participant.Index? {
        switch event.kind {
        case .sent(let message), .lost(let message): messages[message].sender
        case .arrived(let message): messages[message].receiver
        case .state(let owner, _), .action(let owner, _): owner
        case .timerStarted(let timer), .timerCancelled(let timer), .timerFired(let timer): timers[timer].owner
        case .table(let change): change.owner
        case .work(let owner, _), .created(let owner), .destroyed(let owner): owner
        case .note, .phase, .divider, .gap: nil
        }
    }

    /// The leftmost and the rightmost lifeline that an event touches; `nil` for titles, which touch none.
    public func lifelines(of event: Event) -> ClosedRange<Participant.Index>? {
        switch event.kind {
        case .sent(let message): return lifelines(ofBroadcast: message)
        case .arrived(let message), .lost(let message):
            let (sender, receiver) = (messages[message].sender, messages[message].receiver)
            return min(sender, receiver)...max(sender, receiver)
        case .note(let lifelines, _): return lifelines
        default: return owner(of: event).map { $0...$0 }
        }
    }

    /// For each participant whether it exists at a moment: what is created later does not yet, what is destroyed no
    /// longer.
    public func existence(at moment: Moment) -> [Bool] {
        var exists = [Bool?](repeating: nil, count: participants.count)
        for (index, event) in events.enumerated() {
            let owner: Participant.Index, lives: Bool
            switch event.kind {
            case .created(let participant): (owner, lives) = (participant, true)
            case .destroyed(let participant): (owner, lives) = (participant, false)
            default: continue
            }
            if index < moment.happened {
                exists[owner] = lives
            } else if exists[owner] == nil {
                exists[owner] = !lives
            }
        }
        return exists.map { $0 ?? true }
    }

    /// A timer as it stands at some moment.
    public struct TimerReading: Equatable, Sendable {
        /// The timer, as an index in ``Timeline/timers``.
        public var timer: Int
        /// What is left until it fires; zero once it has.
        public var remaining: Span
        /// Whether it is still running.
        public var isRunning: Bool
    }

    /// Every timer that has been started by `moment`, in order of start.
    public func timers(at moment: Moment) -> [TimerReading] {
        var readings: [TimerReading] = []
        for event in events.prefix(moment.happened) {
            switch event.kind {
            case .timerStarted(let timer):
                let left = max(timers[timer].expiry - moment.instant, .zero)
                readings.append(TimerReading(timer: timer, remaining: left, isRunning: true))
            case .timerCancelled(let timer), .timerFired(let timer):
                guard let place = readings.lastIndex(where: { $0.timer == timer }) else { continue }
                readings[place].isRunning = false
                readings[place].remaining = max(timers[timer].expiry - event.instant, .zero)
            default: continue
            }
        }
        return readings
    }

    /// A cache, queue or other table as it stands at some moment.
    public struct Table: Equatable, Sendable {
        /// Whose it is.
        public var owner: Participant.Index
        /// Its title.
        public var name: LocalizedText
        /// How many rows it can hold, for queues.
        public var slots: Int?
        /// Its rows, oldest first.
        public var rows: [TableChange.Row]
        /// The event that changed it last.
        public var changedBy: Int
    }

    /// Every table that exists by `moment`, in order of first appearance.
    public func tables(at moment: Moment) -> [Table] {
        var tables: [Table] = []
        for (index, event) in events.prefix(moment.happened).enumerated() {
            guard case .table(let change) = event.kind else { continue }
            let known = tables.firstIndex { $0.owner == change.owner && $0.name == change.name }
            let place = known ?? tables.count
            if known == nil {
                tables.append(Table(owner: change.owner, name: change.name, slots: nil, rows: [], changedBy: index))
            }
            tables[place].apply(change, by: index)
        }
        return tables
    }
}

extension Timeline.Table {
    mutating func apply(_ change: TableChange, by event: Int) {
        slots = change.slots ?? slots
        changedBy = event
        rows.removeAll { change.removed.contains($0.key) }
        for row in change.set {
            if let place = rows.firstIndex(where: { $0.key == row.key }) {
                rows[place] = row
            } else {
                rows.append(row)
            }
        }
    }
}
