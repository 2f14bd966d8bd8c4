import Timelines

/// Tells for each message what goes wrong with it.
struct FaultPlan: Sendable {
    /// A message that is about to leave.
    struct Candidate {
        /// Its number, 1 for the first that is shown; 0 for one that is not.
        var number: Int
        /// Every wording of its label.
        var labels: [String]
        var from: Participant.ID
        var to: Participant.ID
    }

    /// What a message meets.
    struct Verdict {
        var isDropped = false
        var delay = Span.zero
        var isDuplicated = false
        var isOvertaken = false
        var isCorrupted = false
    }

    private let faults: [Fault]
    /// For each fault how many messages have fitted so far.
    private var seen: [Int]
    private var random: SeededRandom
    /// Whether there is nothing to look at, so that nobody needs to make a ``Candidate``.
    let isEmpty: Bool
    /// Whether a fault looks at labels.
    let readsLabels: Bool

    init(_ faults: [Fault], seed: UInt64) {
        self.faults = faults
        seen = [Int](repeating: 0, count: faults.count)
        random = SeededRandom(seed: seed ^ 0x6661_756C_7473)
        isEmpty = faults.isEmpty
        readsLabels = faults.contains { fault in
            switch fault.target {
            case .message: false
            case .matching(let pattern, _), .some(let pattern, _): pattern.label != nil
            }
        }
    }

    /// What the message meets; each message is asked about once, in order of departure.
    mutating func verdict(on candidate: Candidate) -> Verdict {
        var verdict = Verdict()
        guard candidate.number > 0 else { return verdict }
        for (index, fault) in faults.enumerated() where hits(fault, index, candidate) {
            switch fault.effect {
            case .drop: verdict.isDropped = true
            case .delay(let span): verdict.delay = verdict.delay + span
            case .duplicate: verdict.isDuplicated = true
            case .overtake: verdict.isOvertaken = true
            case .corrupt: verdict.isCorrupted = true
            }
        }
        return verdict
    }

    private mutating func hits(_ fault: Fault, _ index: Int, _ candidate: Candidate) -> Bool {
        switch fault.target {
        case .message(let number): return candidate.number == number
        case .matching(let pattern, let nth):
            guard candidate.fits(pattern) else { return false }
            seen[index] += 1
            return nth.map { seen[index] == $0 } ?? true
        case .some(let pattern, let perThousand):
            return candidate.fits(pattern) && random.below(1000) < perThousand
        }
    }
}

extension FaultPlan.Candidate {
    fileprivate func fits(_ pattern: MessagePattern) -> Bool {
        (pattern.from.map { $0 == from } ?? true) && (pattern.to.map { $0 == to } ?? true)
            && (pattern.label.map { labels.contains($0) } ?? true)
    }
}

/// Chance that is the same every time: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators).
struct SeededRandom: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in `0..<bound`; `bound` is positive.
    mutating func below(_ bound: Int) -> Int { Int(truncatingIfNeeded: next() >> 33) % max(bound, 1) }
}
