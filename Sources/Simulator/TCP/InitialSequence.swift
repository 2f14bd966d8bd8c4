import Timelines
import Wire

/// Where a connection's sequence numbers begin.
///
///     ISN = M + F(local address, local port, remote address, remote port, secret)
///
/// M is a clock that ticks every 4 microseconds. Without the secret nobody can guess the number of another's connection;
/// between the same two ends the numbers grow, so that old segments are told from new ones. M alone can be foretold by
/// whoever has seen it once; chance alone does not grow. Reading list: RFC 6528 §3, RFC 9293 §3.4.1.
struct InitialSequence: Sendable {
    private let rule: HostProfile.ISNRule
    /// How many numbers have been drawn.
    private var draws: UInt64 = 0
    private let secretHash: SipHash
    /// Something that only this host knows, for whatever else must not be guessed.
    let secretWord: UInt64

    init(_ rule: HostProfile.ISNRule, secret: UInt64) {
        self.rule = rule
        secretHash = SipHash(key: (secret, secret &* 0xA076_1D64_78BD_642F &+ 1))
        secretWord = secretHash([secret])
    }

    /// The initial sequence number of a connection that is made now.
    mutating func next(local: SocketAddress, remote: SocketAddress, at now: Instant) -> SequenceNumber {
        let clock = UInt32(truncatingIfNeeded: now.nanoseconds / 4000)
        switch rule {
        case .clock: return SequenceNumber(clock)
        case .random:
            draws += 1
            return SequenceNumber(UInt32(truncatingIfNeeded: secretHash([secretWord, draws])))
        case .rfc6528: return SequenceNumber(clock &+ UInt32(truncatingIfNeeded: hash(local, remote)))
        }
    }

    /// F: what nobody else can tell about two ends.
    func hash(_ local: SocketAddress, _ remote: SocketAddress) -> UInt64 {
        secretHash([
            UInt64(local.address.rawValue) << 32 | UInt64(remote.address.rawValue),
            UInt64(local.port) << 16 | UInt64(remote.port),
        ])
    }
}
