import Localization
import ScenarioSupport
import Simulator
import Testing
import Timelines

@testable import Courseware

/// What the simulator does is real: a judge that finds fault with it is wrong.
@Suite struct `The judge of TCP` {
    @Test(arguments: (0..<300) + [692, 746, 1135, 1751, 2011, 3004, 3448, 3632] as [UInt64])
    func `finds no fault with what hosts do`(seed: UInt64) {
        let random = RandomScenario(seed: seed)
        let timeline = random.scenario.run(faults: random.faults)
        let findings = Conformance(timeline).findings
        #expect(findings.isEmpty, "\(random)\n\(findings.prefix(3).map { $0.described(in: timeline) })")
    }

    @Test(arguments: 0..<150 as Range<UInt64>) func `finds no fault with hosts that send tail loss probes`(seed: UInt64)
    {
        let random = RandomScenario(seed: seed)
        var scenario = random.scenario
        for place in scenario.nodes.indices { scenario.nodes[place].profile.sendsTailLossProbe = true }
        let timeline = scenario.run(faults: random.faults)
        let findings = Conformance(timeline).findings
        #expect(findings.isEmpty, "\(random)\n\(findings.prefix(3).map { $0.described(in: timeline) })")
    }

    @Test func `finds no fault with the simulated lessons, whatever is done to them`() {
        var judged = 0
        for lesson in Catalog.load(BuiltInCourse.files).catalog.lessons {
            for scene in lesson.scenes {
                guard let simulation = scene.simulation, simulation.scenario.isOneConversation else { continue }
                // It begins with a probe, from which no number can be inferred.
                guard lesson.id != "keep-alive" else { continue }
                judged += 1
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
        #expect(judged > 70)
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

extension Scenario {
    /// Whether it is what an author would write down: a conversation or several at once, none of which takes another's place,
    /// and nobody who only pretends to take part.
    fileprivate var isOneConversation: Bool {
        let connecting = script.compactMap { line in
            if case .connect(_, _, _, let carried) = line.call {
                (host: line.host, isPlain: carried.isEmpty)
            } else {
                nil
            }
        }
        let isOnce = Set(connecting.map(\.host)).count == connecting.count && connecting.allSatisfy(\.isPlain)
        let stays = script.allSatisfy { line in
            switch line.call {
            case .exit, .goTo: false
            default: true
            }
        }
        return isOnce && stays
            && incidents.allSatisfy { incident in
                switch incident.kind {
                case .segment, .reboot: false
                default: true
                }
            }
    }
}
