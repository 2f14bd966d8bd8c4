import Bridge
import Localization
import Simulator
import Testing
import Timelines
import Wire

/// The demonstration, with a simulated host in the kernel's place.
@Suite struct DemoInternetTests {
    private func internet(_ calls: [Scenario.Call]) -> Internet {
        var scenario = DemoInternet.scenario
        scenario.nodes[0].kind = .host
        scenario.script += calls.map { Scenario.ScriptLine("kernel", $0) }
        scenario.limit = .seconds(30)
        var internet = Internet(scenario, recording: false)
        internet.advance(to: .milliseconds(5000))
        return internet
    }

    private func received(_ internet: Internet) throws -> Int {
        try #require(internet.connections.first { $0.host == "kernel" }).received.count
    }

    @Test func `the echo service sends back what comes`() throws {
        let internet = internet([.connect("server", port: 7), .send(5000), .receive(5000)])
        #expect(try received(internet) == 5000)
    }

    @Test func `the source sends as much as it says`() throws {
        let internet = internet([.connect("server", port: 19), .receiveAll])
        #expect(try received(internet) == DemoInternet.sourceLength)
    }

    @Test func `a page is served`() throws {
        let internet = internet([
            .connect("server", port: 80), .sendBytes(Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8)), .receive(500),
        ])
        #expect(try received(internet) >= 500)
    }

    @Test func `a service serves several connections at the same time and one after the other`() throws {
        var scenario = DemoInternet.scenario
        scenario.nodes[0].kind = .host
        for client in 0..<12 {
            let calls: [Scenario.Call] = [.connect("server", port: 7), .send(10), .receive(10), .close]
            scenario.script += calls.map { Scenario.ScriptLine("kernel", $0, program: "client \(client)") }
        }
        scenario.limit = .seconds(30)
        let timeline = scenario.run()
        let closes = timeline.events.count {
            if case .action(0, let text) = $0.kind { text == "close()" } else { false }
        }
        #expect(closes == 12)
    }

    @Test func `clients that abort use up nobody`() throws {
        var scenario = DemoInternet.scenario
        scenario.nodes[0].kind = .host
        for client in 0..<9 {
            let calls: [Scenario.Call] = [.connect("server", port: 7), .send(10), .abort]
            scenario.script += calls.map { Scenario.ScriptLine("kernel", $0, program: "client \(client)") }
        }
        let calls: [Scenario.Call] = [.connect("server", port: 7), .send(10), .receive(10), .close]
        scenario.script += calls.map { Scenario.ScriptLine("kernel", $0, program: "last", after: .seconds(1)) }
        scenario.limit = .seconds(30)
        let closes = scenario.run().events.count {
            if case .action(0, let text) = $0.kind { text == "close()" } else { false }
        }
        #expect(closes == 1)
    }
}
