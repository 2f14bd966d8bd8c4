public import Timelines

/// Why there is no capture to write.
public enum CaptureProblem: Error, Hashable, Sendable {
    /// No message of the timeline has bytes: it was written by hand, not simulated.
    case noPackets
    /// Others exchange packets, but none passes this participant.
    case noPacketsAt(Participant.ID)
}
