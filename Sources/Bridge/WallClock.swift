import CTun
import Glibc
public import Timelines

/// The real world: the system's monotonic clock, a TUN device, and signals.
///
/// While it exists SIGINT, SIGTERM, SIGHUP and SIGUSR1 do not interrupt the program but become wishes.
public final class WallClock: Surroundings {
    private let device: TunDevice
    private let signals: Int32
    private let beginning = clock_nanoseconds()

    /// Begins now, waiting for packets at `device`.
    public init(waitingAt device: TunDevice) throws(BridgeProblem) {
        self.device = device
        signals = signals_open()
        guard signals >= 0 else { throw .waiting(errno: errno) }
    }

    deinit { signals_close(signals) }

    /// The time since the clock was made.
    public var now: Instant { Instant(nanoseconds: clock_nanoseconds() - beginning) }

    /// Waits for a packet, a signal, or `instant`.
    public func wait(until instant: Instant?) throws(BridgeProblem) -> Wish? {
        let timeout = instant.map { max(($0 - now).nanoseconds, 0) } ?? -1
        guard wait_readable(device.descriptor, signals, timeout) == 0 else { throw .waiting(errno: errno) }
        switch signals_take(signals) {
        case 0: return nil
        case SIGUSR1: return .report
        default: return .stop
        }
    }
}
