import Localization
import Timelines
import Wire

extension Host {
    /// A packet arrived at an interface.
    mutating func handle(_ bytes: [UInt8], on interface: Int, _ net: inout Network) {
        guard isUp else {
            note(LocalizedText(en: "(down)", zh: "（停机）"), &net, because: .hostIsDown)
            return
        }
        perform(stack.receive(bytes, on: interface, at: net.now), &net)
    }

    /// A packet comes back to the host that has sent it to itself.
    mutating func handle(own packet: IPv4Packet, _ net: inout Network) {
        if isUp { perform(stack.receive(own: packet, at: net.now), &net) }
    }

    /// A timer of the internet layer came to its time.
    mutating func handle(_ timer: IPTimer, _ net: inout Network) { perform(stack.timeout(timer, at: net.now), &net) }

    /// Sends a segment.
    mutating func send(
        _ segment: TCPSegment, between ends: TCPSocket.Ends, isRetransmission: Bool, because rule: Rule,
        _ net: inout Network
    ) {
        let bytes = segment.serialized(from: ends.local.address, to: ends.remote.address)
        let actions = stack.send(
            bytes, as: .tcp, to: ends.remote.address, from: ends.local.address, isRetransmission: isRetransmission,
            because: rule, at: net.now)
        perform(actions, &net)
    }

    /// Does what the internet layer wants.
    mutating func perform(_ actions: [IPAction], _ net: inout Network) {
        let cause = net.recorder.cause
        for action in actions {
            switch action {
            case .transmit(let bytes, let interface, let isRetransmission, let rule):
                let event = net.transmit(
                    bytes, from: index, interface: interface, isRetransmission: isRetransmission, because: rule)
                // A question to the neighbours on the way is no part of what the layer above sends.
                if rule.id != Rule.asksForNeighbour.id { lastTransmission = event ?? lastTransmission }
            case .deliver(let packet, _, _): deliver(packet, &net)
            case .loop(let packet, _):
                net.queue.add(.loop(packet, node: index, departure: net.recorder.cause), at: net.now)
            case .discard(let rule): note(LocalizedText(en: "discards it", zh: "丢弃"), &net, because: rule)
            case .table(let name, let set, let removed, let rule):
                let rows = set.map { TableChange.Row($0.key, LocalizedText($0.value)) }
                _ = net.recorder.changed(
                    TableChange(owner: index, name: name, set: rows, removed: removed), at: net.now, because: rule)
            case .start(let timer, let span, let rule):
                net.start(TimerKey(node: index, kind: .ip(timer)), timer.name, for: span, because: rule)
            case .stop(let timer, let rule): net.stop(TimerKey(node: index, kind: .ip(timer)), because: rule)
            case .notify(let notice, let rule): take(notice, because: rule, &net)
            }
            net.recorder.cause = cause
        }
    }

    /// Hands a packet that is for this host to the protocol that it carries.
    private mutating func deliver(_ packet: IPv4Packet, _ net: inout Network) {
        switch packet.protocolNumber {
        case .tcp:
            do throws(WireFault) {
                let segment = try TCPSegment(
                    parsing: packet.payload[...], from: packet.source, to: packet.destination)
                handle(segment, from: packet.source, to: packet.destination, &net)
            } catch {
                note(LocalizedText(en: "discards it", zh: "丢弃"), &net, because: .badTransportChecksum)
            }
        case .udp: receiveDatagram(packet, &net)
        default: return
        }
    }

    private mutating func take(_ notice: IPNotice, because rule: Rule, _ net: inout Network) {
        switch notice {
        case .pingReply(let identifier, let sequence, let from):
            pong(identifier: identifier, sequence: sequence, from: from, &net)
        case .unreachable(let code, let original): tell(unreachable: code, about: original, &net)
        case .timeExceeded(let from, _): pongLost(from: from, &net)
        case .packetTooBig(let mtu, let original): lowerSegmentSize(to: mtu - 40, about: original, &net)
        // The connections that it concerns are told one by one as unreachable.
        case .unresolved: break
        }
    }

    /// Tells a connection that a router or host cannot deliver its segments (RFC 9293 §3.9.2.2).
    private mutating func tell(unreachable code: UInt8, about original: [UInt8], _ net: inout Network) {
        refuseDatagram(quotedIn: original, code, &net)
        guard let id = connection(quotedIn: original) else { return resumePrograms(&net) }
        handle(.unreachable(isHard: (2...4).contains(code)), of: id, &net)
        resumePrograms(&net)
    }

    /// Tells a connection that its segments do not fit the way (RFC 1191 §6.4).
    private mutating func lowerSegmentSize(to size: Int, about original: [UInt8], _ net: inout Network) {
        guard let id = connection(quotedIn: original) else { return }
        perform(sockets[id].connection.lowerSegmentSize(to: size, at: net.now), of: id, &net)
    }

    /// The connection whose segment an ICMP error quotes.
    private func connection(quotedIn original: [UInt8]) -> SocketID? {
        guard let header = try? IPv4Packet(parsingQuotation: original[...]), header.protocolNumber == .tcp,
            header.payload.count >= 4
        else { return nil }
        let bytes = header.payload
        let ends = TCPSocket.Ends(
            local: SocketAddress(header.source, UInt16(bytes[0]) << 8 | UInt16(bytes[1])),
            remote: SocketAddress(header.destination, UInt16(bytes[2]) << 8 | UInt16(bytes[3])))
        return connections[ends]
    }

    /// Writes down what the host did with a packet.
    func note(_ text: @autoclosure () -> LocalizedText, _ net: inout Network, because rule: Rule) {
        guard net.recorder.shows(net.now) else { return }
        _ = net.recorder.acted(text(), of: index, at: net.now, because: rule)
    }

    /// Puts a packet on the way that this host does not send of its own accord.
    mutating func put(_ packet: IPv4Packet, because rule: Rule, _ net: inout Network) {
        perform(stack.put(packet, because: rule, at: net.now), &net)
    }

    /// Sends a segment with an address that is not this host's.
    mutating func spoof(_ segment: TCPSegment, from source: IPv4Address, to target: IPv4Address, _ net: inout Network) {
        let bytes = segment.serialized(from: source, to: target)
        perform(stack.send(bytes, as: .tcp, to: target, from: source, because: .spoofed, at: net.now), &net)
    }
}
