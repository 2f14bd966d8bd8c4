/// A connection of a host; never used for another one.
struct SocketID: Hashable, Sendable {
    /// Its place in the host's table.
    var place: Int
    /// How many connections had the place before it.
    var generation: Int
}
