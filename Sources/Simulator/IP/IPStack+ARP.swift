import Localization
import Timelines
import Wire

/// Finding the Ethernet address of a next hop (RFC 826, RFC 1122 §2.3.2).
///
///     who has 192.0.2.1? tell 192.0.2.10      to everybody
///     192.0.2.1 is at 02:00:00:00:02:01       to the asker alone
extension IPStack {
    private static var tableName: LocalizedText { LocalizedText(en: "ARP cache", zh: "ARP缓存") }

    // MARK: Asking

    /// Keeps a packet until its next hop is known, and asks for that.
    mutating func resolve(_ hop: ARPCache.Key, for packet: ARPCache.WaitingPacket) {
        switch neighbours.keep(packet, for: hop) {
        case .asksFirst:
            ask(for: hop, because: .asksForNeighbour)
            // What the kernel's table shows meanwhile (arp(8)).
            table(set: [(hop.address.description, "incomplete")], because: .asksForNeighbour)
            actions.append(.start(.resolution(hop), ARPCache.interval, .waitsForReply))
        case .waits: return
        case .displaces: actions.append(.discard(.tooManyWait))
        case .isRefused: actions.append(.discard(.tooManySearches))
        }
    }

    /// Nobody has answered for a while.
    mutating func askAgain(_ hop: ARPCache.Key) {
        guard !neighbours.countRequest(hop) else {
            ask(for: hop, because: .asksAgain)
            return actions.append(.start(.resolution(hop), ARPCache.interval, .waitsForReply))
        }
        guard let search = neighbours.endSearch(hop) else { return }
        table(removed: [hop.address.description], because: .neighbourIsSilent)
        for waiting in search.waiting {
            actions.append(.discard(.neighbourIsSilent))
            if waiting.isOwn {
                let code = ICMPMessage.UnreachableCode.host.rawValue
                actions.append(
                    .notify(
                        .unreachable(code: code, about: quotation(of: waiting.packet)), .hostIsSilentHere))
            } else {
                report(
                    about: waiting.packet, Arrival(interface: hop.interface, isForAll: false),
                    because: .reportsSilentHost
                ) { quotation in .destinationUnreachable(code: .host, nextHopMTU: 0, original: quotation) }
            }
        }
        actions.append(.notify(.unresolved(hop.address), .neighbourIsSilent))
    }

    private mutating func ask(for hop: ARPCache.Key, because rule: Rule) {
        let interface = interfaces[hop.interface]
        let request = ARPPacket(
            operation: .request, senderMAC: interface.mac, senderIP: interface.address ?? .unspecified,
            targetMAC: MACAddress(rawValue: 0), targetIP: hop.address)
        transmit(request, to: .broadcast, on: hop.interface, because: rule)
    }

    private mutating func transmit(
        _ packet: ARPPacket, to mac: MACAddress, on interface: Int, because rule: Rule
    ) {
        let frame = EthernetFrame(
            destination: mac, source: interfaces[interface].mac, etherType: .arp, payload: packet.serialized())
        actions.append(.transmit(frame.serialized(), interface: interface, rule))
    }

    // MARK: Hearing (RFC 826, Packet Reception)

    /// Takes down what the sender says of itself, and only then looks whether it asks or answers.
    mutating func receive(_ packet: ARPPacket, on interface: Int) {
        guard !packet.senderMAC.isMulticast, packet.senderMAC.rawValue != 0 else {
            return actions.append(.discard(.arpIsMalformed))
        }
        guard !addresses.contains(packet.senderIP) else { return actions.append(.discard(.addressIsTaken)) }
        let isForUs = addresses.contains(packet.targetIP), isRequest = packet.operation == .request
        let sender = ARPCache.Key(interface: interface, address: packet.senderIP)
        // A probe has no sender address yet (RFC 5227 §2.1.1).
        let isNamed = packet.senderIP.isUnicast
        if isNamed, neighbours.expects(sender) {
            learn(sender, packet.senderMAC, because: isRequest ? .learnsFromRequest : .learnsFromReply)
        } else if isNamed, isForUs, isRequest {
            learn(sender, packet.senderMAC, because: .learnsFromRequest)
        } else if !isForUs || !isRequest {
            actions.append(.discard(isRequest ? .arpIsForAnother : .nobodyAsked))
        }
        guard isForUs, isRequest else { return }
        let reply = ARPPacket(
            operation: .reply, senderMAC: interfaces[interface].mac, senderIP: packet.targetIP,
            targetMAC: packet.senderMAC, targetIP: packet.senderIP)
        transmit(reply, to: packet.senderMAC, on: interface, because: .answersARP)
    }

    /// Takes a neighbour's address down, and sends what has been waiting for it.
    private mutating func learn(_ neighbour: ARPCache.Key, _ mac: MACAddress, because rule: Rule) {
        let search = neighbours.endSearch(neighbour)
        let (former, evicted) = neighbours.learn(neighbour, mac, at: now)
        if search != nil { actions.append(.stop(.resolution(neighbour), .neighbourIsFound)) }
        if former != mac {
            table(
                set: [(neighbour.address.description, mac.description)],
                because: former == nil ? rule : .neighbourMoved)
        }
        if let evicted { table(removed: [evicted.address.description], because: .neighbourMakesRoom) }
        for waiting in search?.waiting ?? [] {
            transmit(
                waiting.packet, to: mac, on: neighbour.interface, isRetransmission: waiting.isRetransmission,
                because: .sendsWhatWaited)
        }
    }

    /// Writes down that a neighbour is no longer known.
    mutating func forget(_ neighbour: ARPCache.Key, because rule: Rule) {
        table(removed: [neighbour.address.description], because: rule)
    }

    private mutating func table(
        set: [(key: String, value: String)] = [], removed: [String] = [], because rule: Rule
    ) {
        actions.append(.table(name: Self.tableName, set: set, removed: removed, rule))
    }
}
