import Timelines
import Wire

/// The routes of every host and router of a scenario, as a careful administrator would set them up.
///
///     client ────────── r1 ────────── r2 ────────── server
///     192.0.2.10     .1 │ 10.0.0.1  .2 │ .1      198.51.100.20
///
///     client   192.0.2.0/24 on 0      0.0.0.0/0 via its gateway
///     r1       192.0.2.0/24 on 0      10.0.0.0/24 on 1      198.51.100.0/24 via 10.0.0.2 on 1
///
/// Hosts know their own network and their gateway (RFC 1122 §3.3.1.1, §3.3.1.2); a host without a gateway takes the whole
/// world to be on its first link. Routers know the shortest way to every network, counted in routers; of ways that are
/// equally long they take the one that the scenario names first. Where the prefixes alone would lead astray, as between two
/// links with the same network, a route to the single address is added.
enum Routing {
    /// The routes of each host and router; the interfaces are numbered as the links that join the node.
    static func routes(for scenario: Scenario) -> [Participant.ID: [Route]] {
        let topology = Topology(scenario)
        var routes: [Participant.ID: [Route]] = [:]
        for (index, node) in scenario.nodes.enumerated() where routes[node.id] == nil {
            guard node.kind == .host || node.kind == .router else { continue }
            routes[node.id] = topology.routes(of: index)
        }
        return routes
    }
}

extension Topology {
    /// The routes of one host or router.
    fileprivate func routes(of index: Int) -> [Route] {
        let node = nodes[index], own = joints[index]
        let reaches = self.reaches(from: index)
        var routes: [Route] = []
        var known: Set<IPv4Network> = []
        func add(_ network: IPv4Network, via gateway: IPv4Address?, on interface: Int) {
            if known.insert(network).inserted {
                routes.append(Route(network: network, gateway: gateway, interface: interface))
            }
        }
        for joint in own {
            if let network = joint.network { add(network, via: nil, on: joint.interface) }
        }
        let learnsNetworks = node.kind == .router || own.count > 1 && node.gateway == nil
        for reach in reaches where learnsNetworks && reach.gateway != nil {
            for joint in links[reach.link].joints {
                if let network = joint.network { add(network, via: reach.gateway, on: reach.interface) }
            }
        }
        if let gateway = node.gateway {
            add(.everything, via: gateway, on: interface(of: index, toward: gateway))
        } else if node.kind == .host, let first = own.first {
            add(.everything, via: nil, on: first.interface)
        }
        return own.count > 1 ? routes + exceptions(to: RoutingTable(routes), of: index, reaches) : routes
    }

    /// Routes to single addresses that lie elsewhere than their prefix says.
    private func exceptions(to table: RoutingTable, of index: Int, _ reaches: [Reach]) -> [Route] {
        var routes: [Route] = []
        var seen = Set(joints[index].compactMap(\.address))
        for reach in reaches {
            for joint in links[reach.link].joints where joint.node != index {
                guard let address = joint.address, seen.insert(address).inserted else { continue }
                let found = table.route(to: address)
                // On a link with two ends it does not matter who is meant to take the packet.
                let isSame =
                    found?.interface == reach.interface
                    && (found?.gateway == reach.gateway || !isEthernet(index, reach.interface))
                if !isSame {
                    routes.append(
                        Route(
                            network: IPv4Network(of: address, prefixLength: 32), gateway: reach.gateway,
                            interface: reach.interface))
                }
            }
        }
        return routes
    }

    private func isEthernet(_ index: Int, _ interface: Int) -> Bool {
        joints[index].contains { $0.interface == interface && links[$0.link].isEthernet }
    }

    /// The interface behind which the gateway is: where it is joined, else where its address would belong, else the first.
    private func interface(of index: Int, toward gateway: IPv4Address) -> Int {
        let own = joints[index]
        let joined = own.first { joint in
            links[joint.link].joints.contains { $0.node != index && $0.address == gateway }
        }
        return (joined ?? own.first { $0.network?.contains(gateway) == true })?.interface ?? 0
    }
}
