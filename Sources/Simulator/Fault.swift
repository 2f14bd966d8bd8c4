public import Timelines

/// Something that goes wrong in the network, as a value: the same scenario, seed and faults give the same timeline.
///
///     drop:2                   the second message of the timeline
///     drop:SYN,ACK             the first SYN-ACK
///     drop:SYN@client#3        the third SYN that the client sends
///     drop:SYN@client#all      every one of them
///     delay:2:500ms            half a second longer on the way
///     duplicate:2              arrives twice
///     overtake:2               arrives after the next one of its direction
///     corrupt:2                arrives with a bit turned over
public struct Fault: Hashable, Sendable {
    /// What happens to the message.
    public enum Effect: Hashable, Sendable {
        /// It disappears on the way.
        case drop
        /// It takes so much longer.
        case delay(Span)
        /// It arrives a second time.
        case duplicate
        /// It waits until the next message of its direction has arrived.
        case overtake
        /// A bit of it is turned over on the way.
        case corrupt
    }

    /// Which message it happens to.
    public enum Target: Hashable, Sendable {
        /// The message with this number: 1 is the first of the timeline.
        case message(Int)
        /// The nth (1-based) of the messages that fit; `nil` for every one.
        case matching(MessagePattern, nth: Int?)
        /// Each message that fits, with a probability of so many in a thousand, drawn from the scenario's seed.
        case some(MessagePattern, perThousand: Int)
    }

    /// What happens.
    public var effect: Effect
    /// To what.
    public var target: Target

    /// A fault; see the properties.
    public init(_ effect: Effect, _ target: Target) {
        self.effect = effect
        self.target = target
    }
}

/// Which messages a fault is about.
public struct MessagePattern: Hashable, Sendable {
    /// The label on the arrow, such as `SYN,ACK`; `nil` for any.
    public var label: String?
    /// The sender; `nil` for any.
    public var from: Participant.ID?
    /// The receiver; `nil` for any.
    public var to: Participant.ID?

    /// A pattern; see the properties.
    public init(label: String? = nil, from: Participant.ID? = nil, to: Participant.ID? = nil) {
        self.label = label
        self.from = from
        self.to = to
    }
}
