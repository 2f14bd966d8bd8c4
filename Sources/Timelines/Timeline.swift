/// Everything that happened among some participants, on a virtual clock.
///
/// Three kinds of source write timelines (scripts, the simulator, captures); every view only reads them. Nothing
/// that draws knows where a timeline came from.
public struct Timeline: Hashable, Sendable {
    /// The lifelines, left to right.
    public let participants: [Participant]
    /// Messages in order of departure.
    public let messages: [Message]
    /// Timers in order of their start.
    public let timers: [TimerRun]
    /// Events ordered by instant; events of the same instant in the order they happened.
    public let events: [Event]
    /// Titled parts, in order of their first event; of those with the same first event the outermost first.
    public let frames: [Frame]
    /// Whether the learner sees messages numbered.
    public let isNumbered: Bool

    /// Numbers that participants hold and that change with time; beside the events, for pictures.
    public let quantities: [Quantity]
    /// What participants know of their connections, where it is told.
    public let controlBlocks: [ControlBlock]

    /// For each message the index of the event with which it left, which those of one broadcast share; `nil` when the
    /// timeline does not show it leave.
    public let departures: [Int?]
    /// For each message the index of the event with which it arrived or was lost, if the timeline goes on that long.
    public let endings: [Int?]
    /// What each message is numbered where they are: from 1 in order of departure, a broadcast as one.
    private let numbers: [Int]

    /// A timeline of these parts.
    ///
    /// - Precondition: `events` are ordered by instant, and every index in them and in `frames` exists.
    public init(
        participants: [Participant], messages: [Message], timers: [TimerRun], events: [Event], frames: [Frame] = [],
        quantities: [Quantity] = [], controlBlocks: [ControlBlock] = [], isNumbered: Bool = false
    ) {
        self.participants = participants
        self.messages = messages
        self.timers = timers
        self.events = events
        self.frames = frames.sorted { ($0.events.lowerBound, $0.depth) < ($1.events.lowerBound, $1.depth) }
        self.quantities = quantities
        self.controlBlocks = controlBlocks
        self.isNumbered = isNumbered
        var departures = [Int?](repeating: nil, count: messages.count)
        var endings = departures
        for (index, event) in events.enumerated() {
            switch event.kind {
            case .sent(let message): departures[message] = index
            case .arrived(let message), .lost(let message): endings[message] = index
            default: break
            }
        }
        for index in messages.indices.dropFirst() where messages[index].sharesDeparture {
            departures[index] = departures[index] ?? departures[index - 1]
        }
        var number = 0
        numbers = messages.map { message in
            number += message.sharesDeparture && number > 0 ? 0 : 1
            return number
        }
        self.departures = departures
        self.endings = endings
        precondition(zip(events, events.dropFirst()).allSatisfy { $0.instant <= $1.instant }, "events must be in order")
    }

    /// When the last event happens; zero for a timeline without events.
    public var end: Instant { events.last?.instant ?? .zero }

    /// The moment at `instant` with everything of that instant done.
    public func moment(at instant: Instant) -> Moment {
        let clamped = min(max(instant, .zero), end)
        return Moment(clamped, happened: events.partitioningIndex { $0.instant > clamped })
    }

    /// The moment when everything has happened.
    public var finish: Moment { Moment(end, happened: events.count) }

    /// The event with this index and what brought it about, back to what nothing brought about: at least one event.
    public func causes(of event: Int) -> [Int] {
        var chain = [event]
        while let cause = events[chain[chain.count - 1]].cause, cause < chain[chain.count - 1] { chain.append(cause) }
        return chain
    }

    /// What the message with this index is numbered, from 1 in order of departure; `nil` when messages are not.
    ///
    /// The messages of one broadcast share their number.
    public func number(ofMessage index: Int) -> Int? { isNumbered ? numbers[index] : nil }

    /// The message that left, arrived or was lost with an event; `nil` for any other event.
    public func message(of event: Int) -> Int? {
        guard events.indices.contains(event) else { return nil }
        switch events[event].kind {
        case .sent(let message), .arrived(let message), .lost(let message): return message
        default: return nil
        }
    }

    /// The index of the event with the author's name `anchor`.
    public func event(anchored anchor: String) -> Int? { events.firstIndex { $0.anchor == anchor } }
}

extension RandomAccessCollection {
    /// The first position whose element satisfies `predicate`, for a collection in which all such elements come last.
    ///
    /// - Complexity: O(log *n*).
    func partitioningIndex(where predicate: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if predicate(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
