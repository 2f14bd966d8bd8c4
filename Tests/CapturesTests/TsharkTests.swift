import Captures
import Courseware
import LocatedJSON
import ScenarioSupport
import Simulator
import TestSupport
import Testing
import Timelines
import Wire

@Suite struct `tshark, as the judge of the simulator` {
    /// Every simulated scene of the course and of `Tests/network`.
    static let scenes: [(name: String, timeline: Timeline)] = {
        let files = ["lessons", "Tests/network/scenarios/lessons"].flatMap { SourceTree.files(in: $0) }
        return Catalog.load(files.map { SourceFile($0.name, $0.bytes) }).catalog.lessons.flatMap { lesson in
            lesson.scenes.filter { $0.simulation != nil }.map { ("\(lesson.id), \($0.id)", $0.timeline) }
        }
    }()

    @Test func `has every simulated scene to judge`() { #expect(Self.scenes.count >= 11) }

    /// Every scene as seen at each of its participants.
    static let sights: [Judgement.Case] = scenes.flatMap { name, timeline in
        timeline.participants.enumerated().map { place, participant in
            Judgement.Case(name: "\(name) at \(participant.id)", timeline: timeline, participant: place)
        }
    }

    @Test(arguments: Array(stride(from: 0, to: sights.count, by: 100)))
    func `agrees packet for packet with every simulated scene, wherever it is seen`(first: Int) throws {
        let judgement = try Judgement(Array(Self.sights.dropFirst(first).prefix(100)))
        #expect(judgement.differences.isEmpty, "\(judgement.differences.prefix(20).joined(separator: "\n"))")
        #expect(judgement.segments > 100)
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

    /// Two visits with Fast Open and a question by UDP, with what may go wrong.
    @Test(arguments: ["", "drop:SYN@client#2", "drop:SYN,ACK@server#2", "drop:PSH,ACK@server#2", "reboot"])
    func `agrees packet for packet about Fast Open and datagrams`(trouble: String) throws {
        var profile = HostProfile.linux65
        profile.fastOpen = true
        let near = try #require(IPv4Address("192.0.2.10")), far = try #require(IPv4Address("192.0.2.20"))
        let visit: [Scenario.Call] = [
            .connect("server", port: 443, carrying: Array("GET /".utf8)), .receiveAll, .close,
        ]
        let scenario = Scenario(
            nodes: [
                .init(id: "client", addresses: [near], profile: profile),
                .init(id: "server", addresses: [far], profile: profile),
            ],
            links: [.init("client", "server")],
            script: [
                .init("server", .listen(port: 443, backlog: 4)), .init("server", .accept), .init("server", .receive(5)),
                .init("server", .send(3000)), .init("server", .close), .init("server", .goTo(1)),
                .init("server", .bind(port: 53), program: "names"), .init("server", .receiveFrom, program: "names"),
                .init("server", .answer([UInt8](repeating: 1, count: 120)), program: "names"),
                .init("client", .sendTo("server", port: 53, [UInt8](repeating: 1, count: 40)), program: "asker"),
                .init("client", .sendTo("server", port: 54, [UInt8](repeating: 1, count: 40)), program: "asker"),
            ]
                + [0, 5].flatMap { start in
                    visit.enumerated().map { index, call in
                        .init("client", call, program: "at\(start)", at: index == 0 ? .seconds(start) : nil)
                    }
                },
            incidents: trouble == "reboot" ? [.init(at: .seconds(3), .reboot("server"))] : [])
        let faults = trouble.isEmpty || trouble == "reboot" ? [] : [try Fault(parsing: trouble)]
        let timeline = scenario.run(faults: faults)
        for place in timeline.participants.indices {
            let judgement = try Judgement([.init(name: trouble, timeline: timeline, participant: place)])
            #expect(judgement.differences.isEmpty, "\(judgement.differences.prefix(20).joined(separator: "\n"))")
            #expect(judgement.segments >= 12)
        }
    }
}
