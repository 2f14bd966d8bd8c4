import Localization
import LocatedJSON
import Timelines

extension ScriptPerformance {
    /// Performs what stands in a frame, and puts the frame round it; answers its first event and when it has ended.
    mutating func framed(
        _ kind: Frame.Kind, _ title: LocalizedText?, at now: Instant, _ body: (inout Self) -> Instant
    ) -> (TimelineBuilder.Ticket?, Instant) {
        let first = builder.count
        depth += 1
        frameCount += 1
        let end = body(&self)
        depth -= 1
        builder.frame(kind, title, from: first, until: end, depth: depth)
        return (builder.earliest(from: first), end)
    }

    /// Performs each list on a clock of its own; the last to end is waited for.
    mutating func parallel(
        _ branches: [[ScriptEntry]], _ title: LocalizedText?, at now: Instant
    ) -> (TimelineBuilder.Ticket?, Instant) {
        framed(.parallel, title, at: now) { performance in
            var end = now
            for branch in branches { end = max(end, performance.run(branch, from: now)) }
            return end
        }
    }

    /// Performs entries several times; only in the first round they have a name and are narrated.
    mutating func loop(
        _ entries: [ScriptEntry], times: Int, _ title: LocalizedText, at now: Instant
    ) -> (TimelineBuilder.Ticket?, Instant) {
        framed(.loop(times: times), title, at: now) { performance in
            var clock = performance.run(entries, from: now)
            performance.repetitions += 1
            for _ in 1..<max(times, 1) where !performance.isOverfull { clock = performance.run(entries, from: clock) }
            performance.repetitions -= 1
            return clock
        }
    }

    /// Performs the branch that is chosen for this telling, or else the first.
    mutating func alternatives(
        _ branches: [ScriptEntry.Branch], at now: Instant
    ) -> (TimelineBuilder.Ticket?, Instant) {
        let place = branches.firstIndex { $0.id.map { chosen.contains($0.value) } ?? false } ?? 0
        guard branches.indices.contains(place) else { return (nil, now) }
        let others = branches.indices.filter { $0 != place }.map { branches[$0].condition }
        return framed(.alternatives(otherwise: others), branches[place].condition, at: now) { performance in
            performance.run(branches[place].entries, from: now)
        }
    }
}
