import Localization
import ScenarioSupport
import Simulator
import Testing
import Timelines

@testable import Courseware

/// What an explorer of states draws of hosts is what the table of ways has, or a host that stops.
@Suite struct `The way of a simulated connection` {
    /// The ways taken in a timeline that no way of the table is.
    private func strayWays(_ timeline: Timeline) -> [String] {
        var stray: [String] = []
        for participant in timeline.participants {
            for connection in 1...8 {
                let path = timeline.statePath(of: participant.id, connection: connection, until: timeline.finish)
                for (former, step) in zip(path, path.dropFirst())
                where !former.state.ways.contains(where: { $0.target == step.state }) {
                    if let event = step.event, timeline.events[event].rule?.id == "host-down" { continue }
                    // A SYN cookie keeps no half-open connection (RFC 4987 §3.6).
                    if former.state == .listen, step.state == .established { continue }
                    stray.append(
                        "\(participant.id) \(connection): \(former.state.rawValue) to \(step.state.rawValue)")
                }
            }
        }
        return stray
    }

    @Test func `is drawn in every scene of the course, and in any that is drawn from a seed`() {
        var steps = 0
        for lesson in Catalog.load(BuiltInCourse.files).catalog.lessons {
            for scene in lesson.scenes where scene.simulation != nil {
                #expect(strayWays(scene.timeline).isEmpty, "\(lesson.id) \(scene.id)")
                steps += scene.timeline.participants.reduce(0) {
                    $0 + scene.timeline.statePath(of: $1.id, until: scene.timeline.finish).count
                }
            }
        }
        #expect(steps > 500)
        for seed in 0..<100 as Range<UInt64> {
            let random = RandomScenario(seed: seed)
            #expect(strayWays(random.scenario.run(faults: random.faults)).isEmpty, "\(random)")
        }
    }

    @Test func `ends where the ladder says that the host is`() {
        for seed in 0..<50 as Range<UInt64> {
            let timeline = RandomScenario(seed: seed).scenario.run()
            let states = timeline.states(at: timeline.finish)
            for (participant, state) in zip(timeline.participants, states) {
                guard let state = state.flatMap({ ConnectionState(name: $0(.english)) }) else { continue }
                let path = timeline.statePath(of: participant.id, until: timeline.finish)
                #expect(path.last?.state == state, "\(seed) \(participant.id)")
            }
        }
    }
}
