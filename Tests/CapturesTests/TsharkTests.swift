import Captures
import ScenarioSupport
import Simulator
import Testing
import Timelines

@Suite struct `tshark, as the judge of the simulator` {
    /// Whether what the scenario's hosts do agrees with Wireshark's analysis, seen at each of them.
    @Test(arguments: ["client", "server"])
    func `agrees packet for packet with 200 random scenarios with faults`(host: String) throws {
        let cases = (1...200 as ClosedRange<UInt64>).map { seed in
            let random = RandomScenario(seed: seed)
            let timeline = random.scenario.run(faults: random.faults)
            return Judgement.Case(
                name: "\(random) at the \(host)", timeline: timeline,
                participant: timeline.participants.firstIndex { $0.id == host } ?? 0)
        }
        let judgement = try Judgement(cases)
        #expect(judgement.differences.isEmpty, "\(judgement.differences.prefix(20).joined(separator: "\n"))")
        // A generator that brings nothing about would prove nothing.
        #expect(judgement.segments > 3000)
        for mark in ["retransmission", "fast_retransmission", "duplicate_ack", "out_of_order", "zero_window"] {
            #expect(judgement.tally["tcp.analysis.\(mark)", default: 0] > 0, "no \(mark) occurs")
        }
    }
}
