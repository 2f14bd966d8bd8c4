import Simulator
import TestSupport
import Testing
import Timelines

@testable import Tutor

/// What lies over the player of a simulated lesson, and what the player shows of changes, in every look.
@Suite struct `The simulated lesson as golden frames` {
    private func expectGoldens(_ name: String, faults: [Fault] = [], _ lead: (inout Driven) -> Void) {
        for look in Look.all {
            var driven = SimulatedCourse.opened(look, faults: faults)
            lead(&driven)
            expectGolden(driven.text, "simulated-\(name)-\(look.testDescription)")
        }
    }

    @Test func `the opening says what can be done`() { expectGoldens("opening") { _ in } }

    @Test func `the question after a fault`() {
        expectGoldens("question") { driven in
            driven.point(at: 1)
            driven.press(.character("x"))
        }
    }

    @Test func `what was changed, in the ladder and as a list`() {
        let faults = [
            Fault(.drop, .message(2)), Fault(.duplicate, .message(3)), Fault(.delay(.seconds(1)), .message(6)),
        ]
        expectGoldens("changed", faults: faults) { $0.press(.end) }
        expectGoldens("changes", faults: faults) { $0.press(.character("f"), .up) }
    }

    @Test func `why a segment was sent again`() {
        expectGoldens("why", faults: [Fault(.drop, .message(1))]) { driven in
            driven.point(at: 1)
            driven.press(.character("w"))
        }
    }

    @Test func `the run without the changes beside the changed one`() {
        expectGoldens("compare", faults: [Fault(.drop, .message(1))]) { driven in
            driven.press(.right, .right, .right, .right, .character("c"))
        }
    }

    @Test func `the challenges, with a hint, and one that is solved`() {
        expectGoldens("challenges") { $0.press(.character("C"), .character("h")) }
        expectGoldens("solved") { driven in
            driven.press(.character("C"), .down, .enter)
            driven.point(at: 1)
            driven.press(.character("x"))
        }
    }

    @Test func `a packet, its fields and its bytes`() {
        expectGoldens("packet") { driven in
            driven.point(at: 0)
            driven.press(.enter, .down, .down)
        }
        expectGoldens("packet-bytes") { driven in
            driven.point(at: 0)
            driven.press(.enter, .tab, .down, .down, .right, .right)
        }
    }

    @Test func `arrows that cross in true time`() {
        expectGoldens("overtaken", faults: [Fault(.overtake, .message(4))]) { driven in
            driven.press(.character("t"), .right, .right, .right, .right, .right, .right, .right, .right)
        }
    }
}
