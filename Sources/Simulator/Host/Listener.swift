import Wire

/// A port that is listened on, with its two queues.
///
///     SYN ──▶ SYN queue ── ACK ──▶ accept queue ── accept() ──▶ the program
///
/// Reading list: RFC 9293 §3.10.7.2, RFC 4987 §2, listen(2).
struct Listener: Sendable {
    /// Which listener of a host: several programs may share a port.
    struct Name: Hashable, Sendable {
        var port: UInt16
        /// The place of the program among those of the host.
        var program: Int
    }

    let name: Name
    /// The options of its socket, which those of its connections have from it.
    var sharing: PortSharing
    /// The number that the program gave to `listen()`.
    var backlog: Int
    /// Connections in SYN-RECEIVED, oldest first.
    var halfOpen: [SocketID] = []
    /// Established connections that no program has taken yet, oldest first.
    var completed: [SocketID] = []
    /// Whether a SYN has been answered with a cookie, so that an ACK out of nowhere may be right.
    var hasSentCookies = false

    /// Connections that fit into the accept queue.
    func acceptSlots(_ profile: HostProfile) -> Int { backlog + profile.queueMargin }

    /// Connections that fit into the SYN queue.
    func synSlots(_ profile: HostProfile) -> Int {
        max(min(profile.maximumHalfOpen, backlog + profile.queueMargin), 1)
    }
}
