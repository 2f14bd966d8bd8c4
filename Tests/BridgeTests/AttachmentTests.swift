import Bridge
import Simulator
import Testing
import Timelines
import Wire

@Suite struct AttachmentTests {
    private static func address(_ text: String) throws -> IPv4Address { try #require(IPv4Address(text)) }

    private func scenario() throws -> Scenario {
        try Scenario(
            nodes: [
                .init(id: "client", addresses: [Self.address("192.0.2.10")]),
                .init(
                    id: "router", kind: .router,
                    addresses: [Self.address("192.0.2.1"), Self.address("198.51.100.1")]),
                .init(id: "server", addresses: [Self.address("198.51.100.20")]),
            ],
            links: [.init("client", "router", mtu: 1400), .init("router", "server")],
            script: [
                .init("client", .connect("server", port: 7)), .init("server", .listen(port: 7, backlog: 1)),
            ],
            beginning: .seconds(5))
    }

    @Test func `the first host becomes the real one, and its script is gone`() throws {
        let attachment = try Attachment(scenario())
        #expect(attachment.node == "client")
        #expect(attachment.scenario.nodes.map(\.kind) == [.external, .router, .host])
        #expect(attachment.scenario.script.map(\.host) == ["server"])
        #expect(attachment.scenario.beginning == .zero)
    }

    @Test func `the interface gets the node's address and MTU, and the networks behind it`() throws {
        let attachment = try Attachment(scenario())
        #expect("\(attachment.address)/\(attachment.prefixLength)" == "192.0.2.10/24")
        #expect(attachment.mtu == 1400)
        #expect(attachment.networks.map(\.description) == ["198.51.100.0/24"])
    }

    @Test func `an external node goes before a host, and a name before both`() throws {
        var scenario = try scenario()
        scenario.nodes[2].kind = .external
        #expect(try Attachment(scenario).node == "server")
        #expect(try Attachment(scenario, as: "client").node == "client")
    }

    @Test func `a router cannot be played, nor one who is not there`() throws {
        let scenario = try scenario()
        for name in ["router", "nobody"] {
            #expect(throws: BridgeProblem.noSuchNode(name, among: ["client", "server"])) {
                try Attachment(scenario, as: name)
            }
        }
    }

    @Test func `a host needs an address and exactly one link`() throws {
        var scenario = try scenario()
        scenario.links.append(.init("client", "server"))
        #expect(throws: BridgeProblem.notOneLink("client", 2)) { try Attachment(scenario) }
        scenario.nodes[0].addresses = []
        #expect(throws: BridgeProblem.noAddress("client")) { try Attachment(scenario) }
        #expect(throws: BridgeProblem.noHost) { try Attachment(Scenario(nodes: [], links: [])) }
    }

    @Test(arguments: [
        (0, "0.0.0.0/0"), (1, "128.0.0.0/1"), (24, "203.0.113.0/24"), (31, "203.0.113.76/31"),
        (32, "203.0.113.77/32"), (99, "203.0.113.77/32"), (-1, "0.0.0.0/0"),
    ])
    func `a network is an address without its host bits`(prefixLength: Int, text: String) throws {
        let address = try Self.address("203.0.113.77")
        #expect(Attachment.Network(of: address, prefixLength: prefixLength).description == text)
    }
}
