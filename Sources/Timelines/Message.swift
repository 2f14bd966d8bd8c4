public import Localization

/// Something that one participant sends to another: a segment, a query, a handshake message.
public struct Message: Hashable, Sendable {
    /// A header field as the ladder shows it, such as `seq` and `1000`.
    public struct Field: Hashable, Sendable {
        /// The field's name in the engineer's notation.
        public var name: String
        /// Its value in the engineer's notation.
        public var value: String

        /// A field and its value.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Under which keys a message is encrypted, for the notations of RFC 8446 §2: `{…}` and `[…]`.
    public enum Protection: Hashable, Sendable { case clear, handshakeKeys, applicationKeys }

    /// How the journey ends.
    public enum Fate: Hashable, Sendable {
        /// It reaches the receiver.
        case arrives(Instant)
        /// It disappears on the way, at this instant.
        case isLost(Instant)
    }

    /// An end of the way that is none of the timeline's participants.
    public enum Outside: Hashable, Sendable {
        /// It was sent by somebody who is not shown.
        case sender
        /// It goes to somebody who is not shown.
        case receiver
    }

    /// What a message is that nobody on the timeline had reason to send.
    public enum Stray: Hashable, Sendable {
        /// Somebody made it up and claims to be another.
        case forged
        /// A duplicate of earlier that was under way for a long time.
        case old
    }

    /// Sender, as a place in the timeline's participants; the receiver for a message from outside.
    public var sender: Participant.Index
    /// Receiver; the sender for what a participant tells itself, and for a message that leaves to outside.
    public var receiver: Participant.Index
    /// Which end of the way is not shown; `nil` when both are.
    public var outside: Outside?
    /// The short name on the arrow: `SYN`, `A? www.example.com`.
    public var label: LocalizedText
    /// Header fields, most telling first.
    public var fields: [Field]
    /// Names of the fields that the narration is about.
    public var spotlight: Set<String>
    /// Whether and how it is encrypted.
    public var protection: Protection
    /// Whether it is sent again because an earlier one went unanswered.
    public var isRetransmission: Bool
    /// Whether it is a copy that the network made of the message before it.
    public var isCopy: Bool
    /// Whether it is the same frame as the message before it, on its way to another receiver.
    ///
    /// A broadcast is one departure with several arrivals, told as one message for each receiver.
    public var sharesDeparture: Bool
    /// What it is when no endpoint sent it; `nil` for what one did.
    public var stray: Stray?
    /// Why no conforming endpoint sends it, when the author shows it for that; `nil` for what is as it should be.
    public var wrong: LocalizedText?
    /// Its bytes, when they are known.
    public var packet: Packet?
    /// When it left.
    public var departure: Instant
    /// Where its journey ends.
    public var fate: Fate

    /// Creates a message; see the properties.
    public init(
        from sender: Participant.Index, to receiver: Participant.Index, label: LocalizedText, fields: [Field] = [],
        spotlight: Set<String> = [], protection: Protection = .clear, isRetransmission: Bool = false,
        isCopy: Bool = false, sharesDeparture: Bool = false, stray: Stray? = nil, wrong: LocalizedText? = nil,
        packet: Packet? = nil, departure: Instant, fate: Fate
    ) {
        self.sender = sender
        self.receiver = receiver
        self.label = label
        self.fields = fields
        self.spotlight = spotlight
        self.protection = protection
        self.isRetransmission = isRetransmission
        self.isCopy = isCopy
        self.sharesDeparture = sharesDeparture
        self.stray = stray
        self.wrong = wrong
        self.packet = packet
        self.departure = departure
        self.fate = fate
    }

    /// Whether a participant tells it to itself.
    public var isToSelf: Bool { sender == receiver && outside == nil }

    /// When the journey ends, by arrival or by loss.
    public var end: Instant {
        switch fate {
        case .arrives(let instant), .isLost(let instant): instant
        }
    }

    /// Whether it never arrives.
    public var isLost: Bool {
        if case .isLost = fate { true } else { false }
    }
}
