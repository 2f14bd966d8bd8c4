import Wire

/// How packets to a network are passed on.
///
///     network            gateway        interface
///     192.0.2.0/24       none           0            on the link itself
///     198.51.100.0/24    10.0.0.2       1            by way of the router 10.0.0.2
///     0.0.0.0/0          192.0.2.1      0            everything else
struct Route: Hashable, Sendable {
    /// Where the packets go in the end.
    var network: IPv4Network
    /// The router that takes them next; `nil` when the network is on the link itself.
    var gateway: IPv4Address?
    /// Through which interface, 0-based.
    var interface: Int
}

/// A host's or a router's routes, of which the most specific counts (RFC 1812 §5.2.4.3).
struct RoutingTable: Hashable, Sendable {
    /// Longest prefixes first; among equals the one that was given first.
    let routes: [Route]

    /// A table of these routes.
    init(_ routes: [Route]) {
        let order = routes.indices.sorted { one, other in
            let lengths = (routes[one].network.prefixLength, routes[other].network.prefixLength)
            return lengths.0 != lengths.1 ? lengths.0 > lengths.1 : one < other
        }
        self.routes = order.map { routes[$0] }
    }

    /// The route for packets to `destination`: the longest match.
    func route(to destination: IPv4Address) -> Route? { routes.first { $0.network.contains(destination) } }
}
