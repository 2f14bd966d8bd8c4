import Localization
import Timelines

/// Writes down what happens, as it happens.
///
/// Every event is told with the one that brought it about: ``cause``, which whoever handles an event keeps up to date.
struct Recorder: Sendable {
    /// Whether anything is written down at all.
    let isOn: Bool
    /// The instant that is the timeline's zero.
    let beginning: Instant
    /// The event that is being handled; what is written down now was brought about by it.
    var cause: Int?

    private var participants: [Participant]
    private(set) var messages: [Message] = []
    private var timers: [TimerRun] = []
    /// For each timer the event with which it started.
    private var starts: [Int] = []
    private(set) var events: [Event] = []
    private var quantities: [Quantity] = []
    /// Where the quantities of connections stand among them.
    private var quantityPlaces: [QuantityKey: Int] = [:]

    /// What one of a host's connections holds.
    private struct QuantityKey: Hashable {
        var owner: Int, connection: Int
        var gauge: TCPGauge
    }
    private var controlBlocks: [ControlBlock] = []
    /// Where the records of connections stand among them.
    private var blockPlaces: [BlockKey: Int] = [:]

    /// Whose connection, and which.
    private struct BlockKey: Hashable {
        var owner: Int, connection: Int
    }
    /// Tables as they stand before anything is shown, in the order in which they came to be.
    private var standing: [TableChange] = []

    init(participants: [Participant], isOn: Bool, beginning: Instant) {
        self.participants = participants
        self.isOn = isOn
        self.beginning = beginning
    }

    /// Whether what happens at `instant` is shown.
    func shows(_ instant: Instant) -> Bool { isOn && instant >= beginning }

    private func shown(_ instant: Instant) -> Instant {
        Instant(nanoseconds: instant.nanoseconds - beginning.nanoseconds)
    }

    @discardableResult
    private mutating func add(_ kind: Event.Kind, at instant: Instant, because rule: Rule?) -> Int {
        // What stood in tables before the beginning stands there at the beginning.
        for table in standing where !table.set.isEmpty { events.append(Event(at: .zero, .table(table))) }
        standing = []
        events.append(Event(at: shown(instant), kind, cause: cause, rule: rule))
        return events.count - 1
    }

    // MARK: Messages

    /// A message leaves; it will arrive at `end` unless something else is said later.
    mutating func sent(_ message: Message, because rule: Rule?) -> (message: Int, event: Int) {
        var message = message
        let departure = message.departure
        message.departure = shown(departure)
        switch message.fate {
        case .arrives(let end): message.fate = .arrives(shown(end))
        case .isLost(let end): message.fate = .isLost(shown(end))
        }
        messages.append(message)
        return (messages.count - 1, add(.sent(message: messages.count - 1), at: departure, because: rule))
    }

    /// A message arrives.
    mutating func arrived(_ message: Int, at instant: Instant) -> Int {
        messages[message].fate = .arrives(shown(instant))
        return add(.arrived(message: message), at: instant, because: nil)
    }

    /// A message is lost.
    @discardableResult
    mutating func lost(_ message: Int, at instant: Instant, because rule: Rule?) -> Int {
        messages[message].fate = .isLost(shown(instant))
        return add(.lost(message: message), at: instant, because: rule)
    }

    /// A message will arrive later than was said.
    mutating func postpone(_ message: Int, to instant: Instant) { messages[message].fate = .arrives(shown(instant)) }

    // MARK: Everything else

    /// A participant is in a state now.
    mutating func state(_ state: LocalizedText, of owner: Int, at instant: Instant, because rule: Rule?) -> Int? {
        guard shows(instant) else {
            participants[owner].state = state
            return nil
        }
        return add(.state(owner, state), at: instant, because: rule)
    }

    /// A timer starts.
    mutating func started(
        _ name: LocalizedText, of owner: Int, for length: Span, at instant: Instant, because rule: Rule?
    ) -> Int? {
        guard shows(instant) else { return nil }
        timers.append(TimerRun(owner: owner, name: name, start: shown(instant), length: length))
        starts.append(add(.timerStarted(timer: timers.count - 1), at: instant, because: rule))
        return timers.count - 1
    }

    /// A timer is stopped.
    mutating func stopped(_ timer: Int, at instant: Instant, because rule: Rule?) {
        timers[timer].outcome = .isCancelled(shown(instant))
        add(.timerCancelled(timer: timer), at: instant, because: rule)
    }

    /// A timer's time has come; what brought that about is that it was started.
    mutating func fired(_ timer: Int, at instant: Instant) -> Int {
        timers[timer].outcome = .fires
        cause = starts[timer]
        return add(.timerFired(timer: timer), at: instant, because: nil)
    }

    /// A table at a participant changes.
    mutating func changed(_ table: TableChange, at instant: Instant, because rule: Rule?) -> Int? {
        if shows(instant) { return add(.table(table), at: instant, because: rule) }
        if isOn { note(standing: table) }
        return nil
    }

    private mutating func note(standing change: TableChange) {
        guard let place = standing.firstIndex(where: { $0.owner == change.owner && $0.name == change.name }) else {
            return standing.append(change)
        }
        var table = standing[place]
        table.set.removeAll { row in change.removed.contains(row.key) || change.set.contains { $0.key == row.key } }
        table.set += change.set
        table.slots = change.slots ?? table.slots
        table.removed = []
        standing[place] = table
    }

    /// A program, or the host itself, does something.
    mutating func acted(_ action: LocalizedText, of owner: Int, at instant: Instant, because rule: Rule?) -> Int? {
        shows(instant) ? add(.action(owner, action), at: instant, because: rule) : nil
    }

    // MARK: Quantities

    /// A gauge of a connection stands at `value` now, if it did not before.
    ///
    /// What was before the timeline's zero is where it begins.
    mutating func read(
        _ gauge: TCPGauge, of owner: Int, connection: Int, value: Int64, ranges: [Range<Int64>] = [],
        at instant: Instant
    ) {
        let reading = Quantity.Reading(
            at: max(shown(instant), .zero), happened: events.count, value: value, ranges: ranges)
        let key = QuantityKey(owner: owner, connection: connection, gauge: gauge)
        guard let place = quantityPlaces[key] else {
            quantityPlaces[key] = quantities.count
            quantities.append(
                Quantity(
                    owner: owner, name: gauge.name, connection: connection, unit: gauge.unit, readings: [reading]))
            return
        }
        guard let last = quantities[place].readings.last, (last.value, last.ranges) != (value, ranges) else { return }
        if (last.instant, last.happened) == (reading.instant, reading.happened) {
            quantities[place].readings.removeLast()
        }
        quantities[place].readings.append(reading)
    }

    // MARK: Records of connections

    /// What the record of a connection says now; `nil` when there is none.
    func record(of owner: Int, connection: Int) -> ControlBlock.Fields? {
        blockPlaces[BlockKey(owner: owner, connection: connection)].flatMap { controlBlocks[$0].entries.last?.fields }
    }

    /// The record of a connection says this now, or is gone, if that is new.
    mutating func note(_ fields: ControlBlock.Fields?, of owner: Int, connection: Int, at instant: Instant) {
        guard fields != record(of: owner, connection: connection) else { return }
        let entry = ControlBlock.Entry(at: max(shown(instant), .zero), happened: events.count, fields: fields)
        let key = BlockKey(owner: owner, connection: connection)
        guard let place = blockPlaces[key] else {
            blockPlaces[key] = controlBlocks.count
            controlBlocks.append(ControlBlock(owner: owner, connection: connection, entries: [entry]))
            return
        }
        if controlBlocks[place].entries.last?.moment == entry.moment { controlBlocks[place].entries.removeLast() }
        controlBlocks[place].entries.append(entry)
    }

    /// A host has no record of any connection any more.
    mutating func forgetConnections(of owner: Int, at instant: Instant) {
        for block in controlBlocks where block.owner == owner {
            note(nil, of: owner, connection: block.connection, at: instant)
        }
    }

    /// Everything that was written down.
    var timeline: Timeline {
        Timeline(
            participants: participants, messages: messages, timers: timers, events: events, quantities: quantities,
            controlBlocks: controlBlocks)
    }
}
