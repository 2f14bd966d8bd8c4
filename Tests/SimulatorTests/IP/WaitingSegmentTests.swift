import Localization
import Simulator
import Testing
import Timelines
import Wire

@Suite struct `A segment whose next hop is not known yet` {
    /// Connects over Ethernet, and loses the first ARP request.
    private let timeline: Timeline = {
        let scenario = Scenario(
            nodes: [
                .init(id: "client", addresses: [IPv4Address(rawValue: 0xC000_0201)]),
                .init(id: "server", addresses: [IPv4Address(rawValue: 0xC000_0202)]),
            ],
            links: [.init("client", "server", isEthernet: true)],
            script: [
                .init("server", .listen(port: 443, backlog: 4)), .init("client", .connect("server", port: 443)),
            ])
        return scenario.run(faults: [Fault(.drop, .message(1))])
    }()

    /// The messages from the client: label, rule, whether it says that it is sent again.
    private var sent: [(label: String, rule: String?, isRetransmission: Bool)] {
        timeline.messages.indices.filter { timeline.messages[$0].sender == 0 }.map { index in
            let message = timeline.messages[index]
            let rule = timeline.departures[index].flatMap { timeline.events[$0].rule?.id }
            return (message.label(.english), rule, message.isRetransmission)
        }
    }

    @Test func `is not the reason that the question for the address gives`() {
        let questions = sent.filter { $0.label.hasPrefix("ARP") }
        #expect(questions.count >= 2)
        #expect(questions.allSatisfy { $0.rule != "connect-sends-syn" && $0.rule != "syn-rto-expired" })
        #expect(questions.allSatisfy { !$0.isRetransmission })
    }

    @Test func `says when it leaves whether it was sent before`() {
        let syns = sent.filter { $0.label == "SYN" }
        #expect(syns.map(\.isRetransmission) == [false, true])
        #expect(syns.map(\.rule) == ["arp-sends-what-waited", "arp-sends-what-waited"])
    }
}
