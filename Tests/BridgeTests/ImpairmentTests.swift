import Bridge
import Simulator
import Testing
import Timelines

@Suite struct ImpairmentTests {
    @Test func `shares become faults in both directions`() {
        let faults = Impairment(lossPerThousand: 100, reorderedPerThousand: 50).faults(at: "client")
        #expect(
            faults == [
                Fault(.drop, .some(MessagePattern(from: "client"), perThousand: 100)),
                Fault(.drop, .some(MessagePattern(to: "client"), perThousand: 100)),
                Fault(.overtake, .some(MessagePattern(from: "client"), perThousand: 50)),
                Fault(.overtake, .some(MessagePattern(to: "client"), perThousand: 50)),
            ])
        #expect(Impairment().faults(at: "client").isEmpty)
    }

    @Test func `delay and seed change the scenario, and only the link of the real host`() {
        let scenario = DemoInternet.scenario
        let changed = Impairment(delay: .milliseconds(9), seed: 99).changing(scenario, at: "kernel")
        #expect(changed.seed == 99)
        #expect(changed.links.map(\.delay) == [.milliseconds(9), scenario.links[1].delay])
        #expect(Impairment().changing(scenario, at: "kernel") == scenario)
    }
}
