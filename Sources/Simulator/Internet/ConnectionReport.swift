public import Timelines
import Wire

/// What became of a connection, as one of its ends knows it.
public struct ConnectionReport: Hashable, Sendable {
    /// The host whose end it is.
    public var host: Participant.ID
    /// Its own address and port.
    public var local: SocketAddress
    /// The peer's.
    public var remote: SocketAddress
    /// The state it is in, or was in when it was forgotten.
    public var state: TCPState
    /// Whether it was ever established.
    public var wasEstablished: Bool
    /// What went wrong, if anything did.
    public var failure: TCPNotice?
    /// What the program has written.
    public var sent: StreamDigest
    /// What the program has read.
    public var received: StreamDigest
    /// Whether the stream from the peer has been read to its end.
    public var hasReachedEnd: Bool
}

extension Internet {
    /// Every connection that there is, and while a record is kept every one that there was, host by host, oldest first.
    public var connections: [ConnectionReport] {
        hosts.flatMap { host in
            (host.archive + host.sockets.all).sorted { $0.ordinal < $1.ordinal }.map { socket in
                ConnectionReport(
                    host: host.node.id, local: socket.ends.local, remote: socket.ends.remote,
                    state: socket.connection.state, wasEstablished: socket.wasEstablished, failure: socket.failure,
                    sent: socket.sent, received: socket.received, hasReachedEnd: socket.connection.hasReachedEnd)
            }
        }
    }

    /// How many timers run.
    public var runningTimers: Int { net.timers.count }
}
