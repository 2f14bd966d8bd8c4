import Localization

/// A description that some events of a timeline fit: "the second SYN that the client sends".
///
/// Authors hang narration on patterns rather than on places, so that it stays right when a packet was dropped; goals
/// of challenges are made of them too.
public struct EventPattern: Hashable, Sendable {
    /// What must have happened.
    public enum Deed: Hashable, Sendable {
        /// A message with this label, or any, left; was it sent again (`nil` for either)?
        case sent(String?, isRetransmission: Bool?)
        /// A message with this label, or any, arrived.
        case arrived(String?)
        /// A message with this label, or any, was lost.
        case lost(String?)
        /// A participant entered this state, or any.
        case state(String?)
        /// A timer with this name, or any, was started, cancelled or fired.
        case timer(String?, TimerDeed)
        /// An application did what begins with these words.
        case does(String)
        /// A table with this name, or any, changed.
        case table(String?)
        /// Something happened by the rule with this id.
        case rule(String)
    }

    /// What can happen to a timer.
    public enum TimerDeed: Hashable, Sendable { case starts, cancelled, fires }

    /// What must have happened.
    public var deed: Deed
    /// The sender of the message, or whose state, timer, table, application or rule it must be; `nil` for anybody's.
    public var from: Participant.ID?
    /// The receiver of the message; `nil` for any.
    public var to: Participant.ID?
    /// Fields that the message must have with these values.
    public var fields: [Message.Field]
    /// Which of the events that fit, 1-based in order of time; `nil` for all of them.
    public var nth: Int?

    /// A pattern; see the properties.
    public init(
        _ deed: Deed, from: Participant.ID? = nil, to: Participant.ID? = nil, fields: [Message.Field] = [],
        nth: Int? = nil
    ) {
        self.deed = deed
        self.from = from
        self.to = to
        self.fields = fields
        self.nth = nth
    }

    /// The indices of the events of `timeline` that fit, in order of time.
    public func matches(in timeline: Timeline) -> [Int] {
        let all = timeline.events.indices.filter { fits(timeline.events[$0], in: timeline) }
        guard let nth else { return all }
        return all.indices.contains(nth - 1) ? [all[nth - 1]] : []
    }

    private func fits(_ event: Event, in timeline: Timeline) -> Bool {
        switch (deed, event.kind) {
        case (.sent(let label, let isRetransmission), .sent(let index)):
            let message = timeline.messages[index]
            if let isRetransmission, message.isRetransmission != isRetransmission { return false }
            return !message.isCopy && fits(message, label, in: timeline)
        case (.arrived(let label), .arrived(let index)), (.lost(let label), .lost(let index)):
            return fits(timeline.messages[index], label, in: timeline)
        case (.state(let name), .state(let owner, let state)):
            guard fits(owner, in: timeline) else { return false }
            return name.map { name in state.wordings.contains { $0.text.names(state: name) } } ?? true
        case (.timer(let name, .starts), .timerStarted(let index)),
            (.timer(let name, .cancelled), .timerCancelled(let index)),
            (.timer(let name, .fires), .timerFired(let index)):
            let timer = timeline.timers[index]
            return fits(timer.owner, timer.name, name, in: timeline)
        case (.does(let beginning), .action(let owner, let action)):
            return fits(owner, in: timeline) && action.wordings.contains { $0.text.hasPrefix(beginning) }
        case (.table(let name), .table(let change)): return fits(change.owner, change.name, name, in: timeline)
        case (.rule(let id), _):
            guard event.rule?.id == id else { return false }
            return from == nil || timeline.owner(of: event).map { fits($0, in: timeline) } ?? false
        default: return false
        }
    }

    private func fits(_ message: Message, _ label: String?, in timeline: Timeline) -> Bool {
        if from != nil, message.outside == .sender { return false }
        if let to, message.outside == .receiver || timeline.participants[message.receiver].id != to { return false }
        guard fields.allSatisfy(message.fields.contains) else { return false }
        return fits(message.sender, message.label, label, in: timeline)
    }

    private func fits(_ owner: Participant.Index, _ text: LocalizedText, _ name: String?, in timeline: Timeline) -> Bool
    {
        guard fits(owner, in: timeline) else { return false }
        return name.map { name in text.wordings.contains { $0.text == name } } ?? true
    }

    private func fits(_ owner: Participant.Index, in timeline: Timeline) -> Bool {
        from.map { timeline.participants[owner].id == $0 } ?? true
    }
}

extension String {
    /// Whether this is how a participant's state of that name is written: alone, or with the port of one of several
    /// connections behind it, as in `ESTABLISHED :50001`.
    public func names(state name: String) -> Bool { self == name || hasPrefix(name + " :") }
}
