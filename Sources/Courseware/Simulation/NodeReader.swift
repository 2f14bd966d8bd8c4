import Localization
import LocatedJSON
import Simulator
import Timelines
import Wire

/// Reads hosts, routers and switches.
final class NodeReader {
    private let log: FaultLog
    private var ids = UsedIDs(of: "the participant")
    private var addresses = UsedIDs(of: "the address")
    private var gateways: [Located<IPv4Address>] = []
    private(set) var nodes: [Scenario.Node] = []

    init(log: FaultLog) { self.log = log }

    /// Reads the three lists of a scenario.
    func read(_ object: inout ObjectReader) {
        let most = CourseLimits.participants
        nodes =
            object.required("hosts", .list(of: Reading { node, _ in self.host(node) }, atLeast: 1, atMost: most)) ?? []
        nodes += object.optional("routers", .list(of: Reading { node, _ in self.router(node) }, atMost: most)) ?? []
        nodes +=
            object.optional("switches", .list(of: Reading { node, _ in self.ethernetSwitch(node) }, atMost: most)) ?? []
        checkGateways()
    }

    private func host(_ node: JSONNode) -> Scenario.Node? {
        guard var object = ObjectReader(node, as: "a host", log: log) else { return nil }
        var host = base(&object)
        if let address = object.required("address", Reading.address.located) {
            addresses.use(address.value.description, at: address.place, log: log)
            host.addresses = [address.value]
        }
        host.prefixLength = object.optional("prefix", .wholeNumber(in: 0...32)) ?? host.prefixLength
        if let gateway = object.optional("gateway", Reading.address.located) {
            host.gateway = gateway.value
            gateways.append(gateway)
        }
        readProfile(of: &host, &object)
        switch object.optional("isn", .initialSequence) {
        case .every(let number): host.initialSequence = number
        case .inTurn(let numbers): host.initialSequences = numbers
        case nil: break
        }
        host.firstPort = object.optional("port", .port) ?? host.firstPort
        host.filteredPorts = object.optional("filtered", .list(of: .port)) ?? []
        if object.optional("external", .bool) == true { host.kind = .external }
        object.finish()
        return host
    }

    private func router(_ node: JSONNode) -> Scenario.Node? {
        guard var object = ObjectReader(node, as: "a router", log: log) else { return nil }
        var router = base(&object)
        router.kind = .router
        let list = object.required("addresses", .list(of: Reading.address.located, atLeast: 1)) ?? []
        for address in list { addresses.use(address.value.description, at: address.place, log: log) }
        router.addresses = list.map(\.value)
        router.prefixLength = object.optional("prefix", .wholeNumber(in: 0...32)) ?? router.prefixLength
        router.checksSources = object.optional("checksSources", .bool) ?? false
        router.forgets = object.optional("forgets", .someTime)
        if let answer = object.optional("forgotten", .oneOf([("dropped", false), ("reset", true)])) {
            router.resetsForgotten = answer
        }
        if let answer = object.member("forgotten"), !object.has("forgets") {
            log.report(CourseFault.needsCompanion("forgotten", "forgets"), at: answer.keyPlace)
        }
        readProfile(of: &router, &object)
        object.finish()
        return router
    }

    private func ethernetSwitch(_ node: JSONNode) -> Scenario.Node? {
        guard var object = ObjectReader(node, as: "a switch", log: log) else { return nil }
        var ethernetSwitch = base(&object)
        ethernetSwitch.kind = .ethernetSwitch
        object.finish()
        return ethernetSwitch
    }

    /// What all three have; one whose id cannot be read has an empty one.
    private func base(_ object: inout ObjectReader) -> Scenario.Node {
        let id = object.required("id", .identifier)
        if let id { ids.use(id, at: object.place(of: "id"), log: log) }
        var node = Scenario.Node(id: id ?? "", name: object.optional("name", .text))
        node.group = object.optional("group", .text)
        return node
    }

    private func readProfile(of node: inout Scenario.Node, _ object: inout ObjectReader) {
        let profile = object.optional("profile", .profile) ?? node.profile
        node.profile = object.optional("with", .profile(departingFrom: profile)) ?? profile
    }

    /// Checks the gateways that are given, and finds those that are not: a router in the host's network.
    private func checkGateways() {
        let routers = nodes.filter { $0.kind == .router }.flatMap(\.addresses)
        let known = nodes.flatMap(\.addresses)
        for gateway in gateways where !known.contains(gateway.value) {
            let fault = CourseFault.unknownGateway(gateway.value.description, known: routers.map(\.description))
            log.report(fault, at: gateway.place)
        }
        for index in nodes.indices where nodes[index].kind != .router && nodes[index].gateway == nil {
            let node = nodes[index]
            nodes[index].gateway = node.addresses.first.flatMap { address in
                routers.first { $0.isNear(address, prefixLength: node.prefixLength) }
            }
        }
    }
}

extension IPv4Address {
    /// Whether the two agree in their first `prefixLength` bits, 0 to 32.
    fileprivate func isNear(_ other: IPv4Address, prefixLength: Int) -> Bool {
        (rawValue ^ other.rawValue) >> UInt32(32 - min(max(prefixLength, 0), 32)) == 0
    }
}

/// What a scenario says about initial sequence numbers.
private enum InitialSequences {
    /// That of every connection.
    case every(SequenceNumber)
    /// Those of the first connections; the profile's rule gives the others.
    case inTurn([SequenceNumber])
}

extension Reading where Value == InitialSequences {
    /// A number, or a list of them.
    fileprivate static var initialSequence: Self {
        let number = Reading<Int>.wholeNumber(in: 0...Int(UInt32.max))
        return Reading { node, log in
            guard node.elements != nil else {
                return number.read(node, log).map { .every(SequenceNumber(UInt32($0))) }
            }
            return Reading<[Int]>.list(of: number, atLeast: 1, atMost: CourseLimits.calls).read(node, log)
                .map { .inTurn($0.map { SequenceNumber(UInt32($0)) }) }
        }
    }
}
