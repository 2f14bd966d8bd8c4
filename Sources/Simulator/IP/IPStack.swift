import Timelines
import Wire

/// The internet layer of a host or a router: IPv4, ICMP, and ARP below them.
///
///     TCP · UDP · ping         send()              deliver, notify
///                                │                       ▲
///     IP        route ── cut ── next hop        reassemble, is it for us?
///                  ▲                 │           │         ▲
///     forwarding   └─────────────────┼───────────┘         │
///     ARP                   who has the next hop?          │
///                                    ▼                     │
///     links                      transmit              receive()
///
/// Reading list: RFC 791 §3.2 (fragments), RFC 792 (ICMP), RFC 826 (ARP), RFC 894 (Ethernet), RFC 1122 §2.3.2, §3.2 and §3.3
/// (hosts), RFC 1812 §4.3 and §5 (routers), RFC 1191 (path MTU).
///
/// It reads no clock and owns no link: each function answers what is to be done, in order. A host takes in packets for any of
/// its addresses at any interface, the weak model of RFC 1122 §3.3.4.2. There is no multicast, no source routing, no
/// redirect, and no limit to the rate of ICMP messages. A router may check source addresses (RFC 1812 §5.3.8) and be a stateful
/// firewall; see ``TrackedConnections``.
struct IPStack: Sendable {
    /// Where it is joined to links, by number.
    let interfaces: [IPInterface]
    /// Whether it passes on packets for others.
    let forwards: Bool
    /// Its addresses; several of a router, seldom more than one of a host.
    let addresses: [IPv4Address]
    let table: RoutingTable
    /// Whether it believes a source address only at the interface by which it would answer it.
    let checksSources: Bool
    private let firstIdentification: UInt16

    /// What the next packet is identified by.
    private var identification: UInt16
    var neighbours = ARPCache()
    var reassembly = Reassembly()
    var pathMTUs = PathMTUs()
    /// The connections that pass, when it is a stateful firewall.
    var tracked: TrackedConnections?

    /// The time of the call that is being handled.
    var now = Instant.zero
    /// What is wanted done, while a call is handled.
    var actions: [IPAction] = []

    /// A stack that knows its routes and nothing of its neighbours.
    ///
    /// - Parameters:
    ///   - node: Whose addresses they are.
    ///   - interfaces: One for each link that joins the node, in order.
    ///   - forwards: Whether it is a router.
    ///   - routes: As ``Routing`` gives them.
    ///   - identification: What its first packet is identified by.
    init(
        node: Scenario.Node, interfaces: [IPInterface], forwards: Bool, routes: [Route], identification: UInt16
    ) {
        self.interfaces = interfaces
        self.forwards = forwards
        addresses = Array(Set(interfaces.compactMap(\.address) + node.addresses)).sorted()
        table = RoutingTable(routes.filter { interfaces.indices.contains($0.interface) })
        checksSources = node.checksSources
        tracked = node.forgets.map { TrackedConnections(limit: $0, resets: node.resetsForgotten) }
        firstIdentification = identification
        self.identification = identification
        first = interfaces.lazy.compactMap(\.address).first ?? node.addresses.first
    }

    /// The address that it has before all others.
    private let first: IPv4Address?

    /// The same stack after a restart: it has forgotten everything that it had learnt.
    var rebooted: IPStack {
        var stack = self
        stack.identification = firstIdentification
        stack.neighbours = ARPCache()
        stack.reassembly = Reassembly()
        stack.pathMTUs = PathMTUs()
        stack.tracked = tracked?.emptied
        return stack
    }

    // MARK: Questions

    /// The address with which packets for `destination` are sent; `nil` when it has none.
    func sourceAddress(for destination: IPv4Address) -> IPv4Address? {
        if addresses.contains(destination) { return destination }
        return route(to: destination).flatMap { interfaces[$0.interface].address } ?? first
    }

    /// The largest packet, in bytes, that is known to get to `destination` whole.
    func mtu(toward destination: IPv4Address) -> Int {
        let link = route(to: destination).map { max(interfaces[$0.interface].mtu, PathMTUs.least) } ?? 1500
        return min(link, pathMTUs.mtu(to: destination, at: now) ?? link)
    }

    /// The route for packets to `destination`; a broadcast needs no route and leaves by the first interface.
    func route(to destination: IPv4Address) -> Route? {
        guard destination == .limitedBroadcast else { return table.route(to: destination) }
        return interfaces.isEmpty ? nil : Route(network: .everything, gateway: nil, interface: 0)
    }

    /// Whether `address` means every host on the link of an interface.
    func isBroadcast(_ address: IPv4Address, on interface: Int) -> Bool {
        address == .limitedBroadcast
            || interfaces.indices.contains(interface) && interfaces[interface].network?.broadcast == address
    }

    /// Whether it is a broadcast on any link that this node is joined to.
    func isBroadcast(_ address: IPv4Address) -> Bool {
        address == .limitedBroadcast || interfaces.contains { $0.network?.broadcast == address }
    }

    // MARK: For the extensions

    /// Lets `body` collect actions, and answers them.
    mutating func collect(at now: Instant, _ body: (inout IPStack) -> Void) -> [IPAction] {
        self.now = max(now, self.now)
        body(&self)
        defer { actions = [] }
        return actions
    }

    /// What the next packet is identified by (RFC 791 §3.2).
    mutating func nextIdentification() -> UInt16 {
        identification &+= 1
        return identification
    }
}
