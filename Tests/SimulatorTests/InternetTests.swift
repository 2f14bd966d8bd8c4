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

    @Test func `a host that reboots loses everything, and its programs wait from then`() throws {
        let address = try #require(IPv4Address("192.0.2.20"))
        let scenario = Scenario(
            nodes: [.init(id: "server", addresses: [address])], links: [],
            script: [.init("server", .listen(port: 7, backlog: 1), after: .milliseconds(5))],
            incidents: [.init(at: .milliseconds(100), .reboot("server"))])
        let told = scenario.run().events.compactMap { event -> String? in
            switch event.kind {
            case .state(_, let state): "\(event.instant.nanoseconds / 1_000_000) \(state(.english))"
            case .action(_, let words): "\(event.instant.nanoseconds / 1_000_000) \(words(.english))"
            default: nil
            }
        }
        #expect(
            told == [
                "5 listen(1)", "5 LISTEN", "100 crashes", "100 CLOSED", "100 is up again", "105 listen(1)",
                "105 LISTEN",
            ])
    }
}
