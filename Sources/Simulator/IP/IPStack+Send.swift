import Timelines
import Wire

/// Packets that go out (RFC 1122 §3.3.1).
extension IPStack {
    /// Sends a packet of this host's own.
    ///
    /// - Parameters:
    ///   - payload: What it carries, at most 65515 bytes.
    ///   - protocolNumber: What that is.
    ///   - destination: For whom.
    ///   - source: From whom; `nil` for the address of the interface by which it leaves. It need not be this host's.
    ///   - ttl: How many routers it may cross; 0 is taken as 1 (RFC 1122 §3.2.1.7).
    ///   - dontFragment: Whether routers must not cut it up. The sender itself does, into fragments that any router may cut
    ///     again, when it knows the packet to be too large: IP_PMTUDISC_WANT of ip(7).
    ///   - isRetransmission: Whether the layer above sends it again.
    ///   - rule: Why the layer above sends it; the rules of this layer stand in for none.
    ///   - now: The time.
    /// - Returns: What is to be done, in order.
    mutating func send(
        _ payload: [UInt8], as protocolNumber: IPProtocol, to destination: IPv4Address, from source: IPv4Address?,
        ttl: UInt8 = 64, dontFragment: Bool = true, isRetransmission: Bool = false, because rule: Rule? = nil,
        at now: Instant
    ) -> [IPAction] {
        collect(at: now) { stack in
            stack.send(
                IPv4Packet(
                    dontFragment: dontFragment, timeToLive: max(ttl, 1), protocolNumber: protocolNumber,
                    source: source ?? stack.sourceAddress(for: destination) ?? .unspecified,
                    destination: destination, payload: payload),
                isRetransmission: isRetransmission, because: rule)
        }
    }

    /// Puts a packet on its way that somebody else is said to have sent, with the identification that it has.
    mutating func put(_ packet: IPv4Packet, because rule: Rule, at now: Instant) -> [IPAction] {
        collect(at: now) { stack in
            guard let route = stack.route(to: packet.destination) else {
                return stack.actions.append(.discard(.cannotReachNetwork))
            }
            stack.pass(packet, by: route, isOwn: true, because: rule)
        }
    }

    /// Sends a packet of this host's own; it is given an identification here.
    mutating func send(_ packet: IPv4Packet, isRetransmission: Bool = false, because rule: Rule?) {
        var packet = packet
        packet.identification = nextIdentification()
        guard packet.headerLength + packet.payload.count <= Int(UInt16.max) else {
            return actions.append(.discard(.packetIsTooLong))
        }
        if addresses.contains(packet.destination) || packet.destination.isLoopback {
            return actions.append(.loop(packet, .sendsToItself))
        }
        guard let route = route(to: packet.destination), packet.destination.isUnicast || isBroadcast(packet.destination)
        else {
            actions.append(.discard(.cannotReachNetwork))
            let code = ICMPMessage.UnreachableCode.network.rawValue
            return actions.append(
                .notify(.unreachable(code: code, about: quotation(of: packet)), .cannotReachNetwork))
        }
        let mtu = self.mtu(toward: packet.destination)
        if packet.totalLength > mtu {
            packet.dontFragment = false
            for fragment in packet.fragments(mtu: mtu) {
                pass(
                    fragment, by: route, isOwn: true, isRetransmission: isRetransmission, because: .fitsToPath)
            }
        } else {
            pass(packet, by: route, isOwn: true, isRetransmission: isRetransmission, because: rule)
        }
    }

    /// Puts a packet that fits on the link of a route, once its next hop is known; without a rule the route is reason enough.
    mutating func pass(
        _ packet: IPv4Packet, by route: Route, isOwn: Bool, isRetransmission: Bool = false, because rule: Rule?
    ) {
        let interface = interfaces[route.interface]
        let isForAll = isBroadcast(packet.destination, on: route.interface)
        let usual = isForAll ? Rule.sendsToAll : route.gateway == nil ? .sendsDirectly : .sendsToGateway
        guard interface.isEthernet else {
            return actions.append(
                .transmit(
                    packet.serialized(), interface: route.interface, isRetransmission: isRetransmission, rule ?? usual))
        }
        if isForAll { return transmit(packet, to: .broadcast, on: route.interface, because: rule ?? usual) }
        let hop = ARPCache.Key(interface: route.interface, address: route.gateway ?? packet.destination)
        switch neighbours.find(hop, at: now) {
        case .known(let mac):
            return transmit(
                packet, to: mac, on: route.interface, isRetransmission: isRetransmission, because: rule ?? usual)
        case .outdated: forget(hop, because: .neighbourIsOutdated)
        case .unknown: break
        }
        resolve(hop, for: ARPCache.WaitingPacket(packet: packet, isOwn: isOwn, isRetransmission: isRetransmission))
    }

    /// Puts a packet on an Ethernet.
    mutating func transmit(
        _ packet: IPv4Packet, to mac: MACAddress, on interface: Int, isRetransmission: Bool = false,
        because rule: Rule
    ) {
        let frame = EthernetFrame(
            destination: mac, source: interfaces[interface].mac, etherType: .ipv4, payload: packet.serialized())
        actions.append(
            .transmit(frame.serialized(), interface: interface, isRetransmission: isRetransmission, rule))
    }
}
