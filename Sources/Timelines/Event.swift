public import Localization

/// One thing that happened, at one instant.
public struct Event: Hashable, Sendable {
    /// What happened.
    public enum Kind: Hashable, Sendable {
        /// The message with this index in ``Timeline/messages`` left its sender.
        case sent(message: Int)
        /// The message reached its receiver.
        case arrived(message: Int)
        /// The message disappeared on the way.
        case lost(message: Int)
        /// The participant entered a state.
        case state(Participant.Index, LocalizedText)
        /// The timer with this index in ``Timeline/timers`` was started.
        case timerStarted(timer: Int)
        /// The timer was stopped before its time.
        case timerCancelled(timer: Int)
        /// The timer's time came.
        case timerFired(timer: Int)
        /// A table at a participant gained, changed or lost rows.
        case table(TableChange)
        /// The application at a participant did something.
        case action(Participant.Index, LocalizedText)
        /// A remark across some lifelines, leftmost and rightmost given.
        case note(ClosedRange<Participant.Index>, LocalizedText)
        /// A titled section begins.
        case phase(LocalizedText)
        /// A titled rule across the whole ladder, lighter than a phase.
        case divider(LocalizedText)
        /// So much time has passed, in which nothing happened that is of interest; what the author says of it.
        case gap(LocalizedText, Span)
        /// The participant begins (`true`) or ends a piece of work; one piece may begin inside another.
        case work(Participant.Index, begins: Bool)
        /// The participant comes into being: its lifeline begins.
        case created(Participant.Index)
        /// The participant is gone: its lifeline ends.
        case destroyed(Participant.Index)
    }

    /// When it happened.
    public var instant: Instant
    /// What happened.
    public var kind: Kind
    /// The author's name for this moment, so that quizzes can point at it.
    public var anchor: String?
    /// The earlier event that brought this one about, as an index in ``Timeline/events``; `nil` when not known.
    public var cause: Int?
    /// Why it happened; `nil` when not known.
    public var rule: Rule?
    /// Why no conforming endpoint does this, when the author shows a state for that; a message has its own.
    public var wrong: LocalizedText?

    /// An event of this kind at this instant.
    public init(
        at instant: Instant, _ kind: Kind, anchor: String? = nil, cause: Int? = nil, rule: Rule? = nil,
        wrong: LocalizedText? = nil
    ) {
        self.instant = instant
        self.kind = kind
        self.anchor = anchor
        self.cause = cause
        self.rule = rule
        self.wrong = wrong
    }
}

/// A change to a cache, queue or other table at a participant.
public struct TableChange: Hashable, Sendable {
    /// One row's new value.
    public struct Row: Hashable, Sendable {
        /// Which row.
        public var key: String
        /// What it says now.
        public var value: LocalizedText

        /// The row `key` with this value.
        public init(_ key: String, _ value: LocalizedText) {
            self.key = key
            self.value = value
        }
    }

    /// Whose table it is.
    public var owner: Participant.Index
    /// The table's title, which also identifies it at its owner.
    public var name: LocalizedText
    /// How many rows it can hold, for queues; `nil` when that is of no interest.
    public var slots: Int?
    /// Rows added or changed, in order.
    public var set: [Row]
    /// Keys of rows removed.
    public var removed: [String]

    /// Creates a change; see the properties.
    public init(
        owner: Participant.Index, name: LocalizedText, slots: Int? = nil, set: [Row] = [], removed: [String] = []
    ) {
        self.owner = owner
        self.name = name
        self.slots = slots
        self.set = set
        self.removed = removed
    }
}

/// A timer from its start to its expiry or cancellation.
public struct TimerRun: Hashable, Sendable {
    /// How it ended, or that the timeline ends first.
    public enum Outcome: Hashable, Sendable { case fires, isCancelled(Instant), runsOn }

    /// Whose timer it is.
    public var owner: Participant.Index
    /// Its name in the engineer's notation: `RTO`, `2MSL`.
    public var name: LocalizedText
    /// When it started.
    public var start: Instant
    /// How long it runs if nobody stops it.
    public var length: Span
    /// How it ends.
    public var outcome: Outcome

    /// Creates a timer run; see the properties.
    public init(owner: Participant.Index, name: LocalizedText, start: Instant, length: Span, outcome: Outcome = .runsOn)
    {
        self.owner = owner
        self.name = name
        self.start = start
        self.length = length
        self.outcome = outcome
    }

    /// Whether it is stopped at the instant at which it starts, as when each of several acknowledgments restarts it.
    public var isOverAtOnce: Bool { outcome == .isCancelled(start) }

    /// When it would fire if nobody stopped it.
    public var expiry: Instant { start + length }
}
