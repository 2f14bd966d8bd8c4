public import Timelines

/// The simulated side of a bridge: an internet seen from the node that stands for the real host.
public protocol SimulatedNetwork {
    /// When something will happen by itself; `nil` when nothing will.
    var nextEvent: Instant? { get }
    /// Lets everything happen that is due by `instant`.
    mutating func advance(to instant: Instant)
    /// A packet leaves the real host now.
    mutating func inject(_ packet: [UInt8])
    /// Packets that have reached the real host since the last call, in order.
    mutating func takeOutgoing() -> [[UInt8]]
}
