public import Timelines

/// Why a bridge cannot be built or goes on no longer: facts; ``BridgeProblem/message`` words them.
public enum BridgeProblem: Error, Hashable, Sendable {
    /// An interface cannot be called that.
    case badName(String)
    /// The TUN device with this name, or any, cannot be opened.
    case opening(String?, errno: Int32)
    /// The interface cannot have this address.
    case configuring(String, String, errno: Int32)
    /// What is for this network cannot be sent through the interface.
    case routing(String, String, errno: Int32)
    /// The interface is gone.
    case lost(String, errno: Int32)
    /// The system does not let the bridge wait.
    case waiting(errno: Int32)
    /// The scenario has no node of this name that the real host could take the place of.
    case noSuchNode(Participant.ID, among: [Participant.ID])
    /// The scenario has no host at all.
    case noHost
    /// The node has no address that could be given to the interface.
    case noAddress(Participant.ID)
    /// The node is joined by so many links; the interface is the end of exactly one.
    case notOneLink(Participant.ID, Int)
}
