import Timelines
import Wire

/// A program on a host: it makes its calls one after the other, and waits where a call blocks.
struct Program: Sendable {
    /// What a program waits for.
    enum Wait: Hashable, Sendable {
        /// Nothing: it goes on when it is its turn.
        case nothing
        /// A time.
        case time
        /// `connect()` to come to an end.
        case connected
        /// A connection in the accept queue.
        case acceptable
        /// Room in the send buffer for the rest.
        case writable
        /// Bytes, or the end of the stream.
        case readable
        /// The reply to an echo request.
        case pong
        /// A datagram.
        case datagram
        /// Never: it has ended.
        case end
    }

    let name: String
    let lines: [Scenario.ScriptLine]
    /// The line it is at.
    var line = 0
    /// Whether the line's call has been made, and the program waits inside it.
    var isInside = false
    var wait = Wait.nothing
    /// When the last call returned.
    var returned = Instant.zero
    /// The event that the program goes on from.
    var lastEvent: Int?

    /// The socket that the calls work on.
    var socket: SocketID?
    /// Where it listens.
    var listener: Listener.Name?
    /// What is left to send or to receive of the call that it is in.
    var left = 0
    var outbox: [UInt8] = []
    var inbox: [UInt8] = []
    /// Its UDP port, and what has come for it.
    var datagramPort: UInt16?
    var datagrams: [Datagram] = []
    /// Who sent the datagram that was received last.
    var correspondent: SocketAddress?
    /// Whether a datagram of its was answered by ICMP: nobody has that port.
    var wasRefused = false
    /// Options for this socket and those that come.
    var options: [Scenario.SocketOption] = []
    /// The sequence number of the last echo request.
    var echo: UInt16 = 0
    var echoSent = Instant.zero

    /// A datagram that waits to be received.
    struct Datagram: Sendable {
        var from: SocketAddress
        var bytes: [UInt8]
    }

    init(name: String, lines: [Scenario.ScriptLine]) {
        self.name = name
        self.lines = lines
    }

    /// The programs of a host, in the order in which the script first names them.
    static func programs(of host: Participant.ID, in script: [Scenario.ScriptLine]) -> [Program] {
        var names: [String] = []
        for line in script where line.host == host && !names.contains(line.program) { names.append(line.program) }
        return names.map { name in
            Program(name: name, lines: script.filter { $0.host == host && $0.program == name })
        }
    }

    /// Back to where it was before it ran.
    mutating func restart() { self = Program(name: name, lines: lines) }

    /// The call is over; the next one comes.
    mutating func goOn(at now: Instant) {
        line += 1
        isInside = false
        wait = .nothing
        returned = now
    }

    /// Where the next `goTo` leads; `nil` when there is none from here on.
    var nextGoTo: Int? {
        for line in lines.dropFirst(line) { if case .goTo(let target) = line.call { return target } }
        return nil
    }

    /// The program ends.
    mutating func end() { wait = .end }
}
