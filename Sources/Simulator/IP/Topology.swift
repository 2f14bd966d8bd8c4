import Wire

/// A scenario as routing sees it: nodes with addresses, and the links that they share.
///
/// Links that meet in switches are one link here, because a switch is invisible to IP.
struct Topology {
    /// Where a node is joined to a link.
    struct Joint {
        var node: Int
        /// Which of the node's interfaces it is, 0-based in the order of the scenario's links.
        var interface: Int
        var link: Int
        var address: IPv4Address?
        /// The network that the address belongs to.
        var network: IPv4Network?
    }

    /// What joins nodes without a router in between.
    struct Link {
        var joints: [Joint] = []
        var isEthernet = false
    }

    /// How a node gets to a link.
    struct Reach {
        var link: Int
        /// The node's interface.
        var interface: Int
        /// The first router on the way; `nil` when the node is joined to the link itself.
        var gateway: IPv4Address?
    }

    let nodes: [Scenario.Node]
    private(set) var links: [Link] = []
    /// The joints of each node by interface; empty for switches.
    private(set) var joints: [[Joint]]

    init(_ scenario: Scenario) {
        nodes = scenario.nodes
        joints = scenario.nodes.map { _ in [] }
        let places = Dictionary(scenario.nodes.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
        let cables = scenario.links.compactMap { spec in
            places[spec.one].flatMap { one in places[spec.other].map { (ends: [one, $0], isEthernet: spec.isEthernet) }
            }
        }
        let groups = Self.groups(of: cables.map(\.ends), through: scenario.nodes.map { $0.kind == .ethernetSwitch })
        var numbers: [Int: Int] = [:]
        var interfaces = scenario.nodes.map { _ in 0 }
        for (cable, group) in zip(cables, groups) {
            let number = numbers[group] ?? links.count
            if number == links.count { links.append(Link()) }
            numbers[group] = number
            links[number].isEthernet = links[number].isEthernet || cable.isEthernet
            for index in cable.ends {
                defer { interfaces[index] += 1 }
                join(index, interfaces[index], to: number)
            }
        }
    }

    private mutating func join(_ index: Int, _ interface: Int, to link: Int) {
        let node = nodes[index]
        guard node.kind != .ethernetSwitch else { return }
        let address = node.addresses.indices.contains(interface) ? node.addresses[interface] : node.addresses.first
        let joint = Joint(
            node: index, interface: interface, link: link, address: address,
            network: address.map { IPv4Network(of: $0, prefixLength: node.prefixLength) })
        joints[index].append(joint)
        links[link].joints.append(joint)
    }

    /// For each cable a number that it shares with those it is connected to by switches.
    private static func groups(of cables: [[Int]], through isSwitch: [Bool]) -> [Int] {
        var groups = Array(cables.indices)
        for node in isSwitch.indices where isSwitch[node] {
            let met = Set(cables.indices.filter { cables[$0].contains(node) }.map { groups[$0] })
            guard let least = met.min() else { continue }
            groups = groups.map { met.contains($0) ? least : $0 }
        }
        return groups
    }

    /// Every link that a node gets to, nearest first.
    func reaches(from index: Int) -> [Reach] {
        var reaches: [Reach] = []
        var seen: Set<Int> = []
        for joint in joints[index] where seen.insert(joint.link).inserted {
            reaches.append(Reach(link: joint.link, interface: joint.interface, gateway: nil))
        }
        var routers: Set<Int> = [index]
        var next = 0
        while next < reaches.count {
            let reach = reaches[next]
            next += 1
            for joint in links[reach.link].joints where nodes[joint.node].kind == .router {
                guard let address = joint.address, routers.insert(joint.node).inserted else { continue }
                for beyond in joints[joint.node] where seen.insert(beyond.link).inserted {
                    reaches.append(
                        Reach(link: beyond.link, interface: reach.interface, gateway: reach.gateway ?? address))
                }
            }
        }
        return reaches
    }
}
