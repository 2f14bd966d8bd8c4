public import Simulator
public import Timelines
public import Wire

/// How a real host is joined to a scenario: as which node, with which address, and what lies behind it.
public struct Attachment: Hashable, Sendable {
    /// An IPv4 network, such as `198.51.100.0/24`.
    public struct Network: Hashable, Sendable, CustomStringConvertible {
        /// Its lowest address.
        public let address: IPv4Address
        /// Bits of the network part, 0 to 32.
        public let prefixLength: Int

        /// The network that `address` lies in.
        public init(of address: IPv4Address, prefixLength: Int) {
            self.prefixLength = min(max(prefixLength, 0), 32)
            let mask = self.prefixLength == 0 ? 0 : ~UInt32(0) << UInt32(32 - self.prefixLength)
            self.address = IPv4Address(rawValue: address.rawValue & mask)
        }

        /// As in `198.51.100.0/24`.
        public var description: String { "\(address)/\(prefixLength)" }
    }

    /// The node that the real host stands for.
    public let node: Participant.ID
    /// The address that the interface gets.
    public let address: IPv4Address
    /// Bits of the network part of ``address``.
    public let prefixLength: Int
    /// The largest packet, in bytes.
    public let mtu: Int
    /// The simulated networks beyond the interface's own, in the order of the scenario.
    public let networks: [Network]
    /// The scenario with the real host in it.
    public let scenario: Scenario

    /// Puts the real host into a scenario.
    ///
    /// The node it stands for no longer runs its script, the timeline has no limit, and what was to happen before its
    /// beginning happens as time passes.
    ///
    /// - Parameters:
    ///   - scenario: A scenario, with or without an external node.
    ///   - role: The node that the real host takes the place of; `nil` for the external one, else the first host.
    /// - Throws: That there is no such node, or that it has not one address and one link.
    public init(_ scenario: Scenario, as role: Participant.ID? = nil) throws(BridgeProblem) {
        let nodes = scenario.nodes
        let candidates = nodes.filter { $0.kind == .host || $0.kind == .external }
        let choice =
            if let role {
                nodes.firstIndex { $0.id == role && candidates.contains($0) }
            } else {
                nodes.firstIndex { $0.kind == .external } ?? nodes.firstIndex { $0.kind == .host }
            }
        guard let choice else {
            throw role.map { .noSuchNode($0, among: candidates.map(\.id)) } ?? .noHost
        }
        let node = nodes[choice]
        guard let address = node.addresses.first else { throw .noAddress(node.id) }
        let links = scenario.links.filter { $0.one == node.id || $0.other == node.id }
        guard links.count == 1 else { throw .notOneLink(node.id, links.count) }
        self.node = node.id
        self.address = address
        prefixLength = node.prefixLength
        mtu = links[0].mtu
        networks = Self.networks(of: nodes, beyond: Network(of: address, prefixLength: node.prefixLength))

        var attached = scenario
        attached.nodes[choice].kind = .external
        attached.script.removeAll { $0.host == node.id }
        attached.beginning = .zero
        attached.limit = Span(nanoseconds: .max)
        self.scenario = attached
    }

    private static func networks(of nodes: [Scenario.Node], beyond own: Network) -> [Network] {
        var networks: [Network] = []
        for node in nodes {
            for address in node.addresses {
                let network = Network(of: address, prefixLength: node.prefixLength)
                if network != own, !networks.contains(network) { networks.append(network) }
            }
        }
        return networks
    }
}
