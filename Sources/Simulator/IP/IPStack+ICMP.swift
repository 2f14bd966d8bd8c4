import Localization
import Timelines
import Wire

/// ICMP (RFC 792, RFC 1122 §3.2.2, RFC 1812 §4.3).
extension IPStack {
    /// How much of an ICMP message an error may take up, IP header included (RFC 1812 §4.3.2.3).
    private static var longestError: Int { 576 }

    // MARK: What comes

    mutating func receiveICMP(_ packet: IPv4Packet, _ arrival: Arrival) {
        guard let message = try? ICMPMessage(parsing: packet.payload) else {
            return actions.append(.discard(.icmpChecksumIsWrong))
        }
        switch message {
        case .echoRequest(let identifier, let sequence, let data):
            guard addresses.contains(packet.destination) || packet.destination.isLoopback else {
                return actions.append(.discard(.echoForMany))
            }
            let reply = ICMPMessage.echoReply(identifier: identifier, sequence: sequence, data: data)
            send(
                IPv4Packet(
                    typeOfService: packet.typeOfService, protocolNumber: .icmp, source: packet.destination,
                    destination: packet.source, payload: reply.serialized()), because: .answersEcho)
        case .echoReply(let identifier, let sequence, _):
            actions.append(
                .notify(
                    .pingReply(identifier: identifier, sequence: sequence, from: packet.source), .echoIsAnswered))
        case .destinationUnreachable(let code, let mtu, let original):
            guard let quoted = ownPacket(quotedIn: original) else { return }
            if code == .fragmentationNeeded {
                lowerPathMTU(to: quoted.destination, announced: Int(mtu), original)
            } else {
                actions.append(.notify(.unreachable(code: code.rawValue, about: original), .says(code)))
            }
        case .timeExceeded(let code, let original):
            guard ownPacket(quotedIn: original) != nil else { return }
            actions.append(
                .notify(
                    .timeExceeded(from: packet.source, about: original),
                    code == .reassembly ? .reassemblyFailedThere : .ttlRanOutOnTheWay))
        case .other: actions.append(.discard(.icmpIsUnknown))
        }
    }

    /// The packet that an error is about, if this host sent it.
    private mutating func ownPacket(quotedIn original: [UInt8]) -> IPv4Packet? {
        if let quoted = try? IPv4Packet(parsingQuotation: original[...]), addresses.contains(quoted.source) {
            return quoted
        }
        actions.append(.discard(.icmpIsAboutAnother))
        return nil
    }

    /// A router refused a packet because of its size (RFC 1191 §3).
    private mutating func lowerPathMTU(to destination: IPv4Address, announced: Int, _ original: [UInt8]) {
        let length = original.count >= 4 ? Int(original[2]) << 8 | Int(original[3]) : 0
        let mtu = pathMTUs.lower(
            destination, announced: announced, length: length, current: self.mtu(toward: destination), at: now)
        guard let mtu else { return actions.append(.discard(.pathMTUStays)) }
        actions.append(
            .table(
                name: LocalizedText(en: "Path MTU", zh: "路径MTU"), set: [(destination.description, "\(mtu)")],
                removed: [],
                .learnsPathMTU))
        actions.append(.notify(.packetTooBig(mtu: mtu, about: original), .learnsPathMTU))
    }

    // MARK: What is sent

    /// Tells the sender of a UDP datagram that nobody wanted it.
    mutating func portUnreachable(about packet: IPv4Packet, at now: Instant) -> [IPAction] {
        collect(at: now) { stack in
            stack.report(about: packet, Arrival(interface: 0, isForAll: false), because: .reportsClosedPort) {
                quotation in
                .destinationUnreachable(code: .port, nextHopMTU: 0, original: quotation)
            }
        }
    }

    /// Sends an error about a packet to its sender, unless there must be none (RFC 1812 §4.3.2.7).
    mutating func report(
        about packet: IPv4Packet, _ arrival: Arrival, because rule: Rule, _ message: ([UInt8]) -> ICMPMessage
    ) {
        guard !arrival.isForAll, packet.fragmentOffset == 0,
            packet.destination.isUnicast || packet.destination.isLoopback,
            !isBroadcast(packet.destination), packet.source.isUnicast, !isBroadcast(packet.source),
            !Self.isICMPError(packet)
        else { return }
        // A router's errors have the precedence of network control (RFC 1812 §4.3.2.5), a host's none (RFC 1122 §3.2.2).
        send(
            IPv4Packet(
                typeOfService: forwards ? 0xC0 : 0, protocolNumber: .icmp,
                source: sourceAddress(for: packet.source) ?? packet.destination, destination: packet.source,
                payload: message(quotation(of: packet)).serialized()), because: rule)
    }

    /// As much of a packet as an error about it may quote.
    func quotation(of packet: IPv4Packet) -> [UInt8] {
        Array(
            packet.serialized().prefix(
                Self.longestError - IPv4Packet.minimumHeaderLength - ICMPMessage.headerLength))
    }

    /// Whether a packet carries an error message, or something that might be one.
    private static func isICMPError(_ packet: IPv4Packet) -> Bool {
        guard packet.protocolNumber == .icmp else { return false }
        // Unreachable, source quench, redirect, time exceeded, parameter problem (RFC 1122 §3.2.2).
        return packet.payload.first.map { [3, 4, 5, 11, 12].contains($0) } ?? true
    }
}

extension Rule {
    /// What an error with this code says.
    fileprivate static func says(_ code: ICMPMessage.UnreachableCode) -> Rule {
        switch code {
        case .network: .networkIsUnreachable
        case .host: .hostIsUnreachable
        case .protocol: .protocolIsUnreachable
        case .port: .portIsUnreachable
        default: .destinationIsUnreachable
        }
    }
}
