public import Timelines

/// One packet as a capture records it: when it passed the interface, and its bytes at that moment.
public struct CapturedFrame: Hashable, Sendable {
    /// When it passed, on the timeline's virtual clock.
    public var instant: Instant
    /// What the bytes begin with.
    public var framing: Packet.Framing
    /// All of its bytes.
    public var bytes: [UInt8]
    /// Which message of a timeline it is, as an index in ``Timeline/messages``; `nil` when it comes from elsewhere.
    public var message: Int?

    /// A packet that passed at this instant.
    public init(at instant: Instant, _ framing: Packet.Framing, _ bytes: [UInt8], message: Int? = nil) {
        self.instant = instant
        self.framing = framing
        self.bytes = bytes
        self.message = message
    }
}
