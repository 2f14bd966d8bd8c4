import Localization
import Timelines

/// Whose timer it is, and which.
struct TimerKey: Hashable, Sendable {
    /// What can have timers.
    enum Kind: Hashable, Sendable {
        case tcp(SocketID, TCPTimer)
        case ip(IPTimer)
        case ping(program: Int)
    }

    /// The node.
    var node: Int
    var kind: Kind
}

/// The timers that run.
///
/// A timer that is started anew, which a retransmission timer is with every acknowledgment, does not add to the queue as
/// long as it moves to a later time: the occurrence that is there finds that it came too early and is put back.
struct TimerTable: Sendable {
    private struct Run {
        var deadline: Instant
        /// The earliest occurrence in the queue.
        var queued: Instant
        /// The timer in the recorder, if it is shown.
        var record: Int?
    }

    private var runs: [TimerKey: Run] = [:]

    /// How many run.
    var count: Int { runs.count }

    /// The keys of those that run, in no order.
    var keys: [TimerKey] { Array(runs.keys) }

    /// Starts or restarts; answers the record of the run that ends with this, and whether the queue needs an occurrence.
    mutating func start(_ key: TimerKey, until deadline: Instant) -> (former: Int?, needsOccurrence: Bool) {
        if let run = runs[key] {
            let needs = deadline < run.queued
            runs[key] = Run(deadline: deadline, queued: needs ? deadline : run.queued, record: nil)
            return (run.record, needs)
        }
        runs[key] = Run(deadline: deadline, queued: deadline, record: nil)
        return (nil, true)
    }

    /// Says which timer of the recorder this run is.
    mutating func note(_ record: Int, of key: TimerKey) { runs[key]?.record = record }

    /// Stops; answers whether it ran, and its record.
    mutating func stop(_ key: TimerKey) -> (wasRunning: Bool, record: Int?) {
        guard let run = runs.removeValue(forKey: key) else { return (false, nil) }
        return (true, run.record)
    }

    /// What an occurrence in the queue means.
    enum Finding { case nothing, early(Instant), fires(record: Int?) }

    /// An occurrence for this timer came up at `now`.
    mutating func occur(_ key: TimerKey, at now: Instant) -> Finding {
        guard let run = runs[key] else { return .nothing }
        if run.deadline <= now {
            runs[key] = nil
            return .fires(record: run.record)
        }
        guard run.queued <= now else { return .nothing }
        runs[key]?.queued = run.deadline
        return .early(run.deadline)
    }
}

extension Network {
    /// Starts a timer, or starts it anew.
    mutating func start(_ key: TimerKey, _ name: LocalizedText, for length: Span, because rule: Rule?) {
        let (former, needsOccurrence) = timers.start(key, until: now + length)
        if let former { recorder.stopped(former, at: now, because: rule) }
        // What arrives just in time is in time.
        if needsOccurrence { queue.add(.timer(key), at: now + length, .last) }
        if recorder.isOn, let record = recorder.started(name, of: key.node, for: length, at: now, because: rule) {
            timers.note(record, of: key)
        }
    }

    /// Stops a timer, if it runs.
    mutating func stop(_ key: TimerKey, because rule: Rule?) {
        if let record = timers.stop(key).record { recorder.stopped(record, at: now, because: rule) }
    }
}
