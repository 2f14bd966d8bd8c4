import Testing
import Wire

@testable import Simulator

@Suite struct `Routes of a scenario` {
    @Test func `lead along a chain of routers`() {
        let routes = Routing.routes(for: Networks.chain())
        func lines(_ id: String) -> [String] {
            (routes[id] ?? []).map { "\($0.network) \($0.gateway.map(\.description) ?? "-") \($0.interface)" }
        }
        #expect(lines("client") == ["192.0.2.0/24 - 0", "0.0.0.0/0 192.0.2.1 0"])
        #expect(
            lines("r1") == [
                "192.0.2.0/24 - 0", "10.0.1.0/24 - 1", "10.0.2.0/24 10.0.1.2 1", "198.51.100.0/24 10.0.1.2 1",
            ])
        #expect(
            lines("r2") == [
                "10.0.1.0/24 - 0", "10.0.2.0/24 - 1", "192.0.2.0/24 10.0.1.1 0", "198.51.100.0/24 10.0.2.2 1",
            ])
    }

    @Test func `take the world to be on the link of a host without a gateway`() {
        let scenario = Scenario(
            nodes: [.host("client", Networks.client), .host("server", Networks.server)],
            links: [.init("client", "server")])
        let table = RoutingTable(Routing.routes(for: scenario)["client"] ?? [])
        #expect(
            table.route(to: Networks.server) == Route(network: .everything, gateway: nil, interface: 0))
    }

    @Test func `see hosts on one switch as neighbours`() {
        let table = RoutingTable(Routing.routes(for: Networks.lan())["r"] ?? [])
        #expect(table.route(to: IPv4Address(192, 0, 2, 11))?.gateway == nil)
        #expect(table.route(to: IPv4Address(192, 0, 2, 11))?.interface == 0)
        #expect(table.route(to: Networks.server)?.interface == 1)
    }

    @Test func `join switches that are joined`() {
        let scenario = Scenario(
            nodes: [
                .host("a", IPv4Address(192, 0, 2, 1)), .init(id: "s", kind: .ethernetSwitch),
                .init(id: "t", kind: .ethernetSwitch), .init(id: "u", kind: .ethernetSwitch),
                .router("r", IPv4Address(192, 0, 2, 9), IPv4Address(10, 0, 0, 1)), .host("z", IPv4Address(10, 0, 0, 2)),
            ],
            links: [
                .init("t", "u", isEthernet: true), .init("a", "s", isEthernet: true), .init("u", "r", isEthernet: true),
                .init("r", "z"), .init("s", "t", isEthernet: true),
            ])
        let topology = Topology(scenario)
        #expect(topology.links.map(\.joints.count) == [2, 2])
        #expect(topology.links[0].joints.map(\.node) == [0, 4])
    }

    @Test func `name single addresses where two links have the same network`() {
        let scenario = Scenario(
            nodes: [
                .host("a", IPv4Address(10, 0, 0, 1)), .router("r", IPv4Address(10, 0, 0, 9)),
                .host("b", IPv4Address(10, 0, 0, 2)),
            ],
            links: [.init("a", "r"), .init("r", "b")])
        let table = RoutingTable(Routing.routes(for: scenario)["r"] ?? [])
        #expect(table.route(to: IPv4Address(10, 0, 0, 1))?.interface == 0)
        #expect(table.route(to: IPv4Address(10, 0, 0, 2))?.interface == 1)
    }

    @Test func `take the longest prefix, and the first of equals`() {
        func route(_ a: IPv4Address, _ length: Int, _ interface: Int) -> Route {
            Route(network: IPv4Network(of: a, prefixLength: length), gateway: nil, interface: interface)
        }
        let ten = IPv4Address(10, 144, 2, 5)
        let table = RoutingTable([
            route(ten, 0, 0), route(ten, 8, 1), route(ten, 24, 2), route(ten, 24, 3), route(ten, 16, 4),
        ])
        #expect(table.route(to: IPv4Address(10, 144, 2, 200))?.interface == 2)
        #expect(table.route(to: IPv4Address(10, 144, 3, 1))?.interface == 4)
        #expect(table.route(to: IPv4Address(10, 1, 1, 1))?.interface == 1)
        #expect(table.route(to: IPv4Address(11, 1, 1, 1))?.interface == 0)
    }

    /// Random trees of routers with a few more links, a host at each: every packet gets from everybody to everybody.
    @Test(arguments: 0..<40 as Range<UInt64>) func `reach everybody from everywhere`(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        let count = 2 + dice.below(7)
        var addresses = [[IPv4Address]](repeating: [], count: count)
        var nodes: [Scenario.Node] = [], links: [Scenario.LinkSpec] = []
        var pairs = (1..<count).map { (dice.below($0), $0) }
        for _ in 0..<dice.below(4) { pairs.append((dice.below(count), dice.below(count))) }
        for (number, pair) in pairs.enumerated() where pair.0 != pair.1 {
            addresses[pair.0].append(IPv4Address(10, 0, UInt8(number), 1))
            addresses[pair.1].append(IPv4Address(10, 0, UInt8(number), 2))
            links.append(.init("r\(pair.0)", "r\(pair.1)", isEthernet: dice.below(2) == 0))
        }
        for router in 0..<count {
            addresses[router].append(IPv4Address(192, 168, UInt8(router), 1))
            links.append(.init("r\(router)", "h\(router)", isEthernet: dice.below(2) == 0))
            nodes.append(Scenario.Node(id: "r\(router)", kind: .router, addresses: addresses[router]))
            nodes.append(
                .host(
                    "h\(router)", IPv4Address(192, 168, UInt8(router), 2),
                    gateway: IPv4Address(192, 168, UInt8(router), 1)))
        }
        var world = IPWorld(Scenario(nodes: nodes, links: links))
        for one in 0..<count {
            for other in 0..<count where one != other {
                world.send([1], from: "h\(one)", to: IPv4Address(192, 168, UInt8(other), 2))
                #expect(world.delivered.last?.node == "h\(other)", "\(world.story.suffix(12))")
            }
        }
        #expect(world.delivered.count == count * (count - 1))
    }
}
