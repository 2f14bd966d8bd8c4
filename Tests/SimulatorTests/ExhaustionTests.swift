import Simulator
import Testing
import Timelines

/// Small spaces are gone through, large ones sampled.
@Suite struct `Whatever goes wrong` {
    @Test func `every pattern of losses among the first eight packets ends well`() {
        for mask in 0..<256 {
            let faults = (0..<8).filter { mask >> $0 & 1 == 1 }.map { Fault(.drop, .message($0 + 1)) }
            Exchange.check(Exchange.scenario(), faults)
        }
    }

    @Test(arguments: [HostProfile.rfc9293, .linuxBefore65])
    func `other profiles survive the same losses`(_ profile: HostProfile) {
        for mask in stride(from: 0, to: 256, by: 3) {
            let faults = (0..<8).filter { mask >> $0 & 1 == 1 }.map { Fault(.drop, .message($0 + 1)) }
            Exchange.check(Exchange.scenario(profile: profile), faults)
        }
    }

    /// 10,000 schedules, in portions that run beside each other.
    @Test(arguments: 0..<20) func `random faults end well`(_ portion: Int) {
        for seed in 0..<500 {
            var dice = Dice(seed: UInt64(portion * 500 + seed))
            Exchange.check(Exchange.scenario(seed: dice.next()), dice.faults(upTo: 40))
        }
    }
}

/// Seeded chance for schedules (a linear congruential generator with the constants of Knuth's MMIX).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 20
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// Faults among the first messages, from few to very many.
    mutating func faults(upTo count: Int) -> [Fault] {
        let percent = [5, 10, 20, 40][below(4)]
        return (1...count).compactMap { number in
            guard below(100) < percent else { return nil }
            let effects: [Fault.Effect] = [
                .drop, .drop, .delay(.milliseconds(Int64(below(900)))), .duplicate, .overtake, .corrupt,
            ]
            return Fault(effects[below(effects.count)], .message(number))
        }
    }
}
