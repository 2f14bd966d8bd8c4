public import Localization

/// Puts a timeline together from happenings added in any order of time.
///
/// A script with parallel branches, like a capture with several interfaces, knows what happens on each branch before it
/// knows how the branches interleave. The builder sorts by instant; what shares an instant keeps the order in which
/// it was added. Messages and timers are numbered afresh, by departure and by start.
public struct TimelineBuilder: Sendable {
    /// A happening that was added: 0, 1, 2, … in order of addition.
    public typealias Ticket = Int
    /// A timer that was started: 0, 1, 2, … in order of addition.
    public typealias TimerTicket = Int

    private let participants: [Participant]
    private let isNumbered: Bool
    private var frames: [(frame: Frame, tickets: Range<Ticket>, end: Instant)] = []
    private var messages: [Message] = []
    private var timers: [TimerRun] = []
    /// The readings in here count the happenings that were added before them, whenever those happen.
    private var quantities: [Quantity] = []
    /// Indices of messages and timers in here are those of the two lists above.
    private var events: [Event] = []

    /// A builder for a timeline among these participants.
    ///
    /// - Parameters:
    ///   - participants: The lifelines, left to right.
    ///   - isNumbered: Whether the learner sees messages numbered.
    public init(participants: [Participant], isNumbered: Bool = false) {
        self.participants = participants
        self.isNumbered = isNumbered
    }

    /// How many happenings have been added; the ticket of the next.
    public var count: Int { events.count }

    /// Adds a message: its departure, whose ticket is answered, and after it its arrival or loss.
    @discardableResult
    public mutating func send(_ message: Message, anchor: String? = nil) -> Ticket {
        let ticket = add(.sent(message: messages.count), at: message.departure, anchor: anchor)
        add(endOf: message)
        return ticket
    }

    /// Adds a frame that several receivers hear: one departure, whose ticket is answered, and the end of each way.
    ///
    /// - Parameters:
    ///   - messages: The frame once for each receiver; all leave when the first does.
    ///   - anchor: The author's name for the departure.
    /// - Returns: The ticket of the departure; `nil` when nobody is to receive it.
    public mutating func broadcast(_ messages: [Message], anchor: String? = nil) -> Ticket? {
        guard let first = messages.first else { return nil }
        let ticket = send(first, anchor: anchor)
        for other in messages.dropFirst() {
            var other = other
            other.departure = first.departure
            other.sharesDeparture = true
            add(endOf: other)
        }
        return ticket
    }

    private mutating func add(endOf message: Message) {
        add(message.isLost ? .lost(message: messages.count) : .arrived(message: messages.count), at: message.end)
        messages.append(message)
    }

    /// Adds the start of a timer.
    public mutating func start(
        _ name: LocalizedText, of owner: Participant.Index, for length: Span, at instant: Instant, anchor: String? = nil
    ) -> (timer: TimerTicket, ticket: Ticket) {
        let timer = timers.count
        timers.append(TimerRun(owner: owner, name: name, start: instant, length: length))
        return (timer, add(.timerStarted(timer: timer), at: instant, anchor: anchor))
    }

    /// Adds that a timer was stopped before its time.
    @discardableResult
    public mutating func cancel(_ timer: TimerTicket, at instant: Instant, anchor: String? = nil) -> Ticket {
        timers[timer].outcome = .isCancelled(instant)
        return add(.timerCancelled(timer: timer), at: instant, anchor: anchor)
    }

    /// Adds that a timer's time came, at its expiry.
    @discardableResult
    public mutating func fire(_ timer: TimerTicket, anchor: String? = nil) -> Ticket {
        timers[timer].outcome = .fires
        return add(.timerFired(timer: timer), at: timers[timer].expiry, anchor: anchor)
    }

    /// Adds that a participant entered a state, and why it should not have, where the author shows that.
    @discardableResult
    public mutating func enter(
        _ state: LocalizedText, of owner: Participant.Index, at instant: Instant, wrong: LocalizedText? = nil,
        anchor: String? = nil
    ) -> Ticket {
        let ticket = add(.state(owner, state), at: instant, anchor: anchor)
        events[ticket].wrong = wrong
        return ticket
    }

    /// Adds a change of a table.
    @discardableResult
    public mutating func change(_ table: TableChange, at instant: Instant, anchor: String? = nil) -> Ticket {
        add(.table(table), at: instant, anchor: anchor)
    }

    /// Adds that an application did something.
    @discardableResult
    public mutating func act(
        _ action: LocalizedText, of owner: Participant.Index, at instant: Instant, anchor: String? = nil
    ) -> Ticket { add(.action(owner, action), at: instant, anchor: anchor) }

    /// Adds a remark across lifelines.
    @discardableResult
    public mutating func note(
        _ text: LocalizedText, over lifelines: ClosedRange<Participant.Index>, at instant: Instant,
        anchor: String? = nil
    ) -> Ticket { add(.note(lifelines, text), at: instant, anchor: anchor) }

    /// Adds that a quantity has a value from `instant` on, after the happenings added so far.
    ///
    /// The first reading of a quantity says what it counts.
    public mutating func read(
        _ name: LocalizedText, of owner: Participant.Index, unit: Quantity.Unit, value: Int64,
        ranges: [Range<Int64>] = [], at instant: Instant
    ) {
        let reading = Quantity.Reading(at: instant, happened: count, value: value, ranges: ranges)
        if let place = quantities.firstIndex(where: { $0.owner == owner && $0.name == name }) {
            quantities[place].readings.append(reading)
        } else {
            quantities.append(Quantity(owner: owner, name: name, unit: unit, readings: [reading]))
        }
    }

    /// Adds the beginning of a titled section.
    @discardableResult
    public mutating func phase(_ title: LocalizedText, at instant: Instant, anchor: String? = nil) -> Ticket {
        add(.phase(title), at: instant, anchor: anchor)
    }

    /// Adds a titled rule across the ladder.
    @discardableResult
    public mutating func divide(_ title: LocalizedText, at instant: Instant, anchor: String? = nil) -> Ticket {
        add(.divider(title), at: instant, anchor: anchor)
    }

    /// Adds that time has passed, `span` of it up to `instant`.
    @discardableResult
    public mutating func pass(
        _ span: Span, _ title: LocalizedText, at instant: Instant, anchor: String? = nil
    ) -> Ticket { add(.gap(title, span), at: instant, anchor: anchor) }

    /// Adds that a participant begins or ends a piece of work.
    @discardableResult
    public mutating func work(
        begins: Bool, at owner: Participant.Index, at instant: Instant, anchor: String? = nil
    ) -> Ticket { add(.work(owner, begins: begins), at: instant, anchor: anchor) }

    /// Adds that a participant comes into being.
    @discardableResult
    public mutating func create(_ owner: Participant.Index, at instant: Instant, anchor: String? = nil) -> Ticket {
        add(.created(owner), at: instant, anchor: anchor)
    }

    /// Adds that a participant is gone.
    @discardableResult
    public mutating func destroy(_ owner: Participant.Index, at instant: Instant, anchor: String? = nil) -> Ticket {
        add(.destroyed(owner), at: instant, anchor: anchor)
    }

    /// Puts a frame round the happenings from `first` on that are over by `end`; none round none.
    ///
    /// What was added from `first` on and comes later, as a message that nobody waited for, is not in the frame.
    public mutating func frame(
        _ kind: Frame.Kind, _ title: LocalizedText?, from first: Ticket, until end: Instant, depth: Int
    ) {
        let frame = Frame(kind, title: title, events: 0...0, lifelines: 0...0, depth: depth)
        frames.append((frame, first..<max(count, first), end))
    }

    @discardableResult
    private mutating func add(_ kind: Event.Kind, at instant: Instant, anchor: String? = nil) -> Ticket {
        events.append(Event(at: instant, kind, anchor: anchor))
        return events.count - 1
    }

    /// The happening with the earliest instant among those from `first` on; of several the one added first.
    public func earliest(from first: Ticket) -> Ticket? {
        events.indices[first...].min { (events[$0].instant, $0) < (events[$1].instant, $1) }
    }

    /// Everything in order of time, and for each ticket the index of its event.
    public func build() -> (timeline: Timeline, indices: [Int]) {
        if frames.isEmpty, Self.isOrdered(events, by: \.instant), Self.isOrdered(messages, by: \.departure),
            Self.isOrdered(timers, by: \.start)
        {
            // What was told in order of time, as most is, keeps its numbers.
            let timeline = Timeline(
                participants: participants, messages: messages, timers: timers, events: events,
                quantities: quantities(among: events.indices), isNumbered: isNumbered)
            return (timeline, Array(events.indices))
        }
        let order = Self.order(of: events) { $0.instant }
        let messageOrder = Self.order(of: messages) { $0.departure }
        let timerOrder = Self.order(of: timers) { $0.start }
        let newMessages = Self.inverse(of: messageOrder), newTimers = Self.inverse(of: timerOrder)
        let sorted = order.map { ticket in
            var event = events[ticket]
            event.kind = event.kind.renumbered(messages: newMessages, timers: newTimers)
            return event
        }
        let indices = Self.inverse(of: order)
        let bare = Timeline(
            participants: participants, messages: messageOrder.map { messages[$0] },
            timers: timerOrder.map { timers[$0] },
            events: sorted, quantities: quantities(among: order), isNumbered: isNumbered)
        let frames = frames.compactMap { frame, tickets, end in
            Self.frame(frame, round: tickets.map { indices[$0] }.filter { sorted[$0].instant <= end }, in: bare)
        }
        guard !frames.isEmpty else { return (bare, indices) }
        let timeline = Timeline(
            participants: participants, messages: bare.messages, timers: bare.timers, events: sorted, frames: frames,
            quantities: bare.quantities, isNumbered: isNumbered)
        return (timeline, indices)
    }

    /// The quantities with their readings in order of time, each behind what happens before it.
    ///
    /// - Parameter order: The tickets of all happenings in order of time.
    /// - Returns: Them, counting the happenings of a timeline in that order.
    private func quantities(among order: some RandomAccessCollection<Ticket>) -> [Quantity] {
        quantities.map { quantity in
            var ordered = quantity
            ordered.readings = Self.order(of: quantity.readings, by: \.instant).map { quantity.readings[$0] }
            for place in ordered.readings.indices {
                let reading = ordered.readings[place]
                let next = order.partitioningIndex {
                    (events[$0].instant, $0) >= (reading.instant, reading.happened)
                }
                ordered.readings[place].happened = order.distance(from: order.startIndex, to: next)
            }
            return ordered
        }
    }

    /// The frame round these events of a timeline; `nil` for no events, or nobody to whom they could happen.
    private static func frame(_ frame: Frame, round events: [Int], in timeline: Timeline) -> Frame? {
        guard let first = events.min(), let last = events.max(), !timeline.participants.isEmpty else { return nil }
        var framed = frame
        framed.events = first...last
        let touched = events.compactMap { timeline.lifelines(of: timeline.events[$0]) }
        let everybody = 0...timeline.participants.count - 1
        let lower = touched.map(\.lowerBound).min() ?? everybody.lowerBound
        let upper = touched.map(\.upperBound).max() ?? everybody.upperBound
        framed.lifelines = lower...upper
        return framed
    }

    /// The places of `items` sorted by `key`, equal ones in their order.
    private static func order<Item>(of items: [Item], by key: (Item) -> Instant) -> [Int] {
        items.indices.sorted { (key(items[$0]), $0) < (key(items[$1]), $1) }
    }

    private static func isOrdered<Item>(_ items: [Item], by key: (Item) -> Instant) -> Bool {
        items.indices.dropFirst().allSatisfy { key(items[$0 - 1]) <= key(items[$0]) }
    }

    private static func inverse(of order: [Int]) -> [Int] {
        var inverse = [Int](repeating: 0, count: order.count)
        for (index, place) in order.enumerated() { inverse[place] = index }
        return inverse
    }
}

extension Event.Kind {
    /// The same with message and timer numbers looked up in these lists.
    fileprivate func renumbered(messages: [Int], timers: [Int]) -> Event.Kind {
        switch self {
        case .sent(let message): .sent(message: messages[message])
        case .arrived(let message): .arrived(message: messages[message])
        case .lost(let message): .lost(message: messages[message])
        case .timerStarted(let timer): .timerStarted(timer: timers[timer])
        case .timerCancelled(let timer): .timerCancelled(timer: timers[timer])
        case .timerFired(let timer): .timerFired(timer: timers[timer])
        case .state, .table, .action, .note, .phase, .divider, .gap, .work, .created, .destroyed: self
        }
    }
}
