public import Simulator
public import Timelines

/// A simulated internet as the real host sees it that is joined to it.
public struct ExternalNode: SimulatedNetwork {
    /// The internet.
    public private(set) var internet: Internet
    private let node: Participant.ID

    /// The internet that a real host is attached to, with what is done to its link.
    public init(_ attachment: Attachment, impairment: Impairment = Impairment()) {
        node = attachment.node
        internet = Internet(
            impairment.changing(attachment.scenario, at: node), faults: impairment.faults(at: node), recording: false)
    }

    /// When the next thing happens in it.
    public var nextEvent: Instant? { internet.nextEvent }

    /// Lets happen what is due.
    public mutating func advance(to instant: Instant) { internet.advance(to: instant) }

    /// A packet leaves the real host.
    public mutating func inject(_ packet: [UInt8]) { internet.inject(packet, at: node) }

    /// What has reached the real host.
    public mutating func takeOutgoing() -> [[UInt8]] { internet.takeOutgoing() }
}
