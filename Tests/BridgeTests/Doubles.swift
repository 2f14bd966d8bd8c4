import Bridge
import Timelines

/// A port whose packets are written down beforehand, and which writes down what it is handed.
struct ScriptedPort: PacketPort {
    var incoming: [[UInt8]] = []
    var problem: BridgeProblem?
    let log: Log

    mutating func receive() throws(BridgeProblem) -> [UInt8]? {
        if let problem { throw problem }
        return incoming.isEmpty ? nil : incoming.removeFirst()
    }

    mutating func send(_ packet: [UInt8]) throws(BridgeProblem) { log.sent.append(packet) }
}

/// A network that sends every packet back after a delay.
struct EchoNetwork: SimulatedNetwork {
    let delay: Span
    private(set) var clock = Instant.zero
    private(set) var largestBurst = 0
    private var pending: [(due: Instant, packet: [UInt8])] = []
    private var ready: [[UInt8]] = []
    private var burst = 0

    init(delay: Span) { self.delay = delay }

    var nextEvent: Instant? { pending.first?.due }

    mutating func advance(to instant: Instant) {
        clock = max(clock, instant)
        while let first = pending.first, first.due <= instant { ready.append(pending.removeFirst().packet) }
        burst = 0
    }

    mutating func inject(_ packet: [UInt8]) {
        pending.append((clock + delay, packet))
        burst += 1
        largestBurst = max(largestBurst, burst)
    }

    mutating func takeOutgoing() -> [[UInt8]] {
        defer { ready = [] }
        return ready
    }
}

/// A world whose time passes only by waiting, and in which somebody has had enough after some turns.
struct PatientWorld: Surroundings {
    private(set) var now = Instant.zero
    var wishes: [Int: Wish] = [:]
    private var turns = 0
    let log: Log

    init(stopAfter turns: Int, log: Log) {
        wishes[turns] = .stop
        self.log = log
    }

    mutating func wait(until instant: Instant?) throws(BridgeProblem) -> Wish? {
        log.waits.append(instant)
        if let instant { now = max(now, instant) }
        turns += 1
        return wishes[turns]
    }
}

/// What the doubles have seen.
final class Log {
    var sent: [[UInt8]] = []
    var waits: [Instant?] = []
}
