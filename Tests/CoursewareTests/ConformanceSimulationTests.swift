import Localization
import ScenarioSupport
import Simulator
import Testing
import Timelines

@testable import Courseware

/// What the simulator does is real: a judge that finds fault with it is wrong.
@Suite struct `The judge of TCP` {
    @Test(arguments: 0..<300 as Range<UInt64>) func `finds no fault with what hosts do`(seed: UInt64) {
        let random = RandomScenario(seed: seed)
        let timeline = random.scenario.run(faults: random.faults)
        let findings = Conformance(timeline).findings
        #expect(findings.isEmpty, "\(random)\n\(findings.prefix(3).map { $0.described(in: timeline) })")
    }

    @Test func `finds no fault with the simulated lessons, whatever is done to them`() {
        for lesson in Catalog.load(BuiltInCourse.files).catalog.lessons {
            for scene in lesson.scenes {
                guard let simulation = scene.simulation else { continue }
                for number in 0..<40 {
                    let effect: Fault.Effect = [.drop, .duplicate, .overtake, .delay(.milliseconds(700))][number % 4]
                    let faults = number == 0 ? [] : [Fault(effect, .message(number / 4 + 1))]
                    let timeline = simulation.perform(faults: faults).timeline
                    let findings = Conformance(timeline).findings
                    #expect(
                        findings.isEmpty,
                        "\(lesson.id) \(scene.id) \(faults) \(findings.prefix(3).map { $0.described(in: timeline) })")
                }
            }
        }
    }

    @Test func `follows what hosts do, and does not look away`() {
        var judged = 0, sent = 0
        for seed in 0..<50 as Range<UInt64> {
            let random = RandomScenario(seed: seed)
            let timeline = random.scenario.run(faults: random.faults)
            let conformance = Conformance(timeline)
            sent += timeline.messages.count
            judged += conformance.judged.keys.count { if case .message = $0 { true } else { false } }
        }
        #expect(judged * 10 > sent * 7, "\(judged) of \(sent)")
    }
}

extension Conformance.Finding {
    /// What is wrong, and with which message.
    fileprivate func described(in timeline: Timeline) -> String {
        switch subject {
        case .message(let index):
            let message = timeline.messages[index]
            let fields = message.fields.prefix(3).map { "\($0.name)=\($0.value)" }.joined(separator: " ")
            return
                "#\(index) \(message.departure) \(message.sender): \(message.label(.english)) \(fields): \(violation.message)"
        case .state(let event): return "event \(event) at \(timeline.events[event].instant): \(violation.message)"
        }
    }
}
