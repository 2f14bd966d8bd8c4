import Localization
import LocatedJSON
import Timelines

/// Performs a script: gives every entry its instant, and so turns a list of entries into a timeline.
///
/// There is one clock, which each entry moves on: a message to its arrival, a pause by its length, a firing timer to
/// its expiry. `parallel` gives each of its lists a clock of its own and goes on with the latest. A timer belongs to
/// its name and participant; starting it while it runs stops the running one first. Of `alternatives` one telling
/// performs one branch: the first, unless another is chosen for it.
struct ScriptPerformance {
    /// More than anybody will watch, and few enough to draw.
    static let mostEvents = 20_000
    /// More frames than anybody will keep apart.
    static let mostFrames = 500

    private let participants: [Participant]
    /// The ids of the branches that are performed in the place of the first.
    let chosen: Set<String>
    /// Whether what happens is held against the rules of its protocols.
    private let judges: Bool
    let log: FaultLog
    var builder: TimelineBuilder
    /// For each happening where it was written.
    private(set) var origins: [Origin] = []
    /// How many frames what is performed stands in.
    var depth = 0
    /// How many loops of what is performed are beyond their first round.
    var repetitions = 0
    private var performedEntries = 0
    /// How many frames have been drawn up.
    var frameCount = 0
    private var steps: [(ticket: TimelineBuilder.Ticket, narration: ScriptEntry.Narration)] = []
    private var anchors = UsedIDs(of: "the entry")
    private var timers: [ScriptEntry.TimerName: RunningTimer] = [:]
    /// Names of timers that were started in a way that could not be read: nothing is known about them.
    private var doubtfulTimers: Set<LocalizedText> = []
    private var tableEntries: [(ticket: TimelineBuilder.Ticket, place: Place)] = []
    /// What protocols have rules about.
    private var judgedEntries: [(ticket: TimelineBuilder.Ticket, spots: ScriptSpots)] = []
    /// Whether entries are missing because they could not be read; what the rest leads to is then uncertain.
    private(set) var hasGaps = false
    private var hasUnreadableEntries = false
    private(set) var isOverfull = false
    private var hasLives = false
    /// When quantities get values.
    private var measures: [(instant: Instant, place: Place)] = []
    /// Who does not exist, as far as the script has come.
    private var absent: Set<Participant.Index> = []

    private struct RunningTimer {
        var ticket: TimelineBuilder.TimerTicket
        var name: String
        var start: Instant, expiry: Instant
        var place: Place
    }

    init(
        participants: [Participant], isNumbered: Bool = false, choosing chosen: Set<String> = [], judges: Bool = true,
        log: FaultLog
    ) {
        self.participants = participants
        self.chosen = chosen
        self.judges = judges
        self.log = log
        builder = TimelineBuilder(participants: participants, isNumbered: isNumbered)
    }

    /// The timeline and its steps in order of their events, each with the place of its text.
    mutating func perform(_ entries: [ScriptEntry]) -> (Timeline, [Located<Step>]) {
        absent = entries.createdParticipants
        _ = run(entries, from: .zero)
        let (timeline, indices) = builder.build()
        for timer in timers.values.sorted(by: { $0.place.offset < $1.place.offset }) where timer.expiry < timeline.end {
            reportEndless(timer)
        }
        if !hasGaps {
            checkTables(in: timeline, indices)
            for measure in measures where measure.instant > timeline.end {
                log.report(CourseFault.unseenQuantity, at: measure.place)
            }
            if judges, Conformance.concerns(timeline) {
                Conformance.report(
                    on: timeline, judgedEntries.map { (event: indices[$0.ticket], spots: $0.spots) }, to: log)
            }
            if hasLives { checkLifelines(in: timeline, indices) }
        }
        let located = steps.map { ticket, said in
            let step = Step(event: indices[ticket], say: said.say, citations: said.citations, ask: said.ask)
            return Located(step, at: said.place)
        }
        let order = located.indices.sorted { (located[$0].value.event, $0) < (located[$1].value.event, $1) }
        return (timeline, order.map { located[$0] })
    }

    // MARK: The clock

    /// Performs entries one after the other; answers when the last has ended.
    mutating func run(_ entries: [ScriptEntry], from start: Instant) -> Instant {
        var clock = start
        for entry in entries {
            performedEntries += 1
            let isFull = builder.count >= Self.mostEvents || performedEntries > Self.mostEvents
            guard !isFull, frameCount <= Self.mostFrames else {
                let fault: CourseFault =
                    isFull ? .tooManyEvents(limit: Self.mostEvents) : .tooManyFrames(limit: Self.mostFrames)
                if !isOverfull { log.report(fault, at: entry.place) }
                (isOverfull, hasGaps) = (true, true)
                return clock
            }
            clock = perform(entry, at: begin(entry.beginning, clock))
        }
        return clock
    }

    private func begin(_ beginning: ScriptEntry.Beginning, _ clock: Instant) -> Instant {
        switch beginning {
        case .after(let span): return clock + span
        case .at(let when):
            let instant = Instant.zero + when.value
            if instant < clock {
                log.report(CourseFault.pastWhen(when.value, clock: clock - .zero), at: when.place)
            }
            return max(instant, clock)
        }
    }

    /// Performs one entry; answers when it has ended.
    ///
    /// Its first event is the one that narration and anchor are about.
    private mutating func perform(_ entry: ScriptEntry, at now: Instant) -> Instant {
        if !entry.isReadable { hasGaps = true }
        let isFirstRound = repetitions == 0
        if let anchor = entry.anchor, isFirstRound { anchors.use(anchor.value, at: anchor.place, log: log) }
        let anchor = isFirstRound ? entry.anchor?.value : nil
        var ticket: TimelineBuilder.Ticket?
        var end = now
        switch entry.action {
        case .send(let sending): (ticket, end) = send(sending, wrong: entry.wrong, at: now, anchor)
        case .state(let state, let owner):
            ticket = owner.map { builder.enter(state, of: $0, at: now, wrong: entry.wrong, anchor: anchor) }
        case .timer(let name, let deed): (ticket, end) = perform(deed, of: name, at: now, anchor, entry.place)
        case .table(let change, let owner):
            ticket = owner.map { _ in builder.change(change, at: now, anchor: anchor) }
            if let ticket { tableEntries.append((ticket, entry.place)) }
        case .does(let action, let owner): ticket = owner.map { builder.act(action, of: $0, at: now, anchor: anchor) }
        case .note(let text, let over):
            if !participants.isEmpty { ticket = builder.note(text, over: over, at: now, anchor: anchor) }
        case .phase(let title): ticket = builder.phase(title, at: now, anchor: anchor)
        case .divider(let title): ticket = builder.divide(title, at: now, anchor: anchor)
        case .pause(let span, let title):
            end = now + span
            ticket = title.map { builder.pass(span, $0, at: end, anchor: anchor) }
        case .parallel(let branches, let title): (ticket, end) = parallel(branches, title, at: now)
        case .loop(let inner, let times, let title): (ticket, end) = loop(inner, times: times, title, at: now)
        case .alternatives(let branches): (ticket, end) = alternatives(branches, at: now)
        case .group(let inner, let title): (ticket, end) = framed(.group, title, at: now) { $0.run(inner, from: now) }
        case .active(let begins, let owner):
            hasLives = true
            ticket = owner.map { builder.work(begins: begins, at: $0, at: now, anchor: anchor) }
        case .destroy(let owner):
            hasLives = true
            ticket = owner.map { builder.destroy($0, at: now, anchor: anchor) }
            if let owner { absent.insert(owner) }
        case .quantity(let measure, let owner):
            guard let owner else { break }
            builder.read(
                measure.name, of: owner, unit: measure.unit, value: measure.value, ranges: measure.ranges, at: now)
            measures.append((now, entry.place))
        case .unreadable: hasUnreadableEntries = true
        }
        if let ticket, let spots = entry.spots { judgedEntries.append((ticket, spots)) }
        while origins.count < builder.count { origins.append(Origin(place: entry.place, node: entry.node)) }
        if let narration = entry.narration, let ticket, isFirstRound { steps.append((ticket, narration)) }
        return end
    }

    // MARK: Messages

    /// Which part of its way a lost message travels: 3/5.
    private static let lostAfter = (numerator: 3, denominator: 5) as (numerator: Int64, denominator: Int64)

    private mutating func send(
        _ sending: ScriptEntry.Sending, wrong: LocalizedText?, at now: Instant, _ anchor: String?
    ) -> (TimelineBuilder.Ticket?, Instant) {
        let way = Self.lostAfter
        let arrival = now + sending.travel
        let vanishing = now + sending.travel.scaled(by: way.numerator, over: way.denominator)
        guard sending.hasEnds else {
            return (nil, !sending.isAwaited ? now : sending.loss == .everybody ? vanishing : arrival)
        }
        let sender = sending.sender.participant
        let messages = receivers(of: sending).map { receiver in
            let isLost = sending.loss.includes(receiver)
            var message = Message(
                from: sender ?? receiver ?? 0, to: receiver ?? sender ?? 0, label: sending.label,
                fields: sending.fields, spotlight: sending.spotlight, protection: sending.protection,
                isRetransmission: sending.isRetransmission, wrong: wrong, departure: now,
                fate: isLost ? .isLost(vanishing) : .arrives(arrival))
            message.outside = sender == nil ? .sender : receiver == nil ? .receiver : nil
            return message
        }
        let ticket = builder.broadcast(messages, anchor: anchor)
        for message in messages where !message.isLost && message.outside != .receiver {
            if sending.creates { create(message.receiver, at: arrival) }
            if sending.activates { builder.work(begins: true, at: message.receiver, at: arrival) }
        }
        if sending.deactivates, let sender { builder.work(begins: false, at: sender, at: now) }
        if sending.deactivates || sending.creates || sending.activates { hasLives = true }
        let end = messages.map(\.end).max() ?? now
        return (ticket, sending.isAwaited ? end : now)
    }

    private mutating func create(_ participant: Participant.Index, at instant: Instant) {
        builder.create(participant, at: instant)
        absent.remove(participant)
    }

    /// Who receives a message, one for each; `nil` for the world outside.
    private func receivers(of sending: ScriptEntry.Sending) -> [Participant.Index?] {
        switch sending.receivers {
        case .one(let end): [end.participant]
        case .several(let list): list
        case .everybody:
            participants.indices.filter { $0 != sending.sender.participant && !absent.contains($0) }
        }
    }

    // MARK: Timers

    private mutating func perform(
        _ deed: ScriptEntry.TimerDeed, of name: ScriptEntry.TimerName, at now: Instant, _ anchor: String?,
        _ place: Place
    ) -> (TimelineBuilder.Ticket?, Instant) {
        switch deed {
        case .starts(let length):
            guard let length, let owner = name.owner else { break }
            if let running = timers[name] {
                if running.expiry < now {
                    reportEndless(running)
                } else if running.start <= now {
                    builder.cancel(running.ticket, at: now)
                }
            }
            let (timer, ticket) = builder.start(name.name, of: owner, for: length, at: now, anchor: anchor)
            timers[name] = RunningTimer(
                ticket: timer, name: name.name(.english), start: now, expiry: now + length, place: place)
            return (ticket, now)
        case .isCancelled:
            guard let running = runningTimer(name, at: now, place) else { return (nil, now) }
            return (builder.cancel(running.ticket, at: now, anchor: anchor), now)
        case .fires:
            guard let running = runningTimer(name, at: now, place) else { return (nil, now) }
            return (builder.fire(running.ticket, anchor: anchor), running.expiry)
        case .unclear: break
        }
        doubtfulTimers.insert(name.name)
        timers[name] = nil
        return (nil, now)
    }

    /// Takes the timer of this name out of the running ones, or reports why it cannot be stopped or fire.
    private mutating func runningTimer(_ name: ScriptEntry.TimerName, at now: Instant, _ place: Place) -> RunningTimer?
    {
        guard let owner = name.owner else {
            // Whose timer ends here is unknown, so any of that name may.
            doubtfulTimers.insert(name.name)
            timers = timers.filter { $0.key.name != name.name }
            return nil
        }
        guard let running = timers.removeValue(forKey: name), running.start <= now else {
            guard !doubtfulTimers.contains(name.name), !hasUnreadableEntries else { return nil }
            let known = timers.keys.filter { $0.owner == owner }.map { $0.name(.english) }.sorted()
            log.report(
                CourseFault.timerNotRunning(name.name(.english), at: participants[owner].id, known: known), at: place)
            return nil
        }
        guard running.expiry >= now else {
            let fault = CourseFault.timerRanOut(
                name.name(.english), expiry: running.expiry - .zero, clock: now - .zero)
            log.report(fault, at: place)
            return nil
        }
        return running
    }

    private func reportEndless(_ timer: RunningTimer) {
        log.report(CourseFault.timerNeverEnds(timer.name, expiry: timer.expiry - .zero), at: timer.place)
    }

    // MARK: Tables

    /// Follows every table through time: what is removed must be there, and what is set must fit.
    private func checkTables(in timeline: Timeline, _ indices: [Int]) {
        struct Key: Hashable { var owner: Participant.Index, name: LocalizedText }
        struct Content { var rows: Set<String> = [], slots: Int? }
        var tables: [Key: Content] = [:]
        for (ticket, place) in tableEntries.sorted(by: { indices[$0.ticket] < indices[$1.ticket] }) {
            guard case .table(let change) = timeline.events[indices[ticket]].kind else { continue }
            let key = Key(owner: change.owner, name: change.name)
            var content = tables[key] ?? Content()
            for row in change.removed where content.rows.remove(row) == nil {
                log.report(CourseFault.unknownRow(row, known: content.rows.sorted()), at: place)
            }
            content.rows.formUnion(change.set.map(\.key))
            content.slots = change.slots ?? content.slots
            if let slots = content.slots, content.rows.count > slots {
                let fault = CourseFault.fullTable(change.name(.english), rows: content.rows.count, slots: slots)
                log.report(fault, at: place)
            }
            tables[key] = content
        }
    }
}
