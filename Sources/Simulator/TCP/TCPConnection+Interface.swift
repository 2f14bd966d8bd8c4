public import Timelines
public import Wire

/// The names of the connection's states as RFC 9293 §3.3.2 writes them.
public enum TCPState: String, Hashable, Sendable, CaseIterable {
    case closed = "CLOSED", listen = "LISTEN", synSent = "SYN-SENT", synReceived = "SYN-RECEIVED"
    case established = "ESTABLISHED", finWait1 = "FIN-WAIT-1", finWait2 = "FIN-WAIT-2", closeWait = "CLOSE-WAIT"
    case closing = "CLOSING", lastAck = "LAST-ACK", timeWait = "TIME-WAIT"
}

/// One end of a connection.
public struct SocketAddress: Hashable, Sendable, CustomStringConvertible {
    /// The host.
    public var address: IPv4Address
    /// The port on it.
    public var port: UInt16

    /// The port of the host.
    public init(_ address: IPv4Address, _ port: UInt16) {
        self.address = address
        self.port = port
    }

    /// As in `192.0.2.10:50000`.
    public var description: String { "\(address):\(port)" }
}

/// The timers of a connection.
public enum TCPTimer: Hashable, Sendable, CaseIterable {
    /// RTO: what has been sent has not been acknowledged (RFC 6298).
    case retransmission
    /// PTO: an ACK is overdue, and a probe may bring it (RFC 8985 §7.2).
    case lossProbe
    /// The peer's window is closed (RFC 9293 §3.8.6.1).
    case persist
    /// An acknowledgment waits for company (RFC 9293 §3.8.6.3).
    case delayedACK
    /// 2MSL (RFC 9293 §3.6.1).
    case timeWait
    /// FIN-WAIT-2 of a connection that nobody reads any more.
    case finWait2
    /// The connection has been idle (RFC 9293 §3.8.4).
    case keepAlive
    /// USER TIMEOUT (RFC 9293 §3.10.8).
    case user
}

/// What can happen to a connection: the events of RFC 9293 §3.10.
public enum TCPInput: Hashable, Sendable {
    /// OPEN, active (§3.10.1).
    case open
    /// SEND: no more than ``TCPConnection/sendSpace`` bytes (§3.10.2).
    case send([UInt8])
    /// RECEIVE: the application takes up to so many bytes (§3.10.3); they come as ``TCPAction/delivered(_:)``.
    case receive(Int)
    /// CLOSE: no more will be sent; reading goes on (§3.10.4). `shutdown(SHUT_WR)`.
    case shutdown
    /// CLOSE, and nobody will read any more. `close()`.
    case close
    /// ABORT (§3.10.5).
    case abort
    /// SEGMENT ARRIVES (§3.10.7). Its checksum has been found right, and its addresses and ports are the connection's.
    case segment(TCPSegment)
    /// One of the timeouts (§3.10.8 and the RFCs at ``TCPTimer``).
    case timeout(TCPTimer)
    /// An ICMP message about a segment of this connection came; hard errors abort, soft ones are only told
    /// (RFC 9293 §3.9.2.2).
    case unreachable(isHard: Bool)
}

/// What a connection wants done, in order; a rule says why.
public enum TCPAction: Hashable, Sendable {
    /// Send this.
    case transmit(TCPSegment, isRetransmission: Bool, Rule)
    /// The connection is in this state now.
    case enter(TCPState, Rule)
    /// Start this timer, or start it anew.
    case start(TCPTimer, Span, Rule)
    /// Stop this timer; it is running.
    case stop(TCPTimer, Rule)
    /// Tell the application.
    case notify(TCPNotice, Rule)
    /// Remember this Fast Open cookie of the peer, or forget the one that is known (RFC 7413 §4.1.3).
    case remember(FastOpenCookie?, Rule)
    /// Bytes for the application, in answer to ``TCPInput/receive(_:)``.
    case delivered([UInt8])
    /// The segment that came was not taken.
    case discard(Rule)
    /// The connection can be forgotten; the last of its actions.
    case delete
}

/// What a connection tells its application.
public enum TCPNotice: Hashable, Sendable {
    /// `connect()` returns 0, or a half-open connection is complete.
    case established
    /// The SYN's data is good before the handshake is complete, and the application may answer (RFC 7413 §4.2.2).
    case fastOpened
    /// There is something to read.
    case readable
    /// The peer has closed: after what is buffered `recv()` returns 0.
    case endOfStream
    /// There is room in the send buffer again.
    case writable
    /// Everything that was sent, the FIN included, has been acknowledged.
    case allAcknowledged
    /// ECONNREFUSED: a RST answered the SYN.
    case refused
    /// ECONNRESET: a RST ended the connection.
    case reset
    /// EPIPE: a RST came after the peer had closed.
    case brokenPipe
    /// ETIMEDOUT: it was tried too often or too long.
    case timedOut
    /// EHOSTUNREACH and its like.
    case unreachable
}
