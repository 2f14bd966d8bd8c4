import Localization
import Simulator
import Testing
import Timelines
import Wire

/// Programs over the internet layer: Ethernet, routers and links of different sizes.
@Suite struct `Over routers and Ethernet` {
    static func run(_ scenario: Scenario, _ script: [Scenario.ScriptLine], mend: (inout Scenario) -> Void = { _ in })
        -> Internet
    {
        var scenario = scenario
        scenario.script = script
        mend(&scenario)
        var internet = Internet(scenario)
        internet.run()
        return internet
    }

    /// The labels of what was sent, with sender and receiver.
    static func labels(_ timeline: Timeline) -> [String] {
        timeline.messages.map {
            "\(timeline.participants[$0.sender].id)>\(timeline.participants[$0.receiver].id) \($0.label(.english))"
        }
    }

    static func actions(_ timeline: Timeline, of id: String) -> [String] {
        timeline.events.compactMap {
            guard case .action(let owner, let text) = $0.kind, timeline.participants[owner].id == id else { return nil }
            return text(.english)
        }
    }

    static let fetch: [Scenario.ScriptLine] = [
        .init("far", .listen(port: 80, backlog: 4)), .init("far", .accept), .init("far", .receive(3000)),
        .init("far", .send(3000)), .init("far", .receiveAll), .init("far", .close),
        .init("a", .connect("far", port: 80)), .init("a", .send(3000)), .init("a", .receive(3000)),
        .init("a", .close),
    ]

    @Test func `a connection begins with ARP on each Ethernet`() throws {
        let internet = Self.run(Networks.lan(), Self.fetch)
        let labels = Self.labels(internet.timeline)
        #expect(
            labels.prefix(12) == [
                "a>s ARP who has 192.0.2.1?", "s>b ARP who has 192.0.2.1?", "s>r ARP who has 192.0.2.1?",
                "r>s ARP 192.0.2.1 is here", "s>a ARP 192.0.2.1 is here", "a>s SYN", "s>r SYN",
                "r>far ARP who has 198.51.100.20?", "far>r ARP 198.51.100.20 is here", "r>far SYN", "far>r SYN,ACK",
                "r>s SYN,ACK",
            ], "\(labels.joined(separator: "\n"))")
        let reports = internet.connections
        #expect(reports.count == 2 && reports.allSatisfy { $0.received.count == 3000 && $0.failure == nil })
        #expect(internet.runningTimers == 0)
    }

    @Test func `every event on the way has a rule that explains it`() {
        let timeline = Self.run(Networks.lan(), Self.fetch).timeline
        for event in timeline.events {
            switch event.kind {
            case .arrived, .timerFired: continue
            default: #expect(event.rule != nil, "\(event)")
            }
        }
        let question = timeline.events.first { if case .sent = $0.kind { true } else { false } }
        #expect(question?.rule?.id == "arp-asks")
        #expect(question?.cause != nil)
    }

    @Test func `a host that is not there cannot be connected to`() {
        let internet = Self.run(
            Networks.lan(), [.init("a", .connect("ghost", port: 80))],
            mend: { scenario in
                // It has an address and no link.
                scenario.nodes.append(.host("ghost", IPv4Address(192, 0, 2, 99)))
            })
        #expect(internet.connections.map(\.failure) == [.unreachable], "\(Self.labels(internet.timeline))")
        #expect(internet.timeline.end < .milliseconds(3100), "three questions, a second apart")
    }

    @Test func `ping with a small TTL finds the routers`() {
        let pings = (1...4).map { Scenario.ScriptLine("client", .ping("server", ttl: UInt8($0))) }
        let said = Self.actions(Self.run(Networks.chain(), pings).timeline, of: "client")
        let answers = said.filter { !$0.hasPrefix("ping") }
        #expect(
            answers.prefix(3) == ["192.0.2.1: time exceeded", "10.0.1.2: time exceeded", "10.0.2.2: time exceeded"])
        #expect(answers.last?.hasPrefix("reply from 198.51.100.20") == true, "\(said)")
    }

    @Test func `data gets through a narrow link, in smaller segments once the sender knows`() {
        let script = Self.fetch.map { line in
            var line = line
            line.host = line.host == "a" ? "client" : "server"
            if case .connect = line.call { line.call = .connect("server", port: 80) }
            return line
        }
        let internet = Self.run(Networks.chain(middleMTU: 1000), script)
        #expect(internet.connections.allSatisfy { $0.received.count == 3000 && $0.failure == nil })
        let rules = Set(internet.timeline.events.compactMap { $0.rule?.id })
        #expect(rules.isSuperset(of: ["ip-may-not-fragment", "icmp-fragmentation-needed", "path-mtu-lowered"]))
        #expect(rules.isDisjoint(with: ["ip-fragments", "ip-fits-to-path"]))
        #expect(internet.runningTimers == 0)
    }
}
