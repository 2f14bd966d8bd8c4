public import Timelines

/// What a bridge notices of the world besides packets: that time passes, and that somebody wants something.
public protocol Surroundings {
    /// The time since the bridge began.
    var now: Instant { get }
    /// Waits until a packet can be received, somebody wants something, or it is `instant`.
    ///
    /// It may answer early and without a reason; `nil` for `instant` sets no limit.
    mutating func wait(until instant: Instant?) throws(BridgeProblem) -> Wish?
}

/// What somebody wants of a running bridge.
public enum Wish: Hashable, Sendable {
    /// The bridge is to end (SIGINT, SIGTERM, SIGHUP).
    case stop
    /// The bridge is to say which connections there are (SIGUSR1).
    case report
}
