import Localization
import Simulator
import Testing
import Timelines
import Wire

@Suite struct InternetTests {
    /// The lifelines before a host must not matter to its programs: a switch and a real host have none.
    @Test func `a program that waits goes on, whoever stands before its host`() throws {
        let near = try #require(IPv4Address("192.0.2.10")), far = try #require(IPv4Address("192.0.2.20"))
        let scenario = Scenario(
            nodes: [
                .init(id: "real", kind: .external, addresses: [near]),
                .init(id: "switch", kind: .ethernetSwitch), .init(id: "server", addresses: [far]),
            ],
            links: [.init("real", "server")],
            script: [.init("server", .listen(port: 7, backlog: 1), after: .milliseconds(5))])
        let states = scenario.run().events.compactMap { event in
            if case .state(2, let state) = event.kind { (event.instant, state) } else { nil }
        }
        #expect(states.map(\.1) == ["LISTEN"])
        #expect(states.first?.0 == .milliseconds(5))
    }
}
