import Timelines
import Wire

/// What a router does with packets for others, in the order of RFC 1812 §5.2.1.2.
extension IPStack {
    mutating func forward(_ packet: IPv4Packet, _ arrival: Arrival) {
        if packet.destination == .limitedBroadcast || isBroadcast(packet.destination) {
            return actions.append(.discard(.broadcastStopsAtRouter))
        }
        guard packet.destination.isUnicast else { return actions.append(.discard(.destinationIsImpossible)) }
        guard admitsTracked(packet) else { return }

        // (5) The next hop.
        guard let route = table.route(to: packet.destination) else {
            actions.append(.discard(.cannotReachNetwork))
            return report(about: packet, arrival, because: .reportsNoRoute) { quotation in
                .destinationUnreachable(code: .network, nextHopMTU: 0, original: quotation)
            }
        }

        // (7) The TTL. The router is not asked to undo what it did to the header it quotes, but it can be (§4.3.2.3).
        guard packet.timeToLive > 1 else {
            actions.append(.discard(.ttlRanOut))
            return report(about: packet, arrival, because: .reportsTTL) { quotation in
                .timeExceeded(code: .inTransit, original: quotation)
            }
        }
        var onward = packet
        onward.timeToLive -= 1

        // (9) Fragments.
        let mtu = max(interfaces[route.interface].mtu, PathMTUs.least)
        guard onward.totalLength > mtu else { return pass(onward, by: route, isOwn: false, because: .forwards) }
        guard !packet.dontFragment else {
            actions.append(.discard(.mayNotFragment))
            return report(about: packet, arrival, because: .reportsTooBig) { quotation in
                .destinationUnreachable(
                    code: .fragmentationNeeded, nextHopMTU: UInt16(clamping: mtu), original: quotation)
            }
        }
        let fragments = onward.fragments(mtu: mtu)
        if fragments.isEmpty { actions.append(.discard(.fragmentHasNoPlace)) }
        for fragment in fragments { pass(fragment, by: route, isOwn: false, because: .cutsIntoFragments) }
    }
}
