import Localization
import Timelines
import Wire

/// UDP: ports, datagrams, and nothing else.
///
///     sendto(40) ── UDP 40 bytes ──▶ a program has the port: recvfrom() returns 40
///                                    nobody has it:          ICMP port unreachable goes back
///
/// Reading list: RFC 768, RFC 1122 §4.1, udp(7).
extension Host {
    // MARK: What programs call

    mutating func bind(_ port: UInt16, _ place: Int, _ net: inout Network) {
        tell(LocalizedText("bind(\(port))"), &net, because: .bindsDatagramPort)
        guard !programs.contains(where: { $0.datagramPort == port }) else {
            return failEarly("bind(): EADDRINUSE", because: .datagramPortIsTaken, place, &net)
        }
        programs[place].datagramPort = port
        programs[place].datagrams = []
        finish(place, &net)
    }

    mutating func sendTo(
        _ host: Participant.ID, _ port: UInt16, _ bytes: [UInt8], _ place: Int, _ net: inout Network
    ) {
        guard let address = net.scenario.nodes.first(where: { $0.id == host })?.addresses.first else {
            return fail("sendto()", .unreachable, place, &net)
        }
        send(bytes, to: SocketAddress(address, port), place, &net)
    }

    mutating func answer(_ bytes: [UInt8], _ place: Int, _ net: inout Network) {
        guard let correspondent = programs[place].correspondent else {
            return failEarly("sendto(): EDESTADDRREQ", because: .nobodyToAnswer, place, &net)
        }
        send(bytes, to: correspondent, place, &net)
    }

    private mutating func send(_ bytes: [UInt8], to target: SocketAddress, _ place: Int, _ net: inout Network) {
        tell(LocalizedText("sendto(\(bytes.count))"), &net, because: .programCalls)
        let port = programs[place].datagramPort ?? freeDatagramPort()
        programs[place].datagramPort = port
        guard let source = stack.sourceAddress(for: target.address) else {
            return fail("sendto()", .unreachable, place, &net)
        }
        let datagram = UDPDatagram(sourcePort: port, destinationPort: target.port, payload: bytes)
        let actions = stack.send(
            datagram.serialized(from: source, to: target.address), as: .udp, to: target.address, from: source,
            because: .sendsDatagram, at: net.now)
        // To send is all: there is no answer to wait for.
        finish(place, &net)
        perform(actions, &net)
    }

    private mutating func freeDatagramPort() -> UInt16 {
        while programs.contains(where: { $0.datagramPort == nextPort }) {
            nextPort = nextPort == .max ? 49_152 : nextPort + 1
        }
        defer { nextPort = nextPort == .max ? 49_152 : nextPort + 1 }
        return nextPort
    }

    mutating func receiveFrom(_ place: Int, _ net: inout Network) {
        if programs[place].wasRefused {
            programs[place].wasRefused = false
            return failEarly("recvfrom(): ECONNREFUSED", because: .datagramWasRefused, place, &net)
        }
        guard !programs[place].datagrams.isEmpty else { return wait(for: .datagram, place) }
        let datagram = programs[place].datagrams.removeFirst()
        programs[place].correspondent = datagram.from
        tell(
            LocalizedText(
                en: "recvfrom() returns \(datagram.bytes.count)", zh: "recvfrom()返回\(datagram.bytes.count)"), &net,
            because: .receivesDatagram)
        finish(place, &net)
    }

    // MARK: What arrives

    /// A datagram for this host.
    mutating func receiveDatagram(_ packet: IPv4Packet, _ net: inout Network) {
        guard
            let datagram = try? UDPDatagram(
                parsing: packet.payload[...], from: packet.source, to: packet.destination)
        else {
            return note(LocalizedText(en: "discards it", zh: "丢弃"), &net, because: .badDatagramChecksum)
        }
        guard let place = programs.firstIndex(where: { $0.datagramPort == datagram.destinationPort }) else {
            guard !node.filteredPorts.contains(datagram.destinationPort) else {
                return note(LocalizedText(en: "firewall drops it", zh: "防火墙丢弃"), &net, because: .filtered)
            }
            return perform(stack.portUnreachable(about: packet, at: net.now), &net)
        }
        programs[place].datagrams.append(
            .init(from: SocketAddress(packet.source, datagram.sourcePort), bytes: datagram.payload))
        resumePrograms(&net)
    }

    /// ICMP says that a datagram found nobody: the program that sent it learns it with its next call (RFC 1122 §4.1.3.3).
    mutating func refuseDatagram(quotedIn original: [UInt8], _ code: UInt8, _ net: inout Network) {
        guard code == ICMPMessage.UnreachableCode.port.rawValue,
            let quoted = try? IPv4Packet(parsingQuotation: original[...]), quoted.protocolNumber == .udp,
            quoted.payload.count >= 2
        else { return }
        let port = UInt16(quoted.payload[0]) << 8 | UInt16(quoted.payload[1])
        for place in programs.indices where programs[place].datagramPort == port { programs[place].wasRefused = true }
    }
}
