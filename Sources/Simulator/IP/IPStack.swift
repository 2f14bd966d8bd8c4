import Localization
import Timelines
import Wire

/// An interface of a host or router.
struct IPInterface: Sendable {
    var address: IPv4Address?
    var prefixLength: Int
    var mac: MACAddress
    var mtu: Int
    var isEthernet: Bool
}

/// A way to a network.
struct Route: Sendable {}

enum Routing {
    static func routes(for scenario: Scenario) -> [Participant.ID: [Route]] { [:] }
}

enum IPTimer: Hashable, Sendable {
    case resolution
    var name: LocalizedText { "ARP" }
}

enum IPNotice: Sendable {
    case pingReply(identifier: UInt16, sequence: UInt16, from: IPv4Address)
    case unreachable(code: UInt8, about: [UInt8])
    case timeExceeded(from: IPv4Address, about: [UInt8])
    case unresolved(IPv4Address)
}

enum IPAction: Sendable {
    case transmit([UInt8], interface: Int, Rule)
    case deliver(IPv4Packet, interface: Int, Rule)
    case discard(Rule)
    case table(name: LocalizedText, set: [(key: String, value: String)], removed: [String], Rule)
    case start(IPTimer, Span, Rule)
    case stop(IPTimer, Rule)
    case notify(IPNotice, Rule)
}

/// The internet layer of a host on a point-to-point link.
struct IPStack: Sendable {
    private let address: IPv4Address?
    private let interfaces: [IPInterface]

    init(
        node: Scenario.Node, interfaces: [IPInterface], forwards: Bool, routes: [Route], identification: UInt16
    ) {
        address = node.addresses.first
        self.interfaces = interfaces
    }

    mutating func receive(_ bytes: [UInt8], on interface: Int, at now: Instant) -> [IPAction] {
        guard let packet = try? IPv4Packet(parsing: bytes), packet.destination == address else {
            return [.discard(.notForThisHost)]
        }
        if packet.protocolNumber == .icmp, let message = try? ICMPMessage(parsing: packet.payload) {
            switch message {
            case .echoRequest(let identifier, let sequence, let data):
                let reply = ICMPMessage.echoReply(identifier: identifier, sequence: sequence, data: data)
                return send(reply.serialized(), as: .icmp, to: packet.source, from: packet.destination, at: now)
            case .echoReply(let identifier, let sequence, _):
                return [
                    .notify(
                        .pingReply(identifier: identifier, sequence: sequence, from: packet.source), .forThisHost)
                ]
            default: return []
            }
        }
        return [.deliver(packet, interface: interface, .forThisHost)]
    }

    mutating func send(
        _ payload: [UInt8], as carried: IPProtocol, to target: IPv4Address, from source: IPv4Address?, ttl: UInt8 = 64,
        at now: Instant
    ) -> [IPAction] {
        let packet = IPv4Packet(
            dontFragment: true, timeToLive: ttl, protocolNumber: carried, source: source ?? address ?? target,
            destination: target, payload: payload)
        return [.transmit(packet.serialized(), interface: 0, .forThisHost)]
    }

    mutating func timeout(_ timer: IPTimer, at now: Instant) -> [IPAction] { [] }
    mutating func portUnreachable(about packet: IPv4Packet, at now: Instant) -> [IPAction] { [] }
    var rebooted: IPStack { self }
    func sourceAddress(for target: IPv4Address) -> IPv4Address? { address }
    func mtu(toward target: IPv4Address) -> Int { interfaces.first?.mtu ?? 1500 }
}

/// Passes each frame on to every other port.
struct EthernetSwitch: Sendable {
    private let ports: Int

    init(ports: Int) { self.ports = ports }

    mutating func receive(_ frame: [UInt8], on port: Int, at now: Instant) -> [SwitchAction] {
        (0..<ports).filter { $0 != port }.map { .transmit(frame, port: $0, .forThisHost) }
    }
}

enum SwitchAction: Sendable {
    case transmit([UInt8], port: Int, Rule)
    case table(name: LocalizedText, set: [(key: String, value: String)], removed: [String], Rule)
    case discard(Rule)
}

extension Rule {
    static let forThisHost = Rule(
        "ip-deliver", "RFC 1122 §3.2.1.3",
        en:
            "The packet's destination is an address of this host, so its payload goes to the protocol that the header names.",
        zh: "包的目的地址就是这台主机，于是把载荷交给首部指明的协议。")

    static let notForThisHost = Rule(
        "ip-not-for-us", "RFC 1122 §3.2.1.3",
        en: "The packet is for another address. A host that is no router drops it.",
        zh: "包的目的地址不是这台主机。主机不是路由器，只能丢弃。")
}
