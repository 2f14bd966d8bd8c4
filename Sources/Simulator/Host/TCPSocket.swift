import Timelines
import Wire

/// A connection of a host, and what its programs know of it.
struct TCPSocket: Sendable {
    /// The two ends; what segments are told apart by.
    struct Ends: Hashable, Sendable {
        var local: SocketAddress
        var remote: SocketAddress
    }

    var connection: TCPConnection
    let ends: Ends
    /// The listener that it came from, until a program takes it.
    var listener: Listener.Name?
    /// What it says about others on its port.
    var sharing = PortSharing()
    /// Whether the connection still exists; when not, only what a program may still ask is left.
    var isAlive = true
    /// Whether a program holds it.
    var isHeld = false
    /// What went wrong, if anything did.
    var failure: TCPNotice?
    /// Whether it has been established.
    var wasEstablished = false
    /// Which of the host's connections it is, 1 for the first.
    var ordinal: Int
    /// SND.NXT as it has been told; `nil` before anything was sent.
    var toldNext: SequenceNumber?
    /// What the program has sent and what it has received, for whoever compares the two ends.
    var sent = StreamDigest()
    var received = StreamDigest()
}

/// How many bytes went by, and a checksum that depends on their order (FNV-1a).
public struct StreamDigest: Hashable, Sendable {
    /// Bytes.
    public private(set) var count = 0
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    init() {}

    mutating func add(_ bytes: [UInt8]) {
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        count += bytes.count
    }

    /// Counts without looking at the bytes.
    mutating func count(_ bytes: Int) { count += bytes }
}
