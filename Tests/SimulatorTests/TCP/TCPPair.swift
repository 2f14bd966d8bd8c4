import ScenarioSupport
import Timelines
import Wire

@testable import Simulator

/// Two connections and a wire between them, on a virtual clock.
///
/// The test tells the programs what to do and the wire what to lose; ``story`` then tells what happened, line by line,
/// and belongs into the comment of every expectation.
struct TCPPair {
    enum Side: Int, CaseIterable, Sendable { case client, server }

    /// What the wire makes of a segment.
    enum Fate: Equatable { case arrives, isLost, isLate(Span), arrivesTwice }

    /// A segment on the wire; numbers begin at 1.
    struct Sent {
        let number: Int
        let side: Side
        let at: Instant
        let segment: TCPSegment
        let isRetransmission: Bool
        let rule: String
    }

    private enum Due: Sendable {
        case segment(Side, TCPSegment)
        case timer(Side, TCPTimer, Int)
    }

    /// The program at one end, and what it has seen.
    struct Program {
        var connection: TCPConnection
        /// Whether it reads whatever comes.
        var reads = true
        /// How much of ``written`` is still to be written, in bytes at its end.
        var left = 0
        var closesWhenWritten: TCPInput?
        /// Whether it closes when the peer has.
        var closesAtEnd = false
        /// What it wants to write, from its first byte.
        var written: [UInt8] = []
        var received: [UInt8] = []
        var notices: [TCPNotice] = []
        var states: [TCPState] = []
        var isAlive = true
        fileprivate var timers: [TCPTimer: Int] = [:]
    }

    private(set) var now = Instant.zero
    private(set) var sent: [Sent] = []
    private(set) var story: [String] = []
    private var programs: [Program]
    private var queue = EventQueue<Due>()
    private var starts = 0
    private var segmentCount = 0
    /// The time from one end to the other.
    var delay = Span.milliseconds(10)
    /// What the wire does.
    var fate: (Sent) -> Fate = { _ in .arrives }
    /// Whether ``sent`` and ``story`` are kept.
    var remembers = true

    /// The server is in LISTEN unless both open actively.
    init(
        _ profile: HostProfile = .linux65, server: HostProfile? = nil, bothOpen: Bool = false,
        initialSequence: SequenceNumber = 1000, mss: Int = 1460
    ) {
        let client = TCPConnection(
            local: TCPEnd.near, remote: TCPEnd.far, initialSequence: initialSequence, profile: profile, mss: mss)
        let other =
            bothOpen
            ? TCPConnection(
                local: TCPEnd.far, remote: TCPEnd.near, initialSequence: 5000, profile: server ?? profile, mss: mss)
            : TCPConnection(
                listening: TCPEnd.far, remote: TCPEnd.near, initialSequence: 5000, profile: server ?? profile, mss: mss)
        programs = [Program(connection: client), Program(connection: other)]
    }

    subscript(side: Side) -> Program {
        get { programs[side.rawValue] }
        set { programs[side.rawValue] = newValue }
    }

    // MARK: What the programs do

    mutating func perform(_ input: TCPInput, at side: Side) {
        guard self[side].isAlive else { return }
        let actions = programs[side.rawValue].connection.handle(input, at: now)
        obey(actions, side)
    }

    /// Does what a connection wanted when the test asked it directly.
    mutating func follow(_ actions: [TCPAction], at side: Side) { obey(actions, side) }

    mutating func open(_ side: Side = .client) { perform(.open, at: side) }

    /// Writes bytes that tell their place in the stream.
    mutating func write(_ count: Int, at side: Side, then close: TCPInput? = nil) {
        let place = side.rawValue
        programs[place].written += bytesOfStream(from: programs[place].written.count, count: count)
        programs[place].left += count
        programs[place].closesWhenWritten = close
        writeMore(side)
    }

    mutating func close(_ side: Side) { perform(.close, at: side) }

    private mutating func writeMore(_ side: Side) {
        guard ![.closed, .listen].contains(self[side].connection.state) else { return }
        let place = side.rawValue
        while programs[place].isAlive, programs[place].left > 0 {
            let room = programs[place].connection.sendSpace
            guard room > 0 else { return }
            let bytes = Array(programs[place].written.suffix(programs[place].left).prefix(room))
            programs[place].left -= bytes.count
            perform(.send(bytes), at: side)
        }
        if let close = self[side].closesWhenWritten {
            self[side].closesWhenWritten = nil
            perform(close, at: side)
        }
    }

    // MARK: What the connections want

    private mutating func obey(_ actions: [TCPAction], _ side: Side) {
        for action in actions {
            switch action {
            case .transmit(let segment, let again, let rule): transmit(segment, again, rule, side)
            case .enter(let state, _):
                self[side].states.append(state)
                tell(action, side)
            case .start(let timer, let span, _):
                starts += 1
                self[side].timers[timer] = starts
                queue.add(.timer(side, timer, starts), at: now + span)
            case .stop(let timer, _): self[side].timers[timer] = nil
            case .notify(let notice, _):
                self[side].notices.append(notice)
                tell(action, side)
            case .delivered(let bytes): programs[side.rawValue].received += bytes
            case .discard, .remember: tell(action, side)
            case .delete: self[side].isAlive = false
            }
        }
        for case .notify(let notice, _) in actions { take(notice, side) }
    }

    private mutating func take(_ notice: TCPNotice, _ side: Side) {
        switch notice {
        case .readable where self[side].reads: perform(.receive(.max), at: side)
        case .writable, .established: writeMore(side)
        case .endOfStream where self[side].closesAtEnd: perform(.close, at: side)
        default: break
        }
    }

    private mutating func transmit(_ segment: TCPSegment, _ isRetransmission: Bool, _ rule: Rule, _ side: Side) {
        segmentCount += 1
        let one = Sent(
            number: segmentCount, side: side, at: now, segment: segment, isRetransmission: isRetransmission,
            rule: rule.id)
        let fate = fate(one)
        if remembers {
            sent.append(one)
            let ending = fate == .arrives ? "" : "  (\(fate))"
            story.append(
                "\(clock) \(side)  \(one.number): \(segment.story)\(isRetransmission ? " again" : "")\(ending)")
        }
        let other: Side = side == .client ? .server : .client
        switch fate {
        case .arrives: queue.add(.segment(other, segment), at: now + delay)
        case .isLost: break
        case .isLate(let span): queue.add(.segment(other, segment), at: now + delay + span)
        case .arrivesTwice:
            queue.add(.segment(other, segment), at: now + delay)
            queue.add(.segment(other, segment), at: now + delay)
        }
    }

    private mutating func tell(_ action: TCPAction, _ side: Side) {
        if remembers { story.append("\(clock) \(side)     \(action.story)") }
    }

    private var clock: String { "\(now.nanoseconds / 1000)us" }

    // MARK: The passage of time

    /// Goes on until nothing is left to happen, or until a limit that only a fault would reach.
    mutating func run(until limit: Instant = .milliseconds(86_400_000)) {
        while let (due, instant) = queue.pop(by: limit) {
            switch due {
            case .segment(let side, let segment):
                now = max(now, instant)
                arrive(segment, side)
            case .timer(let side, let timer, let start):
                guard self[side].timers[timer] == start else { continue }
                now = max(now, instant)
                self[side].timers[timer] = nil
                perform(.timeout(timer), at: side)
            }
        }
    }

    mutating func run(for milliseconds: Int64) {
        let end = now + .milliseconds(milliseconds)
        run(until: end)
        now = end
    }

    /// A host without a connection answers with a reset.
    private mutating func arrive(_ segment: TCPSegment, _ side: Side) {
        if self[side].isAlive {
            perform(.segment(segment), at: side)
        } else if let reset = TCPConnection.reset(answering: segment) {
            story.append("\(clock) \(side)     knows no such connection")
            transmit(reset, false, .resetFromClosed, side)
        }
    }

    // MARK: Questions

    /// Whether everything that either side has written has been received.
    var isComplete: Bool {
        programs[0].received == programs[1].written && programs[1].received == programs[0].written
            && programs.allSatisfy { $0.left == 0 }
    }

    /// Whether nothing can happen any more.
    var isOver: Bool { queue.next == nil }

    /// Timers that run.
    var runningTimers: Set<TCPTimer> { Set(programs.flatMap(\.timers.keys)) }

    /// What one side, or both, have sent, as text.
    func segments(from side: Side? = nil) -> [String] {
        sent.filter { side == nil || $0.side == side }.map(\.segment.story)
    }

    /// When one side sent its segments, in milliseconds.
    func times(of side: Side, where holds: (Sent) -> Bool = { _ in true }) -> [Int64] {
        sent.filter { $0.side == side && holds($0) }.map { $0.at.nanoseconds / 1_000_000 }
    }

    /// What happened, for a failure's comment.
    var told: String { story.joined(separator: "\n") }
}
