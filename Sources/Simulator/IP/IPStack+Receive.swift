import Timelines
import Wire

/// Packets that come in (RFC 1122 §3.2.1, RFC 1812 §5.2).
extension IPStack {
    /// How a packet came in.
    struct Arrival {
        /// At which interface.
        var interface: Int
        /// Whether the link carried it to everybody (RFC 1122 §2.4).
        var isForAll: Bool
    }

    /// Takes in what a link brought: a frame or a bare packet, as the interface is.
    mutating func receive(_ bytes: [UInt8], on interface: Int, at now: Instant) -> [IPAction] {
        guard interfaces.indices.contains(interface) else { return [] }
        return collect(at: now) { stack in
            if stack.interfaces[interface].isEthernet {
                stack.receive(frame: bytes, on: interface)
            } else {
                stack.receive(packet: bytes, Arrival(interface: interface, isForAll: false))
            }
        }
    }

    /// Takes in what this host has sent to itself.
    mutating func receive(own packet: IPv4Packet, at now: Instant) -> [IPAction] {
        collect(at: now) { stack in stack.takeIn(packet, Arrival(interface: 0, isForAll: false)) }
    }

    private mutating func receive(frame bytes: [UInt8], on interface: Int) {
        guard let frame = try? EthernetFrame(parsing: bytes) else {
            return actions.append(.discard(.frameIsTooShort))
        }
        guard frame.destination.isMulticast || frame.destination == interfaces[interface].mac else {
            return actions.append(.discard(.frameIsForAnother))
        }
        switch frame.etherType {
        case .ipv4:
            receive(packet: frame.payload, Arrival(interface: interface, isForAll: frame.destination.isMulticast))
        case .arp:
            guard let packet = try? ARPPacket(parsing: frame.payload) else {
                return actions.append(.discard(.arpIsMalformed))
            }
            receive(packet, on: interface)
        default: actions.append(.discard(.etherTypeIsUnknown))
        }
    }

    private mutating func receive(packet bytes: [UInt8], _ arrival: Arrival) {
        do throws(WireFault) {
            receive(try IPv4Packet(parsing: bytes), arrival)
        } catch {
            switch error.reason {
            case .badVersion: actions.append(.discard(.versionIsNotFour))
            case .badChecksum: actions.append(.discard(.headerChecksumIsWrong))
            default: actions.append(.discard(.lengthIsWrong))
            }
        }
    }

    private mutating func receive(_ packet: IPv4Packet, _ arrival: Arrival) {
        let isBroadcast = self.isBroadcast(packet.destination, on: arrival.interface)
        // 0.0.0.0 is how a host without an address speaks to everybody (RFC 1122 §3.2.1.3 (a)).
        let isNewcomer = packet.source == .unspecified && packet.destination == .limitedBroadcast
        guard packet.source.isUnicast && !self.isBroadcast(packet.source) || isNewcomer else {
            return actions.append(.discard(.sourceIsImpossible))
        }
        if checksSources, !isNewcomer, table.route(to: packet.source)?.interface != arrival.interface {
            return actions.append(.discard(.sourceComesTheWrongWay))
        }
        if packet.destination.isMulticast { return actions.append(.discard(.groupIsNotOurs)) }
        if arrival.isForAll, !isBroadcast { return actions.append(.discard(.broadcastFrameForOne)) }
        if isBroadcast || addresses.contains(packet.destination) { return takeIn(packet, arrival) }
        guard forwards else { return actions.append(.discard(.packetIsForAnother)) }
        forward(packet, arrival)
    }

    /// A packet for this host, or a fragment of one.
    mutating func takeIn(_ packet: IPv4Packet, _ arrival: Arrival) {
        guard packet.moreFragments || packet.fragmentOffset > 0 else { return hand(packet, up: arrival) }
        let timer = IPTimer.reassembly(Reassembly.key(of: packet))
        switch reassembly.add(packet) {
        case .begins(let evicted):
            if let evicted { actions.append(.stop(.reassembly(evicted), .tooManyFragments)) }
            actions.append(.start(timer, Self.patience, .waitsForFragments))
        case .waits: return
        case .completes(let whole):
            actions.append(.stop(timer, .fragmentsAreComplete))
            hand(whole, up: arrival)
        case .isInvalid: actions.append(.discard(.fragmentHasNoPlace))
        }
    }

    /// How long fragments wait for the others; what Linux takes, less than the 60 s of RFC 1122 §3.3.2.
    static var patience: Span { .seconds(30) }

    /// A whole packet for this host.
    private mutating func hand(_ packet: IPv4Packet, up arrival: Arrival) {
        let isBroadcast = self.isBroadcast(packet.destination, on: arrival.interface)
        switch packet.protocolNumber {
        case .icmp: receiveICMP(packet, arrival)
        case .tcp where isBroadcast: actions.append(.discard(.segmentForMany))
        case .tcp, .udp: actions.append(.deliver(packet, interface: arrival.interface, .deliversToProtocol))
        default:
            actions.append(.discard(.reportsUnknownProtocol))
            report(about: packet, arrival, because: .reportsUnknownProtocol) { quotation in
                .destinationUnreachable(code: .protocol, nextHopMTU: 0, original: quotation)
            }
        }
    }

    /// A timer came to its time.
    mutating func timeout(_ timer: IPTimer, at now: Instant) -> [IPAction] {
        collect(at: now) { stack in
            switch timer {
            case .resolution(let key): stack.askAgain(key)
            case .reassembly(let key): stack.giveUpReassembly(key)
            case .idle(let key): stack.forget(key)
            }
        }
    }

    private mutating func giveUpReassembly(_ key: Reassembly.Key) {
        let first = reassembly.give(up: key)
        actions.append(.discard(.fragmentsAreMissing))
        guard let first else { return }
        report(
            about: first, Arrival(interface: 0, isForAll: false), because: .reportsMissingFragments
        ) { quotation in .timeExceeded(code: .reassembly, original: quotation) }
    }
}
