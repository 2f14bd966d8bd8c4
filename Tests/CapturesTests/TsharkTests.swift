import Captures
import Courseware
import LocatedJSON
import ScenarioSupport
import Simulator
import TestSupport
import Testing
import Timelines

@Suite struct `tshark, as the judge of the simulator` {
    /// Every simulated scene of the course and of `Tests/network`.
    static let scenes: [(name: String, timeline: Timeline)] = {
        let files = ["lessons", "Tests/network/scenarios/lessons"].flatMap { SourceTree.files(in: $0) }
        return Catalog.load(files.map { SourceFile($0.name, $0.bytes) }).catalog.lessons.flatMap { lesson in
            lesson.scenes.filter { $0.simulation != nil }.map { ("\(lesson.id), \($0.id)", $0.timeline) }
        }
    }()

    @Test func `has every simulated scene to judge`() { #expect(Self.scenes.count >= 11) }

    @Test(arguments: scenes.indices) func `agrees packet for packet with every simulated scene`(index: Int) throws {
        let (name, timeline) = Self.scenes[index]
        // Seen at one host after the other: both captures have the same addresses.
        for (place, participant) in timeline.participants.enumerated() {
            let test = Judgement.Case(name: "\(name) at \(participant.id)", timeline: timeline, participant: place)
            let judgement = try Judgement([test])
            #expect(judgement.differences.isEmpty, "\(judgement.differences.prefix(20).joined(separator: "\n"))")
        }
    }

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
